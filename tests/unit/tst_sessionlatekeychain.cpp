// SPDX-License-Identifier: Apache-2.0
#include "futures.h"
#include "httpanswers.h"
#include "login.h"
#include "testtokens.h"
#include "workbench.h"

#include <QPointer>
#include <QSignalSpy>
#include <QTcpSocket>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = Session::State;
using Kind = AuthError::Kind;
using Cause = AuthError::Cause;
using Operation = ScriptedSecretStore::Operation;

/// A session whose keychain takes its time, or fails now and then, while something else happens.
class TestSessionLateKeychain : public QObject
{
    Q_OBJECT

private slots:
    void tokenIsNotHandedOutAtTheInstantOfItsExpiry();
    void tokenThatExpiresWhileItIsStoredReplacesNoValidOne();
    void tokenThatExpiresWhileItIsStoredIsHandedToNobody();
    void tokenThatExpiresWhileItIsStoredEndsARejection();

    void tokenReadLateIsNotSentToANewUrl();
    void tokenReadLateAfterARejectionIsNotSentToANewUrl();
    void startThatHangsHandsOutTheValidToken();
    void startLeavesTheExchangeUnderWay();
    void startTakesNoOlderToken();
    void exchangeEndsALock();
    void startAfterALogoutFindsNoAccessToken();
    void logoutInASignalEndsAStart();
    void logoutInASignalHandsOutNoToken();
    void loginWhileTheKeychainIsReadSendsNothingMore();

    void pauseCountsFromTheRequest();
    void failureMeanwhileDoesNotEndARejection();
    void rejectionsMeanwhileAreToldOnce();
    void secondRotationIsUsedWhereTheFirstCouldNotBeStored();
    void rotatedTokenIsStoredOnceTheKeychainIsBack_data();
    void rotatedTokenIsStoredOnceTheKeychainIsBack();
    void rotatedTokenThatIsStoredLateReplacesNoOtherLogin();

private:
    static AuthError storeError(Cause cause) { return {Kind::Local, cause, u"x"_s}; }
    /// Another process logs in at that server, under the profile of the bench. Returns its API token.
    static QString logInElsewhere(Workbench &bench, const LoopbackServer &server);
    /// Each answer brings a new API token. Returns the last one.
    static std::shared_ptr<QString> serveRotations(Workbench &bench);
    /// An exchange whose token lives for half a minute, and is stored 40 s later.
    static QFuture<AccessTokenInfo> storedTooLate(Workbench &bench, Session &session);
};

QString TestSessionLateKeychain::logInElsewhere(Workbench &bench, const LoopbackServer &server)
{
    bench.profile.url = server.urlText();
    if (bench.profiles.save(bench.profile))
        qFatal("the temporary folder cannot be written");
    const QString token = TestTokens::apiToken();
    bench.storeToken(token);
    return token;
}

std::shared_ptr<QString> TestSessionLateKeychain::serveRotations(Workbench &bench)
{
    auto last = std::make_shared<QString>();
    bench.server.setHandler([&bench, last](const WireRequest &, QTcpSocket &socket) {
        *last = TestTokens::apiToken();
        QJsonObject answer = exchangeObject(TestTokens::accessToken(), bench.clock.now().addSecs(3600));
        answer.insert(u"refresh_token"_s, *last);
        LoopbackServer::answer(socket, jsonAnswer("200 OK", answer));
    });
    return last;
}

QFuture<AccessTokenInfo> TestSessionLateKeychain::storedTooLate(Workbench &bench, Session &session)
{
    bench.serveTokens(30s);
    bench.secrets.holdNext(Operation::Write);
    const auto answer = session.token(2min);
    if (!QTest::qWaitFor([&bench] { return bench.secrets.isHolding(); }, patienceMs))
        qWarning("nothing is stored");
    bench.clock.advance(40s);
    bench.secrets.release();
    return answer;
}

void TestSessionLateKeychain::tokenIsNotHandedOutAtTheInstantOfItsExpiry()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    bench.serveFailure();
    bench.clock.advance(session->info()->remaining(session->now()));
    QVERIFY(errorOf(session->token(0ms)));
}

void TestSessionLateKeychain::tokenThatExpiresWhileItIsStoredReplacesNoValidOne()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    const QString valid = bench.accessToken;
    bench.clock.advance(59min);
    const auto info = resultOf(storedTooLate(bench, *session));
    QVERIFY(info);
    QCOMPARE(info->accessToken, valid);
    QCOMPARE(session->info()->accessToken, valid);
    QCOMPARE(session->state(), State::RefreshFailing);
}

void TestSessionLateKeychain::tokenThatExpiresWhileItIsStoredIsHandedToNobody()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    bench.clock.advance(59min + 30s);
    const auto error = errorOf(storedTooLate(bench, *session));
    QVERIFY(error);
    QCOMPARE(error->kind(), Kind::Transient);
    QCOMPARE(error->cause(), Cause::SecretStoreTimedOut);
    QCOMPARE(session->state(), State::Expired);
    // Soon: the service is there.
    QVERIFY(session->nextAttemptAt());
    QVERIFY(*session->nextAttemptAt() <= session->now().addSecs(10));
    bench.serveTokens();
    const auto info = resultOf(session->token());
    QVERIFY(info);
    QCOMPARE(info->accessToken, bench.accessToken);
    QCOMPARE(session->state(), State::Active);
}

void TestSessionLateKeychain::tokenThatExpiresWhileItIsStoredEndsARejection()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    bench.clock.advance(59min + 30s);
    bench.serveRejection();
    QVERIFY(errorOf(session->refreshNow()));
    QVERIFY(Workbench::waitForState(*session, State::LoginRequired));
    QVERIFY(errorOf(storedTooLate(bench, *session)));
    QCOMPARE(session->state(), State::Expired);
    QVERIFY(session->nextAttemptAt());
}

void TestSessionLateKeychain::tokenReadLateIsNotSentToANewUrl()
{
    Workbench bench;
    LoopbackServer elsewhere;
    elsewhere.setAnswer(exchangeAnswer(TestTokens::accessToken(), bench.clock.now().addSecs(7200)));
    bench.storeToken(bench.apiToken);
    const auto session = bench.session();
    bench.secrets.delayAll();
    session->start();
    const QString other = logInElsewhere(bench, elsewhere);
    bench.secrets.release();
    QVERIFY(Workbench::waitForState(*session, State::Active));
    QCOMPARE(elsewhere.requests().size(), 1);
    QVERIFY(elsewhere.requests().first().body.contains(other.toUtf8()));
}

void TestSessionLateKeychain::tokenReadLateAfterARejectionIsNotSentToANewUrl()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    LoopbackServer elsewhere;
    elsewhere.setAnswer(exchangeAnswer(TestTokens::accessToken(), bench.clock.now().addSecs(7200)));
    // Another process logs in again, and the keychain takes its time to tell.
    const QString here = TestTokens::apiToken();
    bench.serveRejection([&bench, here] {
        bench.storeToken(here);
        bench.secrets.delayAll();
    });
    QVERIFY(errorOf(session->refreshNow()));
    const QString other = logInElsewhere(bench, elsewhere);
    QSignalSpy refreshed(session.get(), &Session::tokenRefreshed);
    bench.secrets.release();
    QTRY_COMPARE_WITH_TIMEOUT(refreshed.size(), 1, patienceMs);
    QCOMPARE(elsewhere.requests().size(), 1);
    QVERIFY(elsewhere.requests().first().body.contains(other.toUtf8()));
}

void TestSessionLateKeychain::startThatHangsHandsOutTheValidToken()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    bench.secrets.holdNext(Operation::Read);
    session->start();
    const auto info = resultOf(session->token()); // after Session::startPatience
    QVERIFY(info);
    QCOMPARE(info->accessToken, bench.accessToken);
    bench.secrets.release();
}

void TestSessionLateKeychain::startLeavesTheExchangeUnderWay()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    QPointer<QTcpSocket> asked;
    bench.server.setHandler([&asked](const WireRequest &, QTcpSocket &socket) { asked = &socket; });
    const auto awaited = session->refreshNow();
    QVERIFY(bench.waitForRequests(2));
    session->start(); // the cached token is good for nearly an hour
    QVERIFY(session->isExchanging());
    const QString token = TestTokens::accessToken();
    QVERIFY(asked);
    LoopbackServer::answer(*asked, exchangeAnswer(token, bench.clock.now().addSecs(3600)));
    const auto info = resultOf(awaited);
    QVERIFY(info);
    QCOMPARE(info->accessToken, token);
    QCOMPARE(bench.server.requests().size(), 2);
}

void TestSessionLateKeychain::startTakesNoOlderToken()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    bench.serveTokens(2h);
    bench.secrets.failNext(Operation::Write, storeError(Cause::SecretStoreFailed));
    QVERIFY(resultOf(session->refreshNow())); // could not be shared
    session->start();
    QCOMPARE(session->info()->accessToken, bench.accessToken);
    QVERIFY(!session->isFromCache());
    QCOMPARE(session->state(), State::Active);
}

void TestSessionLateKeychain::exchangeEndsALock()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    bench.secrets.failNext(Operation::Read, storeError(Cause::SecretStoreLocked));
    session->start();
    QCOMPARE(session->state(), State::Locked);
    QVERIFY(resultOf(session->refreshNow()));
    QCOMPARE(session->state(), State::Active);
}

void TestSessionLateKeychain::startAfterALogoutFindsNoAccessToken()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    bench.secrets.holdAll();
    const auto logout = session->logOut();
    session->start(); // before the keychain has forgotten anything
    QSignalSpy refreshed(session.get(), &Session::tokenRefreshed);
    bench.secrets.release();
    QVERIFY(succeeds(logout));
    QCOMPARE(refreshed.size(), 0);
    QCOMPARE(session->state(), State::LoggedOut);
    QVERIFY(!session->info());
}

void TestSessionLateKeychain::logoutInASignalEndsAStart()
{
    Workbench bench;
    bench.storeToken(bench.apiToken);
    const auto session = bench.session();
    bench.secrets.failNext(Operation::Remove, storeError(Cause::SecretStoreFailed)); // is stored still
    const auto once = connect(session.get(), &Session::stateChanged, this, [&session] {
        if (session->state() == State::Starting)
            session->logOut();
    });
    session->start();
    disconnect(once);
    Workbench::settle();
    QCOMPARE(session->state(), State::LoggedOut);
    QVERIFY(bench.server.connections().isEmpty());
}

void TestSessionLateKeychain::logoutInASignalHandsOutNoToken()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    connect(session.get(), &Session::tokenRefreshed, this, [&session] { session->logOut(); });
    const auto error = errorOf(session->refreshNow());
    QVERIFY(error);
    QCOMPARE(error->kind(), Kind::Cancelled);
}

void TestSessionLateKeychain::loginWhileTheKeychainIsReadSendsNothingMore()
{
    Workbench bench;
    const auto session = bench.session();
    Login login(bench.secrets, bench.profiles, bench.sharing, bench.connector);
    QSignalSpy succeeded(&login, &Login::succeeded);
    login.start(bench.profile, bench.apiToken, Login::Keep::ApiToken);
    QTRY_COMPARE_WITH_TIMEOUT(succeeded.size(), 1, patienceMs);
    bench.secrets.holdNext(Operation::Read);
    session->start();
    const auto awaited = session->token();
    session->adopt(login);
    const auto info = resultOf(awaited);
    QVERIFY(info);
    QCOMPARE(info->accessToken, bench.accessToken);
    bench.secrets.release();
    Workbench::settle();
    QCOMPARE(bench.server.requests().size(), 1);
}

void TestSessionLateKeychain::pauseCountsFromTheRequest()
{
    Workbench bench;
    bench.random = 0.0;
    const auto session = bench.activeSession();
    QVERIFY(session);
    bench.clock.advance(55min);
    bench.serveFailure();
    bench.secrets.holdNext(Operation::Read);
    session->recheck();
    QVERIFY(session->isExchanging());
    bench.clock.advance(20s);
    QSignalSpy failed(session.get(), &Session::refreshFailed);
    bench.secrets.release();
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, patienceMs);
    QVERIFY(session->nextAttemptAt());
    QCOMPARE(session->now().msecsTo(*session->nextAttemptAt()), 10'000);
}

void TestSessionLateKeychain::failureMeanwhileDoesNotEndARejection()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    bench.serveRejection([&bench] { bench.secrets.holdNext(Operation::Read); });
    QVERIFY(errorOf(session->refreshNow()));
    bench.serveFailure();
    QVERIFY(errorOf(session->refreshNow()));
    bench.secrets.release();
    QCOMPARE(session->state(), State::LoginRequired);
    QVERIFY(!session->nextAttemptAt());
}

void TestSessionLateKeychain::rejectionsMeanwhileAreToldOnce()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    QSignalSpy failed(session.get(), &Session::refreshFailed);
    bench.serveRejection([&bench] { bench.secrets.holdNext(Operation::Read); });
    QVERIFY(errorOf(session->refreshNow()));
    bench.serveRejection();
    QVERIFY(errorOf(session->refreshNow()));
    QVERIFY(Workbench::waitForState(*session, State::LoginRequired));
    bench.secrets.release();
    QCOMPARE(session->state(), State::LoginRequired);
    QCOMPARE(failed.size(), 1);
}

void TestSessionLateKeychain::secondRotationIsUsedWhereTheFirstCouldNotBeStored()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    const auto rotated = serveRotations(bench);
    bench.secrets.failNext(Operation::Write, storeError(Cause::SecretStoreFailed));
    QVERIFY(resultOf(session->refreshNow()));
    QVERIFY(session->storageError());
    const QString first = *rotated;
    bench.secrets.failNext(Operation::Write, storeError(Cause::SecretStoreFailed));
    QVERIFY(resultOf(session->refreshNow()));
    QCOMPARE(bench.sentToken(), first);
    const QString second = *rotated;
    QVERIFY(resultOf(session->refreshNow()));
    QCOMPARE(bench.sentToken(), second);
    QCOMPARE(bench.storedToken(), *rotated);
    QVERIFY(!session->storageError());
}

void TestSessionLateKeychain::rotatedTokenIsStoredOnceTheKeychainIsBack_data()
{
    QTest::addColumn<QString>("when");
    for (const QString &when : {u"looking at the clock"_s, u"starting"_s, u"failing to exchange"_s})
        QTest::newRow(qPrintable(when)) << when;
}

void TestSessionLateKeychain::rotatedTokenIsStoredOnceTheKeychainIsBack()
{
    QFETCH(const QString, when);
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    const auto rotated = serveRotations(bench);
    bench.secrets.failNext(Operation::Write, storeError(Cause::SecretStoreLocked));
    QVERIFY(resultOf(session->refreshNow()));
    QVERIFY(session->storageError());
    QCOMPARE(bench.storedToken(), bench.apiToken);
    const QString token = session->info()->accessToken;
    bench.serveFailure();
    if (when == "looking at the clock"_L1)
        session->recheck();
    else if (when == "starting"_L1)
        session->start();
    else
        QVERIFY(errorOf(session->refreshNow()));
    QTRY_COMPARE_WITH_TIMEOUT(bench.storedToken(), *rotated, patienceMs);
    QVERIFY(!session->storageError());
    QVERIFY(session->info());
    QCOMPARE(session->info()->accessToken, token);
    // The new one is the one that goes on.
    bench.serveTokens();
    QVERIFY(resultOf(session->refreshNow()));
    QCOMPARE(bench.sentToken(), *rotated);
}

void TestSessionLateKeychain::rotatedTokenThatIsStoredLateReplacesNoOtherLogin()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    serveRotations(bench);
    bench.secrets.failNext(Operation::Write, storeError(Cause::SecretStoreFailed));
    QVERIFY(resultOf(session->refreshNow()));
    QVERIFY(session->storageError());
    for (const QString &stored : {QString(), TestTokens::apiToken()}) {
        bench.storeToken(stored);
        session->recheck();
        Workbench::settle();
        QCOMPARE(bench.storedToken(), stored);
    }
    const QString other = bench.storedToken();
    bench.serveTokens();
    QVERIFY(resultOf(session->refreshNow()));
    QCOMPARE(bench.sentToken(), other);
    QCOMPARE(bench.storedToken(), other);
    QVERIFY(!session->storageError());
}

QTEST_GUILESS_MAIN(TestSessionLateKeychain)
#include "tst_sessionlatekeychain.moc"
