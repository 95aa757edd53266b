// SPDX-License-Identifier: Apache-2.0
#include "rawhttp.h"
#include "sandboxprocess.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;

class TestSandboxProgram : public QObject
{
    Q_OBJECT

private slots:
    void requestLogNeverShowsAToken();
    void lifetimeIsTaken();
    void latencyIsTaken();
    void givenTokensAreAcceptedAndNotPrinted();
    void givenPortIsTakenOnLoopbackOnly();
    void takenPortEndsTheProgram();
    void badOptionEndsTheProgram();
    void helpExplainsStdin();
    void closedStdinEndsTheProgramWhereAsked();
    void closedStdinIsIgnoredOtherwise();
    void terminateEndsTheProgram();
};

void TestSandboxProgram::requestLogNeverShowsAToken()
{
    SandboxProcess sandbox({}, u"*=true"_s);
    QVERIFY(sandbox.waitForLines(2));
    const QByteArray apiToken = sandbox.apiToken();
    QCOMPARE(sandbox.exchange(apiToken, "Authorization: Bearer " + apiToken + "\r\n").status(), 200);
    sandbox.kill();
    const QByteArray log = sandbox.process().readAllStandardError();
    QVERIFY(!log.isEmpty()); // the rules are in force
    QVERIFY(!log.contains(apiToken));
    QCOMPARE(sandbox.output().count('\n'), 2);
}

void TestSandboxProgram::lifetimeIsTaken()
{
    SandboxProcess sandbox({u"--lifetime"_s, u"86400"_s});
    QVERIFY(sandbox.waitForLines(2));
    const qint64 before = QDateTime::currentSecsSinceEpoch();
    const RawReply reply = sandbox.exchange(sandbox.apiToken());
    const qint64 after = QDateTime::currentSecsSinceEpoch();
    const QString text = textMember(reply.body, "expires_at_rfc3339"_L1);
    static const QRegularExpression form(u"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$"_s);
    QVERIFY2(form.match(text).hasMatch(), qPrintable(text));
    const qint64 expiresAt = QDateTime::fromString(text, Qt::ISODate).toSecsSinceEpoch();
    QVERIFY(before + 86400 <= expiresAt && expiresAt <= after + 86400);
}

void TestSandboxProgram::latencyIsTaken()
{
    SandboxProcess sandbox({u"--latency"_s, u"120"_s});
    QVERIFY(sandbox.waitForLines(1));
    QElapsedTimer elapsed;
    elapsed.start();
    QCOMPARE(ask(sandbox.port(), rawRequest("GET", "/auth/v1/access-tokens/health")).status(), 200);
    QVERIFY(elapsed.elapsed() >= 120);
}

void TestSandboxProgram::givenTokensAreAcceptedAndNotPrinted()
{
    SandboxProcess sandbox({u"--token"_s, u"fake-token-one"_s, u"--token"_s, u"fake-token-two"_s});
    QVERIFY(sandbox.waitForLines(1));
    QCOMPARE(sandbox.exchange("fake-token-one").status(), 200);
    QCOMPARE(sandbox.exchange("fake-token-two").status(), 200);
    QCOMPARE(sandbox.exchange("fake-token-three").status(), 401);
    sandbox.kill();
    QCOMPARE(sandbox.output().count('\n'), 1);
    QVERIFY(!sandbox.process().readAllStandardError().contains("fake-token"));
}

void TestSandboxProgram::givenPortIsTakenOnLoopbackOnly()
{
    quint16 port = 0;
    {
        QTcpServer placeholder;
        QVERIFY(placeholder.listen(QHostAddress::LocalHost));
        port = placeholder.serverPort();
    }
    SandboxProcess sandbox({u"--port"_s, QString::number(port)});
    QVERIFY(sandbox.waitForLines(1));
    QCOMPARE(sandbox.port(), port);
    // Were it on all addresses, this one would be taken.
    QTcpServer elsewhere;
    if (!elsewhere.listen(QHostAddress(u"127.0.0.2"_s))) {
        QSKIP("this system has no second loopback address");
    }
    elsewhere.close();
    QVERIFY(elsewhere.listen(QHostAddress(u"127.0.0.2"_s), port));
}

void TestSandboxProgram::takenPortEndsTheProgram()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    SandboxProcess sandbox({u"--port"_s, QString::number(other.serverPort())});
    QVERIFY(sandbox.waitForEnd());
    QCOMPARE(sandbox.process().exitCode(), 1);
    QVERIFY(sandbox.output().isEmpty());
    const QByteArray text = sandbox.process().readAllStandardError();
    QVERIFY2(text.contains(QByteArray::number(other.serverPort())) && text.contains("another program uses it") &&
                 text.contains("--port"),
        text.constData());
    QCOMPARE(text.count('\n'), 1);
}

void TestSandboxProgram::badOptionEndsTheProgram()
{
    SandboxProcess sandbox({u"--token"_s, u"fake token"_s});
    QVERIFY(sandbox.waitForEnd());
    QCOMPARE(sandbox.process().exitCode(), 2);
    QVERIFY(sandbox.output().isEmpty());
    const QByteArray text = sandbox.process().readAllStandardError();
    QVERIFY2(text.contains("--token") && !text.contains("fake"), text.constData());
    QCOMPARE(text.count('\n'), 1);
}

void TestSandboxProgram::helpExplainsStdin()
{
    SandboxProcess sandbox({u"--help"_s});
    QVERIFY(sandbox.waitForEnd());
    QCOMPARE(sandbox.process().exitCode(), 0);
    QVERIFY(sandbox.output().contains("--until-stdin-closes  Quit when standard input ends"));
}

void TestSandboxProgram::closedStdinEndsTheProgramWhereAsked()
{
    SandboxProcess sandbox({u"--until-stdin-closes"_s});
    QVERIFY(sandbox.waitForLines(2));
    sandbox.process().write("what is written does not matter\n");
    QCOMPARE(ask(sandbox.port(), rawRequest("GET", "/auth/v1/access-tokens/health")).status(), 200);
    QCOMPARE(sandbox.process().state(), QProcess::Running);
    sandbox.process().closeWriteChannel();
    QVERIFY(sandbox.waitForEnd());
    QCOMPARE(sandbox.process().exitCode(), 0);
}

void TestSandboxProgram::closedStdinIsIgnoredOtherwise()
{
    SandboxProcess sandbox;
    sandbox.process().closeWriteChannel();
    QVERIFY(sandbox.waitForLines(2));
    QCOMPARE(ask(sandbox.port(), rawRequest("GET", "/auth/v1/access-tokens/health")).status(), 200);
}

void TestSandboxProgram::terminateEndsTheProgram()
{
    SandboxProcess sandbox;
    QVERIFY(sandbox.waitForLines(2));
    RawConnection open(sandbox.port());
    sandbox.process().terminate();
    QTRY_COMPARE(sandbox.process().state(), QProcess::NotRunning);
}

QTEST_GUILESS_MAIN(TestSandboxProgram)
#include "tst_sandboxprogram.moc"
