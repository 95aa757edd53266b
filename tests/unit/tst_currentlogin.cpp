// SPDX-License-Identifier: Apache-2.0
#include "currentlogin.h"
#include "futures.h"
#include "httpanswers.h"
#include "login.h"
#include "testtokens.h"
#include "workbench.h"

#include <QSignalSpy>

#include <optional>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Change = CurrentLogin::Change;
using Kind = AuthError::Kind;
using Cause = AuthError::Cause;
using Operation = ScriptedSecretStore::Operation;

class TestCurrentLogin : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatItTakesToGoOn_data();
    void saysWhatItTakesToGoOn();
    void requestGoesOnWhereNothingChanged();
    void requestEndsWithItsConnection_data();
    void requestEndsWithItsConnection();
    void sameLoginKeepsTheNewestToken();
    void unusableServiceLeavesNoToken();
    void onlyAStoredLoginIsShared_data();
    void onlyAStoredLoginIsShared();
    void whatCouldNotBeStoredIsStoredLater();
    void otherLoginHearsNothingOfTheOneBefore_data();
    void otherLoginHearsNothingOfTheOneBefore();
    void endLeavesTheKeychainAlone();
};

namespace {

/// A login on a bench whose keychain has it.
struct Used : Workbench
{
    Used()
        : login(profile, profiles, sharing, connector)
    {
        storeToken(apiToken);
        login.use(profile, apiToken);
    }

    std::optional<SharedExchange::Result> exchange()
    {
        const auto nothingSuffices = [](const AccessTokenCache::Entry &) { return false; };
        const auto result = resultOf(login.exchange(nothingSuffices, [this] { return login.post(); }));
        login.takeStorageError();
        if (result)
            login.answered(result->info);
        return result;
    }

    /// An exchange that brings a new API token, which the keychain does not take. Returns that.
    QString rotateInVain()
    {
        const QString rotated = TestTokens::apiToken();
        QJsonObject answer = exchangeObject(TestTokens::accessToken(), clock.now().addSecs(3600));
        answer.insert(u"refresh_token"_s, rotated);
        serve(jsonAnswer("200 OK", answer));
        secrets.failNext(Operation::Write, AuthError(Kind::Local, Cause::SecretStoreFailed, u"x"_s));
        if (!exchange())
            qFatal("no exchange");
        return rotated;
    }

    CurrentLogin login;
    bool isCurrent = true;
};

using StepOfOthers = void (*)(Profile &stored, QString &apiToken);
using Step = void (*)(Used &);

bool always()
{
    return true;
}

} // namespace

void TestCurrentLogin::saysWhatItTakesToGoOn_data()
{
    QTest::addColumn<StepOfOthers>("step");
    QTest::addColumn<Change>("change");
    QTest::newRow("nothing") << StepOfOthers([](Profile &, QString &) {}) << Change::None;
    QTest::newRow("the clock") << StepOfOthers([](Profile &stored, QString &) { stored.skew += 1min; }) << Change::None;
    QTest::newRow("the patience") << StepOfOthers([](Profile &stored, QString &) { stored.timeout += 1s; })
                                  << Change::Connection;
    QTest::newRow("the service") << StepOfOthers([](Profile &stored, QString &) { stored.url += u"other/"_s; })
                                 << Change::Login;
    QTest::newRow("the token") << StepOfOthers([](Profile &, QString &apiToken) { apiToken = TestTokens::apiToken(); })
                               << Change::Login;
}

void TestCurrentLogin::saysWhatItTakesToGoOn()
{
    QFETCH(const StepOfOthers, step);
    QFETCH(const Change, change);
    Used used;
    Profile stored = used.profile;
    QString apiToken = used.apiToken;
    step(stored, apiToken);
    QCOMPARE(used.login.changeTo(stored, apiToken), change);
    used.login.use(stored, apiToken);
    QCOMPARE(used.login.profile(), stored);
    QCOMPARE(used.login.apiToken(), apiToken);
    QVERIFY(used.login.has(apiToken));
    QCOMPARE(used.login.changeTo(stored, apiToken), Change::None);
    used.login.end();
    QCOMPARE(used.login.changeTo(stored, apiToken), Change::Login);
}

void TestCurrentLogin::requestGoesOnWhereNothingChanged()
{
    Used used;
    const auto answer = used.login.post();
    used.login.use(used.profile, used.apiToken);
    QVERIFY(resultOf(answer));
}

void TestCurrentLogin::requestEndsWithItsConnection_data()
{
    QTest::addColumn<Step>("step");
    QTest::newRow("another way to the service") << Step([](Used &used) {
        used.profile.timeout += 1s;
        used.login.use(used.profile, used.apiToken);
    });
    QTest::newRow("another login") << Step([](Used &used) { used.login.use(used.profile, TestTokens::apiToken()); });
    QTest::newRow("no login") << Step([](Used &used) { used.login.end(); });
}

void TestCurrentLogin::requestEndsWithItsConnection()
{
    QFETCH(const Step, step);
    Used used;
    used.serveNothing();
    const auto answer = used.login.post();
    QVERIFY(used.waitForRequests(1));
    step(used);
    QVERIFY(answer.isFinished());
    const auto error = errorOf(answer);
    QVERIFY(error);
    QCOMPARE(error->kind(), Kind::Cancelled);
}

// The keychain has a token that is worth nothing any more.
void TestCurrentLogin::sameLoginKeepsTheNewestToken()
{
    Used used;
    const QString rotated = used.rotateInVain();
    QCOMPARE(used.login.apiToken(), rotated);
    QVERIFY(used.login.has(used.apiToken));
    used.profile.timeout += 1s;
    QCOMPARE(used.login.changeTo(used.profile, used.apiToken), Change::Connection);
    used.login.use(used.profile, used.apiToken);
    QCOMPARE(used.login.apiToken(), rotated);
    QVERIFY(used.login.storageError());
}

void TestCurrentLogin::unusableServiceLeavesNoToken()
{
    Used used;
    Profile nowhere = used.profile;
    nowhere.url.clear();
    QVERIFY_THROWS_EXCEPTION(AuthError, used.login.use(nowhere, used.apiToken));
    QVERIFY(!used.login.hasApiToken());
    QVERIFY(used.login.apiToken().isEmpty());
    QCOMPARE(used.login.now(), used.clock.now());
}

void TestCurrentLogin::onlyAStoredLoginIsShared_data()
{
    QTest::addColumn<Login::Keep>("keep");
    QTest::addColumn<bool>("isKept");
    QTest::newRow("stored") << Login::Keep::ApiToken << true;
    QTest::newRow("for this run") << Login::Keep::Nothing << false;
}

void TestCurrentLogin::onlyAStoredLoginIsShared()
{
    QFETCH(const Login::Keep, keep);
    QFETCH(const bool, isKept);
    Used used;
    Login login(used.secrets, used.profiles, used.sharing, used.connector);
    QSignalSpy succeeded(&login, &Login::succeeded);
    const QString apiToken = TestTokens::apiToken();
    login.start(used.profile, apiToken, keep);
    QTRY_COMPARE_WITH_TIMEOUT(succeeded.size(), 1, patienceMs);
    QCOMPARE(used.login.adopt(login).accessToken, used.accessToken);
    QCOMPARE(used.login.apiToken(), apiToken);
    QCOMPARE(used.login.isKept(), isKept);
    const qsizetype calls = used.secrets.calls().size();
    QVERIFY(used.exchange());
    QCOMPARE(used.sentToken(), apiToken);
    QCOMPARE(used.secrets.calls().size() > calls, isKept);
}

void TestCurrentLogin::whatCouldNotBeStoredIsStoredLater()
{
    Used used;
    int told = 0;
    const auto stored = [&told] { ++told; };
    used.login.catchUp(&always, stored); // there is nothing yet
    const QString rotated = used.rotateInVain();
    QVERIFY(used.login.storageError());
    QCOMPARE(used.login.storageError()->cause(), Cause::SecretStoreFailed);
    QCOMPARE(used.storedToken(), used.apiToken);

    used.secrets.failNext(Operation::Write, AuthError(Kind::Local, Cause::SecretStoreLocked, u"x"_s));
    used.login.catchUp(&always, stored);
    QTRY_COMPARE_WITH_TIMEOUT(used.login.storageError()->cause(), Cause::SecretStoreLocked, patienceMs);
    QCOMPARE(told, 0);

    used.login.catchUp(&always, stored);
    QTRY_COMPARE_WITH_TIMEOUT(told, 1, patienceMs);
    QVERIFY(!used.login.storageError());
    QCOMPARE(used.storedToken(), rotated);
    QVERIFY(!used.login.has(used.apiToken));
    used.login.catchUp(&always, stored);
    Workbench::settle();
    QCOMPARE(told, 1);
}

void TestCurrentLogin::otherLoginHearsNothingOfTheOneBefore_data()
{
    QTest::addColumn<Step>("step");
    QTest::newRow("another one in the keychain")
        << Step([](Used &used) { used.login.use(used.profile, TestTokens::apiToken()); });
    QTest::newRow("somebody has logged in or out") << Step([](Used &used) { used.isCurrent = false; });
}

void TestCurrentLogin::otherLoginHearsNothingOfTheOneBefore()
{
    QFETCH(const Step, step);
    Used used;
    const QString rotated = used.rotateInVain();
    used.secrets.holdNext(Operation::Write);
    bool isTold = false;
    used.login.catchUp([&used] { return used.isCurrent; }, [&isTold] { isTold = true; });
    QTRY_VERIFY_WITH_TIMEOUT(used.secrets.isHolding(), patienceMs);
    step(used);
    const bool hadError = used.login.storageError().has_value();
    used.secrets.release();
    Workbench::settle();
    QCOMPARE(used.storedToken(), rotated);
    QVERIFY(!isTold);
    QCOMPARE(used.login.storageError().has_value(), hadError);
}

void TestCurrentLogin::endLeavesTheKeychainAlone()
{
    Used used;
    used.rotateInVain();
    const QStringList calls = used.secrets.calls();
    used.login.end();
    QVERIFY(!used.login.hasApiToken());
    QVERIFY(!used.login.storageError());
    QCOMPARE(used.login.profile().name, used.profile.name);
    Workbench::settle();
    QCOMPARE(used.secrets.calls(), calls);
}

QTEST_GUILESS_MAIN(TestCurrentLogin)
#include "tst_currentlogin.moc"
