// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QSet>
#include <QString>

namespace QciAuth {

class ActivityLog;
class AuthError;
class Session;
class Sessions;

/// Writes down what happens to all sessions, shown or not.
class ActivityRecorder final : public QObject
{
    Q_OBJECT

public:
    /// The references must outlive the recorder.
    ActivityRecorder(ActivityLog &log, Sessions &sessions, QObject *parent = nullptr);

private:
    struct Seen;

    void follow(Session *session);
    void stateChanged(const Session &session, Seen &seen);
    void tokenRefreshed(const Session &session, Seen &seen);
    void refreshFailed(const Session &session, const AuthError &error);
    void addFailure(const Session &session, const QString &text, const char *plain, const AuthError &error);

    ActivityLog &m_log;
    QSet<QString> m_newLogins; ///< of profiles whose token is still to come
};

} // namespace QciAuth
