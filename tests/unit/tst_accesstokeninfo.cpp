// SPDX-License-Identifier: Apache-2.0
#include "accesstokeninfo.h"
#include "autherror.h"
#include "httpanswers.h"
#include "testtokens.h"

#include <QJsonArray>
#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestAccessTokenInfo : public QObject
{
    Q_OBJECT

private slots:
    void goodAnswerIsRead();
    void newRefreshTokenIsTaken();
    void malformedAnswerIsRefused_data();
    void malformedAnswerIsRefused();
    void marginFollowsTheLifetime_data();
    void marginFollowsTheLifetime();
    void remainingTimeMayBeNegative();

private:
    QJsonObject good() const { return exchangeObject(m_token, m_now.addSecs(3600)); }

    const QString m_token = TestTokens::accessToken();
    const QDateTime m_now = QDateTime::fromString(u"2025-03-09T20:00:00Z"_s, Qt::ISODate);
};

void TestAccessTokenInfo::goodAnswerIsRead()
{
    const AccessTokenInfo info = AccessTokenInfo::fromJson(good(), m_now);
    QCOMPARE(info.accessToken, m_token);
    QCOMPARE(info.expiresAtRfc3339, u"2025-03-09T21:00:00Z"_s);
    QCOMPARE(info.tokenType, u"bearer"_s);
    QCOMPARE(info.organizationId, u"org-1"_s);
    QCOMPARE(info.userId, u"user-1"_s);
    QCOMPARE(info.refreshToken, QString());
    QCOMPARE(info.expiresAt, m_now.addSecs(3600));
    QCOMPARE(info.obtainedAt, m_now);
    QCOMPARE(info.authorization(), "Bearer " + m_token.toUtf8());
    QVERIFY(info == AccessTokenInfo::fromJson(good(), m_now));
    QVERIFY(info != AccessTokenInfo::fromJson(good(), m_now.addSecs(1)));
}

void TestAccessTokenInfo::newRefreshTokenIsTaken()
{
    QJsonObject answer = good();
    const QString rotated = TestTokens::apiToken();
    answer.insert(u"refresh_token"_s, rotated);
    QCOMPARE(AccessTokenInfo::fromJson(answer, m_now).refreshToken, rotated);
    answer.insert(u"refresh_token"_s, QJsonValue::Null);
    QCOMPARE(AccessTokenInfo::fromJson(answer, m_now).refreshToken, QString());
}

void TestAccessTokenInfo::malformedAnswerIsRefused_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QJsonValue>("value"); // undefined: the member is missing
    for (const QString &member : good().keys()) {
        const auto row = [&member](const char *what, const QJsonValue &value) {
            QTest::addRow("%s: %s", qPrintable(member), what) << member << value;
        };
        row("missing", QJsonValue(QJsonValue::Undefined));
        row("null", QJsonValue::Null);
        row("number", 1);
        row("true", true);
        row("array", QJsonArray{u"x"_s});
        row("object", QJsonObject{{u"x"_s, u"y"_s}});
    }
    const auto row = [](const char *what, const QString &member, const QString &value) {
        QTest::addRow("%s", what) << member << QJsonValue(value);
    };
    const QString token = u"access_token"_s;
    row("empty token", token, QString());
    row("space in the token", token, u"a b"_s);
    row("line end in the token", token, u"ab\r\nX: y"_s);
    row("NUL in the token", token, u"ab"_s + QChar(0));
    row("token beyond ASCII", token, u"abé"_s);
    row("token with DEL", token, u"ab\x7f"_s);
    row("endless token", token, QString(20'000, u'x'));
    row("garbled refresh token", u"refresh_token"_s, u"a b"_s);
    row("empty type", u"token_type"_s, QString());
    row("another type", u"token_type"_s, u"mac"_s);
    row("type with a space", u"token_type"_s, u"bearer "_s);
    row("expiry without zone", u"expires_at_rfc3339"_s, u"2025-03-09T21:00:00"_s);
    row("expiry as a number", u"expires_at_rfc3339"_s, u"1741554000"_s);
    row("no expiry", u"expires_at_rfc3339"_s, QString());
    row("expires now", u"expires_at_rfc3339"_s, u"2025-03-09T20:00:00Z"_s);
    row("expired", u"expires_at_rfc3339"_s, u"2025-03-09T19:59:59.999Z"_s);
    row("expired elsewhere", u"expires_at_rfc3339"_s, u"2025-03-09T21:00:00+02:00"_s);
}

void TestAccessTokenInfo::malformedAnswerIsRefused()
{
    QFETCH(const QString, member);
    QFETCH(const QJsonValue, value);
    QJsonObject answer = good();
    if (value.isUndefined())
        answer.remove(member);
    else
        answer.insert(member, value);
    try {
        AccessTokenInfo::fromJson(answer, m_now);
        QFAIL("taken for good");
    } catch (const AuthError &error) {
        QCOMPARE(error.kind(), AuthError::Kind::Transient);
        QCOMPARE(error.cause(), AuthError::Cause::MalformedAnswer);
        QCOMPARE(error.httpStatus(), 200);
        QVERIFY2(error.message().contains(member), error.what());
        QVERIFY(!error.message().contains(m_token));
    }
}

void TestAccessTokenInfo::marginFollowsTheLifetime_data()
{
    QTest::addColumn<qint64>("lifetimeMs");
    QTest::addColumn<qint64>("marginMs");
    QTest::newRow("a day") << qint64(86'400'000) << qint64(600'000);
    QTest::newRow("an hour") << qint64(3'600'000) << qint64(600'000);
    QTest::newRow("twenty minutes") << qint64(1'200'000) << qint64(600'000);
    QTest::newRow("just under twenty minutes") << qint64(1'199'000) << qint64(599'500);
    QTest::newRow("five minutes") << qint64(300'000) << qint64(150'000);
    QTest::newRow("a second") << qint64(1'000) << qint64(500);
}

void TestAccessTokenInfo::marginFollowsTheLifetime()
{
    QFETCH(const qint64, lifetimeMs);
    QFETCH(const qint64, marginMs);
    const AccessTokenInfo info = AccessTokenInfo::fromJson(exchangeObject(m_token, m_now.addMSecs(lifetimeMs)), m_now);
    QCOMPARE(info.margin().count(), marginMs);
    QCOMPARE(info.remaining(m_now).count(), lifetimeMs);
}

void TestAccessTokenInfo::remainingTimeMayBeNegative()
{
    const AccessTokenInfo info = AccessTokenInfo::fromJson(good(), m_now);
    QVERIFY(info.remaining(info.expiresAt) == 0ms);
    QVERIFY(info.remaining(info.expiresAt.addMSecs(1)) == -1ms);
    QVERIFY(info.remaining(info.expiresAt.addDays(40)) == -24h * 40);
}

QTEST_GUILESS_MAIN(TestAccessTokenInfo)
#include "tst_accesstokeninfo.moc"
