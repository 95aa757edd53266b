// SPDX-License-Identifier: Apache-2.0
#include "virtualtime.h"

#include <QCoreApplication>
#include <QTimerEvent>

#include <algorithm>

namespace QciAuth {

using std::chrono::milliseconds;

std::optional<milliseconds> VirtualTime::untilNextTimer() const
{
    const auto next = std::min_element(
        m_timers.begin(), m_timers.end(), [](const Timer &a, const Timer &b) { return a.due < b.due; });
    return next == m_timers.end() ? std::nullopt : std::optional(std::max(milliseconds::zero(), next->due - m_now));
}

void VirtualTime::advance(milliseconds duration)
{
    m_now += duration;
    std::vector<Timer> due;
    std::copy_if(m_timers.begin(), m_timers.end(), std::back_inserter(due),
        [this](const Timer &timer) { return timer.due <= m_now; });
    std::stable_sort(due.begin(), due.end(), [](const Timer &a, const Timer &b) { return a.due < b.due; });
    for (const Timer &timer : due) {
        // What fired before may have stopped it.
        const auto running =
            std::find_if(m_timers.begin(), m_timers.end(), [&timer](const Timer &t) { return t.id == timer.id; });
        if (running == m_timers.end())
            continue;
        running->due = m_now + running->interval;
        QTimerEvent event(timer.id);
        QCoreApplication::sendEvent(timer.object, &event);
    }
}

void VirtualTime::settle()
{
    // What is delivered may post more.
    for (int round = 0; round < 20; ++round) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

bool VirtualTime::processEvents(QEventLoop::ProcessEventsFlags)
{
    QCoreApplication::sendPostedEvents();
    return false;
}

void VirtualTime::registerTimer(int timerId, qint64 interval, Qt::TimerType timerType, QObject *object)
{
    m_timers.push_back({timerId, milliseconds(interval), m_now + milliseconds(interval), timerType, object});
}

bool VirtualTime::unregisterTimer(int timerId)
{
    return std::erase_if(m_timers, [timerId](const Timer &timer) { return timer.id == timerId; }) > 0;
}

bool VirtualTime::unregisterTimers(QObject *object)
{
    return std::erase_if(m_timers, [object](const Timer &timer) { return timer.object == object; }) > 0;
}

QList<QAbstractEventDispatcher::TimerInfo> VirtualTime::registeredTimers(QObject *object) const
{
    QList<TimerInfo> infos;
    for (const Timer &timer : m_timers) {
        if (timer.object == object)
            infos.append({timer.id, static_cast<int>(timer.interval.count()), timer.type});
    }
    return infos;
}

int VirtualTime::remainingTime(int timerId)
{
    const auto found =
        std::find_if(m_timers.begin(), m_timers.end(), [timerId](const Timer &timer) { return timer.id == timerId; });
    return found == m_timers.end() ? -1 : static_cast<int>((found->due - m_now).count());
}

} // namespace QciAuth
