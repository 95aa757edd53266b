// SPDX-License-Identifier: Apache-2.0
#include "serviceclock.h"

namespace QciAuth {

namespace {

// `Date` has whole seconds: on average the server's clock is this much further.
constexpr std::chrono::milliseconds dateRounding{500};

} // namespace

ServiceClock::ServiceClock(const Clock &clock, std::chrono::milliseconds skew)
    : m_clock(clock)
    , m_skew(skew)
{
    remember(m_clock.now().addMSecs(m_skew.count()));
}

QDateTime ServiceClock::now()
{
    const QDateTime wall = m_clock.now();
    const QDateTime atLeast = m_lastNow.addMSecs((m_clock.monotonic() - m_lastMonotonic).count());
    const QDateTime corrected = wall.addMSecs(m_skew.count());
    // Clocks drift and are slewed by milliseconds all the time; only a real step back is taken into the skew.
    constexpr std::chrono::milliseconds tolerance{2000};
    if (corrected.msecsTo(atLeast) > tolerance.count())
        m_skew = std::chrono::milliseconds(wall.msecsTo(atLeast));
    const QDateTime result = wall.addMSecs(m_skew.count());
    if (result > atLeast)
        remember(result);
    return result;
}

void ServiceClock::measure(const QDateTime &serverDate, std::chrono::milliseconds roundTrip)
{
    const QDateTime wall = m_clock.now();
    m_skew = std::chrono::milliseconds(wall.msecsTo(serverDate)) + dateRounding + roundTrip / 2;
    remember(wall.addMSecs(m_skew.count()));
}

void ServiceClock::remember(const QDateTime &instant)
{
    m_lastNow = instant;
    m_lastMonotonic = m_clock.monotonic();
}

} // namespace QciAuth
