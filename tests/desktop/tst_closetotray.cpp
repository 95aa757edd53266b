// SPDX-License-Identifier: Apache-2.0
#include "closetotray.h"
#include "futures.h"
#include "windowbench.h"

#include <QDialog>
#include <QSignalSpy>
#include <QTest>
#include <QWidget>

using namespace QciAuth;
using namespace Qt::StringLiterals;

class TestCloseToTray : public QObject
{
    Q_OBJECT

private slots:
    void hidesOnlyWhereWantedAndShown_data();
    void hidesOnlyWhereWantedAndShown();
    void dialogsGoWithTheWindow();
    void hiddenWindowComesBackWithoutATray();
    void startedHiddenWithoutATrayIsSeenAsSoon();
    void trayThatReturnsLeavesTheWindowHidden();
    void trayThatGoesLeavesAVisibleWindowAlone();
    void closedWindowIsHiddenAndGoesOn();
    void quittingIsNoHiding();
    void endOfTheSessionIsNoHiding();
};

void TestCloseToTray::hidesOnlyWhereWantedAndShown_data()
{
    QTest::addColumn<bool>("isWanted");
    QTest::addColumn<bool>("isShown");
    QTest::newRow("wanted, shown") << true << true;
    QTest::newRow("wanted, not shown") << true << false;
    QTest::newRow("not wanted, shown") << false << true;
    QTest::newRow("neither") << false << false;
}

void TestCloseToTray::hidesOnlyWhereWantedAndShown()
{
    QFETCH(const bool, isWanted);
    QFETCH(const bool, isShown);
    QWidget window;
    window.show();
    CloseToTray closeToTray(window);
    const QSignalSpy hidden(&closeToTray, &CloseToTray::hidden);
    closeToTray.setWanted(isWanted);
    closeToTray.setShown(isShown);
    QCOMPARE(closeToTray.hideInstead(), isWanted && isShown);
    QCOMPARE(window.isHidden(), isWanted && isShown);
    QCOMPARE(hidden.count(), isWanted && isShown ? 1 : 0);
}

void TestCloseToTray::dialogsGoWithTheWindow()
{
    QWidget window;
    window.show();
    QDialog dialog(&window);
    dialog.show();
    CloseToTray closeToTray(window);
    closeToTray.setShown(false);
    QVERIFY(!closeToTray.hideInstead());
    QVERIFY(dialog.isVisible());
    closeToTray.setShown(true);
    QVERIFY(closeToTray.hideInstead());
    QVERIFY(dialog.isHidden());
}

void TestCloseToTray::hiddenWindowComesBackWithoutATray()
{
    QWidget window;
    window.show();
    CloseToTray closeToTray(window);
    closeToTray.setShown(true);
    QVERIFY(closeToTray.hideInstead());
    closeToTray.setShown(false);
    QTRY_VERIFY_WITH_TIMEOUT(window.isVisible(), patienceMs);
}

void TestCloseToTray::startedHiddenWithoutATrayIsSeenAsSoon()
{
    QWidget window;
    CloseToTray closeToTray(window);
    closeToTray.startHidden();
    QVERIFY(window.isHidden());
    // Another window, whose tray has gone, tells how long that takes.
    QWidget other;
    CloseToTray otherCloseToTray(other);
    otherCloseToTray.setShown(false);
    QTRY_VERIFY_WITH_TIMEOUT(other.isVisible(), patienceMs);
    QTRY_VERIFY(window.isVisible());
}

void TestCloseToTray::trayThatReturnsLeavesTheWindowHidden()
{
    QWidget window;
    window.show();
    CloseToTray closeToTray(window);
    closeToTray.setShown(true);
    QVERIFY(closeToTray.hideInstead());
    closeToTray.setShown(false);
    closeToTray.setShown(true);
    // Another window, whose tray does not return, tells how long to watch.
    QWidget other;
    CloseToTray otherCloseToTray(other);
    otherCloseToTray.setShown(false);
    QTRY_VERIFY_WITH_TIMEOUT(other.isVisible(), patienceMs);
    QVERIFY(window.isHidden());
}

void TestCloseToTray::trayThatGoesLeavesAVisibleWindowAlone()
{
    QWidget window;
    window.showMinimized();
    CloseToTray closeToTray(window);
    closeToTray.setShown(true);
    closeToTray.setShown(false);
    QVERIFY(window.isMinimized());
}

void TestCloseToTray::closedWindowIsHiddenAndGoesOn()
{
    WindowBench bench;
    bench.open();
    CloseToTray closeToTray(bench.window());
    bench.window().closer().setCloseToTray(&closeToTray);
    closeToTray.setShown(true);
    QVERIFY(!bench.window().close());
    QVERIFY(bench.window().isHidden());
    bench.window().activate({});
    QVERIFY(bench.window().isVisible());
    closeToTray.setShown(false);
    QVERIFY(bench.window().close());
}

void TestCloseToTray::quittingIsNoHiding()
{
    WindowBench bench;
    bench.open();
    CloseToTray closeToTray(bench.window());
    bench.window().closer().setCloseToTray(&closeToTray);
    closeToTray.setShown(true);
    const QSignalSpy hidden(&closeToTray, &CloseToTray::hidden);
    bench.window().closer().quit();
    QVERIFY(bench.window().isHidden());
    QCOMPARE(hidden.count(), 0);
}

void TestCloseToTray::endOfTheSessionIsNoHiding()
{
    WindowBench bench;
    bench.open();
    CloseToTray closeToTray(bench.window());
    bench.window().closer().setCloseToTray(&closeToTray);
    closeToTray.setShown(true);
    bench.window().closer().expectEnd();
    QVERIFY(bench.window().close());
}

QTEST_MAIN(TestCloseToTray)
#include "tst_closetotray.moc"
