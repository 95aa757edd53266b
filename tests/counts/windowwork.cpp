// SPDX-License-Identifier: Apache-2.0
// What the window does when it opens, and once a second, as pieces of counted work.
#include "countedwork.h"
#include "futures.h"
#include "servicemonitor.h"
#include "windowbench.h"

#include <QApplication>
#include <QTimer>

using namespace QciAuth;
using namespace std::chrono_literals;

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    WindowBench bench;
    if (!bench.sessionIn(Session::State::Active))
        qFatal("no session");
    CountedWork::countFirst("window_opened", [&bench] {
        bench.open();
        QCoreApplication::processEvents();
    });
    // What the window has asked its service for is not the tick's.
    const auto &monitor = *bench.window().findChild<ServiceMonitor *>();
    if (!QTest::qWaitFor(
            [&monitor] { return !monitor.history().checks().isEmpty() && !monitor.isChecking(); }, patienceMs))
        qFatal("the service does not answer");
    QCoreApplication::processEvents();
    QTimer &timer = bench.countdownTimer();
    constexpr int seconds = 20;
    const auto tick = [&bench, &timer] {
        bench.clock.advance(1s);
        QMetaObject::invokeMethod(&timer, "timeout", Qt::DirectConnection);
    };
    CountedWork::count("tick", seconds, tick);
    QCoreApplication::processEvents();
    CountedWork::count("tick_painted", seconds, [&tick] {
        tick();
        QCoreApplication::processEvents();
    });
    return 0;
}
