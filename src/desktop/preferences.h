// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "autherror.h"

#include <QObject>
#include <QString>

#include <chrono>
#include <optional>

namespace QciAuth {

/// What the user has chosen for the window (desktop.md, Preferences). Kept in a settings file of the window's own; what
/// a newer version has written there stays, and what makes no sense is read as not chosen.
class Preferences final : public QObject
{
    Q_OBJECT

public:
    struct Values
    {
        std::chrono::seconds clearClipboardAfter{45}; ///< zero: never
        bool notifyLoginRequired = true;
        bool notifyRefreshFailing = true;
        bool notifyWorkingAgain = true;
        bool startHidden = false; ///< at login; whoever starts the program by hand wants to see it
        bool closeToTray = true;
        std::chrono::seconds checkInterval{60}; ///< between two questions for the service's health while visible
        bool toldOfTray = false;                ///< that the window goes there when it is closed; said once
        QString language;                       ///< as in a locale's name, such as `de` or `zh_CN`; empty: the system's

        bool operator==(const Values &) const = default;
    };

    static constexpr std::chrono::seconds longestStay{600};
    static constexpr std::chrono::seconds shortestCheckInterval{10};
    static constexpr std::chrono::seconds longestCheckInterval{3600};

    /// @param folder  where the settings file is, or will be; ProfileStore::defaultFolder(), but for tests and the
    ///                sandbox.
    explicit Preferences(const QString &folder, QObject *parent = nullptr);

    const Values &values() const { return m_values; }
    /// Why the file cannot be read (kind Local, cause UnreadableConfiguration); the next change keeps it beside, as
    /// `desktop.ini.damaged`.
    std::optional<AuthError> problem() const;
    /// Takes the values, with numbers brought into their range, and saves those that differ from what is saved.
    /// @returns why they could not be saved (kind Local); they hold for this run all the same, and the next call tries
    ///          again.
    std::optional<AuthError> setValues(const Values &values);

signals:
    void changed();

private:
    std::optional<AuthError> save();

    QString m_file;
    Values m_values;
    Values m_saved; ///< what the file says
};

} // namespace QciAuth
