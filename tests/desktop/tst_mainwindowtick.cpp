// SPDX-License-Identifier: Apache-2.0
#include "windowbench.h"

#include "futures.h"

#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = Session::State;

namespace {

CountdownRing &ringOf(const MainWindow &window)
{
    return *window.findChild<CountdownRing *>(u"ring"_s);
}

} // namespace

class TestMainWindowTick : public QObject
{
    Q_OBJECT

private slots:
    void visibleWindowCountsByItself();
    void unseenWindowDoesNotCount_data();
    void unseenWindowDoesNotCount();
    void windowThatComesBackIsRightAtOnce_data();
    void windowThatComesBackIsRightAtOnce();
    void noticeCountsDownToTheNextTry();

private:
    static void addWays();
    static void takeAway(MainWindow &window, const QString &how);
};

void TestMainWindowTick::addWays()
{
    QTest::addColumn<QString>("how");
    QTest::newRow("hidden") << u"hidden"_s;
    QTest::newRow("minimised") << u"minimised"_s;
}

void TestMainWindowTick::takeAway(MainWindow &window, const QString &how)
{
    if (how == "hidden"_L1)
        window.hide();
    else
        window.showMinimized();
}

void TestMainWindowTick::visibleWindowCountsByItself()
{
    WindowBench bench;
    QVERIFY(bench.openIn(State::Active));
    for (const QString &countdown : {u"59:58"_s, u"59:56"_s, u"59:54"_s}) {
        bench.clock.advance(2s);
        QTRY_COMPARE_WITH_TIMEOUT(bench.ring().text(), countdown, patienceMs);
    }
}

void TestMainWindowTick::unseenWindowDoesNotCount_data()
{
    addWays();
}

void TestMainWindowTick::unseenWindowDoesNotCount()
{
    QFETCH(const QString, how);
    WindowBench bench;
    QVERIFY(bench.openIn(State::Active));
    takeAway(bench.window(), how);
    // Another window, which is seen, tells how long to watch.
    const auto seen = bench.makeWindow();
    seen->showProfile(u"default"_s);
    seen->show();
    for (const QString &countdown : {u"59:58"_s, u"59:56"_s, u"59:54"_s}) {
        bench.clock.advance(2s);
        QTRY_COMPARE_WITH_TIMEOUT(ringOf(*seen).text(), countdown, patienceMs);
    }
    QCOMPARE(bench.ring().text(), u"1:00:00"_s);
}

void TestMainWindowTick::windowThatComesBackIsRightAtOnce_data()
{
    addWays();
}

void TestMainWindowTick::windowThatComesBackIsRightAtOnce()
{
    QFETCH(const QString, how);
    WindowBench bench;
    QVERIFY(bench.openIn(State::Active));
    takeAway(bench.window(), how);
    bench.clock.advance(11min);
    QCOMPARE(bench.ring().text(), u"1:00:00"_s);
    bench.window().showNormal();
    QCOMPARE(bench.ring().text(), u"49:00"_s);
    bench.clock.advance(2s);
    QTRY_COMPARE_WITH_TIMEOUT(bench.ring().text(), u"48:58"_s, patienceMs);
}

void TestMainWindowTick::noticeCountsDownToTheNextTry()
{
    WindowBench bench;
    QVERIFY(bench.openIn(State::Expired));
    QVERIFY(bench.notice().endsWith("Next try in 10 s."_L1));
    bench.clock.advance(3s);
    QTRY_VERIFY_WITH_TIMEOUT(bench.notice().endsWith("Next try in 7 s."_L1), patienceMs);
}

QTEST_MAIN(TestMainWindowTick)
#include "tst_mainwindowtick.moc"
