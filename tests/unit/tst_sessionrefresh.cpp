// SPDX-License-Identifier: Apache-2.0
#include "futures.h"
#include "httpanswers.h"
#include "testtokens.h"
#include "workbench.h"

#include <QSignalSpy>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = Session::State;
using Kind = AuthError::Kind;
using Cause = AuthError::Cause;
using Operation = ScriptedSecretStore::Operation;

/// When a session exchanges by itself, and what it does where that fails.
class TestSessionRefresh : public QObject
{
    Q_OBJECT

private slots:
    void refreshesBetweenTheMarginAndATenthMore_data();
    void refreshesBetweenTheMarginAndATenthMore();
    void refreshesAfterASleep();
    void ownTimerRefreshesWithoutARecheck();
    void tokenExpiresByTheClock();
    void ownTimerTellsOfTheExpiry();
    void failureKeepsTheTokenAndTriesAgain();
    void firstExchangeThatFailsIsTriedAgain();
    void backoffGrowsFromFailureToFailure();
    void retryAfterIsWaitedFor();
    void wrongAddressIsTriedAQuarterOfAnHourLater();
    void expiredTokenIsTriedWithinAMinute();
    void serviceThatIsWellAgainIsTriedSoon();
    void serviceThatIsWellMakesNothingOfARejection();

    void rejectionLatches();
    void rejectionKeepsTheValidToken();
    void rejectionIsToldWhileTheKeychainThinks();
    void newlyStoredTokenIsUsedAfterARejection();
    void newlyStoredTokenIsUsedInPlaceOfTheOld();
    void newlyStoredTokenMeetsItsOwnServiceOnly();
    void newlyStoredTokenThatIsRejectedTooLatches();
    void keychainThatFailsAfterARejectionLatches();
    void refreshNowMayEndARejection();
    void lateKeychainDoesNotUndoALaterSuccess();
    void laterFailureDoesNotEndARejection();

    void failedRequestLeavesThePlan();
    void failedRequestPostponesWhatIsDue();

    void clockSetBackDoesNotKeepAnExpiredToken();
    void clockAheadDoesNotLoop();

private:
    /// Lets the session look at the clock, and waits for the failure that follows.
    static bool failsByItself(Session &session)
    {
        QSignalSpy failed(&session, &Session::refreshFailed);
        session.recheck();
        return QTest::qWaitFor([&failed] { return failed.size() == 1; }, patienceMs);
    }
};

void TestSessionRefresh::refreshesBetweenTheMarginAndATenthMore_data()
{
    QTest::addColumn<double>("random");
    QTest::addColumn<qint64>("lifetime");
    QTest::addColumn<qint64>("age"); // at which the exchange starts, in seconds
    QTest::newRow("an hour, latest") << 0.0 << qint64(3600) << qint64(3000);
    QTest::newRow("an hour, middle") << 0.5 << qint64(3600) << qint64(2970);
    QTest::newRow("an hour, earliest") << 0x1.fffffffffffffp-1 << qint64(3600) << qint64(2940);
    QTest::newRow("five minutes, latest") << 0.0 << qint64(300) << qint64(150);
    QTest::newRow("five minutes, earliest") << 0x1.fffffffffffffp-1 << qint64(300) << qint64(135);
}

void TestSessionRefresh::refreshesBetweenTheMarginAndATenthMore()
{
    QFETCH(const double, random);
    QFETCH(const qint64, lifetime);
    QFETCH(const qint64, age);
    Workbench bench;
    bench.random = random;
    bench.serveTokens(std::chrono::seconds(lifetime));
    const auto session = bench.activeSession();
    QVERIFY(session);
    QVERIFY(session->nextAttemptAt() == bench.clock.now().addSecs(age));
    bench.clock.advance(std::chrono::seconds(age) - 1ms);
    session->recheck();
    QVERIFY(!session->isExchanging());
    bench.clock.advance(1ms);
    QSignalSpy refreshed(session.get(), &Session::tokenRefreshed);
    session->recheck();
    QVERIFY(session->isExchanging());
    QCOMPARE(session->state(), State::Active);
    QTRY_COMPARE_WITH_TIMEOUT(refreshed.size(), 1, patienceMs);
    QCOMPARE(bench.server.requests().size(), 2);
    QCOMPARE(session->info()->accessToken, bench.accessToken);
    QVERIFY(session->nextAttemptAt() == bench.clock.now().addSecs(age));
}

void TestSessionRefresh::refreshesAfterASleep()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    bench.clock.jumpWall(8h);
    QSignalSpy refreshed(session.get(), &Session::tokenRefreshed);
    session->recheck();
    QCOMPARE(session->state(), State::Expired);
    QVERIFY(session->isExchanging());
    QTRY_COMPARE_WITH_TIMEOUT(refreshed.size(), 1, patienceMs);
    QCOMPARE(session->state(), State::Active);
}

void TestSessionRefresh::ownTimerRefreshesWithoutARecheck()
{
    Workbench bench;
    bench.random = 0.0;
    const auto session = bench.activeSession();
    QVERIFY(session);
    QSignalSpy refreshed(session.get(), &Session::tokenRefreshed);
    bench.clock.advance(50min - 20ms);
    session->recheck(); // arms the timer for what is left
    QVERIFY(!session->isExchanging());
    bench.clock.advance(20ms);
    QTRY_COMPARE_WITH_TIMEOUT(refreshed.size(), 1, patienceMs);
}

void TestSessionRefresh::tokenExpiresByTheClock()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    bench.serveNothing();
    bench.clock.advance(1h - 1ms);
    session->recheck();
    QCOMPARE(session->state(), State::Active);
    bench.clock.advance(1ms);
    session->recheck();
    QCOMPARE(session->state(), State::Expired);
    QVERIFY(session->info()); // still told, but never handed out
}

void TestSessionRefresh::ownTimerTellsOfTheExpiry()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    bench.serveNothing();
    bench.clock.advance(1h - 20ms);
    session->recheck();
    QCOMPARE(session->state(), State::Active);
    bench.clock.advance(20ms);
    QVERIFY(Workbench::waitForState(*session, State::Expired));
}

void TestSessionRefresh::failureKeepsTheTokenAndTriesAgain()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    bench.clock.advance(51min);
    bench.serveFailure();
    QSignalSpy failed(session.get(), &Session::refreshFailed);
    session->recheck();
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, patienceMs);
    QCOMPARE(session->state(), State::RefreshFailing);
    QCOMPARE(session->info()->accessToken, bench.accessToken);
    QCOMPARE(session->lastError()->httpStatus(), 503);
    const auto next = session->nextAttemptAt();
    QVERIFY(next);
    QVERIFY(*next >= bench.clock.now().addSecs(10));
    QVERIFY(*next <= bench.clock.now().addSecs(300));
    bench.serveTokens();
    bench.clock.advance(std::chrono::milliseconds(bench.clock.now().msecsTo(*next)));
    session->recheck();
    QVERIFY(Workbench::waitForState(*session, State::Active));
    QVERIFY(!session->lastError());
    QCOMPARE(bench.server.requests().size(), 3);
}

void TestSessionRefresh::firstExchangeThatFailsIsTriedAgain()
{
    Workbench bench;
    bench.storeToken(bench.apiToken);
    bench.serveFailure();
    const auto session = bench.session();
    session->start();
    QVERIFY(Workbench::waitForState(*session, State::RefreshFailing));
    QVERIFY(!session->info());
    QVERIFY(session->nextAttemptAt());
    bench.serveTokens();
    bench.clock.advance(1min);
    session->recheck();
    QVERIFY(Workbench::waitForState(*session, State::Active));
}

void TestSessionRefresh::backoffGrowsFromFailureToFailure()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    bench.random = 0x1.fffffffffffffp-1;
    bench.serveFailure();
    QSignalSpy failed(session.get(), &Session::refreshFailed);
    bench.clock.advance(50min);
    // 2 s and 4 s and 8 s are under the least pause of 10 s.
    for (const int seconds : {10, 10, 10, 16, 32, 64, 128, 256}) {
        const qsizetype before = failed.size();
        session->recheck();
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), before + 1, patienceMs);
        QVERIFY(session->nextAttemptAt() == bench.clock.now().addSecs(seconds));
        bench.clock.advance(std::chrono::seconds(seconds) - 1ms);
        session->recheck();
        QVERIFY(!session->isExchanging());
        bench.clock.advance(1ms);
    }
}

void TestSessionRefresh::retryAfterIsWaitedFor()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    bench.serve(httpAnswer("429 Too Many Requests", {{"Retry-After", "400"}}, {}));
    bench.clock.advance(51min);
    QVERIFY(failsByItself(*session));
    QVERIFY(session->nextAttemptAt() == bench.clock.now().addSecs(400));
}

void TestSessionRefresh::wrongAddressIsTriedAQuarterOfAnHourLater()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    for (const QByteArray &answer : {httpAnswer("404 Not Found", {}, {}),
             httpAnswer("301 Moved Permanently", {{"Location", "https://example.org/"}}, {})}) {
        bench.serve(answer);
        bench.clock.advance(51min);
        QVERIFY(failsByItself(*session));
        QCOMPARE(session->lastError()->kind(), Kind::WrongAddress);
        QVERIFY(session->nextAttemptAt() == bench.clock.now().addSecs(900));
    }
}

void TestSessionRefresh::expiredTokenIsTriedWithinAMinute()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    bench.random = 0x1.fffffffffffffp-1;
    bench.serveFailure();
    for (int i = 0; i < 8; ++i) {
        bench.clock.advance(1h);
        QVERIFY(failsByItself(*session));
    }
    QCOMPARE(session->state(), State::Expired);
    QVERIFY(session->nextAttemptAt() == bench.clock.now().addSecs(60));
}

void TestSessionRefresh::serviceThatIsWellAgainIsTriedSoon()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    bench.random = 0x1.fffffffffffffp-1;
    bench.serveFailure();
    bench.clock.advance(50min);
    for (int i = 0; i < 6; ++i) {
        QVERIFY(failsByItself(*session));
        bench.clock.advance(std::chrono::milliseconds(bench.clock.now().msecsTo(*session->nextAttemptAt())));
    }
    QVERIFY(failsByItself(*session));
    QVERIFY(session->nextAttemptAt() == bench.clock.now().addSecs(128));

    bench.clock.advance(20s);
    session->serviceChecked(false);
    QVERIFY(session->nextAttemptAt() == bench.clock.now().addSecs(108));
    bench.serveTokens();
    const qsizetype before = bench.server.requests().size();
    bench.random = 0.2;
    QSignalSpy changed(session.get(), &Session::stateChanged);
    session->serviceChecked(true);
    QCOMPARE(changed.size(), 1);
    QVERIFY(session->nextAttemptAt() == bench.clock.now().addSecs(3));
    session->serviceChecked(true);
    session->recheck();
    QVERIFY(!session->isExchanging());
    bench.clock.advance(3s);
    session->recheck();
    QVERIFY(Workbench::waitForState(*session, State::Active));
    QCOMPARE(bench.server.requests().size(), before + 1);
}

void TestSessionRefresh::serviceThatIsWellMakesNothingOfARejection()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    bench.serveRejection();
    QVERIFY(errorOf(session->refreshNow()));
    QVERIFY(Workbench::waitForState(*session, State::LoginRequired));
    session->serviceChecked(false);
    session->serviceChecked(true);
    QVERIFY(!session->nextAttemptAt());
    QVERIFY(!session->isExchanging());
}

void TestSessionRefresh::rejectionLatches()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    bench.clock.advance(51min);
    bench.serveRejection();
    QSignalSpy failed(session.get(), &Session::refreshFailed);
    session->recheck();
    QVERIFY(Workbench::waitForState(*session, State::LoginRequired));
    QCOMPARE(failed.size(), 1);
    QCOMPARE(session->lastError()->kind(), Kind::Rejected);
    QVERIFY(!session->nextAttemptAt());
    QVERIFY(!session->isExchanging());
    QCOMPARE(bench.storedToken(), bench.apiToken); // kept until a new login succeeds or the user logs out
    QCOMPARE(bench.secrets.calls().last(), u"read qci-auth/default/refresh-token"_s);
    bench.serveTokens();
    for (int i = 0; i < 5; ++i) {
        bench.clock.advance(1h);
        session->recheck();
        Workbench::settle();
        QCOMPARE(session->state(), State::LoginRequired);
    }
    QCOMPARE(bench.server.requests().size(), 2);
    QCOMPARE(failed.size(), 1);
}

void TestSessionRefresh::rejectionKeepsTheValidToken()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    bench.serveRejection();
    QVERIFY(errorOf(session->refreshNow()));
    QVERIFY(Workbench::waitForState(*session, State::LoginRequired));
    const auto info = resultOf(session->token(60s));
    QVERIFY(info);
    QCOMPARE(info->accessToken, bench.accessToken);
}

void TestSessionRefresh::rejectionIsToldWhileTheKeychainThinks()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    bench.serveRejection([&bench] { bench.secrets.holdNext(Operation::Read); });
    bool toldOfTheEnd = false;
    const auto refresh = session->refreshNow();
    connect(session.get(), &Session::stateChanged, this, [&] { toldOfTheEnd = !session->isExchanging(); });
    QVERIFY(errorOf(refresh));
    QVERIFY(!session->isExchanging());
    QVERIFY(toldOfTheEnd);
    bench.secrets.release();
    QCOMPARE(session->state(), State::LoginRequired);
}

void TestSessionRefresh::newlyStoredTokenIsUsedAfterARejection()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    const QString other = TestTokens::apiToken();
    bench.server.setHandler([&](const WireRequest &request, QTcpSocket &socket) {
        bench.storeToken(other); // another process logs in again
        LoopbackServer::answer(socket, request.body.contains(other.toUtf8())
                                           ? exchangeAnswer(TestTokens::accessToken(), bench.clock.now().addSecs(7200))
                                           : jsonAnswer("401 Unauthorized", {}));
    });
    QSignalSpy failed(session.get(), &Session::refreshFailed);
    QSignalSpy refreshed(session.get(), &Session::tokenRefreshed);
    bench.clock.advance(55min);
    session->recheck();
    QTRY_COMPARE_WITH_TIMEOUT(refreshed.size(), 1, patienceMs);
    QCOMPARE(session->state(), State::Active);
    QCOMPARE(bench.server.requests().size(), 3);
    QCOMPARE(bench.sentToken(), other);
    QVERIFY(failed.isEmpty());
    QVERIFY(!session->lastError());
}

void TestSessionRefresh::newlyStoredTokenIsUsedInPlaceOfTheOld()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    const QString other = TestTokens::apiToken();
    bench.storeToken(other); // another process has logged in again
    const auto refresh = session->refreshNow();
    const auto joined = session->token(2h);
    const auto info = resultOf(refresh);
    QVERIFY(info);
    QCOMPARE(bench.server.requests().size(), 2);
    QCOMPARE(bench.sentToken(), other);
    QCOMPARE(info->accessToken, bench.accessToken);
    QCOMPARE(resultOf(joined), info);
}

void TestSessionRefresh::newlyStoredTokenMeetsItsOwnServiceOnly()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    // Another process has logged in at another address under the same profile.
    LoopbackServer elsewhere;
    elsewhere.setAnswer(exchangeAnswer(TestTokens::accessToken(), bench.clock.now().addSecs(7200)));
    Profile moved = bench.profile;
    moved.url = elsewhere.urlText();
    QVERIFY(!bench.profiles.save(moved));
    const QString other = TestTokens::apiToken();
    bench.storeToken(other);
    bench.serveRejection();
    QSignalSpy refreshed(session.get(), &Session::tokenRefreshed);
    bench.clock.advance(55min);
    session->recheck();
    QTRY_COMPARE_WITH_TIMEOUT(refreshed.size(), 1, patienceMs);
    QCOMPARE(session->profile().url, moved.url);
    QCOMPARE(elsewhere.requests().size(), 1);
    QVERIFY(elsewhere.requests().first().body.contains(other.toUtf8()));
    for (const WireRequest &request : bench.server.requests())
        QVERIFY(!request.body.contains(other.toUtf8()));
}

void TestSessionRefresh::newlyStoredTokenThatIsRejectedTooLatches()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    const QString other = TestTokens::apiToken();
    bench.serveRejection([&] { bench.storeToken(other); });
    bench.clock.advance(55min);
    session->recheck();
    QVERIFY(Workbench::waitForState(*session, State::LoginRequired));
    QCOMPARE(bench.server.requests().size(), 3);
    session->recheck();
    Workbench::settle();
    QCOMPARE(bench.server.requests().size(), 3);
}

void TestSessionRefresh::keychainThatFailsAfterARejectionLatches()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    bench.serveRejection([&bench] {
        bench.secrets.failNext(Operation::Read, AuthError(Kind::Local, Cause::SecretStoreLocked, u"x"_s));
    });
    QVERIFY(errorOf(session->refreshNow()));
    QVERIFY(Workbench::waitForState(*session, State::LoginRequired));
    QCOMPARE(session->lastError()->kind(), Kind::Rejected);
}

void TestSessionRefresh::refreshNowMayEndARejection()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    bench.serveRejection();
    QVERIFY(errorOf(session->refreshNow()));
    QVERIFY(Workbench::waitForState(*session, State::LoginRequired));
    bench.serveTokens();
    QVERIFY(resultOf(session->refreshNow()));
    QCOMPARE(session->state(), State::Active);
    QVERIFY(session->nextAttemptAt());
}

void TestSessionRefresh::lateKeychainDoesNotUndoALaterSuccess()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    bench.serveRejection([&bench] { bench.secrets.holdNext(Operation::Read); });
    QVERIFY(errorOf(session->refreshNow()));
    bench.serveTokens();
    QVERIFY(resultOf(session->refreshNow()));
    QCOMPARE(session->state(), State::Active);
    bench.secrets.release();
    QCOMPARE(session->state(), State::Active);
}

void TestSessionRefresh::laterFailureDoesNotEndARejection()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    bench.serveRejection();
    QVERIFY(errorOf(session->refreshNow()));
    QVERIFY(Workbench::waitForState(*session, State::LoginRequired));
    bench.serveFailure();
    QVERIFY(errorOf(session->refreshNow()));
    QCOMPARE(session->state(), State::LoginRequired);
    QVERIFY(!session->nextAttemptAt());
}

void TestSessionRefresh::failedRequestLeavesThePlan()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    const auto planned = session->nextAttemptAt();
    for (const QByteArray &answer : {httpAnswer("503 Service Unavailable", {}, {}),
             httpAnswer("503 Service Unavailable", {{"Retry-After", "60"}}, {}), httpAnswer("404 Not Found", {}, {})}) {
        bench.serve(answer);
        QVERIFY(errorOf(session->refreshNow()));
        QCOMPARE(session->state(), State::RefreshFailing);
        QVERIFY(session->nextAttemptAt() == planned);
    }
    bench.clock.advance(30min);
    session->recheck();
    QVERIFY(!session->isExchanging());
}

void TestSessionRefresh::failedRequestPostponesWhatIsDue()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    bench.clock.advance(51min);
    bench.serveFailure();
    QVERIFY(errorOf(session->refreshNow()));
    QVERIFY(session->nextAttemptAt() == bench.clock.now().addSecs(10));
    bench.serve(httpAnswer("503 Service Unavailable", {{"Retry-After", "60"}}, {}));
    QVERIFY(errorOf(session->refreshNow()));
    QVERIFY(session->nextAttemptAt() == bench.clock.now().addSecs(60));
}

void TestSessionRefresh::clockSetBackDoesNotKeepAnExpiredToken()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    bench.serveFailure();
    bench.clock.jumpWall(-24h);
    bench.clock.advance(61min);
    const auto error = errorOf(session->token(0s));
    QVERIFY(error);
    session->recheck();
    QCOMPARE(session->state(), State::Expired);
}

void TestSessionRefresh::clockAheadDoesNotLoop()
{
    Workbench bench;
    // By this machine's clock every token has expired two hours before it arrives.
    bench.server.setHandler([&bench](const WireRequest &, QTcpSocket &socket) {
        const QDateTime serverTime = bench.clock.now().addSecs(-10'800);
        LoopbackServer::answer(socket,
            exchangeAnswer(TestTokens::accessToken(), serverTime.addSecs(3600), {{"Date", httpDate(serverTime)}}));
    });
    const auto session = bench.activeSession();
    QVERIFY(session);
    session->recheck();
    Workbench::settle();
    QCOMPARE(session->state(), State::Active);
    QCOMPARE(bench.server.requests().size(), 1);
    QVERIFY(session->info()->remaining(session->now()) > 50min);
    QVERIFY(session->nextAttemptAt());
    QVERIFY(*session->nextAttemptAt() < session->info()->expiresAt);
}

QTEST_GUILESS_MAIN(TestSessionRefresh)
#include "tst_sessionrefresh.moc"
