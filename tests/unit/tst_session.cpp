// SPDX-License-Identifier: Apache-2.0
#include "futures.h"
#include "httpanswers.h"
#include "livesecrets.h"
#include "serviceconnection.h"
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

/// A session's start, its keychain, its end, and what it hands out. When it exchanges by itself is in
/// tst_sessionrefresh.
class TestSession : public QObject
{
    Q_OBJECT

private slots:
    void storedTokenIsExchangedAtStart();
    void withoutAStoredTokenItIsLoggedOut();
    void emptyStoredTokenIsNone();
    void garbledStoredTokenIsSaidAndKept();
    void lockedKeychainCanBeTriedAgain();
    void keychainFaultLeavesItLoggedOut_data();
    void keychainFaultLeavesItLoggedOut();
    void hungKeychainLeavesItStarting();
    void profileWithoutUrlSendsNothing();

    void tokenWithEnoughTimeIsHandedOut();
    void tokenWithTooLittleTimeIsExchanged();
    void failingExchangeHandsOutTheValidToken();
    void failingExchangeHandsOutNoExpiredToken();
    void callersShareOneExchange();
    void nothingIsHandedOutWhenLoggedOut();
    void refreshNowAnswersAtOnceAndNeverRetries();

    void logoutForgetsBothTokens();
    void logoutDuringAnExchangeThrowsTheAnswerAway();
    void logoutWhileATokenIsAwaitedHandsOutNone();
    void logoutDuringTheKeychainsAnswerThrowsItAway();
    void logoutThatCannotRemoveSaysSoAndCanBeRepeated();
    void startAfterLogoutBringsTheNewTokenOnly();

    void rotatedTokenIsStoredAndUsed();
    void rotatedTokenThatCannotBeStoredIsUsed();
    void skewIsSaved();
    void noiseOfTheSkewIsNotSaved();

    void destroyedWhileExchanging();
    void destroyedWhileTheKeychainIsRead();
    void destroyedWhileStoringARotatedToken();
    void destroyedWhileRejected();
    void destroyedByWhoeverHearsOfTheRejection();
    void noPropertyShowsAToken();
    void cachedTokenIsASecretUntilLogout();

private:
    static AuthError storeError(Cause cause) { return {Kind::Local, cause, u"x"_s}; }
};

void TestSession::storedTokenIsExchangedAtStart()
{
    Workbench bench;
    bench.storeToken(bench.apiToken);
    const auto session = bench.session();
    QCOMPARE(session->state(), State::LoggedOut);
    QSignalSpy changed(session.get(), &Session::stateChanged);
    QSignalSpy refreshed(session.get(), &Session::tokenRefreshed);
    session->start();
    QCOMPARE(session->state(), State::Starting);
    QVERIFY(session->isExchanging());
    QVERIFY(Workbench::waitForState(*session, State::Active));
    QVERIFY(!session->isExchanging());
    QCOMPARE(bench.server.requests().size(), 1);
    QCOMPARE(bench.sentToken(), bench.apiToken);
    QVERIFY(session->info());
    QCOMPARE(session->info()->accessToken, bench.accessToken);
    QVERIFY(session->isKept());
    QVERIFY(!session->lastError());
    QVERIFY(!session->storageError());
    QVERIFY(changed.size() >= 2);
    QCOMPARE(refreshed.size(), 1);
    QCOMPARE(refreshed.first(), QVariantList{session->info()->expiresAt});
    QVERIFY(bench.secrets.calls().filter(bench.profile.refreshTokenKey()).filter(u"write"_s).isEmpty());
}

void TestSession::withoutAStoredTokenItIsLoggedOut()
{
    Workbench bench;
    const auto session = bench.session();
    bench.secrets.holdNext(Operation::Read);
    session->start();
    QCOMPARE(session->state(), State::Starting);
    bench.secrets.release();
    QCOMPARE(session->state(), State::LoggedOut);
    QVERIFY(!session->info());
    QVERIFY(!session->lastError());
    QVERIFY(!session->nextAttemptAt());
    QVERIFY(bench.server.connections().isEmpty());
}

void TestSession::emptyStoredTokenIsNone()
{
    qputenv("QCI_TOKEN", TestTokens::apiToken().toUtf8()); // of no concern
    Workbench bench;
    bench.storeToken(QString());
    const auto session = bench.session();
    session->start();
    Workbench::settle();
    qunsetenv("QCI_TOKEN");
    QCOMPARE(session->state(), State::LoggedOut);
    QVERIFY(bench.server.connections().isEmpty());
}

void TestSession::garbledStoredTokenIsSaidAndKept()
{
    Workbench bench;
    bench.storeToken(u"not a token"_s);
    const auto session = bench.session();
    session->start();
    QCOMPARE(session->state(), State::LoggedOut);
    QVERIFY(session->lastError());
    QCOMPARE(session->lastError()->cause(), Cause::InvalidToken);
    QCOMPARE(bench.storedToken(), u"not a token"_s);
}

void TestSession::lockedKeychainCanBeTriedAgain()
{
    Workbench bench;
    bench.storeToken(bench.apiToken);
    bench.secrets.failNext(Operation::Read, storeError(Cause::SecretStoreLocked));
    const auto session = bench.session();
    session->start();
    QCOMPARE(session->state(), State::Locked);
    QVERIFY(session->lastError());
    QCOMPARE(session->lastError()->cause(), Cause::SecretStoreLocked);
    QCOMPARE(bench.storedToken(), bench.apiToken);
    session->start();
    QVERIFY(Workbench::waitForState(*session, State::Active));
    QVERIFY(!session->lastError());
}

void TestSession::keychainFaultLeavesItLoggedOut_data()
{
    QTest::addColumn<Cause>("cause");
    QTest::newRow("unavailable") << Cause::SecretStoreUnavailable;
    QTest::newRow("no answer in time") << Cause::SecretStoreTimedOut;
    QTest::newRow("failed") << Cause::SecretStoreFailed;
}

void TestSession::keychainFaultLeavesItLoggedOut()
{
    QFETCH(const Cause, cause);
    Workbench bench;
    bench.storeToken(bench.apiToken);
    bench.secrets.failNext(Operation::Read, storeError(cause));
    const auto session = bench.session();
    session->start();
    QCOMPARE(session->state(), State::LoggedOut);
    QVERIFY(session->lastError());
    QCOMPARE(session->lastError()->cause(), cause);
    QCOMPARE(bench.storedToken(), bench.apiToken); // nothing stored is erased
    const auto error = errorOf(session->refreshNow());
    QVERIFY(error);
    QCOMPARE(error->cause(), cause);
}

void TestSession::hungKeychainLeavesItStarting()
{
    Workbench bench;
    bench.storeToken(bench.apiToken);
    bench.secrets.holdNext(Operation::Read);
    const auto session = bench.session();
    session->start();
    bench.clock.advance(1h);
    session->recheck();
    QCOMPARE(session->state(), State::Starting);
    const auto token = session->token(60s);
    QVERIFY(!token.isFinished());
    bench.secrets.release();
    QVERIFY(Workbench::waitForState(*session, State::Active));
    const auto info = resultOf(token);
    QVERIFY(info);
    QCOMPARE(info->accessToken, bench.accessToken);
}

void TestSession::profileWithoutUrlSendsNothing()
{
    Workbench bench;
    qputenv("QCI_API_URL", bench.server.urlText().toUtf8());
    bench.storeToken(bench.apiToken);
    bench.profile.url.clear();
    QVERIFY(!bench.profiles.save(bench.profile));
    const auto session = bench.session();
    session->start();
    Workbench::settle();
    qunsetenv("QCI_API_URL");
    QCOMPARE(session->state(), State::LoggedOut);
    QVERIFY(bench.server.connections().isEmpty());
}

void TestSession::tokenWithEnoughTimeIsHandedOut()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    bench.clock.advance(59min);
    const auto info = resultOf(session->token(60s));
    QVERIFY(info);
    QCOMPARE(info->accessToken, bench.accessToken);
    QCOMPARE(bench.server.requests().size(), 1);
}

void TestSession::tokenWithTooLittleTimeIsExchanged()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    const QString old = bench.accessToken;
    bench.clock.advance(59min + 1ms);
    const auto info = resultOf(session->token(60s));
    QVERIFY(info);
    QCOMPARE(bench.server.requests().size(), 2);
    QCOMPARE(info->accessToken, bench.accessToken);
    QVERIFY(info->accessToken != old);
    QCOMPARE(session->info()->accessToken, bench.accessToken);
}

void TestSession::failingExchangeHandsOutTheValidToken()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    bench.clock.advance(59min + 30s);
    bench.serveFailure();
    const auto info = resultOf(session->token(60s));
    QVERIFY(info);
    QCOMPARE(info->accessToken, bench.accessToken);
    QCOMPARE(session->state(), State::RefreshFailing);
    QVERIFY(session->lastError());
    QCOMPARE(session->lastError()->httpStatus(), 503);
}

void TestSession::failingExchangeHandsOutNoExpiredToken()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    bench.clock.advance(1h);
    bench.serveFailure();
    const auto error = errorOf(session->token(60s));
    QVERIFY(error);
    QCOMPARE(error->httpStatus(), 503);
    QCOMPARE(session->state(), State::Expired);
}

void TestSession::callersShareOneExchange()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    QSignalSpy refreshed(session.get(), &Session::tokenRefreshed);
    bench.clock.advance(2h);
    QList<QFuture<AccessTokenInfo>> futures;
    for (int i = 0; i < 20; ++i)
        futures << session->token(60s) << session->refreshNow();
    session->recheck();
    for (const auto &future : futures) {
        const auto info = resultOf(future);
        QVERIFY(info);
        QCOMPARE(info->accessToken, bench.accessToken);
    }
    QCOMPARE(bench.server.requests().size(), 2);
    QCOMPARE(refreshed.size(), 1);
}

void TestSession::nothingIsHandedOutWhenLoggedOut()
{
    Workbench bench;
    const auto session = bench.session();
    for (const auto &error : {errorOf(session->token(60s)), errorOf(session->refreshNow())}) {
        QVERIFY(error);
        QCOMPARE(error->kind(), Kind::Local);
        QCOMPARE(error->cause(), Cause::MissingToken);
    }
    QVERIFY(bench.server.connections().isEmpty());
}

void TestSession::refreshNowAnswersAtOnceAndNeverRetries()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    bench.serveFailure();
    QSignalSpy failed(session.get(), &Session::refreshFailed);
    const auto error = errorOf(session->refreshNow());
    QVERIFY(error);
    QCOMPARE(error->httpStatus(), 503);
    session->recheck();
    Workbench::settle();
    QCOMPARE(bench.server.requests().size(), 2);
    QCOMPARE(failed.size(), 1);
}

void TestSession::logoutForgetsBothTokens()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    const auto logout = session->logOut();
    QCOMPARE(session->state(), State::LoggedOut);
    QVERIFY(!session->info());
    QVERIFY(!session->nextAttemptAt());
    QVERIFY(succeeds(logout));
    QCOMPARE(bench.storedToken(), QString());
    QVERIFY(errorOf(session->token(0s)));
    bench.clock.advance(2h);
    session->recheck();
    Workbench::settle();
    QCOMPARE(bench.server.requests().size(), 1);
    QVERIFY(bench.profiles.profile(u"default"_s)); // where to log in again
}

void TestSession::logoutDuringAnExchangeThrowsTheAnswerAway()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    QTcpSocket *client = nullptr;
    bench.server.setHandler([&client](const WireRequest &, QTcpSocket &socket) { client = &socket; });
    QSignalSpy refreshed(session.get(), &Session::tokenRefreshed);
    QSignalSpy failed(session.get(), &Session::refreshFailed);
    QSignalSpy closed(&bench.server, &LoopbackServer::connectionClosed);
    const auto late = session->refreshNow();
    QVERIFY(bench.waitForRequests(2));
    QVERIFY(client);
    QVERIFY(succeeds(session->logOut()));
    if (closed.isEmpty())
        LoopbackServer::answer(*client, exchangeAnswer(TestTokens::accessToken(), bench.clock.now().addSecs(3600)));
    const auto error = errorOf(late);
    QVERIFY(error);
    QCOMPARE(error->kind(), Kind::Cancelled);
    QTRY_VERIFY_WITH_TIMEOUT(!closed.isEmpty(), patienceMs);
    Workbench::settle();
    QCOMPARE(session->state(), State::LoggedOut);
    QVERIFY(!session->info());
    QVERIFY(!session->isExchanging());
    QVERIFY(!session->lastError());
    QVERIFY(refreshed.isEmpty());
    QVERIFY(failed.isEmpty());
}

void TestSession::logoutWhileATokenIsAwaitedHandsOutNone()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    bench.serveNothing();
    bench.clock.advance(3'590s);
    const auto awaited = session->token(60s); // ten seconds are left
    QVERIFY(bench.waitForRequests(2));
    QVERIFY(succeeds(session->logOut()));
    const auto error = errorOf(awaited);
    QVERIFY(error);
    QCOMPARE(error->kind(), Kind::Cancelled);
}

void TestSession::logoutDuringTheKeychainsAnswerThrowsItAway()
{
    Workbench bench;
    bench.storeToken(bench.apiToken);
    bench.secrets.holdNext(Operation::Read);
    const auto session = bench.session();
    session->start();
    const auto logout = session->logOut();
    bench.storeToken(bench.apiToken); // the read answers with it all the same
    bench.secrets.release();
    QVERIFY(succeeds(logout));
    Workbench::settle();
    QCOMPARE(session->state(), State::LoggedOut);
    QVERIFY(bench.server.connections().isEmpty());
}

void TestSession::logoutThatCannotRemoveSaysSoAndCanBeRepeated()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    bench.secrets.failNext(Operation::Remove, storeError(Cause::SecretStoreLocked));
    const auto error = errorOf(session->logOut());
    QVERIFY(error);
    QCOMPARE(error->cause(), Cause::SecretStoreLocked);
    QCOMPARE(session->state(), State::LoggedOut);
    QVERIFY(!session->info());
    QCOMPARE(bench.storedToken(), bench.apiToken);
    QVERIFY(succeeds(session->logOut()));
    QCOMPARE(bench.storedToken(), QString());
}

void TestSession::startAfterLogoutBringsTheNewTokenOnly()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    QVERIFY(succeeds(session->logOut()));
    const QString other = TestTokens::apiToken();
    bench.storeToken(other);
    session->start();
    QVERIFY(Workbench::waitForState(*session, State::Active));
    QCOMPARE(bench.sentToken(), other);
}

void TestSession::rotatedTokenIsStoredAndUsed()
{
    Workbench bench;
    const QString rotated = TestTokens::apiToken();
    QJsonObject answer = exchangeObject(TestTokens::accessToken(), bench.clock.now().addSecs(3600));
    answer.insert(u"refresh_token"_s, rotated);
    bench.serve(jsonAnswer("200 OK", answer));
    const auto session = bench.activeSession();
    QVERIFY(session);
    QTRY_COMPARE_WITH_TIMEOUT(bench.storedToken(), rotated, patienceMs);
    QVERIFY(session->info());
    QVERIFY(!session->storageError());
    bench.serveTokens();
    QVERIFY(resultOf(session->refreshNow()));
    QCOMPARE(bench.sentToken(), rotated);
    QCOMPARE(bench.server.requests().size(), 2);
}

void TestSession::rotatedTokenThatCannotBeStoredIsUsed()
{
    Workbench bench;
    QJsonObject answer = exchangeObject(TestTokens::accessToken(), bench.clock.now().addSecs(3600));
    const QString rotated = TestTokens::apiToken();
    answer.insert(u"refresh_token"_s, rotated);
    bench.serve(jsonAnswer("200 OK", answer));
    bench.secrets.failNext(Operation::Write, storeError(Cause::SecretStoreFailed));
    const auto session = bench.activeSession();
    QVERIFY(session);
    QTRY_VERIFY_WITH_TIMEOUT(session->storageError(), patienceMs);
    QCOMPARE(session->storageError()->cause(), Cause::SecretStoreFailed);
    QCOMPARE(session->state(), State::Active);
    bench.serveTokens();
    QVERIFY(resultOf(session->refreshNow()));
    QCOMPARE(bench.sentToken(), rotated);
}

void TestSession::skewIsSaved()
{
    Workbench bench;
    const QDateTime serverTime = bench.clock.now().addSecs(120);
    bench.serve(exchangeAnswer(TestTokens::accessToken(), serverTime.addSecs(3600), {{"Date", httpDate(serverTime)}}));
    const auto session = bench.activeSession();
    QVERIFY(session);
    QVERIFY(session->profile().skew >= 120s);
    const auto saved = bench.profiles.profile(u"default"_s);
    QVERIFY(saved);
    QVERIFY(saved->skew == session->profile().skew);
    QCOMPARE(session->now(), bench.clock.now().addMSecs(saved->skew.count()));
    // The next run begins with it.
    bench.profile = *saved;
    QCOMPARE(bench.session()->now(), bench.clock.now().addMSecs(saved->skew.count()));
}

void TestSession::noiseOfTheSkewIsNotSaved()
{
    Workbench bench;
    bench.serve(exchangeAnswer(
        TestTokens::accessToken(), bench.clock.now().addSecs(3600), {{"Date", httpDate(bench.clock.now())}}));
    const auto session = bench.activeSession();
    QVERIFY(session);
    QVERIFY(session->profile().skew >= 500ms);
    if (session->profile().skew >= 2s)
        QSKIP("this machine is too slow for that");
    QVERIFY(bench.profiles.profile(u"default"_s)->skew == 0ms);
}

void TestSession::destroyedWhileExchanging()
{
    Workbench bench;
    auto session = bench.activeSession();
    QVERIFY(session);
    bench.serveNothing();
    const auto refresh = session->refreshNow();
    const auto token = session->token(2h);
    QVERIFY(bench.waitForRequests(2));
    QSignalSpy changed(session.get(), &Session::stateChanged);
    QSignalSpy failed(session.get(), &Session::refreshFailed);
    session.reset();
    QVERIFY(waitFor(refresh));
    QVERIFY(waitFor(token));
    const auto error = errorOf(refresh);
    QVERIFY(error);
    QCOMPARE(error->kind(), Kind::Cancelled);
    QVERIFY(changed.isEmpty());
    QVERIFY(failed.isEmpty());
    Workbench::settle();
}

void TestSession::destroyedWhileTheKeychainIsRead()
{
    Workbench bench;
    bench.storeToken(bench.apiToken);
    bench.secrets.holdNext(Operation::Read);
    auto session = bench.session();
    session->start();
    session.reset();
    bench.secrets.release();
    session = bench.session();
    bench.secrets.holdNext(Operation::Read);
    bench.secrets.failNext(Operation::Read, storeError(Cause::SecretStoreFailed));
    session->start();
    session.reset();
    bench.secrets.release();
    Workbench::settle();
    QVERIFY(bench.server.connections().isEmpty());
}

void TestSession::destroyedWhileStoringARotatedToken()
{
    Workbench bench;
    QJsonObject answer = exchangeObject(TestTokens::accessToken(), bench.clock.now().addSecs(3600));
    const QString rotated = TestTokens::apiToken();
    answer.insert(u"refresh_token"_s, rotated);
    bench.serve(jsonAnswer("200 OK", answer));
    bench.secrets.holdNext(Operation::Write);
    bench.secrets.failNext(Operation::Write, storeError(Cause::SecretStoreFailed));
    bench.storeToken(bench.apiToken);
    auto session = bench.session();
    session->start();
    QTRY_VERIFY_WITH_TIMEOUT(bench.secrets.calls().contains(u"write "_s + bench.profile.refreshTokenKey()), patienceMs);
    session.reset();
    bench.secrets.release();
    Workbench::settle();
}

void TestSession::destroyedWhileRejected()
{
    Workbench bench;
    auto session = bench.activeSession();
    QVERIFY(session);
    bench.serveRejection([&bench] { bench.secrets.holdNext(Operation::Read); });
    QVERIFY(errorOf(session->refreshNow()));
    session.reset();
    bench.secrets.release();
    Workbench::settle();
}

void TestSession::destroyedByWhoeverHearsOfTheRejection()
{
    Workbench bench;
    auto session = bench.activeSession();
    QVERIFY(session);
    bench.serveRejection();
    connect(session.get(), &Session::stateChanged, this, [&session] {
        if (session->state() == State::LoginRequired)
            session.reset();
    });
    QVERIFY(errorOf(session->refreshNow()));
    QVERIFY(waitUntil([&session] { return !session; }));
}

void TestSession::noPropertyShowsAToken()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    bench.serve(jsonAnswer("400 Bad Request", {{u"refresh_token"_s, bench.apiToken}, {u"a"_s, bench.accessToken}}));
    const auto error = errorOf(session->refreshNow());
    QVERIFY(error);
    QVERIFY(session->lastError());
    for (const QString &text : {error->message(), session->lastError()->message()}) {
        QVERIFY(!text.contains(bench.apiToken));
        QVERIFY(!text.contains(bench.accessToken));
    }
}

// The service knows both tokens, and may echo them where none was sent.
void TestSession::cachedTokenIsASecretUntilLogout()
{
    Workbench bench;
    bench.apiToken = TestTokens::awkward(40); // such as look like nothing that is known
    const QString accessToken = TestTokens::awkward(80);
    QVERIFY(bench.leaveAccessToken(accessToken));
    const auto session = bench.activeSession();
    QVERIFY(session);
    QVERIFY(session->isFromCache());

    const QString echo = bench.apiToken + u' ' + accessToken;
    bench.serve(httpAnswer("500 Internal Server Error", {}, echo.toUtf8()));
    const auto connection = bench.connector.connection(bench.profile);
    const auto error = errorOf(connection->health());
    QVERIFY(error);
    QVERIFY(error->message().endsWith(u"response body: [redacted] [redacted]"_s));

    QVERIFY(succeeds(session->logOut()));
    Workbench::settle();
    QCOMPARE(LiveSecrets::redactAll(echo), echo);
}

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
