// SPDX-License-Identifier: Apache-2.0
#include "futures.h"
#include "httpanswers.h"
#include "servicemonitor.h"
#include "workbench.h"

#include <QSignalSpy>

#include <algorithm>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestServiceMonitor : public QObject
{
    Q_OBJECT

private slots:
    void healthAndVersionAreAskedAtOnce();
    void checkAsksAgain();
    void checkWhileAskingAsksNothing();
    void failureReplacesTheHealthAndKeepsTheVersion();
    void recoveryReplacesTheFailure();
    void everyAnswerIsTold();
    void anotherServiceIsAskedAfresh();
    void lateAnswerOfAnotherServiceIsThrownAway();
    void unusableUrlIsSaid();
    void noUrlIsNobody();
    void intervalAsksByItself();
    void latencyIsMeasuredByTheClock();
    void everyCheckIsKept();
    void historyIsThatOfTheService();
    void destroyedWhileAsking();

private:
    static void serve(LoopbackServer &server, const QString &message);
    static bool waitForAnswer(const ServiceMonitor &monitor)
    {
        return QTest::qWaitFor([&monitor] { return !monitor.isChecking(); }, patienceMs);
    }
};

void TestServiceMonitor::serve(LoopbackServer &server, const QString &message)
{
    server.setHandler([message](const WireRequest &request, QTcpSocket &socket) {
        const bool isHealth = request.requestLine.contains("/health ");
        LoopbackServer::answer(socket, jsonAnswer("200 OK", isHealth ? QJsonObject{{u"message"_s, message}}
                                                                     : QJsonObject{{u"application_name"_s, u"auth"_s},
                                                                           {u"version"_s, u"1.2.3"_s}}));
    });
}

void TestServiceMonitor::healthAndVersionAreAskedAtOnce()
{
    Workbench bench;
    serve(bench.server, u"fine"_s);
    ServiceMonitor monitor(bench.connector);
    QVERIFY(!monitor.isChecking());
    QSignalSpy changed(&monitor, &ServiceMonitor::stateChanged);
    monitor.watch(bench.profile);
    QVERIFY(monitor.isChecking());
    QVERIFY(waitForAnswer(monitor));
    QCOMPARE(monitor.healthMessage(), u"fine"_s);
    QVERIFY(monitor.version());
    QCOMPARE(monitor.version()->applicationName, u"auth"_s);
    QCOMPARE(monitor.version()->version, u"1.2.3"_s);
    QVERIFY(!monitor.error());
    QVERIFY(changed.size() >= 3);
    QByteArrayList lines;
    for (const WireRequest &request : bench.server.requests())
        lines << request.requestLine;
    std::sort(lines.begin(), lines.end());
    QCOMPARE(lines,
        (QByteArrayList{"GET /auth/v1/access-tokens/health HTTP/1.1", "GET /auth/v1/access-tokens/version HTTP/1.1"}));
}

void TestServiceMonitor::checkAsksAgain()
{
    Workbench bench;
    serve(bench.server, u"fine"_s);
    ServiceMonitor monitor(bench.connector);
    monitor.watch(bench.profile);
    QVERIFY(waitForAnswer(monitor));
    serve(bench.server, u"better"_s);
    monitor.check();
    QVERIFY(waitForAnswer(monitor));
    QCOMPARE(monitor.healthMessage(), u"better"_s);
    QCOMPARE(bench.server.requests().size(), 4);
}

void TestServiceMonitor::checkWhileAskingAsksNothing()
{
    Workbench bench;
    serve(bench.server, u"fine"_s);
    ServiceMonitor monitor(bench.connector);
    monitor.watch(bench.profile);
    for (int i = 0; i < 10; ++i)
        monitor.check();
    QVERIFY(waitForAnswer(monitor));
    QCOMPARE(bench.server.connections().size(), 2);
}

void TestServiceMonitor::failureReplacesTheHealthAndKeepsTheVersion()
{
    Workbench bench;
    serve(bench.server, u"fine"_s);
    ServiceMonitor monitor(bench.connector);
    monitor.watch(bench.profile);
    QVERIFY(waitForAnswer(monitor));
    bench.serveFailure();
    monitor.check();
    QVERIFY(waitForAnswer(monitor));
    QVERIFY(!monitor.healthMessage());
    QVERIFY(monitor.error());
    QCOMPARE(monitor.error()->httpStatus(), 503);
    QVERIFY(monitor.version());
}

void TestServiceMonitor::recoveryReplacesTheFailure()
{
    Workbench bench;
    bench.serveFailure();
    ServiceMonitor monitor(bench.connector);
    monitor.watch(bench.profile);
    QVERIFY(waitForAnswer(monitor));
    QVERIFY(monitor.error());
    QVERIFY(!monitor.version());
    serve(bench.server, u"fine"_s);
    monitor.check();
    QVERIFY(waitForAnswer(monitor));
    QVERIFY(!monitor.error());
    QCOMPARE(monitor.healthMessage(), u"fine"_s);
    QVERIFY(monitor.version());
}

void TestServiceMonitor::everyAnswerIsTold()
{
    Workbench bench;
    bench.serveFailure();
    ServiceMonitor monitor(bench.connector);
    QSignalSpy told(&monitor, &ServiceMonitor::checked);
    monitor.watch(bench.profile);
    QVERIFY(waitForAnswer(monitor));
    QCOMPARE(told, QList<QVariantList>({{bench.profile.url, false}}));
    serve(bench.server, u"fine"_s);
    monitor.check();
    QVERIFY(waitForAnswer(monitor));
    QCOMPARE(told.mid(1), QList<QVariantList>({{bench.profile.url, true}}));
    // What is asked no more tells nothing.
    monitor.check();
    monitor.watch({});
    Workbench::settle();
    QCOMPARE(told.size(), 2);
}

void TestServiceMonitor::anotherServiceIsAskedAfresh()
{
    Workbench bench;
    serve(bench.server, u"one"_s);
    LoopbackServer other;
    serve(other, u"two"_s);
    ServiceMonitor monitor(bench.connector);
    monitor.watch(bench.profile);
    QVERIFY(waitForAnswer(monitor));
    Profile elsewhere = bench.profile;
    elsewhere.url = other.urlText();
    monitor.watch(elsewhere);
    QVERIFY(!monitor.healthMessage());
    QVERIFY(!monitor.version());
    QVERIFY(waitForAnswer(monitor));
    QCOMPARE(monitor.healthMessage(), u"two"_s);
    QCOMPARE(bench.server.requests().size(), 2);
}

void TestServiceMonitor::lateAnswerOfAnotherServiceIsThrownAway()
{
    Workbench bench;
    bench.serveNothing();
    LoopbackServer other;
    serve(other, u"two"_s);
    ServiceMonitor monitor(bench.connector);
    monitor.watch(bench.profile);
    QVERIFY(bench.waitForRequests(2));
    Profile elsewhere = bench.profile;
    elsewhere.url = other.urlText();
    monitor.watch(elsewhere);
    QVERIFY(monitor.isChecking());
    QVERIFY(!monitor.error());
    QVERIFY(waitForAnswer(monitor));
    QCOMPARE(monitor.healthMessage(), u"two"_s);
    QVERIFY(!monitor.error());
}

void TestServiceMonitor::unusableUrlIsSaid()
{
    Workbench bench;
    ServiceMonitor monitor(bench.connector);
    bench.profile.url = u"no address"_s;
    QSignalSpy changed(&monitor, &ServiceMonitor::stateChanged);
    monitor.watch(bench.profile);
    QVERIFY(monitor.error());
    QCOMPARE(monitor.error()->cause(), AuthError::Cause::InvalidUrl);
    QVERIFY(!monitor.isChecking());
    QVERIFY(!changed.isEmpty());
    monitor.check();
    QVERIFY(!monitor.isChecking());
}

void TestServiceMonitor::noUrlIsNobody()
{
    Workbench bench;
    serve(bench.server, u"fine"_s);
    ServiceMonitor monitor(bench.connector);
    monitor.watch(bench.profile);
    QVERIFY(waitForAnswer(monitor));
    qputenv("QCI_API_URL", bench.server.urlText().toUtf8());
    monitor.watch(Profile());
    qunsetenv("QCI_API_URL");
    QVERIFY(!monitor.isChecking());
    QVERIFY(!monitor.error());
    QVERIFY(!monitor.healthMessage());
    QVERIFY(!monitor.version());
    QCOMPARE(bench.server.requests().size(), 2);
}

void TestServiceMonitor::intervalAsksByItself()
{
    Workbench bench;
    serve(bench.server, u"fine"_s);
    ServiceMonitor monitor(bench.connector);
    monitor.watch(bench.profile);
    monitor.setInterval(20ms);
    QVERIFY(bench.waitForRequests(6));
    monitor.setInterval(0ms);
    QVERIFY(waitForAnswer(monitor));
    const qsizetype count = bench.server.requests().size();
    Workbench::settle();
    QCOMPARE(bench.server.requests().size(), count);
}

void TestServiceMonitor::latencyIsMeasuredByTheClock()
{
    Workbench bench;
    bench.server.setHandler([&bench](const WireRequest &request, QTcpSocket &socket) {
        if (!request.requestLine.contains("/health "))
            return;
        bench.clock.advance(137ms);
        bench.clock.jumpWall(-1h);
        LoopbackServer::answer(socket, jsonAnswer("200 OK", {{u"message"_s, u"fine"_s}}));
    });
    ServiceMonitor monitor(bench.connector);
    monitor.watch(bench.profile);
    QTRY_VERIFY_WITH_TIMEOUT(monitor.healthMessage(), patienceMs);
    QVERIFY(monitor.latency() == 137ms);
}

void TestServiceMonitor::everyCheckIsKept()
{
    Workbench bench;
    serve(bench.server, u"fine"_s);
    ServiceMonitor monitor(bench.connector);
    QVERIFY(monitor.history().checks().isEmpty());
    monitor.watch(bench.profile);
    QVERIFY(waitForAnswer(monitor));
    bench.clock.advance(1min);
    const QDateTime later = bench.clock.now();
    bench.serveFailure();
    monitor.check();
    QVERIFY(waitForAnswer(monitor));
    QCOMPARE(monitor.history().checks().size(), 2);
    QVERIFY(!monitor.history().checks().at(0).failure);
    QCOMPARE(monitor.history().checks().at(0).at, later.addSecs(-60));
    QCOMPARE(monitor.history().checks().at(1).at, later);
    QVERIFY(monitor.history().checks().at(1).failure);
    QCOMPARE(monitor.history().checks().at(1).failure->httpStatus(), 503);
}

void TestServiceMonitor::historyIsThatOfTheService()
{
    Workbench bench;
    serve(bench.server, u"fine"_s);
    LoopbackServer other;
    serve(other, u"two"_s);
    ServiceMonitor monitor(bench.connector);
    monitor.watch(bench.profile);
    QVERIFY(waitForAnswer(monitor));
    // Another login to the same service.
    Profile again = bench.profile;
    again.name = u"again"_s;
    monitor.watch(again);
    QVERIFY(waitForAnswer(monitor));
    QCOMPARE(monitor.history().checks().size(), 2);
    again.url = other.urlText();
    monitor.watch(again);
    QVERIFY(monitor.history().checks().isEmpty());
    QVERIFY(waitForAnswer(monitor));
    QCOMPARE(monitor.history().checks().size(), 1);
    // A question that nobody waits for any more is no check.
    bench.serveNothing();
    monitor.watch(bench.profile);
    monitor.watch(again);
    QVERIFY(monitor.history().checks().isEmpty());
}

void TestServiceMonitor::destroyedWhileAsking()
{
    Workbench bench;
    bench.serveNothing();
    auto monitor = std::make_unique<ServiceMonitor>(bench.connector);
    monitor->watch(bench.profile);
    QVERIFY(bench.waitForRequests(2));
    QSignalSpy changed(monitor.get(), &ServiceMonitor::stateChanged);
    monitor.reset();
    Workbench::settle();
    QVERIFY(changed.isEmpty());
}

QTEST_GUILESS_MAIN(TestServiceMonitor)
#include "tst_servicemonitor.moc"
