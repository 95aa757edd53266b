// SPDX-License-Identifier: Apache-2.0
#include "authclient.h"
#include "futures.h"
#include "httpanswers.h"
#include "login.h"
#include "testtokens.h"
#include "workbench.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QSignalSpy>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = AuthError::Kind;
using Cause = AuthError::Cause;
using Operation = ScriptedSecretStore::Operation;

class TestLogin : public QObject
{
    Q_OBJECT

private slots:
    void exchangesThenStoresThenTells();
    void urlIsStoredAsItIsReadAgain();
    void rejectedTokenIsNeverStored();
    void failureChangesNothing_data();
    void failureChangesNothing();
    void unusableInputFailsLater_data();
    void unusableInputFailsLater();
    void unusableCertificateFileFailsOverPlainHttpToo();
    void withoutKeepingNothingIsStored();
    void withoutKeepingAnEarlierTokenIsRemoved();
    void withoutKeepingAMissingKeychainIsNoFault();
    void keychainThatCannotStoreKeepsTheLoginForThisRun_data();
    void keychainThatCannotStoreKeepsTheLoginForThisRun();
    void unwritableConfigurationStoresNoToken();
    void oldTokenGoesBeforeTheProfileMoves();
    void oldTokenThatCannotGoKeepsTheProfile();
    void oldTokenOfADamagedProfileMeetsNoOtherService_data();
    void oldTokenOfADamagedProfileMeetsNoOtherService();
    void sameUrlReplacesTheTokenInPlace();
    void rotatedTokenIsTheOneThatIsStored();
    void skewIsStoredWithTheProfile();
    void cancelEndsIt();
    void cancelEndsTheWaitForTheKeychain();
    void isUnderWayUntilItHasToldItsEnd_data();
    void isUnderWayUntilItHasToldItsEnd();
    void leftOverTokenNeverMeetsANewProfile();
    void neverRetries();
    void destroyedWhileExchanging();
    void destroyedWhileStoring_data();
    void destroyedWhileStoring();
    void droppedInItsOwnSignal();
};

namespace {

/// A login, and what it said.
struct Attempt
{
    explicit Attempt(Workbench &bench)
        : login(std::make_unique<Login>(bench.secrets, bench.profiles, bench.sharing, bench.connector))
        , succeeded(login.get(), &Login::succeeded)
    {
        QObject::connect(login.get(), &Login::failed, login.get(), [this](const AuthError &told) {
            error = told;
            ++failures;
        });
    }

    bool waitForEnd() const
    {
        return QTest::qWaitFor([this] { return succeeded.size() + failures > 0; }, patienceMs);
    }
    bool hasSucceeded() const { return succeeded.size() == 1 && failures == 0; }
    bool hasFailed() const { return succeeded.isEmpty() && failures == 1; }

    std::unique_ptr<Login> login;
    QSignalSpy succeeded;
    std::optional<AuthError> error;
    int failures = 0;
};

AuthError storeError(Cause cause)
{
    return {Kind::Local, cause, u"x"_s};
}

Profile newProfile(const Workbench &bench)
{
    Profile profile = bench.profile;
    profile.name = u"new"_s;
    return profile;
}

} // namespace

void TestLogin::exchangesThenStoresThenTells()
{
    Workbench bench;
    const Profile profile = newProfile(bench);
    Attempt attempt(bench);
    QStringList order;
    connect(&bench.server, &LoopbackServer::requestReceived, this, [&] {
        order << u"exchange"_s;
        QVERIFY(!bench.profiles.profile(u"new"_s));
    });
    bench.secrets.setObserver([&](const QString &call) {
        order << call;
        // What may be left of an earlier profile goes before there is a new one; the token comes after.
        QCOMPARE(bench.profiles.profile(u"new"_s).has_value(), !call.startsWith(u"remove"));
    });
    connect(attempt.login.get(), &Login::succeeded, this, [&] {
        order << u"succeeded"_s;
        QCOMPARE(bench.secrets.secret(profile.refreshTokenKey()), bench.apiToken);
    });
    attempt.login->start(profile, bench.apiToken, Login::Keep::ApiToken);
    QVERIFY(order.isEmpty());
    QVERIFY(attempt.waitForEnd());
    QCOMPARE(order,
        (QStringList{u"exchange"_s, u"remove qci-auth/new/refresh-token"_s, u"remove qci-auth/new/access-token"_s,
            u"write qci-auth/new/refresh-token"_s, u"write qci-auth/new/access-token"_s, u"succeeded"_s}));
    QVERIFY(attempt.hasSucceeded());
    QVERIFY(attempt.login->isKept());
    QVERIFY(!attempt.login->storageError());
    QCOMPARE(attempt.login->profile().name, u"new"_s);
    const auto client = attempt.login->takeClient();
    QVERIFY(client);
    QVERIFY(client->cachedAccessTokenInfo());
    QCOMPARE(client->cachedAccessTokenInfo()->accessToken, bench.accessToken);
}

void TestLogin::urlIsStoredAsItIsReadAgain()
{
    for (const QString &path : {u"a%20b"_s, u"a%2Fb"_s, u"a%25b"_s, u"ä"_s, u"plain"_s}) {
        Workbench bench;
        Profile profile = newProfile(bench);
        profile.url = u" "_s + bench.server.urlText() + path;
        Attempt attempt(bench);
        attempt.login->start(profile, bench.apiToken, Login::Keep::ApiToken);
        QVERIFY(attempt.waitForEnd());
        QVERIFY2(attempt.hasSucceeded(), qPrintable(path));
        const auto saved = bench.profiles.profile(u"new"_s);
        QVERIFY(saved);
        QVERIFY(saved->url.endsWith(u'/'));
        QCOMPARE(bench.connector.connection(*saved)->url(), attempt.login->takeClient()->url());
    }
}

void TestLogin::rejectedTokenIsNeverStored()
{
    Workbench bench;
    const QString old = TestTokens::apiToken();
    bench.storeToken(old);
    bench.serveRejection();
    Attempt attempt(bench);
    attempt.login->start(bench.profile, bench.apiToken, Login::Keep::ApiToken);
    QVERIFY(attempt.waitForEnd());
    QVERIFY(attempt.hasFailed());
    QCOMPARE(attempt.error->kind(), Kind::Rejected);
    QCOMPARE(bench.secrets.calls(), QStringList());
    QCOMPARE(bench.storedToken(), old);
    Workbench other;
    other.serveRejection();
    Attempt first(other);
    first.login->start(newProfile(other), other.apiToken, Login::Keep::ApiToken);
    QVERIFY(first.waitForEnd());
    QVERIFY(!other.profiles.profile(u"new"_s));
}

void TestLogin::failureChangesNothing_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("service down") << httpAnswer("503 Service Unavailable", {}, {}) << Kind::Transient;
    QTest::newRow("another service") << httpAnswer("404 Not Found", {}, {}) << Kind::WrongAddress;
    QTest::newRow("captive portal") << httpAnswer("200 OK", {}, "<html>") << Kind::Transient;
    QTest::newRow("closed") << QByteArray() << Kind::Transient;
}

void TestLogin::failureChangesNothing()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const Kind, kind);
    Workbench bench;
    const QString old = TestTokens::apiToken();
    bench.storeToken(old);
    bench.serve(answer);
    Profile changed = bench.profile;
    changed.timeout = 7s;
    Attempt attempt(bench);
    attempt.login->start(changed, bench.apiToken, Login::Keep::ApiToken);
    QVERIFY(attempt.waitForEnd());
    QVERIFY(attempt.hasFailed());
    QCOMPARE(attempt.error->kind(), kind);
    QCOMPARE(bench.secrets.calls(), QStringList());
    QCOMPARE(bench.storedToken(), old);
    QVERIFY(bench.profiles.profile(u"default"_s) == bench.profile);
}

void TestLogin::unusableInputFailsLater_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("token");
    QTest::addColumn<Cause>("cause");
    QTest::newRow("no URL") << u""_s << u"abc123"_s << Cause::MissingUrl;
    QTest::newRow("bad URL") << u"example.org"_s << u"abc123"_s << Cause::InvalidUrl;
    QTest::newRow("plain http") << u"http://example.org"_s << u"abc123"_s << Cause::InsecureUrl;
    QTest::newRow("no token") << u"https://example.org"_s << u""_s << Cause::MissingToken;
    QTest::newRow("bad token") << u"https://example.org"_s << u"abc 123"_s << Cause::InvalidToken;
}

void TestLogin::unusableInputFailsLater()
{
    QFETCH(const QString, url);
    QFETCH(const QString, token);
    QFETCH(const Cause, cause);
    Workbench bench;
    Profile profile = newProfile(bench);
    profile.url = url;
    Attempt attempt(bench);
    attempt.login->start(profile, token, Login::Keep::ApiToken);
    QCOMPARE(attempt.failures, 0); // never before start() has returned
    QVERIFY(attempt.waitForEnd());
    QVERIFY(attempt.hasFailed());
    QCOMPARE(attempt.error->cause(), cause);
    QVERIFY(!bench.profiles.profile(u"new"_s));
}

void TestLogin::unusableCertificateFileFailsOverPlainHttpToo()
{
    Workbench bench;
    Profile profile = newProfile(bench);
    QCOMPARE(QUrl(profile.url).scheme(), u"http"_s);
    profile.caCertificateFile = QFINDTESTDATA("tst_login.cpp");
    QVERIFY(!profile.caCertificateFile.isEmpty());
    Attempt attempt(bench);
    attempt.login->start(profile, bench.apiToken, Login::Keep::ApiToken);
    QVERIFY(attempt.waitForEnd());
    QVERIFY(attempt.hasFailed());
    QCOMPARE(attempt.error->cause(), Cause::CertificateFile);
    QVERIFY(!bench.profiles.profile(u"new"_s));
}

void TestLogin::withoutKeepingNothingIsStored()
{
    Workbench bench;
    Attempt attempt(bench);
    attempt.login->start(newProfile(bench), bench.apiToken, Login::Keep::Nothing);
    QVERIFY(attempt.waitForEnd());
    QVERIFY(attempt.hasSucceeded());
    QVERIFY(!attempt.login->isKept());
    QVERIFY(!attempt.login->storageError());
    QVERIFY(bench.profiles.profile(u"new"_s));
    QVERIFY(bench.secrets.calls().filter(u"write"_s).isEmpty());
}

void TestLogin::withoutKeepingAnEarlierTokenIsRemoved()
{
    Workbench bench;
    bench.storeToken(TestTokens::apiToken());
    Attempt attempt(bench);
    attempt.login->start(bench.profile, bench.apiToken, Login::Keep::Nothing);
    QVERIFY(attempt.waitForEnd());
    QVERIFY(attempt.hasSucceeded());
    QVERIFY(!attempt.login->isKept());
    QVERIFY(!attempt.login->storageError());
    QCOMPARE(bench.storedToken(), QString());
    QCOMPARE(bench.secrets.calls(),
        (QStringList{u"remove qci-auth/default/refresh-token"_s, u"remove qci-auth/default/access-token"_s}));
}

void TestLogin::withoutKeepingAMissingKeychainIsNoFault()
{
    Workbench bench;
    bench.secrets.failNext(Operation::Remove, storeError(Cause::SecretStoreUnavailable));
    Profile changed = bench.profile;
    changed.timeout = 7s;
    Attempt attempt(bench);
    attempt.login->start(changed, bench.apiToken, Login::Keep::Nothing);
    QVERIFY(attempt.waitForEnd());
    QVERIFY(attempt.hasSucceeded());
    QVERIFY(!attempt.login->storageError());
    QVERIFY(bench.profiles.profile(u"default"_s)->timeout == 7s);
}

void TestLogin::keychainThatCannotStoreKeepsTheLoginForThisRun_data()
{
    QTest::addColumn<Cause>("cause");
    QTest::newRow("unavailable") << Cause::SecretStoreUnavailable;
    QTest::newRow("locked") << Cause::SecretStoreLocked;
    QTest::newRow("no answer") << Cause::SecretStoreTimedOut;
    QTest::newRow("failed, or did not keep it") << Cause::SecretStoreFailed;
}

void TestLogin::keychainThatCannotStoreKeepsTheLoginForThisRun()
{
    QFETCH(const Cause, cause);
    Workbench bench;
    bench.secrets.failNext(Operation::Write, storeError(cause));
    Attempt attempt(bench);
    attempt.login->start(newProfile(bench), bench.apiToken, Login::Keep::ApiToken);
    QVERIFY(attempt.waitForEnd());
    QVERIFY(attempt.hasSucceeded());
    QVERIFY(!attempt.login->isKept());
    QVERIFY(attempt.login->storageError());
    QCOMPARE(attempt.login->storageError()->cause(), cause);

    const auto session = bench.session();
    session->adopt(*attempt.login);
    QCOMPARE(session->state(), Session::State::Active);
    QVERIFY(!session->isKept());
    QVERIFY(session->storageError());
    QVERIFY(resultOf(session->refreshNow()));
    QCOMPARE(bench.sentToken(), bench.apiToken);
    QDirIterator files(bench.folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    QVERIFY(files.hasNext());
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains(bench.apiToken.toUtf8())); // in memory, never on disk
    }
}

void TestLogin::unwritableConfigurationStoresNoToken()
{
    Workbench bench;
    QVERIFY(QDir().mkpath(bench.folder.filePath(u"profiles/new.ini"_s))); // a folder in the file's place
    Attempt attempt(bench);
    attempt.login->start(newProfile(bench), bench.apiToken, Login::Keep::ApiToken);
    QVERIFY(attempt.waitForEnd());
    QVERIFY(attempt.hasSucceeded());
    QVERIFY(!attempt.login->isKept());
    QVERIFY(attempt.login->storageError());
    QCOMPARE(attempt.login->storageError()->cause(), Cause::Configuration);
    QVERIFY(bench.secrets.calls().filter(u"write"_s).isEmpty());
}

void TestLogin::oldTokenGoesBeforeTheProfileMoves()
{
    Workbench bench;
    bench.storeToken(TestTokens::apiToken());
    Profile before = bench.profile;
    before.url = u"https://old.example/"_s;
    QVERIFY(!bench.profiles.save(before));
    bench.secrets.setObserver([&](const QString &call) {
        const QString url = bench.profiles.profile(u"default"_s)->url;
        QCOMPARE(url, call.startsWith(u"remove"_s) ? before.url : bench.profile.url);
    });
    Attempt attempt(bench);
    attempt.login->start(bench.profile, bench.apiToken, Login::Keep::ApiToken);
    QVERIFY(attempt.waitForEnd());
    QVERIFY(attempt.hasSucceeded());
    const QString key = bench.profile.refreshTokenKey();
    const QString sharedKey = bench.profile.accessTokenKey();
    QCOMPARE(bench.secrets.calls(),
        (QStringList{u"remove "_s + key, u"remove "_s + sharedKey, u"write "_s + key, u"write "_s + sharedKey}));
    QCOMPARE(bench.storedToken(), bench.apiToken);
}

void TestLogin::oldTokenThatCannotGoKeepsTheProfile()
{
    for (const auto keep : {Login::Keep::ApiToken, Login::Keep::Nothing}) {
        for (const Cause cause : {Cause::SecretStoreLocked, Cause::SecretStoreUnavailable}) {
            Workbench bench;
            bench.storeToken(TestTokens::apiToken());
            Profile before = bench.profile;
            before.url = u"https://old.example/"_s;
            QVERIFY(!bench.profiles.save(before));
            bench.secrets.failNext(Operation::Remove, storeError(cause));
            Attempt attempt(bench);
            attempt.login->start(bench.profile, bench.apiToken, keep);
            QVERIFY(attempt.waitForEnd());
            QVERIFY(attempt.hasSucceeded());
            QVERIFY(!attempt.login->isKept());
            QVERIFY(attempt.login->storageError());
            QCOMPARE(attempt.login->storageError()->cause(), cause);
            QCOMPARE(bench.profiles.profile(u"default"_s)->url, before.url); // whose token still is stored
        }
    }
}

void TestLogin::oldTokenOfADamagedProfileMeetsNoOtherService_data()
{
    QTest::addColumn<Login::Keep>("keep");
    QTest::addColumn<bool>("isThere");
    QTest::newRow("kept, damaged") << Login::Keep::ApiToken << true;
    QTest::newRow("kept, lost") << Login::Keep::ApiToken << false;
    QTest::newRow("not kept, damaged") << Login::Keep::Nothing << true;
    QTest::newRow("not kept, lost") << Login::Keep::Nothing << false;
}

void TestLogin::oldTokenOfADamagedProfileMeetsNoOtherService()
{
    QFETCH(const Login::Keep, keep);
    QFETCH(const bool, isThere);
    Workbench bench;
    const QString old = TestTokens::apiToken();
    bench.storeToken(old);
    QFile file(bench.folder.filePath(u"profiles/default.ini"_s));
    QVERIFY(file.remove()); // which service was it at?
    if (isThere) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("garbage");
        file.close();
    }
    bench.secrets.failNext(Operation::Remove, storeError(Cause::SecretStoreUnavailable));
    Attempt attempt(bench);
    attempt.login->start(bench.profile, bench.apiToken, keep);
    QVERIFY(attempt.waitForEnd());
    QVERIFY(attempt.hasSucceeded());
    QVERIFY(!attempt.login->isKept());
    QVERIFY(attempt.login->storageError());
    QCOMPARE(attempt.login->storageError()->cause(), Cause::SecretStoreUnavailable);
    QCOMPARE(bench.storedToken(), old);
    QCOMPARE(file.exists(), isThere);
    QVERIFY(!QFile::exists(file.fileName() + u".damaged"_s));

    // The next start, with the keychain back.
    const auto session = bench.session();
    session->start();
    Workbench::settle();
    QVERIFY(bench.sentToken() == bench.apiToken); // by the login: nothing came after it
    QCOMPARE(bench.server.connections().size(), 1);

    Attempt again(bench);
    again.login->start(bench.profile, bench.apiToken, keep);
    QVERIFY(again.waitForEnd());
    QVERIFY(again.hasSucceeded());
    QVERIFY(!again.login->storageError());
    QCOMPARE(bench.storedToken(), again.login->isKept() ? bench.apiToken : QString());
    QCOMPARE(QFile::exists(file.fileName() + u".damaged"_s), isThere);
}

void TestLogin::sameUrlReplacesTheTokenInPlace()
{
    Workbench bench;
    bench.storeToken(TestTokens::apiToken());
    Attempt attempt(bench);
    attempt.login->start(bench.profile, bench.apiToken, Login::Keep::ApiToken);
    QVERIFY(attempt.waitForEnd());
    QVERIFY(attempt.hasSucceeded());
    // The access token of the login before goes first: whatever ends this, the two that are there fit together.
    QCOMPARE(bench.secrets.calls(),
        (QStringList{u"remove qci-auth/default/access-token"_s, u"write qci-auth/default/refresh-token"_s,
            u"write qci-auth/default/access-token"_s}));
    QCOMPARE(bench.storedToken(), bench.apiToken);
}

void TestLogin::rotatedTokenIsTheOneThatIsStored()
{
    Workbench bench;
    const QString rotated = TestTokens::apiToken();
    QJsonObject answer = exchangeObject(TestTokens::accessToken(), bench.clock.now().addSecs(3600));
    answer.insert(u"refresh_token"_s, rotated);
    bench.serve(jsonAnswer("200 OK", answer));
    Attempt attempt(bench);
    attempt.login->start(bench.profile, bench.apiToken, Login::Keep::ApiToken);
    QVERIFY(attempt.waitForEnd());
    QVERIFY(attempt.hasSucceeded());
    QCOMPARE(bench.storedToken(), rotated);
    const auto session = bench.session();
    session->adopt(*attempt.login);
    bench.serveTokens();
    QVERIFY(resultOf(session->refreshNow()));
    QCOMPARE(bench.sentToken(), rotated);
}

void TestLogin::skewIsStoredWithTheProfile()
{
    Workbench bench;
    const QDateTime serverTime = bench.clock.now().addSecs(300);
    bench.serve(exchangeAnswer(TestTokens::accessToken(), serverTime.addSecs(3600), {{"Date", httpDate(serverTime)}}));
    Attempt attempt(bench);
    attempt.login->start(bench.profile, bench.apiToken, Login::Keep::ApiToken);
    QVERIFY(attempt.waitForEnd());
    QVERIFY(bench.profiles.profile(u"default"_s)->skew >= 300s);
}

void TestLogin::cancelEndsIt()
{
    Workbench bench;
    bench.serveNothing();
    Attempt attempt(bench);
    attempt.login->start(bench.profile, bench.apiToken, Login::Keep::ApiToken);
    QVERIFY(bench.waitForRequests(1));
    attempt.login->cancel();
    QVERIFY(attempt.waitForEnd());
    attempt.login->cancel();
    Workbench::settle();
    QVERIFY(attempt.hasFailed());
    QCOMPARE(attempt.error->kind(), Kind::Cancelled);
    QCOMPARE(bench.secrets.calls(), QStringList());
}

void TestLogin::leftOverTokenNeverMeetsANewProfile()
{
    // The configuration was lost, the keychain was not.
    Workbench bench;
    const Profile profile = newProfile(bench);
    bench.secrets.putSecret(profile.refreshTokenKey(), TestTokens::apiToken());
    Attempt attempt(bench);
    attempt.login->start(profile, bench.apiToken, Login::Keep::Nothing);
    QVERIFY(attempt.waitForEnd());
    QVERIFY(attempt.hasSucceeded());
    QCOMPARE(bench.secrets.secret(profile.refreshTokenKey()), QString());
}

void TestLogin::cancelEndsTheWaitForTheKeychain()
{
    Workbench bench;
    bench.secrets.holdNext(Operation::Write);
    Attempt attempt(bench);
    attempt.login->start(bench.profile, bench.apiToken, Login::Keep::ApiToken);
    QTRY_VERIFY_WITH_TIMEOUT(!bench.secrets.calls().isEmpty(), patienceMs);
    attempt.login->cancel();
    QVERIFY(attempt.hasSucceeded());
    QVERIFY(!attempt.login->isKept());
    QVERIFY(attempt.login->storageError());
    QCOMPARE(attempt.login->storageError()->cause(), AuthError::Cause::SecretStoreTimedOut);
    bench.secrets.release();
    Workbench::settle();
    QVERIFY(!attempt.login->isKept()); // the late answer is not told a second time
    QCOMPARE(attempt.failures, 0);
}

void TestLogin::isUnderWayUntilItHasToldItsEnd_data()
{
    QTest::addColumn<bool>("succeeds");
    QTest::newRow("success") << true;
    QTest::newRow("failure") << false;
}

void TestLogin::isUnderWayUntilItHasToldItsEnd()
{
    QFETCH(const bool, succeeds);
    Workbench bench;
    if (!succeeds)
        bench.serveFailure();
    Attempt attempt(bench);
    int told = 0;
    const auto lookAtEnd = [&] { told += bench.sharing.isUnderWay() ? 1 : 0; };
    connect(attempt.login.get(), &Login::succeeded, this, lookAtEnd);
    connect(attempt.login.get(), &Login::failed, this, lookAtEnd);
    QVERIFY(!bench.sharing.isUnderWay());
    attempt.login->start(bench.profile, bench.apiToken, Login::Keep::ApiToken);
    QVERIFY(bench.sharing.isUnderWay());
    QVERIFY(bench.sharing.isLoginUnderWay());
    const auto settled = bench.sharing.settled();
    QVERIFY(attempt.waitForEnd());
    QCOMPARE(attempt.hasSucceeded(), succeeds);
    QCOMPARE(told, 1);
    QVERIFY(!bench.sharing.isUnderWay());
    QVERIFY(!bench.sharing.isLoginUnderWay());
    QVERIFY(settled.isFinished());
}

void TestLogin::neverRetries()
{
    Workbench bench;
    bench.serveFailure();
    Attempt attempt(bench);
    attempt.login->start(bench.profile, bench.apiToken, Login::Keep::ApiToken);
    QVERIFY(attempt.waitForEnd());
    bench.clock.advance(1h);
    Workbench::settle();
    QCOMPARE(bench.server.connections().size(), 1);
    QVERIFY(attempt.hasFailed());
}

void TestLogin::destroyedWhileExchanging()
{
    Workbench bench;
    bench.serveNothing();
    Attempt attempt(bench);
    attempt.login->start(bench.profile, bench.apiToken, Login::Keep::ApiToken);
    QVERIFY(bench.waitForRequests(1));
    attempt.login.reset();
    Workbench::settle();
    QCOMPARE(attempt.failures, 0);
    QVERIFY(attempt.succeeded.isEmpty());
}

void TestLogin::destroyedWhileStoring_data()
{
    QTest::addColumn<Login::Keep>("keep");
    QTest::addColumn<bool>("fails");
    QTest::newRow("write") << Login::Keep::ApiToken << false;
    QTest::newRow("failing write") << Login::Keep::ApiToken << true;
    QTest::newRow("remove") << Login::Keep::Nothing << false;
    QTest::newRow("failing remove") << Login::Keep::Nothing << true;
}

void TestLogin::destroyedWhileStoring()
{
    QFETCH(const Login::Keep, keep);
    QFETCH(const bool, fails);
    Workbench bench;
    const Operation operation = keep == Login::Keep::ApiToken ? Operation::Write : Operation::Remove;
    bench.secrets.holdNext(operation);
    if (fails)
        bench.secrets.failNext(operation, storeError(Cause::SecretStoreFailed));
    Attempt attempt(bench);
    attempt.login->start(bench.profile, bench.apiToken, keep);
    QTRY_VERIFY_WITH_TIMEOUT(!bench.secrets.calls().isEmpty(), patienceMs);
    attempt.login.reset();
    bench.secrets.release();
    Workbench::settle();
    QVERIFY(attempt.succeeded.isEmpty());
}

void TestLogin::droppedInItsOwnSignal()
{
    for (const bool rejected : {false, true}) {
        Workbench bench;
        if (rejected)
            bench.serveRejection();
        bool ended = false;
        auto login = std::make_unique<Login>(bench.secrets, bench.profiles, bench.sharing, bench.connector);
        const auto end = [&] {
            ended = true;
            login.release()->deleteLater();
        };
        connect(login.get(), &Login::succeeded, this, end);
        connect(login.get(), &Login::failed, this, end);
        login->start(bench.profile, bench.apiToken, Login::Keep::ApiToken);
        QTRY_VERIFY_WITH_TIMEOUT(ended, patienceMs);
        Workbench::settle();
    }
}

QTEST_GUILESS_MAIN(TestLogin)
#include "tst_login.moc"
