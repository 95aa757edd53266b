// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "autherror.h"
#include "refreshschedule.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QTimer>

namespace QciAuth {

class Connector;
class Login;
class ProfileStore;
class SecretStore;
class Session;
class SharedExchange;

/// The sessions of a process, one a profile. A session lives from when it is first asked for, shown or not. One timer
/// has all of them look at the clock.
class Sessions : public QObject
{
    Q_OBJECT

public:
    /// The references must outlive this.
    Sessions(SecretStore &secrets, ProfileStore &profiles, const SharedExchange &sharing, const Connector &connector,
        RandomSource random, QObject *parent = nullptr);

    /// The session of the profile of that name; a new one is started where the profile exists, and logged out where
    /// it does not.
    Session &session(const QString &profileName);
    /// All sessions so far, in no order.
    QList<Session *> all() const { return m_sessions.values(); }
    /// Whether there is a session under that name already.
    bool contains(const QString &profileName) const { return m_sessions.contains(profileName); }
    /// The session under that name; null where there is none yet.
    Session *find(const QString &profileName) const { return m_sessions.value(profileName); }
    /// Whether there is a session under that name whose profile another process has removed or renamed. Nor is one gone
    /// that could not be saved.
    bool isGone(const QString &profileName) const;
    /// Ends the sessions whose profile is gone, but for that of `except`. What is stored is left as it is.
    void endGone(const QString &except);
    /// Names of the profiles that have a session, sorted.
    QStringList names() const;
    /// Hands a successful login to the session of its profile, which is returned.
    Session &adopt(Login &login);
    /// Lets every session look at the clock now: the network or the machine has come back.
    void recheck();
    /// Tells every session of that service how it is; see Session::serviceChecked().
    void serviceChecked(const QString &url, bool isWell);

signals:
    /// Somebody has logged in here under that name. The session gets the login only now, so that whoever hears of its
    /// state knows already what that comes from.
    void loggedIn(const QString &profileName);
    /// There is a session under a name that had none; it has been started, or has got its login.
    void added(QciAuth::Session *session);
    /// What a session tells from when it is added until it ends; who wants to hear of all need not connect to each.
    void stateChanged(QciAuth::Session *session);
    void tokenRefreshed(QciAuth::Session *session);
    void refreshFailed(QciAuth::Session *session, const QciAuth::AuthError &error);
    /// The session under that name is none any more.
    /// @param wasStored  whether it had a profile ever; the one that waits for a first login has none.
    void ended(const QString &profileName, bool wasStored);

private:
    Session &made(const QString &profileName);
    /// Tells of a new session, and what it tells from now on.
    void introduce(Session &session);
    void keepRechecked(const Session &session);
    void recheckScheduled();

    SecretStore &m_secrets;
    ProfileStore &m_profiles;
    const SharedExchange &m_sharing;
    const Connector &m_connector;
    RandomSource m_random;
    QHash<QString, Session *> m_sessions;
    QTimer m_recheckTimer{this}; ///< runs while anything is scheduled
    QSet<QString> m_stored;      ///< names of sessions that have had a profile
};

} // namespace QciAuth
