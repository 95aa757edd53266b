// SPDX-License-Identifier: Apache-2.0
#include "allocationcounter.h"
#include "futures.h"
#include "servicemonitor.h"
#include "windowbench.h"

#include <QTest>
#include <QTimer>

#include <memory>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = Session::State;

namespace {

struct TickBench : WindowBench
{
    /// The window counts, and nothing else is under way.
    bool openCounting()
    {
        if (!openIn(State::Active))
            return false;
        const auto &monitor = *window().findChild<ServiceMonitor *>();
        return QTest::qWaitFor(
            [&monitor] { return !monitor.history().checks().isEmpty() && !monitor.isChecking(); }, patienceMs);
    }
    /// A second passes.
    void tick()
    {
        clock.advance(1s);
        const AllocationCounter counter;
        QMetaObject::invokeMethod(&countdownTimer(), "timeout", Qt::DirectConnection);
        allocations = counter.count();
    }

    int allocations = 0; ///< of the last tick
};

} // namespace

class TestMainWindowAllocations : public QObject
{
    Q_OBJECT

private slots:
    void counterCounts();
    void tickTakesNoMemory();
};

void TestMainWindowAllocations::counterCounts()
{
    const AllocationCounter counter;
    const auto something = std::make_unique<QString>(u"a"_s.repeated(100));
    QVERIFY(counter.count() >= 2);
}

void TestMainWindowAllocations::tickTakesNoMemory()
{
    TickBench bench;
    QVERIFY(bench.openCounting());
    // What Qt keeps about a part that is to be painted again is Qt's; it keeps nothing for a window that is not
    // painted.
    bench.window().setUpdatesEnabled(false);
    constexpr int untilAllIsWritten = 5;
    for (int i = 0; i < untilAllIsWritten; ++i)
        bench.tick();
    QCOMPARE(bench.ring().text(), u"59:55"_s);
    for (int i = 0; i < 30; ++i) {
        bench.tick();
        QCOMPARE(bench.allocations, 0);
    }
    QCOMPARE(bench.ring().text(), u"59:25"_s);
    // The words change with the minute.
    bench.clock.advance(1min);
    bench.tick();
    QVERIFY(bench.allocations > 0);
}

QTEST_MAIN(TestMainWindowAllocations)
#include "tst_mainwindowallocations.moc"
