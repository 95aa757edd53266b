// SPDX-License-Identifier: Apache-2.0
#include "attemptwatch.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace QciAuth {

namespace {

// From behaviour.md, not from the code under test.
constexpr std::chrono::milliseconds leastPause = 10s;
constexpr std::chrono::milliseconds configurationPause = 15min;
// `Date` has whole seconds, so that each answer may move the clock by one; and a step back of two is taken for noise at
// first, and made up for when the clock is set back by more.
constexpr std::chrono::milliseconds rounding = 3s;

} // namespace

QString AttemptWatch::sent(Cause cause, int account, Time now)
{
    if (account != m_account)
        reset();
    m_cause = cause;
    m_account = account;
    if (cause != Cause::Schedule)
        return {};
    QString problem;
    if (m_lastAutomatic && now - *m_lastAutomatic < leastPause - rounding)
        problem = u"two automatic attempts within %1 ms"_s.arg((now - *m_lastAutomatic).count());
    else if (m_notBefore && now < *m_notBefore - rounding)
        problem = u"an automatic attempt %1 ms too early after %2"_s.arg(
            QString::number((*m_notBefore - now).count()), m_reason);
    m_lastAutomatic = now;
    return problem;
}

void AttemptWatch::answered(ServiceStandIn::Meaning meaning, std::optional<std::chrono::seconds> retryAfter, Time now)
{
    using Meaning = ServiceStandIn::Meaning;
    std::optional<Time> notBefore;
    if (meaning == Meaning::Configuration)
        notBefore = now + configurationPause;
    else if (retryAfter)
        notBefore = now + *retryAfter;
    if (meaning == Meaning::Good || m_cause != Cause::User)
        m_notBefore.reset();
    if (!notBefore || (m_notBefore && *m_notBefore > *notBefore))
        return;
    m_notBefore = notBefore;
    m_reason = meaning == Meaning::Configuration ? u"a configuration fault"_s : u"Retry-After"_s;
}

void AttemptWatch::reset()
{
    *this = AttemptWatch();
}

} // namespace QciAuth
