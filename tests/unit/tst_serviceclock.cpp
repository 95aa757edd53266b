// SPDX-License-Identifier: Apache-2.0
#include "fakeclock.h"
#include "serviceclock.h"

#include <QTest>

using namespace QciAuth;
using namespace std::chrono_literals;

class TestServiceClock : public QObject
{
    Q_OBJECT

private slots:
    void followsTheWallClock();
    void rememberedSkewIsApplied_data();
    void rememberedSkewIsApplied();
    void dateHeaderSetsTheSkew_data();
    void dateHeaderSetsTheSkew();
    void laterMeasurementReplacesAnEarlierOne();
    void wallClockSetBackDoesNotTurnTimeBack_data();
    void wallClockSetBackDoesNotTurnTimeBack();
    void smallStepsBackDoNotAddUp();
    void slewingIsLeftAlone();
    void sleepIsBelieved();
    void jumpAheadIsPutRightByAMeasurement();
};

void TestServiceClock::followsTheWallClock()
{
    FakeClock clock;
    ServiceClock tested(clock);
    QCOMPARE(tested.now(), clock.now());
    clock.advance(90min);
    QCOMPARE(tested.now(), clock.now());
    QVERIFY(tested.skew() == 0ms);
}

void TestServiceClock::rememberedSkewIsApplied_data()
{
    QTest::addColumn<qint64>("skewMs");
    QTest::newRow("ahead") << qint64(90'000);
    QTest::newRow("behind") << qint64(-7'200'000);
}

void TestServiceClock::rememberedSkewIsApplied()
{
    QFETCH(const qint64, skewMs);
    FakeClock clock;
    ServiceClock tested(clock, std::chrono::milliseconds(skewMs));
    QCOMPARE(tested.now(), clock.now().addMSecs(skewMs));
    clock.advance(1h);
    QCOMPARE(tested.now(), clock.now().addMSecs(skewMs));
    QCOMPARE(tested.skew().count(), skewMs);
}

void TestServiceClock::dateHeaderSetsTheSkew_data()
{
    QTest::addColumn<qint64>("aheadSeconds");
    QTest::addColumn<qint64>("roundTripMs");
    QTest::addColumn<qint64>("skewMs");
    QTest::newRow("same, at once") << qint64(0) << qint64(0) << qint64(500);
    QTest::newRow("ahead") << qint64(100) << qint64(0) << qint64(100'500);
    QTest::newRow("behind") << qint64(-100) << qint64(0) << qint64(-99'500);
    QTest::newRow("slow answer: the middle of the call") << qint64(100) << qint64(4'000) << qint64(102'500);
}

void TestServiceClock::dateHeaderSetsTheSkew()
{
    QFETCH(const qint64, aheadSeconds);
    QFETCH(const qint64, roundTripMs);
    QFETCH(const qint64, skewMs);
    FakeClock clock;
    ServiceClock tested(clock);
    tested.measure(clock.now().addSecs(aheadSeconds), std::chrono::milliseconds(roundTripMs));
    QCOMPARE(tested.skew().count(), skewMs);
    QCOMPARE(tested.now(), clock.now().addMSecs(skewMs));
}

void TestServiceClock::laterMeasurementReplacesAnEarlierOne()
{
    FakeClock clock;
    ServiceClock tested(clock, 1h);
    tested.measure(clock.now(), 0ms);
    QVERIFY(tested.skew() == 500ms);
    QCOMPARE(tested.now(), clock.now().addMSecs(500));
}

void TestServiceClock::wallClockSetBackDoesNotTurnTimeBack_data()
{
    QTest::addColumn<qint64>("backMs");
    QTest::newRow("three seconds") << qint64(3'000);
    QTest::newRow("an hour") << qint64(3'600'000);
    QTest::newRow("to 1970, almost") << qint64(3'600'000) * 24 * 365 * 50;
}

void TestServiceClock::wallClockSetBackDoesNotTurnTimeBack()
{
    QFETCH(const qint64, backMs);
    FakeClock clock;
    ServiceClock tested(clock, 10s);
    const QDateTime before = tested.now();
    clock.advance(5min);
    clock.jumpWall(std::chrono::milliseconds(-backMs));
    QCOMPARE(tested.now(), before.addSecs(300));
    QCOMPARE(tested.skew().count(), 10'000 + backMs);
    clock.advance(5min);
    QCOMPARE(tested.now(), before.addSecs(600));
}

void TestServiceClock::smallStepsBackDoNotAddUp()
{
    FakeClock clock;
    ServiceClock tested(clock);
    QDateTime real = tested.now();
    for (int i = 0; i < 100; ++i) {
        clock.advance(10s);
        clock.jumpWall(-500ms);
        real = real.addSecs(10);
        QVERIFY(std::abs(tested.now().msecsTo(real)) <= 2000);
    }
}

void TestServiceClock::slewingIsLeftAlone()
{
    FakeClock clock;
    ServiceClock tested(clock);
    for (int i = 0; i < 50; ++i) {
        clock.advance(10s);
        clock.jumpWall(i % 2 == 0 ? -150ms : 150ms);
        tested.now();
    }
    QVERIFY(tested.skew() == 0ms);
    QCOMPARE(tested.now(), clock.now());
}

void TestServiceClock::sleepIsBelieved()
{
    FakeClock clock;
    ServiceClock tested(clock);
    clock.jumpWall(8h);
    QCOMPARE(tested.now(), clock.now());
    QVERIFY(tested.skew() == 0ms);
}

void TestServiceClock::jumpAheadIsPutRightByAMeasurement()
{
    FakeClock clock;
    ServiceClock tested(clock);
    const QDateTime real = clock.now();
    clock.jumpWall(3h);
    QCOMPARE(tested.now(), real.addSecs(10'800));
    tested.measure(real, 0ms);
    QCOMPARE(tested.now(), real.addMSecs(500));
    clock.advance(1min);
    QCOMPARE(tested.now(), real.addMSecs(60'500));
    // Set right again by its owner: that is a step back of the wall clock, and no step of the time.
    clock.jumpWall(-3h);
    QCOMPARE(tested.now(), real.addMSecs(60'500));
    QVERIFY(tested.skew() == 500ms);
}

QTEST_GUILESS_MAIN(TestServiceClock)
#include "tst_serviceclock.moc"
