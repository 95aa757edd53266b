// SPDX-License-Identifier: Apache-2.0
#include "authclient.h"
#include "fakeclock.h"
#include "futures.h"
#include "httpanswers.h"
#include "loopbackserver.h"
#include "testtokens.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Every row of the table in api.md, looked at on the wire.
class TestAuthClient : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void urlComesFromTheEnvironmentWhereNoneIsGiven();
    void tokenComesFromTheEnvironmentWhereNoneIsGiven();
    void givenValuesWinOverTheEnvironment();
    void missingUrlHasThePythonClientsText();
    void missingTokenHasThePythonClientsText();
    void malformedTokenIsRefusedBeforeAnythingIsSent();
    void gettersGiveWhatWasConfigured();

    void exchangeIsOnePostWithTheRefreshToken();
    void tokenIsEscapedInTheBody();
    void healthIsOneGet();
    void versionIsOneGet();
    void pathPrefixIsKept_data();
    void pathPrefixIsKept();
    void timeoutHeader_data();
    void timeoutHeader();
    void unknownMembersAreIgnored();

    void infoIsCachedUntilItsMargin_data();
    void infoIsCachedUntilItsMargin();
    void expiredInfoIsExchanged();
    void postAlwaysExchanges();
    void headersWithoutAuthorizationSendNothing();
    void headersCarryTheToken();
    void cachedHeadersAreThoseOfTheTokenAndSendNothing();
    void headersWithoutConnectionClose();
    void bearerIsWrittenTheSameWhateverTheServiceWrites();

    void aThousandCallersShareOnePost();
    void signalTellsOfTheRefreshWithoutSecrets();
    void skewComesFromTheDateHeader();
    void expiryIsJudgedByTheServersClock();
    void abortCancelsEveryCall();
    void destroyedClientCancelsEveryCall();
    void clientMayBeDroppedInItsOwnAnswer();

private:
    AuthClientConfig config() const
    {
        return {.url = m_server->urlText(), .apiToken = m_apiToken, .timeout = 20s, .caCertificateFiles = {}};
    }
    std::unique_ptr<AuthClient> client(const AuthClientConfig &config) const
    {
        return std::make_unique<AuthClient>(config, *m_clock, &makeAccessManager);
    }
    std::unique_ptr<AuthClient> client() const { return client(config()); }
    /// Every exchange brings a new token that lives this long.
    void serveTokens(std::chrono::seconds lifetime);

    std::unique_ptr<LoopbackServer> m_server;
    std::unique_ptr<FakeClock> m_clock;
    QString m_apiToken;
    QString m_accessToken; ///< the last that was served
};

void TestAuthClient::init()
{
    qunsetenv("QCI_API_URL");
    qunsetenv("QCI_TOKEN");
    m_server = std::make_unique<LoopbackServer>();
    m_clock = std::make_unique<FakeClock>();
    m_apiToken = TestTokens::apiToken();
    serveTokens(1h);
}

void TestAuthClient::cleanup()
{
    qunsetenv("QCI_API_URL");
    qunsetenv("QCI_TOKEN");
}

void TestAuthClient::serveTokens(std::chrono::seconds lifetime)
{
    m_server->setHandler([this, lifetime](const WireRequest &, QTcpSocket &socket) {
        m_accessToken = TestTokens::accessToken();
        LoopbackServer::answer(socket, exchangeAnswer(m_accessToken, m_clock->now().addSecs(lifetime.count())));
    });
}

void TestAuthClient::urlComesFromTheEnvironmentWhereNoneIsGiven()
{
    qputenv("QCI_API_URL", m_server->urlText().toUtf8());
    AuthClientConfig withoutUrl = config();
    withoutUrl.url.clear();
    const auto tested = client(withoutUrl);
    QCOMPARE(tested->url(), m_server->url());
    QVERIFY(resultOf(tested->postAccessTokens()));
    QCOMPARE(m_server->requests().size(), 1);
}

void TestAuthClient::tokenComesFromTheEnvironmentWhereNoneIsGiven()
{
    const QString token = TestTokens::apiToken();
    qputenv("QCI_TOKEN", token.toUtf8());
    AuthClientConfig withoutToken = config();
    withoutToken.apiToken.clear();
    const auto tested = client(withoutToken);
    QCOMPARE(tested->apiToken(), token);
    QVERIFY(resultOf(tested->postAccessTokens()));
    QVERIFY(m_server->requests().value(0).body.contains(token.toUtf8()));
}

void TestAuthClient::givenValuesWinOverTheEnvironment()
{
    qputenv("QCI_API_URL", "https://elsewhere.invalid");
    qputenv("QCI_TOKEN", TestTokens::apiToken().toUtf8());
    const auto tested = client();
    QCOMPARE(tested->url(), m_server->url());
    QCOMPARE(tested->apiToken(), m_apiToken);
}

void TestAuthClient::missingUrlHasThePythonClientsText()
{
    try {
        client({.url = {}, .apiToken = m_apiToken, .timeout = {}, .caCertificateFiles = {}});
        QFAIL("made without a URL");
    } catch (const AuthError &error) {
        QCOMPARE(error.message(), u"must specify url argument or QCI_API_URL environment variable"_s);
        QCOMPARE(error.kind(), AuthError::Kind::Local);
        QCOMPARE(error.cause(), AuthError::Cause::MissingUrl);
    }
}

void TestAuthClient::missingTokenHasThePythonClientsText()
{
    try {
        client({.url = m_server->urlText(), .apiToken = {}, .timeout = {}, .caCertificateFiles = {}});
        QFAIL("made without a token");
    } catch (const AuthError &error) {
        QCOMPARE(error.message(), u"must specify api_token argument or QCI_TOKEN environment variable"_s);
        QCOMPARE(error.kind(), AuthError::Kind::Local);
        QCOMPARE(error.cause(), AuthError::Cause::MissingToken);
    }
}

void TestAuthClient::malformedTokenIsRefusedBeforeAnythingIsSent()
{
    AuthClientConfig garbled = config();
    garbled.apiToken += u" x"_s;
    try {
        client(garbled);
        QFAIL("made with a token that has a space");
    } catch (const AuthError &error) {
        QCOMPARE(error.cause(), AuthError::Cause::InvalidToken);
        QVERIFY(!error.message().contains(m_apiToken));
    }
    QVERIFY(m_server->connections().isEmpty());
}

void TestAuthClient::gettersGiveWhatWasConfigured()
{
    const auto tested = client(
        {.url = u"https://api.example.org/qci"_s, .apiToken = m_apiToken, .timeout = 1500ms, .caCertificateFiles = {}});
    QCOMPARE(tested->url(), QUrl(u"https://api.example.org/qci/"_s));
    QCOMPARE(tested->apiToken(), m_apiToken);
    QVERIFY(tested->timeout() == std::optional<std::chrono::nanoseconds>(1500ms));
    QCOMPARE(tested->accessTokensUrl(), QUrl(u"https://api.example.org/qci/auth/v1/access-tokens/"_s));
    const auto unlimited =
        client({.url = u"https://api.example.org"_s, .apiToken = m_apiToken, .timeout = {}, .caCertificateFiles = {}});
    QVERIFY(!unlimited->timeout());
}

void TestAuthClient::exchangeIsOnePostWithTheRefreshToken()
{
    const auto tested = client();
    const auto info = resultOf(tested->postAccessTokens());
    QVERIFY(info);
    QCOMPARE(info->accessToken, m_accessToken);
    QCOMPARE(info->organizationId, u"org-1"_s);
    QCOMPARE(info->userId, u"user-1"_s);
    QCOMPARE(info->tokenType, u"bearer"_s);
    QCOMPARE(info->expiresAt, m_clock->now().addSecs(3600));
    QCOMPARE(info->expiresAtRfc3339, m_clock->now().addSecs(3600).toString(Qt::ISODate));

    QCOMPARE(m_server->connections().size(), 1);
    const WireRequest request = m_server->requests().value(0);
    QCOMPARE(m_server->connections().value(0), request.raw);
    QCOMPARE(request.requestLine, "POST /auth/v1/access-tokens/ HTTP/1.1");
    QCOMPARE(request.body, R"({"refresh_token":")" + m_apiToken.toUtf8() + R"("})");
    QCOMPARE(request.values("Content-Length"), QByteArrayList{QByteArray::number(request.body.size())});
    QCOMPARE(request.values("Content-Type"), QByteArrayList{"application/json"});
    QCOMPARE(request.values("Connection"), QByteArrayList{"close"});
    QCOMPARE(request.values("Accept-Encoding"), QByteArrayList{"identity"});
    QCOMPARE(request.values("Transfer-Encoding"), QByteArrayList());
    QCOMPARE(request.values("Authorization"), QByteArrayList());
    QCOMPARE(request.values("Cookie"), QByteArrayList());
    QCOMPARE(request.values("Host"), QByteArrayList{m_server->url().authority().toUtf8()});
}

void TestAuthClient::tokenIsEscapedInTheBody()
{
    AuthClientConfig awkward = config();
    awkward.apiToken = TestTokens::awkward(200);
    const auto tested = client(awkward);
    QVERIFY(resultOf(tested->postAccessTokens()));
    const QJsonDocument body = QJsonDocument::fromJson(m_server->requests().value(0).body);
    QCOMPARE(body.object(), (QJsonObject{{u"refresh_token"_s, awkward.apiToken}}));
}

void TestAuthClient::healthIsOneGet()
{
    m_server->setAnswer(jsonAnswer("200 OK", {{u"message"_s, u"all is well"_s}}));
    const auto tested = client();
    const auto health = resultOf(tested->getAccessTokensHealth());
    QVERIFY(health);
    QCOMPARE(health->message, u"all is well"_s);
    QCOMPARE(m_server->connections().size(), 1);
    const WireRequest request = m_server->requests().value(0);
    QCOMPARE(request.requestLine, "GET /auth/v1/access-tokens/health HTTP/1.1");
    QCOMPARE(request.values("Content-Type"), QByteArrayList{"application/json"});
    QCOMPARE(request.values("Connection"), QByteArrayList{"close"});
    QCOMPARE(request.values("Authorization"), QByteArrayList());
    QVERIFY(request.body.isEmpty());
    QVERIFY(!request.raw.contains(m_apiToken.toUtf8()));
}

void TestAuthClient::versionIsOneGet()
{
    m_server->setAnswer(jsonAnswer("200 OK", {{u"application_name"_s, u"auth"_s}, {u"version"_s, u"1.2.3"_s}}));
    const auto tested = client();
    const auto version = resultOf(tested->getAccessTokensVersion());
    QVERIFY(version);
    QCOMPARE(version->applicationName, u"auth"_s);
    QCOMPARE(version->version, u"1.2.3"_s);
    QCOMPARE(m_server->connections().size(), 1);
    const WireRequest request = m_server->requests().value(0);
    QCOMPARE(request.requestLine, "GET /auth/v1/access-tokens/version HTTP/1.1");
    QCOMPARE(request.values("Content-Type"), QByteArrayList{"application/json"});
    QCOMPARE(request.values("Connection"), QByteArrayList{"close"});
    QCOMPARE(request.values("Authorization"), QByteArrayList());
}

void TestAuthClient::pathPrefixIsKept_data()
{
    QTest::addColumn<QString>("prefix");
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("none") << u""_s << "/auth/v1/access-tokens/"_ba;
    QTest::newRow("slash") << u"/"_s << "/auth/v1/access-tokens/"_ba;
    QTest::newRow("prefix") << u"/qci"_s << "/qci/auth/v1/access-tokens/"_ba;
    QTest::newRow("prefix and slash") << u"/qci/"_s << "/qci/auth/v1/access-tokens/"_ba;
    QTest::newRow("two levels") << u"/a/b"_s << "/a/b/auth/v1/access-tokens/"_ba;
    QTest::newRow("escaped slash") << u"/a%2Fb"_s << "/a%2Fb/auth/v1/access-tokens/"_ba;
    QTest::newRow("escaped percent") << u"/a%25b"_s << "/a%25b/auth/v1/access-tokens/"_ba;
    QTest::newRow("space") << u"/a%20b"_s << "/a%20b/auth/v1/access-tokens/"_ba;
}

void TestAuthClient::pathPrefixIsKept()
{
    QFETCH(const QString, prefix);
    QFETCH(const QByteArray, target);
    AuthClientConfig prefixed = config();
    prefixed.url.chop(1);
    prefixed.url += prefix;
    const auto tested = client(prefixed);
    QVERIFY(resultOf(tested->postAccessTokens()));
    QCOMPARE(m_server->requests().value(0).requestLine, "POST " + target + " HTTP/1.1");
    waitFor(tested->getAccessTokensHealth());
    QCOMPARE(m_server->requests().value(1).requestLine, "GET " + target + "health HTTP/1.1");
}

void TestAuthClient::timeoutHeader_data()
{
    QTest::addColumn<qint64>("nanoseconds"); // below zero: no timeout
    QTest::addColumn<QByteArrayList>("values");
    QTest::newRow("no timeout") << qint64(-1) << QByteArrayList();
    QTest::newRow("20 s") << qint64(20'000'000'000) << QByteArrayList{"20000000000"};
    QTest::newRow("1.5 s") << qint64(1'500'000'000) << QByteArrayList{"1500000000"};
    QTest::newRow("not whole milliseconds") << qint64(12'345'678'901) << QByteArrayList{"12345678901"};
    QTest::newRow("a year") << qint64(31'536'000'000'000'000) << QByteArrayList{"31536000000000000"};
}

void TestAuthClient::timeoutHeader()
{
    QFETCH(const qint64, nanoseconds);
    QFETCH(const QByteArrayList, values);
    AuthClientConfig timed = config();
    timed.timeout.reset();
    if (nanoseconds >= 0)
        timed.timeout = std::chrono::nanoseconds(nanoseconds);
    const auto tested = client(timed);
    QVERIFY(resultOf(tested->postAccessTokens()));
    waitFor(tested->getAccessTokensHealth());
    waitFor(tested->getAccessTokensVersion());
    QCOMPARE(m_server->requests().size(), 3);
    for (const WireRequest &request : m_server->requests())
        QCOMPARE(request.values("X-Request-Timeout-Nano"), values);
}

void TestAuthClient::unknownMembersAreIgnored()
{
    QJsonObject answer = exchangeObject(TestTokens::accessToken(), m_clock->now().addSecs(3600));
    answer.insert(u"scope"_s, QJsonArray{1, 2});
    m_server->setAnswer(jsonAnswer("200 OK", answer));
    const auto tested = client();
    QVERIFY(resultOf(tested->postAccessTokens()));
}

void TestAuthClient::infoIsCachedUntilItsMargin_data()
{
    QTest::addColumn<qint64>("lifetimeSeconds");
    QTest::addColumn<qint64>("marginSeconds");
    QTest::newRow("an hour: ten minutes") << qint64(3600) << qint64(600);
    QTest::newRow("twenty minutes: ten minutes") << qint64(1200) << qint64(600);
    QTest::newRow("five minutes: half of it") << qint64(300) << qint64(150);
    QTest::newRow("ten seconds: half of it") << qint64(10) << qint64(5);
}

void TestAuthClient::infoIsCachedUntilItsMargin()
{
    QFETCH(const qint64, lifetimeSeconds);
    QFETCH(const qint64, marginSeconds);
    serveTokens(std::chrono::seconds(lifetimeSeconds));
    const auto tested = client();
    const auto first = resultOf(tested->accessTokenInfo());
    QVERIFY(first);
    m_clock->advance(std::chrono::seconds(lifetimeSeconds - marginSeconds));
    QCOMPARE(resultOf(tested->accessTokenInfo()), first);
    QCOMPARE(m_server->requests().size(), 1);
    m_clock->advance(1ms);
    const auto second = resultOf(tested->accessTokenInfo());
    QVERIFY(second);
    QVERIFY(second->accessToken != first->accessToken);
    QCOMPARE(m_server->requests().size(), 2);
}

void TestAuthClient::expiredInfoIsExchanged()
{
    const auto tested = client();
    QVERIFY(!tested->cachedAccessTokenInfo());
    const auto first = resultOf(tested->accessTokenInfo());
    QVERIFY(first);
    QCOMPARE(tested->cachedAccessTokenInfo(), first);
    m_clock->advance(2h);
    const auto second = resultOf(tested->accessTokenInfo());
    QVERIFY(second);
    QCOMPARE(second->expiresAt, m_clock->now().addSecs(3600));
    QCOMPARE(m_server->requests().size(), 2);
}

void TestAuthClient::postAlwaysExchanges()
{
    const auto tested = client();
    for (int i = 1; i <= 3; ++i) {
        const auto info = resultOf(tested->postAccessTokens());
        QVERIFY(info);
        QCOMPARE(info->accessToken, m_accessToken);
        QCOMPARE(m_server->requests().size(), i);
    }
}

void TestAuthClient::headersWithoutAuthorizationSendNothing()
{
    const auto tested = client();
    QCOMPARE(tested->headersWithoutAuthorization(),
        (HeaderList{
            {"Content-Type", "application/json"}, {"Connection", "close"}, {"X-Request-Timeout-Nano", "20000000000"}}));
    AuthClientConfig untimed = config();
    untimed.timeout.reset();
    QCOMPARE(client(untimed)->headersWithoutAuthorization(),
        (HeaderList{{"Content-Type", "application/json"}, {"Connection", "close"}}));
    QVERIFY(m_server->connections().isEmpty());
}

void TestAuthClient::headersCarryTheToken()
{
    const auto tested = client();
    const auto headers = resultOf(tested->headers());
    QVERIFY(headers);
    QCOMPARE(*headers,
        (HeaderList{{"Content-Type", "application/json"}, {"Connection", "close"},
            {"X-Request-Timeout-Nano", "20000000000"}, {"Authorization", "Bearer " + m_accessToken.toUtf8()}}));
    QCOMPARE(resultOf(tested->headers()), headers);
    QCOMPARE(m_server->requests().size(), 1);
}

void TestAuthClient::cachedHeadersAreThoseOfTheTokenAndSendNothing()
{
    const auto tested = client();
    QVERIFY(!tested->cachedHeaders());
    const auto headers = resultOf(tested->headers());
    QVERIFY(headers);
    QVERIFY(tested->cachedHeaders() == headers);
    QVERIFY(resultOf(tested->postAccessTokens()));
    QVERIFY(tested->cachedHeaders());
    QVERIFY(tested->cachedHeaders()->constLast().second == "Bearer " + m_accessToken.toUtf8());
    QCOMPARE(m_server->requests().size(), 2);
    m_clock->advance(51min); // within its margin: an exchange is due
    QVERIFY(!tested->cachedHeaders());
    QCOMPARE(m_server->requests().size(), 2);
}

void TestAuthClient::headersWithoutConnectionClose()
{
    const auto tested = client();
    const auto headers = resultOf(tested->headersWithoutConnectionClose());
    QVERIFY(headers);
    QCOMPARE(*headers, (HeaderList{{"Content-Type", "application/json"}, {"X-Request-Timeout-Nano", "20000000000"},
                           {"Authorization", "Bearer " + m_accessToken.toUtf8()}}));
}

void TestAuthClient::bearerIsWrittenTheSameWhateverTheServiceWrites()
{
    const QString token = TestTokens::accessToken();
    QJsonObject answer = exchangeObject(token, m_clock->now().addSecs(3600));
    answer.insert(u"token_type"_s, u"bEARER"_s);
    m_server->setAnswer(jsonAnswer("200 OK", answer));
    const auto tested = client();
    const auto info = resultOf(tested->accessTokenInfo());
    QVERIFY(info);
    QCOMPARE(info->tokenType, u"bEARER"_s);
    QCOMPARE(info->authorization(), "Bearer " + token.toUtf8());
}

void TestAuthClient::aThousandCallersShareOnePost()
{
    const auto tested = client();
    QList<QFuture<AccessTokenInfo>> futures;
    for (int i = 0; i < 500; ++i)
        futures << tested->accessTokenInfo() << tested->postAccessTokens();
    const QFuture<HeaderList> headers = tested->headers();
    QTRY_COMPARE_WITH_TIMEOUT(m_server->requests().size(), 1, patienceMs);
    for (const auto &future : futures) {
        const auto info = resultOf(future);
        QVERIFY(info);
        QCOMPARE(info->accessToken, m_accessToken);
    }
    QVERIFY(resultOf(headers));
    QCOMPARE(m_server->connections().size(), 1);
}

void TestAuthClient::signalTellsOfTheRefreshWithoutSecrets()
{
    const auto tested = client();
    QSignalSpy refreshed(tested.get(), &AuthClient::accessTokenRefreshed);
    QSignalSpy failed(tested.get(), &AuthClient::refreshFailed);
    QVERIFY(resultOf(tested->accessTokenInfo()));
    QCOMPARE(refreshed.size(), 1);
    QCOMPARE(refreshed.first(), QVariantList{m_clock->now().addSecs(3600)});
    QVERIFY(failed.isEmpty());
    QVERIFY(resultOf(tested->accessTokenInfo()));
    QCOMPARE(refreshed.size(), 1);
}

void TestAuthClient::skewComesFromTheDateHeader()
{
    const QDateTime serverTime = m_clock->now().addSecs(90);
    m_server->setAnswer(
        exchangeAnswer(TestTokens::accessToken(), serverTime.addSecs(3600), {{"Date", httpDate(serverTime)}}));
    const auto tested = client();
    QVERIFY(tested->skew() == 0ms);
    QVERIFY(resultOf(tested->postAccessTokens()));
    // Half a second for the whole seconds of `Date`, and half of the time that the call took.
    QVERIFY(tested->skew() >= 90'500ms);
    QVERIFY(tested->skew() < 90'500ms + std::chrono::milliseconds(patienceMs));
    QCOMPARE(tested->now(), m_clock->now().addMSecs(tested->skew().count()));
}

void TestAuthClient::expiryIsJudgedByTheServersClock()
{
    // The clock here is two hours ahead: by it the token has expired already.
    const QDateTime serverTime = m_clock->now().addSecs(-7200);
    m_server->setAnswer(
        exchangeAnswer(TestTokens::accessToken(), serverTime.addSecs(3600), {{"Date", httpDate(serverTime)}}));
    const auto tested = client();
    const auto info = resultOf(tested->accessTokenInfo());
    QVERIFY(info);
    QVERIFY(info->remaining(tested->now()) > 50min);
    QCOMPARE(resultOf(tested->accessTokenInfo()), info);
    QCOMPARE(m_server->requests().size(), 1);
}

void TestAuthClient::abortCancelsEveryCall()
{
    m_server->setHandler({});
    const auto tested = client();
    const auto exchange = tested->accessTokenInfo();
    const auto health = tested->getAccessTokensHealth();
    QTRY_COMPARE_WITH_TIMEOUT(m_server->requests().size(), 2, patienceMs);
    tested->abort();
    for (const auto &error : {errorOf(exchange), errorOf(health)}) {
        QVERIFY(error);
        QCOMPARE(error->kind(), AuthError::Kind::Cancelled);
    }
    serveTokens(1h);
    QVERIFY(resultOf(tested->accessTokenInfo()));
}

void TestAuthClient::destroyedClientCancelsEveryCall()
{
    m_server->setHandler({});
    auto tested = client();
    QSignalSpy failed(tested.get(), &AuthClient::refreshFailed);
    const auto exchange = tested->postAccessTokens();
    const auto headers = tested->headers();
    const auto version = tested->getAccessTokensVersion();
    QTRY_COMPARE_WITH_TIMEOUT(m_server->requests().size(), 2, patienceMs);
    tested.reset();
    for (const auto &error : {errorOf(exchange), errorOf(headers), errorOf(version)}) {
        QVERIFY(error);
        QCOMPARE(error->kind(), AuthError::Kind::Cancelled);
    }
    QVERIFY(failed.isEmpty());
}

void TestAuthClient::clientMayBeDroppedInItsOwnAnswer()
{
    auto tested = client();
    bool first = false;
    const auto health = tested->getAccessTokensHealth();
    const auto dropping = tested->postAccessTokens().then([&](const AccessTokenInfo &) {
        first = true;
        tested.reset();
    });
    const auto other = tested->postAccessTokens();
    QVERIFY(succeeds(dropping));
    QVERIFY(first);
    QVERIFY(resultOf(other));
    QVERIFY(waitFor(health));
}

QTEST_GUILESS_MAIN(TestAuthClient)
#include "tst_authclient.moc"
