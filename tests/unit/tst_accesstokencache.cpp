// SPDX-License-Identifier: Apache-2.0
#include "accesstokencache.h"

#include "futures.h"
#include "testtokens.h"
#include "workbench.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestAccessTokenCache : public QObject
{
    Q_OBJECT

private slots:
    void tokenComesBackAsItWas();
    void apiTokenIsNotInIt();
    void damagedEntryIsNone_data();
    void damagedEntryIsNone();
    void otherUrlHasNone();
    void expiredTokenIsNone();
    void skewOfTheProfileCounts();
    void clockThatWasSetBackHidesTheToken();
    void keychainErrorsAreTold();

private:
    static AccessTokenInfo infoAt(const Workbench &bench);
};

AccessTokenInfo TestAccessTokenCache::infoAt(const Workbench &bench)
{
    const QDateTime now = bench.clock.now();
    return {.accessToken = TestTokens::accessToken(),
        .expiresAtRfc3339 = now.addSecs(3600).toString(Qt::ISODateWithMs),
        .tokenType = u"Bearer"_s,
        .organizationId = u"org"_s,
        .userId = u"usér"_s,
        .refreshToken = {},
        .expiresAt = now.addSecs(3600),
        .obtainedAt = now};
}

void TestAccessTokenCache::tokenComesBackAsItWas()
{
    Workbench bench;
    const AccessTokenCache cache(bench.secrets, bench.clock);
    QVERIFY(!*resultOf(cache.read(bench.profile)));
    const AccessTokenInfo info = infoAt(bench);
    QVERIFY(succeeds(cache.write(bench.profile, info)));
    bench.clock.advance(10min);
    const auto entry = *resultOf(cache.read(bench.profile));
    QVERIFY(entry);
    QCOMPARE(entry->info, info);
    QCOMPARE(entry->storedAt, info.obtainedAt);
    QVERIFY(succeeds(cache.remove(bench.profile)));
    QVERIFY(!*resultOf(cache.read(bench.profile)));
}

void TestAccessTokenCache::apiTokenIsNotInIt()
{
    Workbench bench;
    AccessTokenInfo info = infoAt(bench);
    info.refreshToken = TestTokens::apiToken();
    QVERIFY(succeeds(AccessTokenCache(bench.secrets, bench.clock).write(bench.profile, info)));
    const QString stored = bench.secrets.secret(u"qci-auth/default/access-token"_s);
    QVERIFY(stored.contains(info.accessToken));
    QVERIFY(!stored.contains(info.refreshToken));
}

void TestAccessTokenCache::damagedEntryIsNone_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("later version") << u"version"_s << QJsonValue(2);
    for (const QString &member : {u"access_token"_s, u"expires_at_rfc3339"_s, u"obtained_at"_s, u"stored_at"_s})
        QTest::newRow(qPrintable(u"no "_s + member)) << member << QJsonValue();
    QTest::newRow("nonsense expiry") << u"expires_at_rfc3339"_s << QJsonValue(u"soon"_s);
    QTest::newRow("token with a line break") << u"access_token"_s << QJsonValue(u"a\nb"_s);
}

void TestAccessTokenCache::damagedEntryIsNone()
{
    QFETCH(const QString, member);
    QFETCH(const QJsonValue, value);
    Workbench bench;
    const AccessTokenCache cache(bench.secrets, bench.clock);
    QVERIFY(succeeds(cache.write(bench.profile, infoAt(bench))));
    const QString key = bench.profile.accessTokenKey();
    QJsonObject stored = QJsonDocument::fromJson(bench.secrets.secret(key).toUtf8()).object();
    stored[member] = value;
    bench.secrets.putSecret(key, QString::fromUtf8(QJsonDocument(stored).toJson()));
    QVERIFY(!*resultOf(cache.read(bench.profile)));
    bench.secrets.putSecret(key, u"{"_s);
    QVERIFY(!*resultOf(cache.read(bench.profile)));
}

void TestAccessTokenCache::otherUrlHasNone()
{
    Workbench bench;
    const AccessTokenCache cache(bench.secrets, bench.clock);
    QVERIFY(succeeds(cache.write(bench.profile, infoAt(bench))));
    Profile moved = bench.profile;
    moved.url = u"https://elsewhere.example/"_s;
    QVERIFY(!*resultOf(cache.read(moved)));
}

void TestAccessTokenCache::expiredTokenIsNone()
{
    Workbench bench;
    const AccessTokenCache cache(bench.secrets, bench.clock);
    QVERIFY(succeeds(cache.write(bench.profile, infoAt(bench))));
    bench.clock.advance(1h - 1ms);
    QVERIFY(*resultOf(cache.read(bench.profile)));
    bench.clock.advance(1ms);
    QVERIFY(!*resultOf(cache.read(bench.profile)));
}

void TestAccessTokenCache::skewOfTheProfileCounts()
{
    Workbench bench;
    const AccessTokenCache cache(bench.secrets, bench.clock);
    QVERIFY(succeeds(cache.write(bench.profile, infoAt(bench))));
    Profile profile = bench.profile;
    profile.skew = 2h; // the service's clock is ahead: there, the token has expired
    QVERIFY(!*resultOf(cache.read(profile)));
}

void TestAccessTokenCache::clockThatWasSetBackHidesTheToken()
{
    Workbench bench;
    const AccessTokenCache cache(bench.secrets, bench.clock);
    QVERIFY(succeeds(cache.write(bench.profile, infoAt(bench))));
    bench.clock.jumpWall(-2s); // as clocks are adjusted
    QVERIFY(*resultOf(cache.read(bench.profile)));
    bench.clock.jumpWall(-24h);
    QVERIFY(!*resultOf(cache.read(bench.profile)));
}

void TestAccessTokenCache::keychainErrorsAreTold()
{
    Workbench bench;
    const AccessTokenCache cache(bench.secrets, bench.clock);
    const AuthError locked(AuthError::Kind::Local, AuthError::Cause::SecretStoreLocked, u"x"_s);
    using Operation = ScriptedSecretStore::Operation;
    bench.secrets.failNext(Operation::Read, locked);
    bench.secrets.failNext(Operation::Write, locked);
    bench.secrets.failNext(Operation::Remove, locked);
    QVERIFY(errorOf(cache.read(bench.profile)));
    QVERIFY(errorOf(cache.write(bench.profile, infoAt(bench))));
    QVERIFY(errorOf(cache.remove(bench.profile)));
}

QTEST_GUILESS_MAIN(TestAccessTokenCache)
#include "tst_accesstokencache.moc"
