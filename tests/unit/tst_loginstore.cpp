// SPDX-License-Identifier: Apache-2.0
#include "futures.h"
#include "loginstore.h"
#include "testtokens.h"
#include "workbench.h"

using namespace QciAuth;
using namespace Qt::StringLiterals;
using Kind = AuthError::Kind;
using Cause = AuthError::Cause;
using Operation = ScriptedSecretStore::Operation;

class TestLoginStore : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatTheKeychainHas();
    void profileThatIsGoneIsTheKnownOne();
    void loginElsewhereMeanwhileIsReadAgain();
    void unwantedAnswerAsksNothingMore();
    void keychainThatFails();
    void forgetsWhatMayBeStored_data();
    void forgetsWhatMayBeStored();
};

namespace {

bool always()
{
    return true;
}

struct Stored : Workbench
{
    Stored()
        : logins(secrets, profiles, sharing)
    {
        storeToken(apiToken);
    }

    /// Another process logs in at another service, under the same name. Returns its API token.
    QString logInElsewhere()
    {
        Profile moved = profile;
        moved.url += u"other/"_s;
        if (profiles.save(moved))
            qFatal("the temporary folder cannot be written");
        const QString token = TestTokens::apiToken();
        storeToken(token);
        return token;
    }

    LoginStore logins;
};

} // namespace

void TestLoginStore::readsWhatTheKeychainHas()
{
    Stored stored;
    const QString accessToken = TestTokens::accessToken();
    QVERIFY(stored.leaveAccessToken(accessToken));
    const auto login = resultOf(stored.logins.login(stored.profile, &always));
    QVERIFY(login);
    QCOMPARE(login->apiToken, stored.apiToken);
    QVERIFY(login->accessToken);
    QCOMPARE(login->accessToken->info.accessToken, accessToken);
    const auto apiToken = resultOf(stored.logins.apiToken(stored.profile, &always));
    QVERIFY(apiToken);
    QCOMPARE(*apiToken, stored.apiToken);
}

void TestLoginStore::profileThatIsGoneIsTheKnownOne()
{
    Stored stored;
    QVERIFY(!stored.profiles.remove(stored.profile.name));
    const auto login = resultOf(stored.logins.login(stored.profile, &always));
    QVERIFY(login);
    QCOMPARE(login->apiToken, stored.apiToken);
}

void TestLoginStore::loginElsewhereMeanwhileIsReadAgain()
{
    Stored stored;
    stored.secrets.delayAll();
    const auto login = stored.logins.login(stored.profile, &always);
    const auto apiToken = stored.logins.apiToken(stored.profile, &always);
    const QString other = stored.logInElsewhere();
    stored.secrets.release();
    const auto read = resultOf(login);
    QVERIFY(read);
    QCOMPARE(read->apiToken, other);
    const auto readToken = resultOf(apiToken);
    QVERIFY(readToken);
    QCOMPARE(*readToken, other);
}

void TestLoginStore::unwantedAnswerAsksNothingMore()
{
    Stored stored;
    stored.secrets.delayAll();
    const auto login = stored.logins.login(stored.profile, [] { return false; });
    const auto apiToken = stored.logins.apiToken(stored.profile, [] { return false; });
    const QString other = stored.logInElsewhere();
    stored.secrets.release();
    QVERIFY(resultOf(login));
    QVERIFY(resultOf(apiToken));
    QCOMPARE(stored.secrets.calls().count(u"read "_s + stored.profile.refreshTokenKey()), 2);
}

void TestLoginStore::keychainThatFails()
{
    Stored stored;
    stored.secrets.failNext(Operation::Read, AuthError(Kind::Local, Cause::SecretStoreLocked, u"x"_s));
    const auto error = errorOf(stored.logins.login(stored.profile, &always));
    QVERIFY(error);
    QCOMPARE(error->cause(), Cause::SecretStoreLocked);
    stored.secrets.failNext(Operation::Read, AuthError(Kind::Local, Cause::SecretStoreLocked, u"x"_s));
    const auto apiToken = resultOf(stored.logins.apiToken(stored.profile, &always));
    QVERIFY(apiToken);
    QVERIFY(apiToken->isEmpty());
}

void TestLoginStore::forgetsWhatMayBeStored_data()
{
    QTest::addColumn<Cause>("cause");
    QTest::addColumn<bool>("isStored");
    QTest::addColumn<bool>("isFailure");
    QTest::newRow("stored, no keychain") << Cause::SecretStoreUnavailable << true << true;
    QTest::newRow("stored, locked") << Cause::SecretStoreLocked << true << true;
    QTest::newRow("never stored, no keychain") << Cause::SecretStoreUnavailable << false << false;
    QTest::newRow("perhaps stored, locked") << Cause::SecretStoreLocked << false << true;
}

void TestLoginStore::forgetsWhatMayBeStored()
{
    QFETCH(const Cause, cause);
    QFETCH(const bool, isStored);
    QFETCH(const bool, isFailure);
    Stored stored;
    stored.secrets.failNext(Operation::Remove, AuthError(Kind::Local, cause, u"x"_s));
    const auto error = errorOf(stored.logins.forget(stored.profile, isStored));
    QCOMPARE(error.has_value(), isFailure);
    if (error)
        QCOMPARE(error->cause(), cause);
    QVERIFY(succeeds(stored.logins.forget(stored.profile, isStored)));
    QVERIFY(stored.storedToken().isEmpty());
}

QTEST_GUILESS_MAIN(TestLoginStore)
#include "tst_loginstore.moc"
