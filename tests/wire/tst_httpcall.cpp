// SPDX-License-Identifier: Apache-2.0
#include "accessmanager.h"
#include "futures.h"
#include "httpanswers.h"
#include "httpcall.h"
#include "loopbackserver.h"
#include "testtokens.h"

#include <QNetworkAccessManager>
#include <QNetworkCookieJar>
#include <QNetworkRequest>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTimeZone>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = AuthError::Kind;
using Cause = AuthError::Cause;

namespace {

constexpr qsizetype bodyLimit = 65'536;

} // namespace

/// The HTTP rules of behaviour.md, against servers that break them.
class TestHttpCall : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void postIsSentOnceWhereTheServerCloses_data();
    void postIsSentOnceWhereTheServerCloses();
    void redirectIsNotFollowed_data();
    void redirectIsNotFollowed();
    void redirectWithoutTargetIsAnError();
    void challengeIsAnAnswerLikeAnyOther_data();
    void challengeIsAnAnswerLikeAnyOther();
    void cookiesAreNotSentBack();

    void bodyUpToTheLimitIsTaken();
    void largeBodyIsRefused_data();
    void largeBodyIsRefused();
    void compressedBodyIsRefused_data();
    void compressedBodyIsRefused();
    void truncatedBodyIsNoAnswer_data();
    void truncatedBodyIsNoAnswer();
    void completeBodyIsAnAnswer_data();
    void completeBodyIsAnAnswer();

    void slowAnswerEndsAtTheDeadline_data();
    void slowAnswerEndsAtTheDeadline();
    void withoutATimeoutASlowAnswerArrives();
    void veryLongTimeoutIsNoShortOne();

    void garbageIsNoAnswer_data();
    void garbageIsNoAnswer();
    void refusedConnection();
    void unknownHost();

    void abortEndsItAtOnce();
    void destroyedCallSaysNothing();
    void answerCarriesWhatTheHeadersSay();

private:
    struct Outcome
    {
        std::optional<Answer> answer;
        std::optional<AuthError> error;
        int signalCount = 0;
    };

    std::unique_ptr<HttpCall> call(const QUrl &url, const std::optional<QByteArray> &body, Outcome &outcome,
        std::optional<std::chrono::nanoseconds> timeout);
    Outcome outcomeOf(const QUrl &url, const std::optional<QByteArray> &body = "{}",
        std::optional<std::chrono::nanoseconds> timeout = std::chrono::seconds{20});
    qsizetype requestsOnTheWire() const;

    std::unique_ptr<LoopbackServer> m_server;
    std::unique_ptr<QNetworkAccessManager> m_manager;
};

void TestHttpCall::init()
{
    m_manager = makeAccessManager();
    m_server = std::make_unique<LoopbackServer>();
}

std::unique_ptr<HttpCall> TestHttpCall::call(const QUrl &url, const std::optional<QByteArray> &body, Outcome &outcome,
    std::optional<std::chrono::nanoseconds> timeout)
{
    auto call = std::make_unique<HttpCall>(*m_manager, QNetworkRequest(url), body, timeout, nullptr);
    connect(call.get(), &HttpCall::answered, this, [&outcome](const Answer &answer) {
        outcome.answer = answer;
        ++outcome.signalCount;
    });
    connect(call.get(), &HttpCall::failed, this, [&outcome](const AuthError &error) {
        outcome.error = error;
        ++outcome.signalCount;
    });
    return call;
}

TestHttpCall::Outcome TestHttpCall::outcomeOf(
    const QUrl &url, const std::optional<QByteArray> &body, std::optional<std::chrono::nanoseconds> timeout)
{
    Outcome outcome;
    const auto tested = call(url, body, outcome, timeout);
    if (!QTest::qWaitFor([&outcome] { return outcome.signalCount > 0; }, patienceMs))
        qWarning("the call never ends");
    // Whatever Qt would send or say on top of that is queued now.
    QCoreApplication::processEvents();
    return outcome;
}

qsizetype TestHttpCall::requestsOnTheWire() const
{
    qsizetype count = 0;
    for (const QByteArray &received : m_server->connections())
        count += received.count(" HTTP/1.1\r\n");
    return count;
}

void TestHttpCall::postIsSentOnceWhereTheServerCloses_data()
{
    QTest::addColumn<bool>("afterHalfTheBody");
    QTest::addColumn<bool>("reset");
    QTest::newRow("closed after the request") << false << false;
    QTest::newRow("closed after half of the body") << true << false;
    QTest::newRow("reset after the request") << false << true;
    QTest::newRow("reset after half of the body") << true << true;
}

void TestHttpCall::postIsSentOnceWhereTheServerCloses()
{
    QFETCH(const bool, afterHalfTheBody);
    QFETCH(const bool, reset);
    const QByteArray body = R"({"refresh_token":")" + TestTokens::apiToken().toUtf8() + R"("})";
    const auto hangUp = [reset](QTcpSocket &socket) {
        if (reset)
            socket.abort();
        else
            socket.disconnectFromHost();
    };
    if (afterHalfTheBody) {
        m_server->setByteHandler([body, hangUp](const QByteArray &received, QTcpSocket &socket) {
            if (received.endsWith(body.first(body.size() / 2)))
                hangUp(socket);
        });
    } else {
        m_server->setHandler([hangUp](const WireRequest &, QTcpSocket &socket) { hangUp(socket); });
    }
    const Outcome outcome = outcomeOf(m_server->url(), body);
    QVERIFY(outcome.error);
    QCOMPARE(outcome.error->kind(), Kind::Transient);
    QCOMPARE(outcome.error->cause(), Cause::ConnectionLost);
    QCOMPARE(outcome.signalCount, 1);
    QCOMPARE(requestsOnTheWire(), 1);
}

void TestHttpCall::redirectIsNotFollowed_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<bool>("elsewhere");
    for (const char *status :
        {"301 Moved Permanently", "302 Found", "303 See Other", "307 Temporary Redirect", "308 Permanent Redirect"}) {
        QTest::addRow("%s within", status) << QByteArray(status) << false;
        QTest::addRow("%s elsewhere", status) << QByteArray(status) << true;
    }
}

void TestHttpCall::redirectIsNotFollowed()
{
    QFETCH(const QByteArray, status);
    QFETCH(const bool, elsewhere);
    LoopbackServer other;
    other.setAnswer(jsonAnswer("200 OK", {}));
    QUrl target = other.url();
    target.setHost(u"localhost"_s);
    const QByteArray location = elsewhere ? target.toEncoded() + "x" : "/other/";
    m_server->setAnswer(httpAnswer(status, {{"Location", location}}, {}));
    for (const std::optional<QByteArray> &body : {std::optional<QByteArray>("{}"), std::optional<QByteArray>()}) {
        const Outcome outcome = outcomeOf(m_server->url(), body);
        QVERIFY(outcome.answer);
        QCOMPARE(outcome.answer->status, status.first(3).toInt());
        try {
            outcome.answer->object(QDateTime::currentDateTimeUtc());
            QFAIL("a redirect is no answer");
        } catch (const AuthError &error) {
            QCOMPARE(error.kind(), Kind::WrongAddress);
            QCOMPARE(error.cause(), Cause::Redirected);
            QCOMPARE(error.httpStatus(), status.first(3).toInt());
            const QString host = elsewhere ? u"localhost"_s : u"127.0.0.1"_s;
            QVERIFY2(error.message().contains(u"redirects to "_s + host), error.what());
        }
    }
    QCOMPARE(requestsOnTheWire(), 2);
    QVERIFY(other.connections().isEmpty());
}

void TestHttpCall::redirectWithoutTargetIsAnError()
{
    m_server->setAnswer(httpAnswer("302 Found", {}, "{}"));
    const Outcome outcome = outcomeOf(m_server->url());
    QVERIFY(outcome.answer);
    QVERIFY_THROWS_EXCEPTION(AuthError, outcome.answer->object(QDateTime::currentDateTimeUtc()));
}

void TestHttpCall::challengeIsAnAnswerLikeAnyOther_data()
{
    QTest::addColumn<QByteArray>("challenge");
    QTest::newRow("Basic") << R"(Basic realm="x")"_ba;
    QTest::newRow("Digest") << R"(Digest realm="x", nonce="abc", qop="auth")"_ba;
    QTest::newRow("NTLM") << "NTLM"_ba;
    QTest::newRow("Negotiate") << "Negotiate"_ba;
    QTest::newRow("Bearer") << R"(Bearer error="invalid_token")"_ba;
}

void TestHttpCall::challengeIsAnAnswerLikeAnyOther()
{
    QFETCH(const QByteArray, challenge);
    m_server->setAnswer(httpAnswer("401 Unauthorized", {{"WWW-Authenticate", challenge}}, R"({"detail":"no"})"));
    const Outcome outcome = outcomeOf(m_server->url());
    QVERIFY(outcome.answer);
    QCOMPARE(outcome.answer->status, 401);
    QCOMPARE(outcome.answer->body, R"({"detail":"no"})");
    QCOMPARE(requestsOnTheWire(), 1);
}

void TestHttpCall::cookiesAreNotSentBack()
{
    m_server->setAnswer(httpAnswer("200 OK", {{"Set-Cookie", "id=1; Path=/"}}, "{}"));
    for (int i = 0; i < 2; ++i)
        QVERIFY(outcomeOf(m_server->url()).answer);
    QCOMPARE(m_server->requests().size(), 2);
    QVERIFY(m_server->requests().value(1).values("Cookie").isEmpty());
    QVERIFY(m_manager->cookieJar()->cookiesForUrl(m_server->url()).isEmpty());
}

void TestHttpCall::bodyUpToTheLimitIsTaken()
{
    const QByteArray body(bodyLimit, 'x');
    m_server->setAnswer(httpAnswer("200 OK", {}, body));
    const Outcome outcome = outcomeOf(m_server->url());
    QVERIFY(outcome.answer);
    QCOMPARE(outcome.answer->body, body);
}

void TestHttpCall::largeBodyIsRefused_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QByteArray>("unit");
    const QByteArray kilobyte(1024, 'x');
    QTest::newRow("a byte too many") << httpAnswer("200 OK", {}, QByteArray(bodyLimit + 1, 'x')) << QByteArray();
    QTest::newRow("much too many") << httpAnswer("200 OK", {}, QByteArray(80 * bodyLimit, 'x')) << QByteArray();
    QTest::newRow("endless") << "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"_ba << kilobyte.repeated(64);
    QTest::newRow("endless chunks") << "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"_ba
                                    << ("400\r\n" + kilobyte + "\r\n").repeated(64);
    QTest::newRow("endless error") << "HTTP/1.1 500 Oops\r\nConnection: close\r\n\r\n"_ba << kilobyte.repeated(64);
}

void TestHttpCall::largeBodyIsRefused()
{
    QFETCH(const QByteArray, start);
    QFETCH(const QByteArray, unit);
    m_server->setHandler([start, unit](const WireRequest &, QTcpSocket &socket) {
        if (unit.isEmpty())
            LoopbackServer::answer(socket, start);
        else
            LoopbackServer::drip(socket, start, unit, 1ms);
    });
    const Outcome outcome = outcomeOf(m_server->url());
    QVERIFY(outcome.error);
    QCOMPARE(outcome.error->kind(), Kind::Transient);
    QCOMPARE(outcome.error->cause(), Cause::TooLarge);
    QCOMPARE(outcome.signalCount, 1);
    QCOMPARE(requestsOnTheWire(), 1);
}

void TestHttpCall::compressedBodyIsRefused_data()
{
    QTest::addColumn<QByteArray>("encoding");
    for (const char *encoding : {"gzip", "deflate", "br", "zstd", "x-unknown", "identity, gzip"})
        QTest::newRow(encoding) << QByteArray(encoding);
}

void TestHttpCall::compressedBodyIsRefused()
{
    QFETCH(const QByteArray, encoding);
    m_server->setAnswer(httpAnswer("200 OK", {{"Content-Encoding", encoding}}, "{}"));
    const Outcome outcome = outcomeOf(m_server->url());
    QVERIFY(outcome.error);
    QCOMPARE(outcome.error->kind(), Kind::Transient);
    QCOMPARE(outcome.error->cause(), Cause::NotQciService);
}

void TestHttpCall::truncatedBodyIsNoAnswer_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("by Content-Length") << R"(HTTP/1.1 200 OK
Content-Length: 20

{"a":"b"})"_ba;
    QTest::newRow("no body at all") << "HTTP/1.1 200 OK\nContent-Length: 20\n\n"_ba;
    QTest::newRow("error by Content-Length") << "HTTP/1.1 401 No\nContent-Length: 20\n\n{}"_ba;
    QTest::newRow("inside the headers") << "HTTP/1.1 200 OK\nContent-Le"_ba;
    QTest::newRow("inside the status line") << "HTTP/1.1 2"_ba;
}

void TestHttpCall::truncatedBodyIsNoAnswer()
{
    QFETCH(QByteArray, answer);
    m_server->setAnswer(answer.replace("\n", "\r\n"));
    const Outcome outcome = outcomeOf(m_server->url());
    QVERIFY(outcome.error);
    QCOMPARE(outcome.error->kind(), Kind::Transient);
    QCOMPARE(outcome.error->cause(), Cause::ConnectionLost);
    QCOMPARE(requestsOnTheWire(), 1);
}

void TestHttpCall::completeBodyIsAnAnswer_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("Content-Length") << "HTTP/1.1 200 OK\nContent-Length: 9\n\n{\"a\":\"b\"}"_ba;
    QTest::newRow("chunks") << "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n4\n{\"a\"\n5\n:\"b\"}\n0\n\n"_ba;
    QTest::newRow("until the end") << "HTTP/1.1 200 OK\n\n{\"a\":\"b\"}"_ba;
    QTest::newRow("HTTP/1.0") << "HTTP/1.0 200 OK\n\n{\"a\":\"b\"}"_ba;
    QTest::newRow("identity") << "HTTP/1.1 200 OK\nContent-Encoding: identity\nContent-Length: 9\n\n{\"a\":\"b\"}"_ba;
    QTest::newRow("interim answer first")
        << "HTTP/1.1 100 Continue\n\nHTTP/1.1 200 OK\nContent-Length: 9\n\n{\"a\":\"b\"}"_ba;
}

void TestHttpCall::completeBodyIsAnAnswer()
{
    QFETCH(QByteArray, answer);
    m_server->setAnswer(answer.replace("\n", "\r\n"));
    const Outcome outcome = outcomeOf(m_server->url());
    QVERIFY(outcome.answer);
    QCOMPARE(outcome.answer->status, 200);
    QCOMPARE(outcome.answer->body, R"({"a":"b"})");
}

void TestHttpCall::slowAnswerEndsAtTheDeadline_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QByteArray>("unit");
    QTest::newRow("silence") << ""_ba
                             << ""_ba;
    QTest::newRow("silence inside the headers") << "HTTP/1.1 200 OK\r\n"_ba
                                                << ""_ba;
    QTest::newRow("silence after the headers") << "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n"_ba
                                               << ""_ba;
    QTest::newRow("dripped headers") << "HTTP/1.1 200 OK\r\n"_ba
                                     << "X-A: b\r\n"_ba;
    QTest::newRow("dripped header") << "HTTP/1.1 200 OK\r\nX-A: "_ba
                                    << "b"_ba;
    QTest::newRow("dripped body") << "HTTP/1.1 200 OK\r\nContent-Length: 60000\r\n\r\n"_ba
                                  << " "_ba;
    QTest::newRow("dripped chunks") << "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"_ba
                                    << "1\r\n \r\n"_ba;
    QTest::newRow("endless interim answers") << ""_ba
                                             << "HTTP/1.1 100 Continue\r\n\r\n"_ba;
}

void TestHttpCall::slowAnswerEndsAtTheDeadline()
{
    QFETCH(const QByteArray, start);
    QFETCH(const QByteArray, unit);
    m_server->setHandler([start, unit](const WireRequest &, QTcpSocket &socket) {
        if (unit.isEmpty())
            socket.write(start);
        else
            LoopbackServer::drip(socket, start, unit);
    });
    const Outcome outcome = outcomeOf(m_server->url(), "{}", 200ms);
    QVERIFY(outcome.error);
    QCOMPARE(outcome.error->kind(), Kind::Transient);
    QCOMPARE(outcome.error->cause(), Cause::TimedOut);
    QCOMPARE(outcome.signalCount, 1);
    QVERIFY(requestsOnTheWire() <= 1); // none where this machine takes longer to send it
}

void TestHttpCall::withoutATimeoutASlowAnswerArrives()
{
    m_server->setHandler([](const WireRequest &, QTcpSocket &socket) {
        LoopbackServer::drip(socket, "HTTP/1.1 200 OK\r\nContent-Length: 30\r\n\r\n", "x");
    });
    const Outcome outcome = outcomeOf(m_server->url(), "{}", std::nullopt);
    QVERIFY(outcome.answer);
    QCOMPARE(outcome.answer->body, QByteArray(30, 'x'));
}

void TestHttpCall::veryLongTimeoutIsNoShortOne()
{
    // More milliseconds than a timer's int holds, which would end in an instant or never be armed.
    QTest::failOnWarning(QRegularExpression(u"Timer"_s));
    m_server->setAnswer(jsonAnswer("200 OK", {}));
    for (const std::chrono::nanoseconds timeout : {std::chrono::nanoseconds(24h * 30), std::chrono::nanoseconds::max()})
        QVERIFY(outcomeOf(m_server->url(), "{}", timeout).answer);
}

void TestHttpCall::garbageIsNoAnswer_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("another protocol") << "220 mail.example.org ESMTP\r\n"_ba;
    QTest::newRow("SSH") << "SSH-2.0-OpenSSH_9.2\r\n"_ba;
    QTest::newRow("bytes") << QByteArray("\x15\x03\x01\x00\x02\x02\x16", 7);
    QTest::newRow("body alone") << R"({"access_token":"x"})"_ba;
    QTest::newRow("status without a number") << "HTTP/1.1 OK\r\nContent-Length: 2\r\n\r\n{}"_ba;
    QTest::newRow("nothing") << ""_ba;
}

void TestHttpCall::garbageIsNoAnswer()
{
    QFETCH(const QByteArray, answer);
    m_server->setAnswer(answer);
    const Outcome outcome = outcomeOf(m_server->url());
    QVERIFY(outcome.error);
    QCOMPARE(outcome.error->kind(), Kind::Transient);
    QCOMPARE(outcome.error->httpStatus(), 0);
    QCOMPARE(requestsOnTheWire(), 1);
}

void TestHttpCall::refusedConnection()
{
    const QUrl url = m_server->url();
    m_server->close();
    const Outcome outcome = outcomeOf(url);
    QVERIFY(outcome.error);
    QCOMPARE(outcome.error->kind(), Kind::Transient);
    QCOMPARE(outcome.error->cause(), Cause::ConnectionRefused);
    QCOMPARE(outcome.error->message(), u"127.0.0.1 refused the connection"_s);
}

void TestHttpCall::unknownHost()
{
    // Longer than a label of the domain name system may be: no resolver is asked.
    const Outcome outcome = outcomeOf(QUrl(u"http://%1.invalid/"_s.arg(QString(70, u'a'))));
    QVERIFY(outcome.error);
    QCOMPARE(outcome.error->kind(), Kind::Transient);
}

void TestHttpCall::abortEndsItAtOnce()
{
    Outcome outcome;
    const auto tested = call(m_server->url(), "{}", outcome, std::nullopt);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->requests().size(), 1, patienceMs);
    tested->abort();
    QCOMPARE(outcome.signalCount, 1);
    QVERIFY(outcome.error);
    QCOMPARE(outcome.error->kind(), Kind::Cancelled);
    tested->abort();
    QCOMPARE(outcome.signalCount, 1);
}

void TestHttpCall::destroyedCallSaysNothing()
{
    Outcome outcome;
    auto tested = call(m_server->url(), "{}", outcome, 200ms);
    QSignalSpy closed(m_server.get(), &LoopbackServer::connectionClosed);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->requests().size(), 1, patienceMs);
    tested.reset();
    QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 1, patienceMs);
    QCOMPARE(outcome.signalCount, 0);
}

void TestHttpCall::answerCarriesWhatTheHeadersSay()
{
    m_server->setAnswer(httpAnswer("503 Busy Now",
        {{"Date", "Sun, 09 Mar 2025 20:00:07 GMT"}, {"Retry-After", " 17 "}, {"Location", "there"}}, "x"));
    const QUrl url = m_server->url().resolved(QUrl(u"a/b"_s));
    const Outcome outcome = outcomeOf(url, std::nullopt);
    QVERIFY(outcome.answer);
    QCOMPARE(outcome.answer->url, url);
    QCOMPARE(outcome.answer->status, 503);
    QCOMPARE(outcome.answer->reason, u"Busy Now"_s);
    QVERIFY(outcome.answer->date == QDateTime(QDate(2025, 3, 9), QTime(20, 0, 7), QTimeZone::utc()));
    QCOMPARE(outcome.answer->retryAfter.trimmed(), "17");
    QCOMPARE(outcome.answer->redirectTarget, url.resolved(QUrl(u"there"_s)));
    QVERIFY(outcome.answer->roundTrip >= 0ms);
}

QTEST_GUILESS_MAIN(TestHttpCall)
#include "tst_httpcall.moc"
