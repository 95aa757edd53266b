// SPDX-License-Identifier: Apache-2.0
#include "sessions.h"

#include "login.h"
#include "profilestore.h"
#include "session.h"

namespace QciAuth {

Sessions::Sessions(SecretStore &secrets, ProfileStore &profiles, const SharedExchange &sharing,
    const Connector &connector, RandomSource random, QObject *parent)
    : QObject(parent)
    , m_secrets(secrets)
    , m_profiles(profiles)
    , m_sharing(sharing)
    , m_connector(connector)
    , m_random(std::move(random))
{
    m_recheckTimer.setInterval(Session::recheckInterval);
    connect(&m_recheckTimer, &QTimer::timeout, this, &Sessions::recheckScheduled);
}

Session &Sessions::session(const QString &profileName)
{
    if (Session *known = m_sessions.value(profileName))
        return *known;
    Session &session = made(profileName);
    // The keychain of somebody who has never logged in is left alone: asking could prompt for its password.
    if (m_stored.contains(profileName))
        session.start();
    introduce(session);
    return session;
}

bool Sessions::isGone(const QString &profileName) const
{
    const Session *session = find(profileName);
    return session && !session->storageError() && !m_profiles.profile(profileName) && !m_profiles.problem(profileName);
}

void Sessions::endGone(const QString &except)
{
    const QStringList names = m_sessions.keys();
    const QStringList stored = m_profiles.names();
    const QSet<QString> known(stored.begin(), stored.end());
    for (const QString &name : names) {
        if (known.contains(name))
            m_stored.insert(name);
        if (name == except || known.contains(name) || !isGone(name))
            continue;
        Session *session = m_sessions.take(name);
        session->disconnect(this);
        session->deleteLater(); // not now: whoever found that out may be told by it
        emit ended(name, m_stored.remove(name));
    }
}

QStringList Sessions::names() const
{
    QStringList names = m_sessions.keys();
    names.sort();
    return names;
}

Session &Sessions::adopt(Login &login)
{
    const QString name = login.profile().name;
    Session *known = m_sessions.value(name);
    Session &session = known ? *known : made(name);
    emit loggedIn(name);
    session.adopt(login);
    if (m_profiles.profile(name))
        m_stored.insert(name);
    if (!known)
        introduce(session);
    return session;
}

void Sessions::recheck()
{
    const QList<Session *> sessions = all(); // whoever hears of one may end another
    for (Session *session : sessions)
        session->recheck();
}

void Sessions::serviceChecked(const QString &url, bool isWell)
{
    for (Session *session : all()) {
        if (session->profile().url == url)
            session->serviceChecked(isWell);
    }
}

void Sessions::recheckScheduled()
{
    m_recheckTimer.stop(); // whoever has something scheduled still starts it again
    const QList<Session *> sessions = all();
    for (Session *session : sessions) {
        if (session->isScheduled())
            session->recheck();
    }
}

Session &Sessions::made(const QString &profileName)
{
    const auto stored = m_profiles.profile(profileName);
    if (stored || m_profiles.problem(profileName))
        m_stored.insert(profileName);
    Profile profile = stored.value_or(Profile());
    profile.name = profileName;
    auto *session = new Session(profile, m_secrets, m_profiles, m_sharing, m_connector, m_random, this);
    m_sessions.insert(profileName, session);
    session->leaveRecheckToOthers();
    return *session;
}

void Sessions::introduce(Session &session)
{
    connect(&session, &Session::stateChanged, this, [this, &session] {
        keepRechecked(session);
        emit stateChanged(&session);
    });
    connect(&session, &Session::tokenRefreshed, this, [this, &session] { emit tokenRefreshed(&session); });
    connect(&session, &Session::refreshFailed, this,
        [this, &session](const AuthError &error) { emit refreshFailed(&session, error); });
    keepRechecked(session);
    emit added(&session);
}

void Sessions::keepRechecked(const Session &session)
{
    if (!m_recheckTimer.isActive() && session.isScheduled())
        m_recheckTimer.start();
}

} // namespace QciAuth
