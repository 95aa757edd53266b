// SPDX-License-Identifier: Apache-2.0
#include "authclient.h"
#include "futures.h"
#include "httpanswers.h"
#include "login.h"
#include "testtokens.h"
#include "workbench.h"

#include <QLockFile>
#include <QSignalSpy>
#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Several sessions on one keychain and one runtime folder stand for the processes of one user: they know nothing of
/// each other but what is stored there.
class TestSharedExchange : public QObject
{
    Q_OBJECT

private slots:
    void manyProcessesSendOneRequest();
    void cachedTokenNeedsNoRequest();
    void cachedTokenThatIsDueIsRenewed();
    void shortTokenIsNotRenewedByEverybody();
    void refreshNowWantsANewToken();
    void refreshNowTakesWhatCameMeanwhile();
    void underTheLockNothingIsReadAgain();
    void loginLeavesItsAccessToken();
    void accessTokenOfAnotherLoginIsNotUsed();
    void logoutLeavesNothing();
    void logoutElsewhereLetsNoTokenBack();
    void lateLogoutLeavesALaterLogin();
    void withoutAReadableKeychainItExchangesForItself();
    void rotationReplacesNoOtherLogin();
    void accessTokenAloneIsUsedWhileItIsValid();
    void lockIsFreeAfterAFailure();

private:
    static QString lockFile(const Workbench &bench);
};

QString TestSharedExchange::lockFile(const Workbench &bench)
{
    return ProfileLock::file(bench.folder.path(), bench.profile.name);
}

void TestSharedExchange::manyProcessesSendOneRequest()
{
    Workbench bench;
    bench.storeToken(bench.apiToken);
    std::vector<std::unique_ptr<Session>> processes;
    std::vector<QFuture<AccessTokenInfo>> answers;
    for (int i = 0; i < 20; ++i) {
        processes.push_back(bench.session());
        processes.back()->start();
        answers.push_back(processes.back()->token());
    }
    int exchanged = 0;
    for (size_t i = 0; i < answers.size(); ++i) {
        const auto info = resultOf(answers[i]);
        QVERIFY(info);
        QCOMPARE(info->accessToken, bench.accessToken);
        exchanged += processes[i]->isFromCache() ? 0 : 1;
    }
    QCOMPARE(bench.server.requests().size(), 1);
    QCOMPARE(exchanged, 1);
}

void TestSharedExchange::cachedTokenNeedsNoRequest()
{
    Workbench bench;
    QVERIFY(bench.activeSession());
    const auto later = bench.session();
    later->start();
    QVERIFY(Workbench::waitForState(*later, Session::State::Active));
    QCOMPARE(later->info()->accessToken, bench.accessToken);
    QVERIFY(later->isFromCache());
    QVERIFY(later->nextAttemptAt());
    QCOMPARE(bench.server.requests().size(), 1);
}

void TestSharedExchange::cachedTokenThatIsDueIsRenewed()
{
    Workbench bench;
    QVERIFY(bench.activeSession());
    bench.clock.advance(51min);
    const auto later = bench.session();
    later->start();
    QVERIFY(resultOf(later->token()));
    QCOMPARE(bench.server.requests().size(), 2);
    QCOMPARE(later->info()->accessToken, bench.accessToken);
}

void TestSharedExchange::shortTokenIsNotRenewedByEverybody()
{
    Workbench bench;
    bench.serveTokens(300s);
    bench.storeToken(bench.apiToken);
    const auto one = bench.session();
    const auto other = bench.session();
    one->start();
    other->start();
    QVERIFY(resultOf(one->token()));
    QVERIFY(resultOf(other->token()));
    QCOMPARE(bench.server.requests().size(), 1);
}

void TestSharedExchange::refreshNowWantsANewToken()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    const QString before = bench.accessToken;
    bench.clock.advance(1s);
    const auto info = resultOf(session->refreshNow());
    QVERIFY(info);
    QVERIFY(info->accessToken != before);
    QCOMPARE(bench.server.requests().size(), 2);
}

void TestSharedExchange::refreshNowTakesWhatCameMeanwhile()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    const auto held = resultOf(bench.sharing.lock(bench.profile)); // another process is exchanging
    QVERIFY(held && *held);
    const auto refresh = session->refreshNow();
    bench.clock.advance(1s);
    AccessTokenInfo newer = *session->info();
    newer.accessToken = TestTokens::accessToken();
    QVERIFY(succeeds(bench.sharing.cache().write(bench.profile, newer)));
    (*held)->unlock();
    const auto info = resultOf(refresh);
    QVERIFY(info);
    QCOMPARE(info->accessToken, newer.accessToken);
    QCOMPARE(bench.server.requests().size(), 1);
}

void TestSharedExchange::underTheLockNothingIsReadAgain()
{
    Workbench bench;
    bench.storeToken(bench.apiToken);
    const auto held = resultOf(bench.sharing.lock(bench.profile));
    QVERIFY(held && *held);
    const auto client = bench.connector.client(bench.profile, bench.apiToken);
    const auto result = resultOf(bench.sharing.underLock().run(
        bench.profile, bench.apiToken, [](const auto &) { return false; },
        [&client] { return client->postAccessTokens(); }));
    QVERIFY(result);
    QCOMPARE(result->info.accessToken, bench.accessToken);
    QCOMPARE(bench.secrets.calls(), QStringList{u"write "_s + bench.profile.accessTokenKey()});
}

void TestSharedExchange::loginLeavesItsAccessToken()
{
    Workbench bench;
    Login login(bench.secrets, bench.profiles, bench.sharing, bench.connector);
    QSignalSpy succeeded(&login, &Login::succeeded);
    login.start(bench.profile, bench.apiToken, Login::Keep::ApiToken);
    QVERIFY(succeeded.wait(patienceMs));
    const auto other = bench.session();
    other->start();
    QVERIFY(resultOf(other->token()));
    QCOMPARE(bench.server.requests().size(), 1);
    QVERIFY(!QFile::exists(lockFile(bench)));
}

void TestSharedExchange::accessTokenOfAnotherLoginIsNotUsed()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    const QString before = bench.accessToken;
    // The same profile, logged in anew elsewhere.
    Login login(bench.secrets, bench.profiles, bench.sharing, bench.connector);
    QSignalSpy succeeded(&login, &Login::succeeded);
    const QString other = TestTokens::apiToken();
    login.start(bench.profile, other, Login::Keep::ApiToken);
    QVERIFY(succeeded.wait(patienceMs));
    session->start(); // as the other process tells it to
    const auto info = resultOf(session->token());
    QVERIFY(info);
    QVERIFY(info->accessToken != before);
    QCOMPARE(info->accessToken, bench.accessToken);
    bench.clock.advance(1s);
    QVERIFY(resultOf(session->refreshNow()));
    QCOMPARE(bench.sentToken(), other);
}

void TestSharedExchange::logoutLeavesNothing()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    QVERIFY(!bench.secrets.secret(bench.profile.accessTokenKey()).isEmpty());
    QVERIFY(succeeds(session->logOut()));
    QCOMPARE(bench.storedToken(), QString());
    QCOMPARE(bench.secrets.secret(bench.profile.accessTokenKey()), QString());
    QVERIFY(!QFile::exists(lockFile(bench)));
}

void TestSharedExchange::logoutElsewhereLetsNoTokenBack()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    QVERIFY(succeeds(bench.sharing.forget(bench.profile, bench.secrets)));
    bench.clock.advance(1s);
    QVERIFY(resultOf(session->refreshNow())); // it does not know yet
    QCOMPARE(bench.storedToken(), QString());
    QCOMPARE(bench.secrets.secret(bench.profile.accessTokenKey()), QString());
    session->start(); // now it is told
    QVERIFY(Workbench::waitForState(*session, Session::State::LoggedOut));
    QVERIFY(!session->info());
}

void TestSharedExchange::lateLogoutLeavesALaterLogin()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    const auto held = resultOf(bench.sharing.lock(bench.profile)); // another process is exchanging
    QVERIFY(held && *held);
    const auto logout = session->logOut();
    // Whichever of the two gets the lock first is chance: this login needs none.
    const SharedExchange withoutLock(bench.secrets, bench.clock, QString());
    Login login(bench.secrets, bench.profiles, withoutLock, bench.connector);
    QSignalSpy loggedIn(&login, &Login::succeeded);
    const QString other = TestTokens::apiToken();
    login.start(bench.profile, other, Login::Keep::ApiToken);
    QVERIFY(loggedIn.wait(patienceMs));
    session->adopt(login);
    (*held)->unlock();
    QVERIFY(succeeds(logout));
    QCOMPARE(bench.storedToken(), other);
    QVERIFY(!bench.secrets.secret(bench.profile.accessTokenKey()).isEmpty());
    QVERIFY(!QFile::exists(lockFile(bench)));
}

void TestSharedExchange::withoutAReadableKeychainItExchangesForItself()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    const qsizetype writes = bench.secrets.calls().filter(u"write"_s).size();
    bench.clock.advance(1s);
    bench.secrets.failNext(ScriptedSecretStore::Operation::Read,
        AuthError(AuthError::Kind::Local, AuthError::Cause::SecretStoreLocked, u"locked"_s));
    QVERIFY(resultOf(session->refreshNow()));
    QCOMPARE(bench.server.requests().size(), 2);
    QCOMPARE(bench.secrets.calls().filter(u"write"_s).size(), writes);
}

// Where it could not be read before the request, either.
void TestSharedExchange::rotationReplacesNoOtherLogin()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    QJsonObject answer = exchangeObject(TestTokens::accessToken(), bench.clock.now().addSecs(3600));
    answer.insert(u"refresh_token"_s, TestTokens::apiToken());
    bench.serve(jsonAnswer("200 OK", answer));
    const QString other = TestTokens::apiToken();
    for (const QString &stored : {other, QString()}) {
        bench.storeToken(stored);
        bench.secrets.failNext(ScriptedSecretStore::Operation::Read,
            AuthError(AuthError::Kind::Local, AuthError::Cause::SecretStoreLocked, u"locked"_s));
        QVERIFY(resultOf(session->refreshNow()));
        QCOMPARE(bench.storedToken(), stored);
    }
}

void TestSharedExchange::accessTokenAloneIsUsedWhileItIsValid()
{
    Workbench bench;
    {
        const auto session = bench.activeSession();
        QVERIFY(session);
    }
    QVERIFY(succeeds(bench.secrets.remove(bench.profile.refreshTokenKey())));
    const auto session = bench.session();
    session->start();
    const auto info = resultOf(session->token());
    QVERIFY(info);
    QCOMPARE(info->accessToken, bench.accessToken);
    QCOMPARE(session->state(), Session::State::Active);
    bench.clock.advance(61min);
    session->recheck();
    QCOMPARE(session->state(), Session::State::LoggedOut);
    const auto error = errorOf(session->token());
    QVERIFY(error);
    QCOMPARE(error->cause(), AuthError::Cause::MissingToken);
    QCOMPARE(bench.server.requests().size(), 1);
}

void TestSharedExchange::lockIsFreeAfterAFailure()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    bench.serveFailure();
    bench.clock.advance(1s);
    QVERIFY(errorOf(session->refreshNow()));
    QVERIFY(!QFile::exists(lockFile(bench)));
}

QTEST_GUILESS_MAIN(TestSharedExchange)
#include "tst_sharedexchange.moc"
