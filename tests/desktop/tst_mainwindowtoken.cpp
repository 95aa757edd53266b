// SPDX-License-Identifier: Apache-2.0
#include "windowbench.h"

#include "futures.h"
#include "servicemonitor.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = Session::State;

/// What is done with a token in the window: it is copied and refreshed.
class TestMainWindowToken : public QObject
{
    Q_OBJECT

private slots:
    void cleanup();

    void shortcutCopiesTheHeader();
    void headerWithTimeLeftIsCopiedAsItIs();
    void headerAboutToExpireIsRenewedFirst();
    void failedRenewalCopiesWhatIsStillValid();
    void nothingValidIsNotCopied();
    void idsAreCopied_data();
    void idsAreCopied();
    void idsAreMonospacedInRowsAsHighAsBefore();
    void shortcutRefreshes();
    void refreshButtonRefreshes();
    void failedRefreshIsSaid();
    void refreshingWorksAgainSoonAfterAnOutage();
    void windowMayGoDuringAnExchange();

private:
    static QString clipboardText() { return QGuiApplication::clipboard()->text(); }
};

void TestMainWindowToken::cleanup()
{
    QGuiApplication::clipboard()->clear();
}

void TestMainWindowToken::shortcutCopiesTheHeader()
{
    WindowBench bench;
    QVERIFY(bench.openIn(State::Active));
    QTest::keyClick(&bench.window(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE_WITH_TIMEOUT(clipboardText(), u"Authorization: Bearer "_s + bench.accessToken(), patienceMs);
    QCOMPARE(bench.status(), u"Bearer header copied"_s);
}

void TestMainWindowToken::headerWithTimeLeftIsCopiedAsItIs()
{
    WindowBench bench;
    bench.serveTokens(200s);
    QVERIFY(bench.openIn(State::Active));
    bench.clock.advance(140s); // a minute is left
    bench.click(u"Copy bearer header"_s);
    QTRY_COMPARE_WITH_TIMEOUT(clipboardText(), u"Authorization: Bearer "_s + bench.accessToken(), patienceMs);
    QCOMPARE(bench.exchanges(), 1);
    QCOMPARE(bench.status(), u"Bearer header copied"_s);
}

void TestMainWindowToken::headerAboutToExpireIsRenewedFirst()
{
    WindowBench bench;
    bench.serveTokens(200s);
    QVERIFY(bench.openIn(State::Active));
    const QString before = bench.accessToken();
    bench.clock.advance(140s + 1ms);
    bench.click(u"Copy bearer header"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!clipboardText().isEmpty(), patienceMs);
    QCOMPARE(bench.exchanges(), 2);
    QVERIFY(bench.accessToken() != before);
    QCOMPARE(clipboardText(), u"Authorization: Bearer "_s + bench.accessToken());
    QCOMPARE(bench.status(), u"Refreshed, and bearer header copied"_s);
}

void TestMainWindowToken::failedRenewalCopiesWhatIsStillValid()
{
    WindowBench bench;
    bench.serveTokens(200s);
    QVERIFY(bench.openIn(State::Active));
    bench.clock.advance(170s);
    bench.answerExchanges(DesktopBench::outage());
    bench.click(u"Copy bearer header"_s);
    QTRY_COMPARE_WITH_TIMEOUT(clipboardText(), u"Authorization: Bearer "_s + bench.accessToken(), patienceMs);
    QCOMPARE(bench.exchanges(), 2);
    // Whoever pastes it must know that it is about to be worth nothing.
    QCOMPARE(bench.status(), u"Bearer header copied, but it expires in 30 s"_s);
}

void TestMainWindowToken::nothingValidIsNotCopied()
{
    WindowBench bench;
    QVERIFY(bench.openIn(State::Expired));
    QGuiApplication::clipboard()->setText(u"notes of somebody"_s);
    bench.click(u"Copy bearer header"_s);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status(), u"Nothing copied: service answers 503"_s, patienceMs);
    QCOMPARE(clipboardText(), u"notes of somebody"_s);
}

void TestMainWindowToken::idsAreCopied_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("status");
    QTest::newRow("organization") << u"Copy organization ID"_s << u"org-1"_s << u"Organization ID copied"_s;
    QTest::newRow("user") << u"Copy user ID"_s << u"user-1"_s << u"User ID copied"_s;
}

void TestMainWindowToken::idsAreCopied()
{
    QFETCH(const QString, button);
    WindowBench bench;
    QVERIFY(bench.openIn(State::Active));
    bench.click(button);
    QTEST(clipboardText(), "id");
    QTEST(bench.status(), "status");
}

// They get their font when there is one to show: nothing may move then.
void TestMainWindowToken::idsAreMonospacedInRowsAsHighAsBefore()
{
    WindowBench bench;
    QVERIFY(bench.openIn(State::Active));
    const QString family = QFontDatabase::systemFont(QFontDatabase::FixedFont).family();
    for (const auto &[id, copy] :
        {std::pair(u"organizationLabel"_s, u"Copy organization ID"_s), std::pair(u"userLabel"_s, u"Copy user ID"_s)}) {
        const QLabel &label = bench.label(id);
        QVERIFY(!label.text().isEmpty());
        QCOMPARE(label.font().family(), family);
        QCOMPARE(label.font().pointSizeF(), bench.window().font().pointSizeF());
        QVERIFY(bench.button(copy)->sizeHint().height() >= label.sizeHint().height());
    }
}

void TestMainWindowToken::shortcutRefreshes()
{
    WindowBench bench;
    QVERIFY(bench.openIn(State::Active));
    QTest::keyClick(&bench.window(), Qt::Key_F5);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status(), u"Refreshed"_s, patienceMs);
    QCOMPARE(bench.exchanges(), 2);
}

void TestMainWindowToken::refreshButtonRefreshes()
{
    WindowBench bench;
    QVERIFY(bench.openIn(State::Active));
    bench.clock.advance(30min);
    bench.click(u"Refresh now"_s);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status(), u"Refreshed"_s, patienceMs);
    QCOMPARE(bench.ring().text(), u"1:00:00"_s);
    QCOMPARE(bench.exchanges(), 2);
}

void TestMainWindowToken::failedRefreshIsSaid()
{
    WindowBench bench;
    QVERIFY(bench.openIn(State::Active));
    bench.answerExchanges(DesktopBench::outage());
    bench.click(u"Refresh now"_s);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status(), u"Not refreshed: service answers 503"_s, patienceMs);
    QCOMPARE(bench.notice(), u"Refreshing fails: service answers 503. Token valid until %1. Next try in 50 min."_s.arg(
                                 bench.session().info()->expiresAt.toLocalTime().toString(u"HH:mm"_s)));
    // Without what counts down: a screen reader would be told of it again and again.
    QVERIFY(bench.says(u"Notice: "_s + bench.notice().section(u" Next try"_s, 0, 0)));
}

void TestMainWindowToken::refreshingWorksAgainSoonAfterAnOutage()
{
    WindowBench bench;
    QVERIFY(bench.openIn(State::Active));
    bench.answerHealth(DesktopBench::outage());
    bench.random = 0.999;
    for (int i = 0; i < 8; ++i)
        QVERIFY(bench.failRenewal(bench.session(), DesktopBench::outage()));
    QVERIFY2(bench.notice().contains("Next try in 4 min"_L1), qPrintable(bench.notice()));
    QTRY_VERIFY_WITH_TIMEOUT(bench.says(u"Health: unreachable, service answers 503"_s), patienceMs);
    bench.clock.advance(20s);
    const int before = bench.exchanges();

    bench.serveTokens(1h);
    bench.answerHealth(DesktopBench::healthSaying(u"OK"_s));
    bench.random = 0.0;
    auto *monitor = bench.window().findChild<ServiceMonitor *>();
    QTRY_VERIFY_WITH_TIMEOUT(!monitor->isChecking(), patienceMs);
    monitor->check(); // which it does by itself every minute
    QTRY_COMPARE_WITH_TIMEOUT(bench.session().state(), State::Active, patienceMs);
    QCOMPARE(bench.notice(), QString());
    QVERIFY(bench.says(u"Logged in"_s));
    QCOMPARE(bench.exchanges(), before + 1);
}

void TestMainWindowToken::windowMayGoDuringAnExchange()
{
    WindowBench bench;
    QVERIFY(bench.openIn(State::Active));
    bench.holdExchanges();
    bench.clock.advance(59min + 30s);
    bench.click(u"Copy bearer header"_s);
    bench.click(u"Refresh now"_s);
    QTRY_COMPARE_WITH_TIMEOUT(bench.exchanges(), 2, patienceMs);
    bench.close();
    QSignalSpy changed(&bench.session(), &Session::stateChanged);
    bench.session().logOut();
    QTRY_VERIFY_WITH_TIMEOUT(changed.size() > 0, patienceMs);
    QCOMPARE(clipboardText(), QString());
}

QTEST_MAIN(TestMainWindowToken)
#include "tst_mainwindowtoken.moc"
