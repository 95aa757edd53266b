// SPDX-License-Identifier: Apache-2.0
#include "authclient.h"
#include "fakeclock.h"
#include "futures.h"
#include "httpanswers.h"
#include "loopbackserver.h"
#include "testtokens.h"

#include <QJsonDocument>
#include <QSignalSpy>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = AuthError::Kind;
using Cause = AuthError::Cause;

/// What the client's users get where the service refuses, fails or answers nonsense (`raise_for_status` of api.md).
class TestAuthClientErrors : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void textIsThePythonClients_data();
    void textIsThePythonClients();
    void longBodyIsCut();
    void echoedTokensAreRedacted_data();
    void echoedTokensAreRedacted();
    void echoedAccessTokenIsRedacted();
    void tokenInTheAddressIsRedacted_data();
    void tokenInTheAddressIsRedacted();
    void bodyCannotPlayWithTheText();
    void kindFollowsStatusAndBody_data();
    void kindFollowsStatusAndBody();
    void retryAfterIsHandedOn_data();
    void retryAfterIsHandedOn();
    void malformedAnswerIsTransient_data();
    void malformedAnswerIsTransient();
    void healthAndVersionAreCheckedToo();

    void failureKeepsAValidToken();
    void postFailsEvenWithAValidToken();
    void failureWithAnExpiredTokenIsAFailure();
    void joinedCallersFailTogether();
    void signalTellsOfTheFailureWithoutSecrets();
    void nextCallAfterAFailureTriesAgain();

private:
    std::optional<AuthError> errorFor(const QByteArray &answer);

    std::unique_ptr<LoopbackServer> m_server;
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<AuthClient> m_client;
    QString m_apiToken;
    QString m_exchangeUrl;
};

void TestAuthClientErrors::init()
{
    m_client.reset();
    m_server = std::make_unique<LoopbackServer>();
    m_clock = std::make_unique<FakeClock>();
    m_apiToken = TestTokens::apiToken();
    const AuthClientConfig config{
        .url = m_server->urlText(), .apiToken = m_apiToken, .timeout = 20s, .caCertificateFiles = {}};
    m_client = std::make_unique<AuthClient>(config, *m_clock, &makeAccessManager);
    m_exchangeUrl = m_server->urlText() + u"auth/v1/access-tokens/"_s;
}

std::optional<AuthError> TestAuthClientErrors::errorFor(const QByteArray &answer)
{
    m_server->setAnswer(answer);
    return errorOf(m_client->postAccessTokens());
}

void TestAuthClientErrors::textIsThePythonClients_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::newRow("400") << "400 Bad Request"_ba
                         << R"({"detail":"no"})"_ba << u"400 Client Error: Bad Request"_s << u"{\"detail\":\"no\"}"_s;
    QTest::newRow("401") << "401 Unauthorized"_ba
                         << "{}"_ba << u"401 Client Error: Unauthorized"_s << u"{}"_s;
    QTest::newRow("404") << "404 Not Found"_ba
                         << ""_ba << u"404 Client Error: Not Found"_s << u""_s;
    QTest::newRow("500") << "500 Internal Server Error"_ba
                         << "oops"_ba << u"500 Server Error: Internal Server Error"_s << u"oops"_s;
    QTest::newRow("503") << "503 Service Unavailable"_ba
                         << "<p>"_ba << u"503 Server Error: Service Unavailable"_s << u"<p>"_s;
    QTest::newRow("own reason") << "418 I'm a teapot"_ba
                                << ""_ba << u"418 Client Error: I'm a teapot"_s << u""_s;
    QTest::newRow("lines") << "400 Bad Request"_ba
                           << "a\r\nb\tc"_ba << u"400 Client Error: Bad Request"_s << u"a  b c"_s;
}

void TestAuthClientErrors::textIsThePythonClients()
{
    QFETCH(const QByteArray, status);
    QFETCH(const QByteArray, body);
    QFETCH(const QString, before);
    QFETCH(const QString, after);
    const auto error = errorFor(httpAnswer(status, {}, body));
    QVERIFY(error);
    const QString text = before + u" for url: "_s + m_exchangeUrl + u" with response body: "_s + after;
    QCOMPARE(error->message(), text);
    QCOMPARE(error->what(), text.toUtf8().constData());
    QCOMPARE(error->cause(), Cause::HttpStatus);
    QCOMPARE(error->httpStatus(), status.first(3).toInt());
}

void TestAuthClientErrors::longBodyIsCut()
{
    const auto error = errorFor(httpAnswer("500 Internal Server Error", {}, u"xäz"_s.toUtf8().repeated(2000)));
    QVERIFY(error);
    const QString quoted = error->message().section(u"response body: "_s, 1);
    QVERIFY(quoted.startsWith(u"xäzxäz"_s));
    QVERIFY(quoted.toUtf8().size() <= 2048);
    QVERIFY(quoted.toUtf8().size() > 2040);
    QVERIFY(!quoted.contains(QChar::ReplacementCharacter));
}

void TestAuthClientErrors::echoedTokensAreRedacted_data()
{
    QTest::addColumn<QByteArray>("form");
    QTest::newRow("body as sent") << R"({"refresh_token":"TOKEN"})"_ba;
    QTest::newRow("in a sentence") << "the token TOKEN is unknown"_ba;
    QTest::newRow("at the cut") << QByteArray(2048 - 10, ' ') + "TOKEN";
    QTest::newRow("Base64") << "BASE64"_ba;
}

void TestAuthClientErrors::echoedTokensAreRedacted()
{
    QFETCH(QByteArray, form);
    const QByteArray token = m_apiToken.toUtf8();
    form.replace("TOKEN", token).replace("BASE64", token.toBase64());
    const auto error = errorFor(httpAnswer("400 " + token, {}, form));
    QVERIFY(error);
    QVERIFY(!error->message().contains(m_apiToken));
    QVERIFY(!error->message().contains(QString::fromLatin1(token.first(8))));
    QVERIFY(!error->message().contains(QString::fromLatin1(token.toBase64().first(8))));
    QVERIFY(error->message().contains(u"[redacted]"_s));
}

void TestAuthClientErrors::echoedAccessTokenIsRedacted()
{
    const QString accessToken = TestTokens::awkward(80); // looks like nothing that is known
    m_server->setAnswer(exchangeAnswer(accessToken, m_clock->now().addSecs(3600)));
    QVERIFY(resultOf(m_client->postAccessTokens()));
    const auto error = errorFor(httpAnswer("400 Bad Request", {}, accessToken.toUtf8()));
    QVERIFY(error);
    QVERIFY(error->message().endsWith(u"response body: [redacted]"_s));
}

void TestAuthClientErrors::tokenInTheAddressIsRedacted_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::newRow("no JSON") << "200 OK"_ba;
    QTest::newRow("refused") << "401 Unauthorized"_ba;
    QTest::newRow("redirected") << "302 Found"_ba;
    QTest::newRow("failing") << "503 Service Unavailable"_ba;
}

// Somebody pasted it into the API URL too.
void TestAuthClientErrors::tokenInTheAddressIsRedacted()
{
    QFETCH(const QByteArray, status);
    m_apiToken += u"-tail~of_it"_s;
    const AuthClientConfig config{.url = m_server->urlText() + u"prefix/"_s + m_apiToken,
        .apiToken = m_apiToken,
        .timeout = 20s,
        .caCertificateFiles = {}};
    m_client = std::make_unique<AuthClient>(config, *m_clock, &makeAccessManager);
    const auto error = errorFor(httpAnswer(status, {}, "nothing"));
    QVERIFY(error);
    QVERIFY(!error->message().contains(m_apiToken.first(12)));
    QVERIFY(!error->message().contains(m_apiToken.last(11)));
    QCOMPARE(error->message().contains(u"/prefix/[redacted]/auth/"_s), error->cause() == Cause::HttpStatus);
}

void TestAuthClientErrors::bodyCannotPlayWithTheText()
{
    const auto error = errorFor(httpAnswer("400 %4%5", {}, "%1 %2 %3 %4 %5"));
    QVERIFY(error);
    QCOMPARE(error->message(),
        u"400 Client Error: %4%5 for url: "_s + m_exchangeUrl + u" with response body: %1 %2 %3 %4 %5"_s);
}

void TestAuthClientErrors::kindFollowsStatusAndBody_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Kind>("kind");
    const QByteArray json = R"({"detail":"no"})";
    const QByteArray html = "<html><body>Sign in to the network</body></html>";
    for (const char *status : {"400 Bad Request", "401 Unauthorized", "403 Forbidden"}) {
        QTest::addRow("%s with JSON", status) << QByteArray(status) << json << Kind::Rejected;
        QTest::addRow("%s with a JSON array", status) << QByteArray(status) << QByteArray("[]") << Kind::Rejected;
        QTest::addRow("%s with a JSON string", status) << QByteArray(status) << QByteArray(R"("no")") << Kind::Rejected;
        QTest::addRow("%s with HTML", status) << QByteArray(status) << html << Kind::Transient;
        QTest::addRow("%s with nothing", status) << QByteArray(status) << QByteArray() << Kind::Transient;
        QTest::addRow("%s with half of a JSON", status) << QByteArray(status) << json.chopped(2) << Kind::Transient;
    }
    for (const char *status : {"404 Not Found", "405 Method Not Allowed", "410 Gone"}) {
        QTest::addRow("%s with JSON", status) << QByteArray(status) << json << Kind::WrongAddress;
        QTest::addRow("%s with HTML", status) << QByteArray(status) << html << Kind::WrongAddress;
    }
    for (const char *status : {"201 Created", "204 No Content", "402 Payment Required", "408 Request Timeout",
             "409 Conflict", "418 Teapot", "422 Unprocessable Entity", "425 Too Early", "429 Too Many Requests",
             "500 Internal Server Error", "501 Not Implemented", "502 Bad Gateway", "503 Service Unavailable",
             "504 Gateway Timeout", "511 Network Authentication Required", "599 What"})
        QTest::addRow("%s", status) << QByteArray(status)
                                    << (QByteArray(status).startsWith("204") ? QByteArray() : json) << Kind::Transient;
}

void TestAuthClientErrors::kindFollowsStatusAndBody()
{
    QFETCH(const QByteArray, status);
    QFETCH(const QByteArray, body);
    QFETCH(const Kind, kind);
    const auto error = errorFor(httpAnswer(status, {}, body));
    QVERIFY(error);
    QCOMPARE(error->kind(), kind);
    QCOMPARE(error->cause(), Cause::HttpStatus);
    QCOMPARE(error->httpStatus(), status.first(3).toInt());
    QCOMPARE(m_server->connections().size(), 1);
}

void TestAuthClientErrors::retryAfterIsHandedOn_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("seconds"); // below zero: none
    QTest::newRow("429") << "429 Too Many Requests"_ba
                         << "120"_ba << 120;
    QTest::newRow("503") << "503 Service Unavailable"_ba
                         << "7"_ba << 7;
    QTest::newRow("zero") << "503 Service Unavailable"_ba
                          << "0"_ba << 0;
    QTest::newRow("too long") << "503 Service Unavailable"_ba
                              << "86400"_ba << 3600;
    QTest::newRow("garbage") << "503 Service Unavailable"_ba
                             << "soon"_ba << -1;
    QTest::newRow("date") << "503 Service Unavailable"_ba << httpDate(FakeClock().now().addSecs(300)) << 300;
    QTest::newRow("past date") << "503 Service Unavailable"_ba << httpDate(FakeClock().now().addSecs(-300)) << 0;
    QTest::newRow("none") << "503 Service Unavailable"_ba
                          << ""_ba << -1;
}

void TestAuthClientErrors::retryAfterIsHandedOn()
{
    QFETCH(const QByteArray, status);
    QFETCH(const QByteArray, value);
    QFETCH(const int, seconds);
    const AnswerHeaders headers = value.isEmpty() ? AnswerHeaders() : AnswerHeaders{{"Retry-After", value}};
    const auto error = errorFor(httpAnswer(status, headers, {}));
    QVERIFY(error);
    QCOMPARE(error->kind(), Kind::Transient);
    QCOMPARE(error->retryAfter() ? static_cast<int>(error->retryAfter()->count()) : -1, seconds);
}

void TestAuthClientErrors::malformedAnswerIsTransient_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Cause>("cause");
    const QJsonObject good = exchangeObject(TestTokens::accessToken(), FakeClock().now().addSecs(3600));
    const auto bytes = [](const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); };
    for (const QString &name : good.keys()) {
        QJsonObject object = good;
        object.remove(name);
        QTest::addRow("without %s", qPrintable(name)) << bytes(object) << Cause::MalformedAnswer;
        object.insert(name, 7);
        QTest::addRow("number as %s", qPrintable(name)) << bytes(object) << Cause::MalformedAnswer;
    }
    QTest::newRow("empty") << ""_ba << Cause::NotQciService;
    QTest::newRow("array") << "[]"_ba << Cause::NotQciService;
    QTest::newRow("string") << R"("token")"_ba << Cause::NotQciService;
    QTest::newRow("captive portal") << "<html>sign in</html>"_ba << Cause::NotQciService;
    QTest::newRow("two objects") << bytes(good) + bytes(good) << Cause::NotQciService;
    QTest::newRow("bad UTF-8") << bytes(good).replace("org-1", "\xff\xfe") << Cause::NotQciService;
}

void TestAuthClientErrors::malformedAnswerIsTransient()
{
    QFETCH(const QByteArray, body);
    QFETCH(const Cause, cause);
    const auto error = errorFor(httpAnswer("200 OK", {}, body));
    QVERIFY(error);
    QCOMPARE(error->kind(), Kind::Transient);
    QCOMPARE(error->cause(), cause);
    QVERIFY(!error->message().contains(u"eyJ"_s));
    QVERIFY(!m_client->cachedAccessTokenInfo());
}

void TestAuthClientErrors::healthAndVersionAreCheckedToo()
{
    m_server->setAnswer(jsonAnswer("200 OK", {{u"message"_s, 1}, {u"application_name"_s, u"auth"_s}}));
    for (const auto &error :
        {errorOf(m_client->getAccessTokensHealth()), errorOf(m_client->getAccessTokensVersion())}) {
        QVERIFY(error);
        QCOMPARE(error->cause(), Cause::MalformedAnswer);
    }
    m_server->setAnswer(httpAnswer("404 Not Found", {}, "nothing"));
    const auto error = errorOf(m_client->getAccessTokensHealth());
    QVERIFY(error);
    QCOMPARE(error->message(),
        u"404 Client Error: Not Found for url: "_s + m_exchangeUrl + u"health with response body: nothing"_s);
}

void TestAuthClientErrors::failureKeepsAValidToken()
{
    m_server->setAnswer(exchangeAnswer(TestTokens::accessToken(), m_clock->now().addSecs(3600)));
    const auto first = resultOf(m_client->accessTokenInfo());
    QVERIFY(first);
    m_clock->advance(55min);
    QSignalSpy failed(m_client.get(), &AuthClient::refreshFailed);
    for (const char *status : {"503 Service Unavailable", "401 Unauthorized"}) {
        m_server->setAnswer(jsonAnswer(status, {}));
        QCOMPARE(resultOf(m_client->accessTokenInfo()), first);
        const auto headers = resultOf(m_client->headers());
        QVERIFY(headers);
        QCOMPARE(headers->last().second, first->authorization());
    }
    QCOMPARE(m_server->requests().size(), 5);
    QCOMPARE(failed.size(), 4);
    QCOMPARE(m_client->cachedAccessTokenInfo(), first);
}

void TestAuthClientErrors::postFailsEvenWithAValidToken()
{
    m_server->setAnswer(exchangeAnswer(TestTokens::accessToken(), m_clock->now().addSecs(3600)));
    const auto first = resultOf(m_client->postAccessTokens());
    QVERIFY(first);
    const auto error = errorFor(httpAnswer("503 Service Unavailable", {}, {}));
    QVERIFY(error);
    QCOMPARE(error->httpStatus(), 503);
    QCOMPARE(m_client->cachedAccessTokenInfo(), first);
}

void TestAuthClientErrors::failureWithAnExpiredTokenIsAFailure()
{
    m_server->setAnswer(exchangeAnswer(TestTokens::accessToken(), m_clock->now().addSecs(3600)));
    QVERIFY(resultOf(m_client->accessTokenInfo()));
    m_clock->advance(1h);
    m_server->setAnswer(httpAnswer("503 Service Unavailable", {}, {}));
    const auto error = errorOf(m_client->accessTokenInfo());
    QVERIFY(error);
    QCOMPARE(error->httpStatus(), 503);
}

void TestAuthClientErrors::joinedCallersFailTogether()
{
    m_server->setAnswer(httpAnswer("502 Bad Gateway", {}, {}));
    QSignalSpy failed(m_client.get(), &AuthClient::refreshFailed);
    const auto first = m_client->accessTokenInfo();
    const auto second = m_client->postAccessTokens();
    const auto third = m_client->headersWithoutConnectionClose();
    for (const auto &error : {errorOf(first), errorOf(second), errorOf(third)}) {
        QVERIFY(error);
        QCOMPARE(error->httpStatus(), 502);
    }
    QCOMPARE(m_server->connections().size(), 1);
    QCOMPARE(failed.size(), 1);
}

void TestAuthClientErrors::signalTellsOfTheFailureWithoutSecrets()
{
    std::optional<AuthError> told;
    connect(m_client.get(), &AuthClient::refreshFailed, this, [&told](const AuthError &error) { told = error; });
    QSignalSpy refreshed(m_client.get(), &AuthClient::accessTokenRefreshed);
    const auto error =
        errorFor(httpAnswer("401 Unauthorized", {}, R"({"refresh_token": ")" + m_apiToken.toUtf8() + R"("})"));
    QVERIFY(error);
    QVERIFY(told);
    QCOMPARE(told->kind(), Kind::Rejected);
    QCOMPARE(told->message(), error->message());
    QVERIFY(!told->message().contains(m_apiToken));
    QVERIFY(refreshed.isEmpty());
}

void TestAuthClientErrors::nextCallAfterAFailureTriesAgain()
{
    QVERIFY(errorFor(httpAnswer("503 Service Unavailable", {}, {})));
    m_server->setAnswer(exchangeAnswer(TestTokens::accessToken(), m_clock->now().addSecs(3600)));
    QVERIFY(resultOf(m_client->accessTokenInfo()));
    QCOMPARE(m_server->requests().size(), 2);
}

QTEST_GUILESS_MAIN(TestAuthClientErrors)
#include "tst_authclienterrors.moc"
