// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractEventDispatcher>

#include <chrono>
#include <optional>
#include <vector>

namespace QciAuth {

/// An event loop whose timers go by a time that only a test moves: what takes hours takes none, and happens in the
/// same order every time. Knows no sockets. To be given to QCoreApplication before one is made.
class VirtualTime final : public QAbstractEventDispatcher
{
public:
    using QAbstractEventDispatcher::QAbstractEventDispatcher;

    /// When the next timer is due, from now; nothing where none runs.
    std::optional<std::chrono::milliseconds> untilNextTimer() const;
    /// How many timers run.
    std::size_t timerCount() const { return m_timers.size(); }
    /// Time passes, and what is due by then fires.
    void advance(std::chrono::milliseconds duration);
    /// Delivers everything that is posted, deletions included, until nothing is left.
    static void settle();

    bool processEvents(QEventLoop::ProcessEventsFlags flags) override;
    void registerTimer(int timerId, qint64 interval, Qt::TimerType timerType, QObject *object) override;
    bool unregisterTimer(int timerId) override;
    bool unregisterTimers(QObject *object) override;
    QList<TimerInfo> registeredTimers(QObject *object) const override;
    int remainingTime(int timerId) override;
    void registerSocketNotifier(QSocketNotifier *) override {}
    void unregisterSocketNotifier(QSocketNotifier *) override {}
    void wakeUp() override {}
    void interrupt() override {}

private:
    struct Timer
    {
        int id;
        std::chrono::milliseconds interval;
        std::chrono::milliseconds due;
        Qt::TimerType type;
        QObject *object;
    };

    std::chrono::milliseconds m_now{};
    std::vector<Timer> m_timers;
};

} // namespace QciAuth
