// SPDX-License-Identifier: Apache-2.0
#include "servicefixture.h"

#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;

class TestSandboxTokens : public ServiceFixture
{
    Q_OBJECT

private slots:
    void issuedTokenOpensAllocations_data();
    void issuedTokenOpensAllocations();
    void otherTokensDoNot_data();
    void otherTokensDoNot();
    void expiredTokenIsRefused();
    void expiredTokensAreForgotten();
    void issuedTokensAreBounded();
};

void TestSandboxTokens::issuedTokenOpensAllocations_data()
{
    QTest::addColumn<QByteArray>("scheme");
    QTest::newRow("as usual") << QByteArray("Bearer ");
    QTest::newRow("small") << QByteArray("bearer ");
    QTest::newRow("capitals") << QByteArray("BEARER ");
    QTest::newRow("two spaces") << QByteArray("Bearer  ");
}

void TestSandboxTokens::issuedTokenOpensAllocations()
{
    QFETCH(const QByteArray, scheme);
    const SandboxResponse response = allocations(scheme + accessToken());
    QCOMPARE(response.status, 200);
    QCOMPARE(response.body, QByteArray(R"({"allocations":{"dirac":{"metered":true,"seconds":600}}})"));
}

void TestSandboxTokens::otherTokensDoNot_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("no scheme") << QByteArray() << QByteArray();
    QTest::newRow("other scheme") << QByteArray("Basic ") << QByteArray();
    QTest::newRow("no space") << QByteArray("Bearer") << QByteArray();
    QTest::newRow("another token") << QByteArray("Bearer ") << QByteArray("x");
    QTest::newRow("quotes") << QByteArray("Bearer \"") << QByteArray("\"");
}

void TestSandboxTokens::otherTokensDoNot()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    const QByteArray token = accessToken();
    for (const SandboxResponse &response : {allocations(before + token + after), allocations("Bearer " + m_apiToken),
             allocations("Bearer "), ask("GET", u"/optimization/v1/allocations"_s),
             ask("GET", u"/optimization/v1/allocations"_s, {},
                 {{"Authorization", "Bearer " + token}, {"authorization", "Bearer " + token}})}) {
        QCOMPARE(response.status, 401);
        QCOMPARE(headerOf(response, "WWW-Authenticate"), QByteArray("Bearer"));
        QVERIFY(jsonOf(response.body).value("message"_L1).isString());
    }
}

void TestSandboxTokens::expiredTokenIsRefused()
{
    const QByteArray token = accessToken();
    m_now = QDateTime::fromString(u"2023-07-15T08:26:58.999Z"_s, Qt::ISODateWithMs);
    QCOMPARE(allocations("Bearer " + token).status, 200);
    m_now = m_now.addMSecs(1);
    QCOMPARE(allocations("Bearer " + token).status, 401);
}

void TestSandboxTokens::expiredTokensAreForgotten()
{
    accessToken();
    m_now = m_now.addSecs(300);
    accessToken();
    QCOMPARE(m_service->issuedTokenCount(), 2);
    m_now = m_now.addSecs(300);
    accessToken();
    QCOMPARE(m_service->issuedTokenCount(), 2);
    m_now = m_now.addSecs(3600);
    accessToken();
    QCOMPARE(m_service->issuedTokenCount(), 1);
}

void TestSandboxTokens::issuedTokensAreBounded()
{
    const QByteArray first = accessToken();
    for (qsizetype i = 1; i < SandboxService::maximumIssuedTokens; ++i) {
        accessToken();
    }
    QCOMPARE(allocations("Bearer " + first).status, 200);
    const QByteArray last = accessToken();
    QCOMPARE(m_service->issuedTokenCount(), SandboxService::maximumIssuedTokens);
    QCOMPARE(allocations("Bearer " + first).status, 401);
    QCOMPARE(allocations("Bearer " + last).status, 200);
}

QTEST_GUILESS_MAIN(TestSandboxTokens)
#include "tst_sandboxtokens.moc"
