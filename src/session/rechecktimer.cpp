// SPDX-License-Identifier: Apache-2.0
#include "rechecktimer.h"

#include <QTimerEvent>

namespace QciAuth {

void RecheckTimer::start(std::chrono::milliseconds due, QObject *owner)
{
    m_isScheduled = true;
    const std::chrono::milliseconds longest = m_isLeftToOthers ? ownReach : interval;
    if (due < longest)
        m_timer.start(static_cast<int>(due.count()), Qt::PreciseTimer, owner);
    else if (m_isLeftToOthers)
        m_timer.stop();
    else
        m_timer.start(static_cast<int>(longest.count()), Qt::CoarseTimer, owner);
}

void RecheckTimer::stop()
{
    m_isScheduled = false;
    m_timer.stop();
}

bool RecheckTimer::takes(const QTimerEvent &event)
{
    if (event.timerId() != m_timer.timerId())
        return false;
    m_timer.stop();
    return true;
}

} // namespace QciAuth
