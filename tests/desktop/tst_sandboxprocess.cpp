// SPDX-License-Identifier: Apache-2.0
#include "sandboxprocess.h"

#include "accessmanager.h"
#include "connector.h"
#include "fakeclock.h"
#include "futures.h"
#include "login.h"
#include "memorysecretstore.h"
#include "profilestore.h"
#include "sharedexchange.h"

#include <QSignalSpy>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace QciAuth;
using namespace Qt::StringLiterals;

namespace {

constexpr auto program = QLatin1StringView(QCIAUTH_SANDBOX);

bool listens(const QUrl &url)
{
    QTcpSocket socket;
    socket.connectToHost(url.host(), static_cast<quint16>(url.port()));
    return socket.waitForConnected(patienceMs);
}

} // namespace

class TestSandboxProcess : public QObject
{
    Q_OBJECT

private slots:
    void tellsUrlAndToken();
    void tokenLogsIn();
    void everyOneHasItsOwnPortAndToken();
    void endsWithTheObject();
    void missingProgramIsSaid();
    void programThatEndsIsSaid();
    void endOfTheObjectIsNoFailure();
};

void TestSandboxProcess::tellsUrlAndToken()
{
    SandboxProcess sandbox;
    QSignalSpy started(&sandbox, &SandboxProcess::started);
    QSignalSpy failed(&sandbox, &SandboxProcess::failed);
    sandbox.start(program);
    QVERIFY(started.wait(patienceMs));
    QCOMPARE(started.size(), 1);
    QCOMPARE(failed.size(), 0);
    const QUrl url(started.first().at(0).toString());
    QVERIFY(url.isValid());
    QCOMPARE(url.host(), u"127.0.0.1"_s);
    QVERIFY(url.port() > 0);
    QCOMPARE(url.path(), u"/"_s);
    QVERIFY(!started.first().at(1).toString().isEmpty());
    QVERIFY(listens(url));
}

void TestSandboxProcess::tokenLogsIn()
{
    SandboxProcess sandbox;
    QSignalSpy started(&sandbox, &SandboxProcess::started);
    sandbox.start(program);
    QVERIFY(started.wait(patienceMs));

    const QTemporaryDir folder;
    const SystemClock clock;
    MemorySecretStore secrets;
    ProfileStore profiles(folder.path());
    const Connector connector(clock, &makeAccessManager);
    const SharedExchange sharing(secrets, clock, folder.path());
    Login login(secrets, profiles, sharing, connector);
    QSignalSpy succeeded(&login, &Login::succeeded);
    Profile profile;
    profile.name = u"sandbox"_s;
    profile.url = started.first().at(0).toString();
    login.start(profile, started.first().at(1).toString(), Login::Keep::Nothing);
    QVERIFY(succeeded.wait(patienceMs));
}

void TestSandboxProcess::everyOneHasItsOwnPortAndToken()
{
    SandboxProcess one;
    SandboxProcess two;
    QSignalSpy oneStarted(&one, &SandboxProcess::started);
    QSignalSpy twoStarted(&two, &SandboxProcess::started);
    one.start(program);
    two.start(program);
    QTRY_COMPARE_WITH_TIMEOUT(oneStarted.size() + twoStarted.size(), 2, patienceMs);
    QVERIFY(oneStarted.first().at(0) != twoStarted.first().at(0));
    QVERIFY(oneStarted.first().at(1) != twoStarted.first().at(1));
}

void TestSandboxProcess::endsWithTheObject()
{
    QUrl url;
    {
        SandboxProcess sandbox;
        QSignalSpy started(&sandbox, &SandboxProcess::started);
        sandbox.start(program);
        QVERIFY(started.wait(patienceMs));
        url = QUrl(started.first().at(0).toString());
        QVERIFY(listens(url));
    }
    QTRY_VERIFY_WITH_TIMEOUT(!listens(url), patienceMs);
}

void TestSandboxProcess::missingProgramIsSaid()
{
    SandboxProcess sandbox;
    QSignalSpy failed(&sandbox, &SandboxProcess::failed);
    QSignalSpy started(&sandbox, &SandboxProcess::started);
    sandbox.start(u"/nowhere/qci-auth-sandbox"_s);
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, patienceMs);
    QCOMPARE(started.size(), 0);
    const QString text = failed.first().first().toString();
    QVERIFY2(text.startsWith("The sandbox cannot be started: "_L1), qPrintable(text));
    QVERIFY2(text.contains("nowhere"_L1) && text.contains("Build or install qci-auth-sandbox"_L1), qPrintable(text));
}

void TestSandboxProcess::programThatEndsIsSaid()
{
#ifdef Q_OS_UNIX
    // It does not know the option, says so, and ends.
    SandboxProcess sandbox;
    QSignalSpy failed(&sandbox, &SandboxProcess::failed);
    sandbox.start(u"cat"_s);
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, patienceMs);
    const QString text = failed.first().first().toString();
    QVERIFY2(text.startsWith("The sandbox has ended ("_L1) && text.contains("until-stdin-closes"_L1), qPrintable(text));
#else
    QSKIP("needs cat");
#endif
}

void TestSandboxProcess::endOfTheObjectIsNoFailure()
{
    int failures = 0;
    {
        SandboxProcess sandbox;
        connect(&sandbox, &SandboxProcess::failed, this, [&failures] { ++failures; });
        QSignalSpy started(&sandbox, &SandboxProcess::started);
        sandbox.start(program);
        QVERIFY(started.wait(patienceMs));
    }
    QCOMPARE(failures, 0);
}

QTEST_GUILESS_MAIN(TestSandboxProcess)
#include "tst_sandboxprocess.moc"
