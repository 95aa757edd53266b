// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clock.h"

namespace QciAuth {

/// The service's time as well as it can be told here: the wall clock, corrected by the skew that the server's `Date`
/// showed, and never running slower than real time (behaviour.md, Time).
///
/// A wall clock that is set back while the program runs would make an expired token look valid; the monotonic clock
/// bounds that. One that jumps ahead cannot be told from a sleep and is believed until the next measurement.
class ServiceClock
{
public:
    /// @param skew  service time minus local time, as remembered from an earlier run.
    explicit ServiceClock(const Clock &clock, std::chrono::milliseconds skew = {});

    /// The service's time, in UTC.
    QDateTime now();
    /// Service time minus the local wall clock's.
    std::chrono::milliseconds skew() const { return m_skew; }

    /// Takes in what a `Date` header said in an answer that arrived just now, `roundTrip` after it was asked for.
    void measure(const QDateTime &serverDate, std::chrono::milliseconds roundTrip);

private:
    void remember(const QDateTime &instant);

    const Clock &m_clock;
    std::chrono::milliseconds m_skew;
    QDateTime m_lastNow;
    std::chrono::milliseconds m_lastMonotonic{};
};

} // namespace QciAuth
