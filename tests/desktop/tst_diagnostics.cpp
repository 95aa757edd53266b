// SPDX-License-Identifier: Apache-2.0
#include "diagnostics.h"

#include "activitylog.h"
#include "activityrecorder.h"
#include "desktopbench.h"
#include "servicemonitor.h"
#include "testtokens.h"

#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using State = Session::State;

class TestDiagnostics : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void saysWhatSupportAsks();
    void saysWhatWentWrong();
    void leavesOutWhoTheUserIs();
    void holdsNoSecret();
    void cutsNoSecretInTwo();
    void cutsNoSecretOfAFaultInTwo();
    void quotesTheServiceAsItIs();
    void manyProfilesStayReadable();

private:
    QString text(const Environment &environment = Environment(QProcessEnvironment()));

    std::unique_ptr<DesktopBench> m_bench;
    std::unique_ptr<ActivityLog> m_log;
    std::unique_ptr<ActivityRecorder> m_recorder;
    std::unique_ptr<ServiceMonitor> m_monitor;
};

void TestDiagnostics::init()
{
    m_bench = std::make_unique<DesktopBench>();
    m_log = std::make_unique<ActivityLog>(m_bench->clock);
    m_recorder = std::make_unique<ActivityRecorder>(*m_log, m_bench->sessions);
    m_monitor = std::make_unique<ServiceMonitor>(m_bench->connector);
}

void TestDiagnostics::cleanup()
{
    m_monitor.reset();
    m_recorder.reset();
    m_log.reset();
    m_bench.reset();
}

QString TestDiagnostics::text(const Environment &environment)
{
    return Diagnostics(m_bench->sessions, *m_log, environment)
        .text(*m_monitor, {.language = u"de"_s, .keychain = u"GNOME Keyring"_s, .answersPrograms = true});
}

void TestDiagnostics::saysWhatSupportAsks()
{
    m_bench->setSkew(std::chrono::seconds(90));
    Session *session = m_bench->sessionIn(State::Active);
    QVERIFY(session);
    m_monitor->watch(session->profile());
    QTRY_VERIFY(m_monitor->healthMessage() && m_monitor->version());
    const QString said = text();
    for (const QString &wanted :
        {u"QCi Auth: "_s, u"Qt: "_s, u"TLS: OpenSSL"_s, u"System: "_s, u"Qt platform offscreen"_s, u"Screens: "_s,
            u"window in de"_s, u"Keychain: GNOME Keyring"_s, u"Answers other programs: yes"_s, u"Health: OK, "_s,
            u"Version: auth 1.2.3"_s, u"Proxy: none"_s, u"Service: "_s + m_bench->server.urlText(),
            u"Profile 1 (shown): active; "_s, u"skew 9"_s, u"Last faults: none"_s, u"QCI_TOKEN set: no"_s})
        QVERIFY2(said.contains(wanted), qPrintable(u"'%1' is not in\n%2"_s.arg(wanted, said)));
}

void TestDiagnostics::saysWhatWentWrong()
{
    Session *session = m_bench->sessionIn(State::RefreshFailing);
    QVERIFY(session);
    m_monitor->watch(session->profile());
    m_bench->answerHealth(DesktopBench::outage());
    QTRY_VERIFY(m_monitor->error() || m_monitor->healthMessage());
    QTRY_VERIFY(m_log->rowCount() == 2);
    const QString said = text();
    QVERIFY2(said.contains(u"Profile 1 (shown): refresh_failing; "_s), qPrintable(said));
    QVERIFY2(said.contains(u"Last faults:\n"_s), qPrintable(said));
    QVERIFY2(said.contains(u" Profile 1: Not refreshed: service answers 503\n"_s), qPrintable(said));
}

void TestDiagnostics::leavesOutWhoTheUserIs()
{
    m_bench->storeLogin(u"someone@example.org"_s);
    Session &session = m_bench->sessions.session(u"someone@example.org"_s);
    QTRY_VERIFY(session.info());
    m_monitor->watch(session.profile());
    const QString said = text();
    QVERIFY2(said.contains(u"Profile 1 (shown)"_s), qPrintable(said));
    for (const QString &left : {session.profile().name, session.info()->organizationId, session.info()->userId}) {
        QVERIFY(!left.isEmpty());
        QVERIFY2(!said.contains(left), qPrintable(said));
    }
}

void TestDiagnostics::holdsNoSecret()
{
    const QString inEnvironment = u"env canary %1"_s.arg(TestTokens::apiToken()).section(u' ', -1);
    const QString inProxy = TestTokens::apiToken();
    const QString proxyUser = u"proxyuser%1"_s.arg(TestTokens::apiToken().first(12));
    const QString inUrl = TestTokens::apiToken();
    Session *session = m_bench->sessionIn(State::RefreshFailing);
    QVERIFY(session);
    m_bench->answerHealth(DesktopBench::healthSaying(
        u"up %1 %2 %3 %4"_s.arg(inEnvironment, m_bench->apiToken, m_bench->accessToken(), inProxy)));
    Profile profile = session->profile();
    m_monitor->watch(profile);
    QTRY_VERIFY(m_monitor->healthMessage());
    m_log->add(u"default"_s, u"text"_s, u"fault with "_s + m_bench->apiToken + u' ' + m_bench->accessToken());

    QProcessEnvironment variables;
    variables.insert(u"QCI_TOKEN"_s, inEnvironment);
    QStringList texts{text(Environment(variables))};
    // A service elsewhere, for which there is a proxy; nobody asks it.
    ServiceMonitor elsewhere(m_bench->connector);
    profile.url = u"https://user:%1@service.invalid/?key=%1"_s.arg(inUrl);
    qputenv("https_proxy", u"http://%1:%2@127.0.0.1:3128"_s.arg(proxyUser, inProxy).toLatin1());
    elsewhere.watch(profile);
    texts.append(Diagnostics(m_bench->sessions, *m_log, Environment(variables)).text(elsewhere, {}));
    qputenv("https_proxy", "");

    QVERIFY2(texts.first().contains(u"QCI_TOKEN set: yes"_s), qPrintable(texts.first()));
    QVERIFY2(texts.first().contains(u"Health: up [redacted]"_s), qPrintable(texts.first()));
    QVERIFY2(texts.last().contains(u"Proxy: HTTP at 127.0.0.1:3128, with a user name"_s), qPrintable(texts.last()));
    for (const QString &said : texts) {
        for (const QString &secret :
            {inEnvironment, inProxy, proxyUser, inUrl, m_bench->apiToken, m_bench->accessToken()}) {
            QVERIFY(!secret.isEmpty());
            QVERIFY2(!said.contains(secret), qPrintable(said));
        }
    }
}

void TestDiagnostics::cutsNoSecretInTwo()
{
    Session *session = m_bench->sessionIn(State::Active);
    QVERIFY(session);
    // All places at which a text may be cut.
    for (qsizetype before = 120; before < 220; before += 7) {
        m_bench->answerHealth(DesktopBench::healthSaying(QString(before, u'x') + u' ' + m_bench->apiToken));
        ServiceMonitor monitor(m_bench->connector);
        monitor.watch(session->profile());
        QTRY_VERIFY(monitor.healthMessage());
        const QString said =
            Diagnostics(m_bench->sessions, *m_log, Environment(QProcessEnvironment())).text(monitor, {});
        QVERIFY2(!said.contains(m_bench->apiToken.first(6)), qPrintable(said));
    }
}

void TestDiagnostics::cutsNoSecretOfAFaultInTwo()
{
    // One that was no secret yet when it was written down.
    const QString secret = u"canary-%1"_s.arg(TestTokens::apiToken().first(20));
    m_log->add(u"default"_s, u"text"_s, QString(190, u'x') + u' ' + secret);
    QProcessEnvironment variables;
    variables.insert(u"QCI_TOKEN"_s, secret);
    const QString said = text(Environment(variables));
    QVERIFY2(said.contains(u"Last faults:\n"_s), qPrintable(said));
    QVERIFY2(!said.contains(secret.first(6)), qPrintable(said));
}

void TestDiagnostics::quotesTheServiceAsItIs()
{
    m_bench->answerHealth(DesktopBench::healthSaying(u"load %2 of %1"_s));
    Session *session = m_bench->sessionIn(State::Active);
    QVERIFY(session);
    m_monitor->watch(session->profile());
    QTRY_VERIFY(m_monitor->healthMessage());
    const QString said = text();
    QVERIFY2(said.contains(u"Health: load %2 of %1, "_s), qPrintable(said));
}

void TestDiagnostics::manyProfilesStayReadable()
{
    for (int i = 0; i < 30; ++i)
        m_bench->sessions.session(u"profile %1"_s.arg(i));
    const QString said = text();
    QCOMPARE(said.count(u": logged_out; "_s), 20);
    QVERIFY(said.contains(u"More profiles: 10\n"_s));
}

QTEST_MAIN(TestDiagnostics)
#include "tst_diagnostics.moc"
