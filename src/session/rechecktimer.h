// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QBasicTimer>

#include <chrono>

class QObject;
class QTimerEvent;

namespace QciAuth {

/// Has its owner look at the wall clock when something is due by it, and every now and then besides: timers stand still
/// while the machine sleeps, and overflow. One look for each start.
class RecheckTimer
{
public:
    /// The wall clock is looked at again at least this often while anything is scheduled.
    static constexpr std::chrono::milliseconds interval{30'000};
    /// Where others see to that, this runs for what is due within this time alone: they may come late, by as much as
    /// Qt's coarse timers do.
    static constexpr std::chrono::milliseconds ownReach = 2 * interval;

    /// From its next start on it relies on somebody else, who has the owner look every `interval` while isScheduled().
    void leaveToOthers() { m_isLeftToOthers = true; }
    /// Whether anything is due at some time.
    bool isScheduled() const { return m_isScheduled; }

    /// @param due    how long it is until then.
    /// @param owner  gets the event; the same each time.
    void start(std::chrono::milliseconds due, QObject *owner);
    /// Nothing is due any more.
    void stop();
    /// Whether the event of the owner is one of this, which has run out by that.
    bool takes(const QTimerEvent &event);

private:
    QBasicTimer m_timer; ///< a QTimer takes half a kilobyte, and there may be a thousand sessions
    bool m_isScheduled = false;
    bool m_isLeftToOthers = false;
};

} // namespace QciAuth
