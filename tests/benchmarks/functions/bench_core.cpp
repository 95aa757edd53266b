// SPDX-License-Identifier: Apache-2.0
#include "accessmanager.h"
#include "accesstokeninfo.h"
#include "authclient.h"
#include "fakeclock.h"
#include "futures.h"
#include "httpanswers.h"
#include "livesecrets.h"
#include "loopbackserver.h"
#include "pastedcredentials.h"
#include "redactor.h"
#include "rfc3339.h"
#include "testtokens.h"

#include <QJsonDocument>
#include <QTest>

#include <memory>
#include <vector>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What the client library does for each answer and each call.
class BenchCore : public QObject
{
    Q_OBJECT

private slots:
    void answerIsParsed();
    void tokenIsValidated();
    void instantIsParsed();
    void headersAreBuilt();
    void cachedHeadersAreHandedOut();
    void redaction_data();
    void redaction();
    void redactionWithAThousandSessions();

private:
    const FakeClock m_clock;
};

void BenchCore::answerIsParsed()
{
    const QByteArray body =
        QJsonDocument(exchangeObject(TestTokens::accessToken(), m_clock.now().addSecs(3600))).toJson();
    AccessTokenInfo info;
    QBENCHMARK
    {
        info = AccessTokenInfo::fromJson(QJsonDocument::fromJson(body).object(), m_clock.now());
    }
    QCOMPARE(info.remaining(m_clock.now()), 1h);
}

void BenchCore::tokenIsValidated()
{
    const QString token = TestTokens::accessToken();
    bool isGood = false;
    QBENCHMARK
    {
        isGood = isWellFormedToken(token);
    }
    QVERIFY(isGood);
}

void BenchCore::instantIsParsed()
{
    const QString text = u"2026-03-01T12:34:56.789+02:00"_s;
    std::optional<QDateTime> instant;
    QBENCHMARK
    {
        instant = parseRfc3339(text);
    }
    QVERIFY(instant);
}

void BenchCore::headersAreBuilt()
{
    const QString url = u"http://127.0.0.1:1/"_s;
    const AuthClient client({.url = url, .apiToken = TestTokens::apiToken(), .timeout = 20s, .caCertificateFiles = {}},
        m_clock, &makeAccessManager);
    HeaderList headers;
    QBENCHMARK
    {
        headers = client.headersWithoutAuthorization();
    }
    QCOMPARE(headers.size(), 3);
}

void BenchCore::cachedHeadersAreHandedOut()
{
    LoopbackServer server;
    server.setAnswer(exchangeAnswer(TestTokens::accessToken(), m_clock.now().addSecs(3600)));
    AuthClient client(
        {.url = server.urlText(), .apiToken = TestTokens::apiToken(), .timeout = 20s, .caCertificateFiles = {}},
        m_clock, &makeAccessManager);
    QVERIFY(resultOf(client.headers()));
    qsizetype size = 0;
    QBENCHMARK
    {
        size = client.cachedHeaders()->size();
    }
    QCOMPARE(size, 4);
}

void BenchCore::redaction_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("short") << u"refreshed; next at 12:34:56"_s;
    QTest::newRow("a page of a proxy") << u"<p>The server is busy.</p>\n"_s.repeated(70);
    QTest::newRow("a token") << u"refused: "_s + TestTokens::accessToken();
}

void BenchCore::redaction()
{
    QFETCH(const QString, text);
    const Redactor redactor({TestTokens::apiToken(), TestTokens::accessToken()});
    QString redacted;
    QBENCHMARK
    {
        redacted = redactor.redact(text);
    }
    QVERIFY(!redacted.isEmpty());
}

void BenchCore::redactionWithAThousandSessions()
{
    std::vector<std::unique_ptr<LiveSecrets>> sessions;
    for (int i = 0; i < 1000; ++i) {
        sessions.push_back(std::make_unique<LiveSecrets>());
        sessions.back()->set({TestTokens::apiToken(), TestTokens::accessToken()});
    }
    const QString text = u"Refreshed; the token expires at 12:34:56"_s;
    QString redacted;
    QBENCHMARK
    {
        redacted = LiveSecrets::redactAll(text);
    }
    QCOMPARE(redacted, text);
}

QTEST_GUILESS_MAIN(BenchCore)
#include "bench_core.moc"
