// SPDX-License-Identifier: Apache-2.0
#include "notificationepisodes.h"

#include <utility>

namespace QciAuth {

using State = Session::State;

NotificationEpisodes::Kind NotificationEpisodes::observe(const Observation &seen)
{
    m_hadToken = m_hadToken || seen.remaining > seen.remaining.zero();
    if (seen.isExchanging)
        return Kind::None;
    switch (seen.state) {
    case State::LoggedOut:
        return end();
    case State::Starting:
    case State::Locked:
        return Kind::None;
    case State::LoginRequired:
        return std::exchange(m_toldLoginRequired, true) ? Kind::None : Kind::LoginRequired;
    case State::RefreshFailing:
    case State::Expired:
        // A machine that wakes has an expired token and no failure yet.
        if (!seen.hasFailed || seen.remaining >= endsSoon)
            return Kind::None;
        return failing(seen.at);
    case State::Active:
        return end() == Kind::Over ? Kind::WorkingAgain : Kind::None;
    }
    return Kind::None;
}

NotificationEpisodes::Kind NotificationEpisodes::failing(const QDateTime &at)
{
    if (!m_failsSince)
        m_failsSince = at;
    if (!m_hadToken && std::chrono::milliseconds(m_failsSince->msecsTo(at)) < patienceAtStart)
        return Kind::None;
    if (std::exchange(m_toldFailing, true))
        return Kind::None;
    return m_hadToken ? Kind::RefreshFailing : Kind::NoTokenYet;
}

NotificationEpisodes::Kind NotificationEpisodes::end()
{
    m_failsSince.reset();
    m_toldLoginRequired = false;
    m_toldFailing = false;
    return std::exchange(m_isShown, false) ? Kind::Over : Kind::None;
}

} // namespace QciAuth
