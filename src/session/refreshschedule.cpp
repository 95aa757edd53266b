// SPDX-License-Identifier: Apache-2.0
#include "refreshschedule.h"

#include "accesstokeninfo.h"

#include <algorithm>
#include <cmath>

namespace QciAuth {

namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

// How far before its margin a token may be renewed, as a share of that.
constexpr double spread = 0.1;

milliseconds scaled(milliseconds duration, double factor)
{
    return milliseconds(std::llround(static_cast<double>(duration.count()) * factor));
}

// Nothing that goes by itself.
bool isConfigurationFault(const AuthError &error)
{
    using Kind = AuthError::Kind;
    return error.kind() == Kind::WrongAddress || error.kind() == Kind::Untrusted || error.kind() == Kind::Local;
}

// What ends when the service is well again, and can be reached.
bool isOutage(const AuthError &error)
{
    using Cause = AuthError::Cause;
    if (error.kind() != AuthError::Kind::Transient)
        return false;
    constexpr int firstServerError = 500;
    switch (error.cause()) {
    case Cause::HttpStatus:
        return error.httpStatus() >= firstServerError;
    case Cause::HostNotFound:
    case Cause::ConnectionRefused:
    case Cause::ConnectionLost:
    case Cause::TimedOut:
    case Cause::NetworkDown:
    case Cause::ProxyFailed:
    case Cause::Handshake:
    case Cause::NotQciService: // something on the way answers in its place
        return true;
    default:
        return false;
    }
}

// How long to leave a service alone that fails like that, whoever asked.
milliseconds pauseAfter(const AuthError &error)
{
    return isConfigurationFault(error) ? RefreshSchedule::configurationFaultPause : error.retryAfter().value_or(0s);
}

} // namespace

RefreshSchedule::RefreshSchedule(RandomSource random)
    : m_random(std::move(random))
{
}

std::optional<milliseconds> RefreshSchedule::pause(const QDateTime &now) const
{
    if (!m_nextAttemptAt)
        return std::nullopt;
    QDateTime at = *m_nextAttemptAt;
    if (m_lastAttemptAt.isValid())
        at = std::max(at, m_lastAttemptAt.addMSecs(leastPause.count()));
    return std::max(milliseconds::zero(), milliseconds(now.msecsTo(at)));
}

milliseconds RefreshSchedule::longestLead(const AccessTokenInfo &info)
{
    return scaled(info.margin(), 1.0 + spread);
}

void RefreshSchedule::attemptStarted(const QDateTime &now)
{
    m_lastAttemptAt = now;
}

void RefreshSchedule::succeeded(const AccessTokenInfo &info)
{
    forgetFailures();
    // Not when it was asked for: the answer may have set the clock, ahead or back.
    m_lastAttemptAt = info.obtainedAt;
    const milliseconds beforeExpiry = scaled(info.margin(), 1.0 + spread * m_random());
    planAfterPause(info.expiresAt.addMSecs(-beforeExpiry.count()));
}

void RefreshSchedule::failed(const QDateTime &now, const AuthError &error, milliseconds left)
{
    m_lastAttemptAt = std::min(m_lastAttemptAt, now);
    if (error.kind() == AuthError::Kind::Rejected)
        return stop();
    if (error.kind() == AuthError::Kind::Cancelled)
        return;
    m_awaitsService = isOutage(error);
    waitAsAsked(now, error);
    if (isConfigurationFault(error)) {
        m_nextAttemptAt = now.addMSecs(configurationFaultPause.count());
        return;
    }
    milliseconds pause = backoff(left);
    ++m_failures;
    if (error.retryAfter())
        pause = std::max<milliseconds>(pause, *error.retryAfter());
    planAfterPause(now.addMSecs(pause.count()));
}

void RefreshSchedule::requestFailed(const QDateTime &now, const AuthError &error)
{
    m_lastAttemptAt = std::min(m_lastAttemptAt, now);
    if (error.kind() == AuthError::Kind::Rejected)
        return stop();
    m_awaitsService = m_awaitsService && isOutage(error);
    waitAsAsked(now, error);
    if (m_nextAttemptAt)
        planAfterPause(std::max(*m_nextAttemptAt, now.addMSecs(pauseAfter(error).count())));
}

void RefreshSchedule::postpone(const QDateTime &now)
{
    const QDateTime earliest = now.addMSecs(leastPause.count());
    m_nextAttemptAt = std::max(m_nextAttemptAt.value_or(earliest), earliest);
}

bool RefreshSchedule::serviceIsWell(const QDateTime &now)
{
    if (!m_awaitsService || m_hasHurried || !m_nextAttemptAt)
        return false;
    const QDateTime soon = now.addMSecs(scaled(recoverySpread, m_random()).count());
    const QDateTime wanted = std::max(soon, m_notBefore.value_or(soon));
    if (wanted >= *m_nextAttemptAt)
        return false;
    m_hasHurried = true;
    planAfterPause(wanted);
    return true;
}

void RefreshSchedule::stop()
{
    forgetFailures();
    m_nextAttemptAt.reset();
}

milliseconds RefreshSchedule::backoff(milliseconds left) const
{
    constexpr int enoughDoublings = 16;
    // Before the token expires, or soon after: whoever has little time left does not wait as if it were much.
    const milliseconds cap = std::clamp(left, backoffCapExpired, backoffCap);
    const milliseconds ceiling = std::min(cap, backoffBase * (1 << std::min(m_failures, enoughDoublings)));
    return scaled(ceiling, m_random());
}

void RefreshSchedule::waitAsAsked(const QDateTime &now, const AuthError &error)
{
    if (!error.retryAfter())
        return;
    const QDateTime asked = now.addSecs(error.retryAfter()->count());
    m_notBefore = std::max(m_notBefore.value_or(asked), asked);
}

void RefreshSchedule::forgetFailures()
{
    m_failures = 0;
    m_notBefore.reset();
    m_awaitsService = m_hasHurried = false;
}

void RefreshSchedule::planAfterPause(const QDateTime &wanted)
{
    m_nextAttemptAt =
        m_lastAttemptAt.isValid() ? std::max(wanted, m_lastAttemptAt.addMSecs(leastPause.count())) : wanted;
}

} // namespace QciAuth
