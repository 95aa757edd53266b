// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "autherror.h"
#include "session.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QString>

#include <optional>

namespace QciAuth {

class ActivityLog;
class Sessions;

/// Writes down what happens to all sessions, shown or not.
class ActivityRecorder final : public QObject
{
    Q_OBJECT

public:
    /// The references must outlive the recorder.
    ActivityRecorder(ActivityLog &log, Sessions &sessions, QObject *parent = nullptr);

private:
    /// What was last known of a session, to tell what is new.
    struct Seen
    {
        Session::State state = Session::State::LoggedOut;
        std::optional<AuthError::Cause> readFault;
        std::optional<AuthError::Cause> storageFault;
        bool isLoggedIn = false;
        bool wasRefused = false; ///< the login is known, and worth nothing until the service takes it again
    };

    void follow(Session *session);
    void stateChanged(Session *session);
    void tokenRefreshed(Session *session);
    void refreshFailed(Session *session, const AuthError &error);
    void addFailure(const Session &session, const QString &text, const char *plain, const AuthError &error);

    ActivityLog &m_log;
    QHash<QString, Seen> m_seen; ///< by profile, of the sessions that are followed
    QSet<QString> m_newLogins;   ///< of profiles whose token is still to come
};

} // namespace QciAuth
