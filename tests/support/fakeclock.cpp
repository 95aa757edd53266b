// SPDX-License-Identifier: Apache-2.0
#include "fakeclock.h"

namespace QciAuth {

FakeClock::FakeClock()
    : FakeClock(QDateTime(QDate(2025, 3, 9), QTime(20, 0), Qt::UTC))
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
