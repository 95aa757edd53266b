// SPDX-License-Identifier: Apache-2.0
#include "servicefixture.h"

#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;

class TestSandboxService : public ServiceFixture
{
    Q_OBJECT

private slots:
    void knownTokenIsExchanged();
    void accessTokenIsShapedLikeAJwt();
    void accessTokensDifferUserAndOrganizationStay();
    void unknownTokenIsRefused_data();
    void unknownTokenIsRefused();
    void badBodyIsRefused_data();
    void badBodyIsRefused();
    void healthAndVersionAnswer();
    void otherMethodsAreNamedInAllow_data();
    void otherMethodsAreNamedInAllow();
    void otherPathsAreNotFound_data();
    void otherPathsAreNotFound();
    void everyAnswerHasJsonAndDate();
    void longBodyIsRefused();
};

void TestSandboxService::knownTokenIsExchanged()
{
    const SandboxResponse response = exchange(m_apiToken);
    QCOMPARE(response.status, 200);
    const QJsonObject answer = jsonOf(response.body);
    QCOMPARE(answer.keys(),
        (QStringList{u"access_token"_s, u"expires_at_rfc3339"_s, u"organization_id"_s, u"token_type"_s, u"user_id"_s}));
    QCOMPARE(answer.value("expires_at_rfc3339"_L1).toString(), u"2023-07-15T08:26:59Z"_s);
    QCOMPARE(answer.value("token_type"_L1).toString(), u"Bearer"_s);
    QVERIFY(!response.body.contains(m_apiToken));
}

void TestSandboxService::accessTokenIsShapedLikeAJwt()
{
    const QByteArray token = accessToken();
    QCOMPARE(token.split('.').size(), 3);
    QVERIFY(token.size() >= 512 && token.size() <= 4096);
    const auto segmentOf = [&token](qsizetype index) {
        return jsonOf(QByteArray::fromBase64(token.split('.').value(index), QByteArray::Base64UrlEncoding));
    };
    QCOMPARE(segmentOf(0).value("alg"_L1).toString(), u"none"_s);
    const QJsonObject payload = segmentOf(1);
    QCOMPARE(payload.value("iat"_L1).toInteger(), m_now.toSecsSinceEpoch());
    QCOMPARE(payload.value("exp"_L1).toInteger(), m_now.toSecsSinceEpoch() + 600);
    for (const auto member : {"sub"_L1, "jti"_L1, "org"_L1}) {
        QVERIFY(!payload.value(member).toString().isEmpty());
    }
    for (const char c : token) {
        QVERIFY(QByteArrayView("-_.").contains(c) || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
                (c >= 'a' && c <= 'z'));
    }
}

void TestSandboxService::accessTokensDifferUserAndOrganizationStay()
{
    const QJsonObject first = jsonOf(exchange(m_apiToken).body);
    const QJsonObject second = jsonOf(exchange(m_apiToken).body);
    QVERIFY(first.value("access_token"_L1) != second.value("access_token"_L1));
    QCOMPARE(first.value("organization_id"_L1), second.value("organization_id"_L1));
    QCOMPARE(first.value("user_id"_L1), second.value("user_id"_L1));
}

void TestSandboxService::unknownTokenIsRefused_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("another") << QByteArray("another");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("not ASCII") << QByteArray("\xc3\xa4");
}

void TestSandboxService::unknownTokenIsRefused()
{
    QFETCH(const QByteArray, token);
    const SandboxResponse response = exchange(token);
    QCOMPARE(response.status, 401);
    QVERIFY(jsonOf(response.body).value("message"_L1).isString());
    QCOMPARE(m_service->issuedTokenCount(), 0);
}

void TestSandboxService::badBodyIsRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("refresh_token=x");
    QTest::newRow("cut") << QByteArray("{\"refresh_token\": \"x");
    QTest::newRow("array") << QByteArray("[\"refresh_token\"]");
    QTest::newRow("string") << QByteArray("\"refresh_token\"");
    QTest::newRow("empty object") << QByteArray("{}");
    QTest::newRow("number") << QByteArray("{\"refresh_token\": 7}");
    QTest::newRow("null") << QByteArray("{\"refresh_token\": null}");
    QTest::newRow("other case") << QByteArray("{\"Refresh_Token\": \"x\"}");
    QTest::newRow("not UTF-8") << QByteArray("{\"refresh_token\": \"\xff\xfe\"}");
    QTest::newRow("deep") << QByteArray(60000, '[');
}

void TestSandboxService::badBodyIsRefused()
{
    QFETCH(const QByteArray, body);
    const SandboxResponse response = ask("POST", u"/auth/v1/access-tokens/"_s, body);
    QCOMPARE(response.status, 400);
    QVERIFY(jsonOf(response.body).value("message"_L1).isString());
}

void TestSandboxService::healthAndVersionAnswer()
{
    const SandboxResponse health = ask("GET", u"/auth/v1/access-tokens/health"_s);
    QCOMPARE(health.status, 200);
    QCOMPARE(health.body, QByteArray(R"({"message":"OK"})"));
    const SandboxResponse version = ask("GET", u"/auth/v1/access-tokens/version"_s);
    QCOMPARE(version.status, 200);
    QCOMPARE(version.body, QByteArray(R"({"application_name":"auth","version":")" QCIAUTH_VERSION R"(-sandbox"})"));
}

void TestSandboxService::otherMethodsAreNamedInAllow_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("allow");
    QTest::newRow("get exchange") << QByteArray("GET") << u"/auth/v1/access-tokens/"_s << QByteArray("POST");
    QTest::newRow("post health") << QByteArray("POST") << u"/auth/v1/access-tokens/health"_s << QByteArray("GET");
    QTest::newRow("delete version") << QByteArray("DELETE") << u"/auth/v1/access-tokens/version"_s << QByteArray("GET");
    QTest::newRow("unknown method") << QByteArray("UNKNOWN") << u"/optimization/v1/allocations"_s << QByteArray("GET");
}

void TestSandboxService::otherMethodsAreNamedInAllow()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QString, path);
    QFETCH(const QByteArray, allow);
    const SandboxResponse response = ask(method, path);
    QCOMPARE(response.status, 405);
    QCOMPARE(headerOf(response, "Allow"), allow);
    QVERIFY(jsonOf(response.body).value("message"_L1).isString());
}

void TestSandboxService::otherPathsAreNotFound_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("root") << u"/"_s;
    QTest::newRow("empty") << QString();
    QTest::newRow("exchange without slash") << u"/auth/v1/access-tokens"_s;
    QTest::newRow("health with slash") << u"/auth/v1/access-tokens/health/"_s;
    QTest::newRow("doubled slash") << u"//auth/v1/access-tokens/"_s;
    QTest::newRow("other version") << u"/auth/v2/access-tokens/"_s;
}

void TestSandboxService::otherPathsAreNotFound()
{
    QFETCH(const QString, path);
    const SandboxResponse response = ask("POST", path);
    QCOMPARE(response.status, 404);
    QVERIFY(jsonOf(response.body).value("message"_L1).isString());
}

void TestSandboxService::everyAnswerHasJsonAndDate()
{
    const QList<SandboxResponse> responses{exchange(m_apiToken), exchange("another"), ask("GET", u"/"_s),
        ask("PUT", u"/auth/v1/access-tokens/"_s), allocations({})};
    for (const SandboxResponse &response : responses) {
        QCOMPARE(headerOf(response, "Content-Type"), QByteArray("application/json"));
        QCOMPARE(headerOf(response, "Date"), QByteArray("Sat, 15 Jul 2023 08:16:59 GMT"));
    }
}

void TestSandboxService::longBodyIsRefused()
{
    const QByteArray longest(SandboxService::maximumBodySize, ' ');
    QCOMPARE(ask("POST", u"/auth/v1/access-tokens/"_s, longest).status, 400);
    QCOMPARE(ask("POST", u"/auth/v1/access-tokens/"_s, longest + ' ').status, 413);
}

QTEST_GUILESS_MAIN(TestSandboxService)
#include "tst_sandboxservice.moc"
