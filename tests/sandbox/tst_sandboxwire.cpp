// SPDX-License-Identifier: Apache-2.0
#include "rawhttp.h"
#include "sandboxprocess.h"

#include <QJsonDocument>
#include <QLocale>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>

#include <memory>

using namespace QciAuth;
using namespace Qt::StringLiterals;

class TestSandboxWire : public QObject
{
    Q_OBJECT

private slots:
    void exchangeGivesATokenThatOpensAllocations();
    void statusIsOnTheWire_data();
    void statusIsOnTheWire();
    void dateIsNowInGmt();
    void headAnswersWithoutBody();
    void connectionCloseIsHonoured();
    void qtClientIsServed();
    void malformedRequestEndsOnlyItsConnection_data();
    void malformedRequestEndsOnlyItsConnection();
};

void TestSandboxWire::exchangeGivesATokenThatOpensAllocations()
{
    SandboxProcess sandbox;
    QVERIFY(sandbox.waitForLines(2));
    const RawReply first = sandbox.exchange(sandbox.apiToken());
    QCOMPARE(first.status(), 200);
    const RawReply second = sandbox.exchange(sandbox.apiToken());
    const QByteArray token = textMember(first.body, "access_token"_L1).toLatin1();
    QVERIFY(!token.isEmpty());
    QVERIFY(token != textMember(second.body, "access_token"_L1).toLatin1());

    const auto allocations = [&sandbox](const QByteArray &value) {
        return ask(
            sandbox.port(), rawRequest("GET", "/optimization/v1/allocations", "Authorization: " + value + "\r\n"));
    };
    QCOMPARE(allocations("Bearer " + token).status(), 200);
    QCOMPARE(allocations("bEARER " + token).status(), 200);
    const RawReply refused = allocations("Bearer " + sandbox.apiToken());
    QCOMPARE(refused.status(), 401);
    QCOMPARE(refused.header("WWW-Authenticate"), QByteArray("Bearer"));
}

void TestSandboxWire::statusIsOnTheWire_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("statusLine");
    const QByteArray exchangePath = "/auth/v1/access-tokens/";
    const auto row = [](const char *name, const QByteArray &request, const char *statusLine) {
        QTest::newRow(name) << request << QByteArray(statusLine);
    };
    row("health", rawRequest("GET", exchangePath + "health"), "HTTP/1.1 200 OK");
    row("version", rawRequest("GET", exchangePath + "version"), "HTTP/1.1 200 OK");
    row("query ignored", rawRequest("GET", exchangePath + "health?x=1"), "HTTP/1.1 200 OK");
    row("no body", rawRequest("POST", exchangePath), "HTTP/1.1 400 Bad Request");
    row("bad body", rawRequest("POST", exchangePath, {}, "{"), "HTTP/1.1 400 Bad Request");
    row("unknown token", rawRequest("POST", exchangePath, {}, R"({"refresh_token": "x"})"),
        "HTTP/1.1 401 Unauthorized");
    row("chunked",
        rawRequest("POST", exchangePath, "Transfer-Encoding: chunked\r\n") +
            "17\r\n{\"refresh_token\": \"yz\"}\r\n0\r\n\r\n",
        "HTTP/1.1 401 Unauthorized");
    row("no bearer", rawRequest("GET", "/optimization/v1/allocations"), "HTTP/1.1 401 Unauthorized");
    row("unknown path", rawRequest("GET", "/auth/v1/"), "HTTP/1.1 404 Not Found");
    row("wrong method", rawRequest("PUT", exchangePath), "HTTP/1.1 405 Method Not Allowed");
    row("unknown method", rawRequest("BREW", exchangePath + "health"), "HTTP/1.1 405 Method Not Allowed");
    row("65537 bytes", rawRequest("POST", exchangePath, {}, QByteArray(65537, ' ')),
        "HTTP/1.1 413 Request Entity Too Large");
    row("1 MiB", rawRequest("POST", exchangePath, {}, QByteArray(qsizetype{1024} * 1024, 'x')),
        "HTTP/1.1 413 Request Entity Too Large");
}

void TestSandboxWire::statusIsOnTheWire()
{
    QFETCH(const QByteArray, request);
    QFETCH(const QByteArray, statusLine);
    SandboxProcess sandbox;
    QVERIFY(sandbox.waitForLines(1));
    const RawReply reply = ask(sandbox.port(), request);
    QCOMPARE(reply.statusLine, statusLine);
    QCOMPARE(reply.header("Content-Type"), QByteArray("application/json"));
    QVERIFY(QJsonDocument::fromJson(reply.body).isObject());
    if (reply.status() == 405) {
        QVERIFY(!reply.header("Allow").isEmpty());
    }
}

void TestSandboxWire::dateIsNowInGmt()
{
    SandboxProcess sandbox;
    QVERIFY(sandbox.waitForLines(1));
    const QDateTime before = QDateTime::currentDateTimeUtc().addSecs(-1);
    const QString date = QString::fromLatin1(ask(sandbox.port(), rawRequest("GET", "/")).header("Date"));
    QDateTime parsed = QLocale::c().toDateTime(date, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    parsed.setTimeZone(QTimeZone::utc());
    QVERIFY2(parsed.isValid(), qPrintable(date));
    QVERIFY(before <= parsed && parsed <= QDateTime::currentDateTimeUtc());
}

void TestSandboxWire::headAnswersWithoutBody()
{
    SandboxProcess sandbox;
    QVERIFY(sandbox.waitForLines(1));
    RawConnection connection(sandbox.port());
    connection.send(rawRequest("HEAD", "/auth/v1/access-tokens/health"));
    const auto head = connection.receive(false);
    QVERIFY(head);
    QCOMPARE(head->status(), 405);
    connection.send(rawRequest("GET", "/auth/v1/access-tokens/health"));
    const auto get = connection.receive();
    QVERIFY(get);
    QCOMPARE(get->status(), 200);
}

void TestSandboxWire::connectionCloseIsHonoured()
{
    SandboxProcess sandbox;
    QVERIFY(sandbox.waitForLines(1));
    for (const char *const value : {"close", "Close", "TE, close"}) {
        RawConnection connection(sandbox.port());
        connection.send(
            rawRequest("GET", "/auth/v1/access-tokens/health", QByteArray("Connection: ") + value + "\r\n"));
        const auto reply = connection.receive();
        QVERIFY(reply);
        QCOMPARE(reply->header("Connection"), QByteArray("close"));
        QCOMPARE(reply->body, QByteArray(R"({"message":"OK"})"));
        QVERIFY(connection.waitForClose());
    }
}

void TestSandboxWire::qtClientIsServed()
{
    SandboxProcess sandbox;
    QVERIFY(sandbox.waitForLines(2));
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(u"http://127.0.0.1:%1/auth/v1/access-tokens/"_s.arg(sandbox.port())));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    request.setRawHeader("Connection", "close");
    for (int i = 0; i < 3; ++i) {
        const std::unique_ptr<QNetworkReply> reply(
            network.post(request, "{\"refresh_token\": \"" + sandbox.apiToken() + "\"}"));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        QVERIFY(finished.wait());
        QCOMPARE(reply->error(), QNetworkReply::NoError);
        QCOMPARE(textMember(reply->readAll(), "token_type"_L1), u"Bearer"_s);
    }
}

void TestSandboxWire::malformedRequestEndsOnlyItsConnection_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("no request line") << QByteArray("garbage\r\n\r\n");
    QTest::newRow("other protocol") << QByteArray("GET / SMTP/1.1\r\n\r\n");
    QTest::newRow("TLS hello") << QByteArray("\x16\x03\x01\x02\x00\x01\x00\n\x01\xfc\x03\x03\n", 13);
    QTest::newRow("websocket") << rawRequest(
        "GET", "/auth/v1/access-tokens/health", "Connection: Upgrade\r\nUpgrade: websocket\r\n");
}

void TestSandboxWire::malformedRequestEndsOnlyItsConnection()
{
    QFETCH(const QByteArray, bytes);
    SandboxProcess sandbox;
    QVERIFY(sandbox.waitForLines(1));
    RawConnection connection(sandbox.port());
    connection.send(bytes);
    QVERIFY(connection.waitForClose());
    QCOMPARE(ask(sandbox.port(), rawRequest("GET", "/auth/v1/access-tokens/health")).status(), 200);
}

QTEST_GUILESS_MAIN(TestSandboxWire)
#include "tst_sandboxwire.moc"
