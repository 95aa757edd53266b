// SPDX-License-Identifier: Apache-2.0
#include "sessionstarter.h"

#include "profilestore.h"
#include "session.h"
#include "sessions.h"

namespace QciAuth {

SessionStarter::SessionStarter(
    Sessions &sessions, const ProfileStore &profiles, std::chrono::milliseconds patience, QObject *parent)
    : QObject(parent)
    , m_sessions(sessions)
    , m_profiles(profiles)
    , m_patience(patience)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &SessionStarter::startNext);
    connect(&m_sessions, &Sessions::added, this, &SessionStarter::watch);
}

void SessionStarter::start()
{
    m_waiting.clear();
    for (const QString &name : m_profiles.names()) {
        if (!m_sessions.contains(name))
            m_waiting.append(name);
    }
    m_next.start();
}

void SessionStarter::watch(Session *session)
{
    m_underWay.insert(session);
    connect(session, &Session::stateChanged, this, [this, session] { look(*session); });
    connect(session, &QObject::destroyed, this, [this, session] {
        m_underWay.remove(session);
        m_next.start();
    });
    look(*session);
}

void SessionStarter::look(Session &session)
{
    if (session.isExchanging() || session.info())
        m_keychainAnswers = true;
    if (session.state() == Session::State::Locked) {
        m_locked = &session;
    } else if (&session == m_locked && session.state() != Session::State::Starting) {
        m_locked = nullptr;
        m_next.start();
    }
    if (!m_underWay.contains(&session))
        return;
    if (session.isExchanging()) {
        QTimer::singleShot(m_patience, &session, [this, guard = QPointer(this), &session] {
            if (guard && m_underWay.remove(&session))
                m_next.start();
        });
    } else if (session.state() != Session::State::Starting) {
        m_underWay.remove(&session);
        m_next.start();
    }
}

void SessionStarter::startNext()
{
    while (!m_waiting.isEmpty() && m_sessions.contains(m_waiting.first()))
        m_waiting.removeFirst();
    if (m_waiting.isEmpty() || !mayStart())
        return;
    m_sessions.session(m_waiting.takeFirst());
    m_next.start();
}

bool SessionStarter::mayStart() const
{
    return !m_locked && m_underWay.size() < (m_keychainAnswers ? mostAtOnce : 1);
}

} // namespace QciAuth
