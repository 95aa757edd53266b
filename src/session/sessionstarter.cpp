// SPDX-License-Identifier: Apache-2.0
#include "sessionstarter.h"

#include "profilestore.h"
#include "session.h"
#include "sessions.h"

#include <QPointer>

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
    connect(&m_sessions, &Sessions::stateChanged, this, &SessionStarter::look);
    connect(&m_sessions, &Sessions::ended, this, &SessionStarter::forget);
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
    m_underWay.insert(session->profile().name);
    look(session);
}

void SessionStarter::look(Session *session)
{
    const QString name = session->profile().name;
    if (session->isExchanging() || session->info())
        m_keychainAnswers = true;
    if (session->state() == Session::State::Locked) {
        m_locked = name;
    } else if (name == m_locked && session->state() != Session::State::Starting) {
        m_locked.clear();
        m_next.start();
    }
    if (!m_underWay.contains(name))
        return;
    if (session->isExchanging())
        QTimer::singleShot(m_patience, session, [guard = QPointer(this), name] {
            if (guard)
                guard->endWait(name);
        });
    else if (session->state() != Session::State::Starting)
        endWait(name);
}

void SessionStarter::forget(const QString &profileName)
{
    if (m_locked == profileName)
        m_locked.clear();
    m_underWay.remove(profileName);
    m_next.start();
}

void SessionStarter::endWait(const QString &profileName)
{
    if (m_underWay.remove(profileName))
        m_next.start();
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
    return m_locked.isEmpty() && m_underWay.size() < (m_keychainAnswers ? mostAtOnce : 1);
}

} // namespace QciAuth
