// SPDX-License-Identifier: Apache-2.0
#include "fakeclock.h"

using namespace Qt::StringLiterals;

namespace QciAuth {

FakeClock::FakeClock()
    : FakeClock(QDateTime::fromString(u"2025-03-09T20:00:00Z"_s, Qt::ISODate))
{
}

FakeClock::FakeClock(const QDateTime &now)
    : m_now(now)
{
}

void FakeClock::advance(std::chrono::milliseconds duration)
{
    m_now = m_now.addMSecs(duration.count());
    m_monotonic += duration;
}

void FakeClock::jumpWall(std::chrono::milliseconds duration)
{
    m_now = m_now.addMSecs(duration.count());
}

} // namespace QciAuth
