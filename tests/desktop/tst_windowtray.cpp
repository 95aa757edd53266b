// SPDX-License-Identifier: Apache-2.0
#include "windowtray.h"

#include "futures.h"
#include "logindialog.h"
#include "notificationstandin.h"
#include "windowbench.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QTest>

#include <algorithm>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = Session::State;

class TestWindowTray : public QObject
{
    Q_OBJECT

private slots:
    void notificationLeadsToOneLogin();
    void openDialogKeepsItsProfile();
    void answerIsToldWhereTheWindowIsNotSeen_data();
    void answerIsToldWhereTheWindowIsNotSeen();
    void answerIsNotToldWhereTheWindowIsSeen();
    void quitThatWaitsIsTold();

private:
    /// An entry of the icon's menu, which is nobody's child.
    static QAction *entry(const QString &text)
    {
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            const auto *menu = qobject_cast<QMenu *>(widget);
            const QList<QAction *> actions = menu ? menu->actions() : QList<QAction *>();
            const bool isTrays = std::any_of(
                actions.begin(), actions.end(), [](const QAction *action) { return action->text() == "Show"_L1; });
            for (QAction *action : actions) {
                if (isTrays && action->text() == text)
                    return action;
            }
        }
        qFatal("there is no entry %s", qPrintable(text));
    }

    static qsizetype loginDialogs(const MainWindow &window)
    {
        const auto dialogs = window.findChildren<LoginDialog *>();
        return std::count_if(
            dialogs.begin(), dialogs.end(), [](const LoginDialog *dialog) { return dialog->isVisible(); });
    }
};

void TestWindowTray::notificationLeadsToOneLogin()
{
    NotificationStandIn service;
    WindowBench bench;
    QVERIFY(bench.openIn(State::LoginRequired));
    const WindowTray tray(bench.window(), bench.sessions, bench.preferences);
    QTRY_COMPARE_WITH_TIMEOUT(service.titles(), QStringList{u"Login required: default"_s}, patienceMs);
    for (int i = 0; i < 2; ++i) {
        bench.window().showMinimized();
        QTRY_VERIFY_WITH_TIMEOUT((service.press(service.shown().first()), !bench.window().isMinimized()), patienceMs);
        QCOMPARE(loginDialogs(bench.window()), 1);
    }
}

void TestWindowTray::openDialogKeepsItsProfile()
{
    NotificationStandIn service;
    WindowBench bench;
    bench.storeLogin(u"work"_s);
    QVERIFY(bench.openIn(State::Active));
    const WindowTray tray(bench.window(), bench.sessions, bench.preferences);
    bench.answerExchanges(bench.refusal());
    bench.sessions.session(u"work"_s);
    QTRY_COMPARE_WITH_TIMEOUT(service.titles(), QStringList{u"Login required: work"_s}, patienceMs);
    bench.window().openLogin();
    bench.window().showMinimized();
    QTRY_VERIFY_WITH_TIMEOUT((service.press(service.shown().first()), !bench.window().isMinimized()), patienceMs);
    QCOMPARE(bench.window().session(), &bench.session());
    QCOMPARE(loginDialogs(bench.window()), 1);

    // Once that is closed, the notification leads where it says.
    bench.window().findChild<LoginDialog *>()->close();
    QTRY_VERIFY_WITH_TIMEOUT(
        (service.press(service.shown().first()), bench.window().session() == &bench.session(u"work"_s)), patienceMs);
    QCOMPARE(loginDialogs(bench.window()), 1);
}

void TestWindowTray::answerIsToldWhereTheWindowIsNotSeen_data()
{
    QTest::addColumn<bool>("isMinimized");
    QTest::newRow("hidden") << false;
    QTest::newRow("minimised") << true;
}

void TestWindowTray::answerIsToldWhereTheWindowIsNotSeen()
{
    QFETCH(const bool, isMinimized);
    NotificationStandIn service;
    WindowBench bench;
    QVERIFY(bench.openIn(State::Active));
    const WindowTray tray(bench.window(), bench.sessions, bench.preferences);
    if (isMinimized)
        bench.window().showMinimized();
    else
        bench.window().hide();
    // Also where it is the same as a moment ago.
    for (int answers = 1; answers <= 2; ++answers) {
        entry(u"Copy bearer header"_s)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(service.shown().size(), answers, patienceMs);
        QVERIFY2(service.titles().last().startsWith("Bearer header copied"_L1), qPrintable(service.titles().last()));
    }
    // What was not asked for in the icon's menu is nothing to disturb a user with.
    bench.window().say(u"Something else"_s);
    entry(u"Refresh now"_s)->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(service.shown().size(), 3, patienceMs);
    QCOMPARE(service.titles().last(), u"Refreshed"_s);
}

void TestWindowTray::answerIsNotToldWhereTheWindowIsSeen()
{
    NotificationStandIn service;
    WindowBench bench;
    QVERIFY(bench.openIn(State::Active));
    const WindowTray tray(bench.window(), bench.sessions, bench.preferences);
    entry(u"Copy bearer header"_s)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(bench.status().startsWith("Bearer header copied"_L1), patienceMs);
    bench.window().hide();
    entry(u"Refresh now"_s)->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(service.titles(), QStringList{u"Refreshed"_s}, patienceMs);
}

void TestWindowTray::quitThatWaitsIsTold()
{
    NotificationStandIn service;
    WindowBench bench;
    QVERIFY(bench.openIn(State::Active));
    const WindowTray tray(bench.window(), bench.sessions, bench.preferences);
    bench.window().hide();
    bench.holdExchanges();
    const int before = bench.exchanges();
    const auto answer = bench.session().refreshNow();
    QTRY_COMPARE_WITH_TIMEOUT(bench.exchanges(), before + 1, patienceMs);
    entry(u"Quit"_s)->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(service.titles(), QStringList{u"Waiting for the refresh to end…"_s}, patienceMs);
}

QTEST_MAIN(TestWindowTray)
#include "tst_windowtray.moc"
