// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "servicestandin.h"

#include <QString>

#include <chrono>
#include <optional>

namespace QciAuth {

/// How often a session asks by itself (behaviour.md, Refresh), by the time that passes for it: sleeps and a clock set
/// ahead count, a clock set back does not.
class AttemptWatch
{
public:
    using Time = std::chrono::milliseconds;
    /// Who started an exchange: the schedule, somebody who waits for a token, or a start.
    enum class Cause { Schedule, User, Start };

    /// A request has been sent. What is wrong with that; empty where nothing is.
    QString sent(Cause cause, int account, Time now);
    /// It has ended.
    void answered(ServiceStandIn::Meaning meaning, std::optional<std::chrono::seconds> retryAfter, Time now);
    /// A new login: what was before does not count.
    void reset();

private:
    Cause m_cause = Cause::Schedule;
    int m_account = 0;
    std::optional<Time> m_lastAutomatic;
    std::optional<Time> m_notBefore;
    QString m_reason;
};

} // namespace QciAuth
