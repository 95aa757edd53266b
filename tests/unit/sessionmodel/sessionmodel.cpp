// SPDX-License-Identifier: Apache-2.0
#include "sessionmodel.h"

namespace QciAuth {

void SessionModel::loggedOut()
{
    *this = SessionModel();
    m_isKnown = true;
}

void SessionModel::adopted(const QString &accessToken, const QDateTime &expiresAt)
{
    *this = SessionModel();
    renewed(accessToken, expiresAt);
}

void SessionModel::renewed(const QString &accessToken, const QDateTime &expiresAt)
{
    m_isKnown = m_isLoggedIn = true;
    m_isLatched = m_isFailing = false;
    m_accessToken = accessToken;
    m_expiresAt = expiresAt;
}

void SessionModel::failed(ServiceStandIn::Meaning meaning)
{
    m_isFailing = true;
    m_isLatched = m_isLatched || meaning == ServiceStandIn::Meaning::Rejected;
}

std::optional<Session::State> SessionModel::expectedState(const QDateTime &now) const
{
    using State = Session::State;
    if (!m_isKnown)
        return std::nullopt;
    if (!m_isLoggedIn)
        return State::LoggedOut;
    if (m_isLatched)
        return State::LoginRequired;
    if (now >= m_expiresAt)
        return State::Expired;
    return m_isFailing ? State::RefreshFailing : State::Active;
}

} // namespace QciAuth
