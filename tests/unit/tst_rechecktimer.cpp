// SPDX-License-Identifier: Apache-2.0
#include "futures.h"
#include "rechecktimer.h"

#include <QAbstractEventDispatcher>
#include <QTimerEvent>

using namespace QciAuth;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

class TestRecheckTimer : public QObject
{
    Q_OBJECT

private slots:
    void comesWhenItIsDueAndInAnyCaseSoon_data();
    void comesWhenItIsDueAndInAnyCaseSoon();
    void lastStartCounts();
    void stoppedItNeverComes();
    void othersAreReliedOnFromTheNextStart();
    void comesOnceForEachStart();
};

namespace {

struct Owner : QObject
{
    using Timers = QList<QAbstractEventDispatcher::TimerInfo>;

    Timers timers() { return QAbstractEventDispatcher::instance()->registeredTimers(this); }

    RecheckTimer recheck;
    int looks = 0;
    int otherEvents = 0;

protected:
    void timerEvent(QTimerEvent *event) override { ++(recheck.takes(*event) ? looks : otherEvents); }
};

} // namespace

void TestRecheckTimer::comesWhenItIsDueAndInAnyCaseSoon_data()
{
    QTest::addColumn<bool>("isLeftToOthers");
    QTest::addColumn<milliseconds>("due");
    QTest::addColumn<milliseconds>("comesIn"); // zero: never, by itself
    QTest::addColumn<bool>("isPrecise");
    constexpr milliseconds most = RecheckTimer::interval;
    constexpr milliseconds reach = RecheckTimer::ownReach;
    QTest::newRow("soon") << false << milliseconds(1s) << milliseconds(1s) << true;
    QTest::newRow("before the next look") << false << most - 1ms << most - 1ms << true;
    QTest::newRow("at the next look") << false << most << most << false;
    QTest::newRow("in weeks") << false << milliseconds(1000h) << most << false;
    QTest::newRow("nobody knows when") << false << milliseconds::max() << most << false;
    QTest::newRow("others look: soon") << true << milliseconds(1s) << milliseconds(1s) << true;
    QTest::newRow("others look: before they may come") << true << reach - 1ms << reach - 1ms << true;
    QTest::newRow("others look: later") << true << reach << 0ms << false;
    QTest::newRow("others look: nobody knows when") << true << milliseconds::max() << 0ms << false;
}

void TestRecheckTimer::comesWhenItIsDueAndInAnyCaseSoon()
{
    QFETCH(const bool, isLeftToOthers);
    QFETCH(const milliseconds, due);
    QFETCH(const milliseconds, comesIn);
    QFETCH(const bool, isPrecise);
    Owner owner;
    if (isLeftToOthers)
        owner.recheck.leaveToOthers();
    QVERIFY(!owner.recheck.isScheduled());
    owner.recheck.start(due, &owner);
    QVERIFY(owner.recheck.isScheduled());
    const Owner::Timers timers = owner.timers();
    QCOMPARE(timers.size(), comesIn > 0ms ? 1 : 0);
    if (timers.isEmpty())
        return;
    QCOMPARE(timers.first().interval, comesIn.count());
    QCOMPARE(timers.first().timerType == Qt::PreciseTimer, isPrecise);
}

void TestRecheckTimer::lastStartCounts()
{
    Owner owner;
    owner.recheck.start(1s, &owner);
    owner.recheck.start(2s, &owner);
    QCOMPARE(owner.timers().size(), 1);
    QCOMPARE(owner.timers().first().interval, 2000);
}

void TestRecheckTimer::stoppedItNeverComes()
{
    Owner owner;
    owner.recheck.start(1s, &owner);
    owner.recheck.stop();
    QVERIFY(!owner.recheck.isScheduled());
    QVERIFY(owner.timers().isEmpty());
}

void TestRecheckTimer::othersAreReliedOnFromTheNextStart()
{
    Owner owner;
    owner.recheck.start(1h, &owner);
    owner.recheck.leaveToOthers();
    QCOMPARE(owner.timers().size(), 1);
    owner.recheck.start(1h, &owner);
    QVERIFY(owner.timers().isEmpty());
    QVERIFY(owner.recheck.isScheduled());
}

void TestRecheckTimer::comesOnceForEachStart()
{
    Owner owner;
    owner.recheck.start(0ms, &owner);
    QVERIFY(waitUntil([&owner] { return owner.looks == 1; }));
    QVERIFY(owner.timers().isEmpty());
    QVERIFY(owner.recheck.isScheduled()); // until somebody says otherwise
    owner.startTimer(0);
    QVERIFY(waitUntil([&owner] { return owner.otherEvents > 0; }));
    QCOMPARE(owner.looks, 1);
    owner.recheck.start(0ms, &owner);
    QVERIFY(waitUntil([&owner] { return owner.looks == 2; }));
}

QTEST_GUILESS_MAIN(TestRecheckTimer)
#include "tst_rechecktimer.moc"
