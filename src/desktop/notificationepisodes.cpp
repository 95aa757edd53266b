// SPDX-License-Identifier: Apache-2.0
#include "notificationepisodes.h"

#include <utility>

namespace QciAuth {

using State = Session::State;

NotificationEpisodes::Kind NotificationEpisodes::observe(const Observation &seen)
{
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
        return std::exchange(m_toldFailing, true) ? Kind::None : Kind::RefreshFailing;
    case State::Active:
        return end() == Kind::Over ? Kind::WorkingAgain : Kind::None;
    }
    return Kind::None;
}

NotificationEpisodes::Kind NotificationEpisodes::end()
{
    m_toldLoginRequired = false;
    m_toldFailing = false;
    return std::exchange(m_isShown, false) ? Kind::Over : Kind::None;
}

} // namespace QciAuth
