// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "notification.h"
#include "notificationepisodes.h"

#include <QCoreApplication>
#include <QHash>
#include <QObject>

namespace QciAuth {

class Preferences;
class Sessions;

/// Watches all sessions, shown or not, and says what a user should hear of (desktop.md, Notifications), as far as the
/// user wants to.
class SessionNotifications final : public QObject
{
    Q_OBJECT

public:
    /// The references must outlive this.
    SessionNotifications(const Sessions &sessions, const Preferences &preferences, QObject *parent = nullptr);

signals:
    /// To be shown now; its subject is the profile's name.
    void notified(const QciAuth::Notification &notification);
    /// What was shown about that profile no longer holds, and nothing takes its place.
    void withdrawn(const QString &profileName);

private:
    void observe(Session *session);
    void endByLogin(const QString &profileName);
    bool isWanted(NotificationEpisodes::Kind kind) const;
    static Notification notification(NotificationEpisodes::Kind kind, const QString &profile, bool isValid);

    const Sessions &m_sessions;
    const Preferences &m_preferences;
    QHash<QString, NotificationEpisodes> m_episodes; ///< by profile
};

} // namespace QciAuth
