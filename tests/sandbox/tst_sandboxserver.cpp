// SPDX-License-Identifier: Apache-2.0
#include "connectionguard.h"
#include "randombytes.h"
#include "rawhttp.h"
#include "sandboxlistener.h"
#include "sandboxserver.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTest>

#include <memory>
#include <vector>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray healthPath = "/auth/v1/access-tokens/health";

std::unique_ptr<SandboxServer> startServer(SandboxServer::Timing timing = {})
{
    auto server =
        std::make_unique<SandboxServer>(SandboxService({}, 1h, &QDateTime::currentDateTimeUtc, &randomBytes), timing);
    return server->listen(0) ? std::move(server) : nullptr;
}

} // namespace

class TestSandboxServer : public QObject
{
    Q_OBJECT

private slots:
    void requestsOnOneConnectionAreAnsweredInOrder();
    void requestsSentTogetherAreAllAnswered();
    void splitRequestIsAnswered();
    void answerWaitsForTheLatency();
    void clientThatLeftDuringTheLatencyDoesNoHarm();
    void idleConnectionIsClosed();
    void endlessRequestIsCutOff();
    void connectionsAreBounded();
    void takenPortIsExplained();
};

void TestSandboxServer::requestsOnOneConnectionAreAnsweredInOrder()
{
    const auto server = startServer();
    QVERIFY(server);
    RawConnection connection(server->port());
    for (const int expected : {200, 404, 200}) {
        connection.send(rawRequest("GET", expected == 200 ? healthPath : "/nowhere"));
        const auto reply = connection.receive();
        QVERIFY(reply);
        QCOMPARE(reply->status(), expected);
        QVERIFY(reply->header("Connection").isEmpty());
        QVERIFY(connection.isOpen());
    }
}

void TestSandboxServer::requestsSentTogetherAreAllAnswered()
{
    const auto server = startServer({.latency = 20ms});
    QVERIFY(server);
    RawConnection connection(server->port());
    connection.send(rawRequest("GET", healthPath) + rawRequest("GET", "/nowhere") +
                    rawRequest("POST", healthPath, "Connection: close\r\n", "{}"));
    for (const int expected : {200, 404, 405}) {
        const auto reply = connection.receive();
        QVERIFY(reply);
        QCOMPARE(reply->status(), expected);
    }
    QVERIFY(connection.waitForClose());
}

void TestSandboxServer::splitRequestIsAnswered()
{
    const auto server = startServer();
    QVERIFY(server);
    RawConnection connection(server->port());
    // One byte at a time, each seen by the server before the next leaves.
    for (const char c : rawRequest("POST", "/auth/v1/access-tokens/", {}, "{}")) {
        connection.send(QByteArray(1, c));
        QCoreApplication::processEvents();
    }
    const auto reply = connection.receive();
    QVERIFY(reply);
    QCOMPARE(reply->status(), 400);
}

void TestSandboxServer::answerWaitsForTheLatency()
{
    const auto server = startServer({.latency = 80ms});
    QVERIFY(server);
    QElapsedTimer elapsed;
    elapsed.start();
    QCOMPARE(ask(server->port(), rawRequest("GET", healthPath)).status(), 200);
    QVERIFY(elapsed.elapsed() >= 80);
}

void TestSandboxServer::clientThatLeftDuringTheLatencyDoesNoHarm()
{
    const auto server = startServer({.latency = 50ms});
    QVERIFY(server);
    {
        RawConnection leaver(server->port());
        leaver.send(rawRequest("GET", healthPath));
        leaver.abort();
    }
    RawConnection closer(server->port());
    closer.send(rawRequest("GET", healthPath, "Connection: close\r\n") + rawRequest("GET", healthPath));
    QVERIFY(closer.receive());
    QVERIFY(closer.waitForClose());
    QCOMPARE(ask(server->port(), rawRequest("GET", healthPath)).status(), 200);
}

void TestSandboxServer::idleConnectionIsClosed()
{
    const auto server = startServer({.idleTimeout = 60ms});
    QVERIFY(server);
    RawConnection silent(server->port());
    QVERIFY(silent.waitForClose());
    RawConnection halfway(server->port());
    halfway.send("POST /auth/v1/access-tokens/ HTTP/1.1\r\nContent-Le");
    QVERIFY(halfway.waitForClose());
    QCOMPARE(ask(server->port(), rawRequest("GET", healthPath)).status(), 200);
}

void TestSandboxServer::endlessRequestIsCutOff()
{
    const auto server = startServer();
    QVERIFY(server);
    RawConnection connection(server->port());
    connection.send("POST /auth/v1/access-tokens/ HTTP/1.1\r\nContent-Length: 99999999999\r\n\r\n");
    connection.send(QByteArray(ConnectionGuard::maximumRequestSize + 1, 'x'));
    QVERIFY(connection.waitForClose());
    QCOMPARE(ask(server->port(), rawRequest("GET", healthPath)).status(), 200);
}

void TestSandboxServer::connectionsAreBounded()
{
    const auto server = startServer();
    QVERIFY(server);
    std::vector<std::unique_ptr<RawConnection>> connections;
    for (qsizetype i = 0; i < SandboxListener::maximumConnections; ++i) {
        connections.push_back(std::make_unique<RawConnection>(server->port()));
    }
    connections.back()->send(rawRequest("GET", healthPath));
    QVERIFY(connections.back()->receive());

    RawConnection surplus(server->port());
    QVERIFY(surplus.waitForClose());

    connections.clear();
    QTRY_COMPARE(ask(server->port(), rawRequest("GET", healthPath)).status(), 200);
}

void TestSandboxServer::takenPortIsExplained()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    SandboxServer server(SandboxService({}, 1h, &QDateTime::currentDateTimeUtc, &randomBytes), {});
    QVERIFY(server.errorText().isEmpty());
    QVERIFY(!server.listen(other.serverPort()));
    QCOMPARE(server.port(), quint16(0));
    QCOMPARE(server.errorText(),
        u"Cannot listen on 127.0.0.1 port %1 because another program uses it; end that program or choose another port "
        "with --port."_s.arg(other.serverPort()));
}

QTEST_GUILESS_MAIN(TestSandboxServer)
#include "tst_sandboxserver.moc"
