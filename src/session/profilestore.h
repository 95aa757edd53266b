// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "autherror.h"
#include "profile.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace QciAuth {

/// The profiles in the user's configuration file. Holds no secret. What the file has beside them is left as it is.
class ProfileStore
{
public:
    /// @param file  path of the INI file; need not exist.
    explicit ProfileStore(const QString &file);

    /// `qci-auth/qci-auth.ini` in the user's configuration folder.
    static QString defaultFile();

    QString file() const { return m_file; }
    /// Names of all profiles, sorted.
    QStringList names() const;
    std::optional<Profile> profile(const QString &name) const;
    /// Base URLs of all profiles, without repeats.
    QStringList urls() const;

    /// Adds or replaces the profile of that name.
    /// @returns what went wrong (kind Local, cause Configuration); nothing where it is on disk.
    std::optional<AuthError> save(const Profile &profile);
    /// Keeps the measured skew of a profile that exists; a failure is of no consequence.
    void saveSkew(const Profile &profile);

    /// The profile that the window showed last; `default` at first.
    QString currentName() const;
    std::optional<AuthError> setCurrentName(const QString &name);

    /// What keeps a profile from having this name, for the user; empty where nothing does.
    static QString nameProblem(const QString &name);

private:
    QString m_file;
};

} // namespace QciAuth
