// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>

namespace QciAuth {

/// Whether the desktop has a tray that speaks StatusNotifierItem, and whether that one knows an icon of this process.
/// Nothing is waited for; where there is no session bus, there is no such tray.
class StatusNotifierHost final : public QObject
{
    Q_OBJECT

public:
    explicit StatusNotifierHost(QObject *parent = nullptr);

    /// Whether all have answered; until then nothing is known.
    bool isKnown() const { return m_isKnown; }
    /// Whether there is somebody who keeps the list of icons, and somebody who shows it.
    bool isThere() const { return m_hasWatcher && m_hasHost; }
    /// Whether an icon of this process is in the list, too.
    bool showsUs() const { return isThere() && m_hasOurs; }

signals:
    /// Any of the properties changed.
    void changed();

private slots:
    void read();

private:
    void setWatcher(bool isThere);
    void takeHost(bool isThere);
    void takeItems(const QStringList &items);
    void takeOurs(bool isOurs);

    bool m_isKnown = false;
    bool m_hasWatcher = false;
    bool m_hasHost = false;
    bool m_hasOurs = false;
    int m_reading = 0; ///< answers to earlier questions are thrown away
};

} // namespace QciAuth
