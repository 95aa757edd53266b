// SPDX-License-Identifier: Apache-2.0
#include "agentbench.h"
#include "testtokens.h"

#include <QSignalSpy>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = Session::State;

class TestAgent : public QObject
{
    Q_OBJECT

private slots:
    void tokenOfTheDefaultProfile();
    void tokenOfANamedProfile();
    void tokenIsExchangedOnlyWhereNeeded_data();
    void tokenIsExchangedOnlyWhereNeeded();
    void forceExchangesAlways();
    void tokenOfNobodyIsAnError();
    void unknownProfileLeavesTheKeychainAlone();
    void unknownVerbIsAnError_data();
    void unknownVerbIsAnError();

    void statusSaysTheState_data();
    void statusSaysTheState();
    void statusExchangesFirst();
    void failureOfAStatusNamesTheService();

    void reloadShowsALoginElsewhere();
    void reloadShowsALogoutElsewhere();
    void reloadTakesOverWhereAnotherLoginLeads();
    void reloadTakesOverAnotherTimeout();
    void reloadFindsATokenWithoutItsLogin();
    void reloadOfARemovedProfileLogsOut();
    void reloadOfAnUnshownProfileLeavesTheKeychainAlone();

    void activateHandsOnTheToken();
    void noAnswerHoldsTheApiToken();
    void endsWhileARequestIsOpen();
};

void TestAgent::tokenOfTheDefaultProfile()
{
    AgentBench bench;
    QVERIFY(bench.logIn());
    const QJsonObject answer = bench.token();
    QCOMPARE(answer.value("access_token"_L1).toString(), bench.accessToken);
    QCOMPARE(answer.value("profile"_L1).toString(), u"default"_s);
    QCOMPARE(answer.value("expires_on"_L1).toInteger(), bench.clock.now().addSecs(3600).toSecsSinceEpoch());
    QCOMPARE(bench.server.requests().size(), 1);
}

void TestAgent::tokenOfANamedProfile()
{
    AgentBench bench;
    QVERIFY(bench.logIn());
    const QString other = TestTokens::apiToken();
    Profile profile = bench.profile;
    profile.name = u"other"_s;
    QVERIFY(!bench.profiles.save(profile));
    bench.secrets.putSecret(profile.refreshTokenKey(), other);
    // Nobody has shown it before.
    const QJsonObject answer = bench.token({{u"profile"_s, u"other"_s}});
    QCOMPARE(answer.value("access_token"_L1).toString(), bench.accessToken);
    QCOMPARE(answer.value("profile"_L1).toString(), u"other"_s);
    QCOMPARE(bench.sentToken(), other);
}

void TestAgent::tokenIsExchangedOnlyWhereNeeded_data()
{
    QTest::addColumn<QJsonValue>("seconds");
    QTest::addColumn<int>("exchanges");
    QTest::newRow("less than there is") << QJsonValue(1800) << 1;
    QTest::newRow("more than there is") << QJsonValue(2700) << 2;
    QTest::newRow("a fraction more") << QJsonValue(2400.5) << 2;
    QTest::newRow("none") << QJsonValue(0) << 1;
    QTest::newRow("less than none") << QJsonValue(-7200) << 1;
    QTest::newRow("more than time has") << QJsonValue(9e18) << 2;
    QTest::newRow("no number") << QJsonValue(u"7200"_s) << 1;
}

void TestAgent::tokenIsExchangedOnlyWhereNeeded()
{
    QFETCH(const QJsonValue, seconds);
    QFETCH(const int, exchanges);
    AgentBench bench;
    QVERIFY(bench.logIn());
    bench.clock.advance(20min);
    const QJsonObject answer = bench.token({{u"min_ttl_s"_s, seconds}});
    QCOMPARE(answer.value("access_token"_L1).toString(), bench.accessToken);
    QCOMPARE(bench.server.requests().size(), exchanges);
}

void TestAgent::forceExchangesAlways()
{
    AgentBench bench;
    QVERIFY(bench.logIn());
    const QString before = bench.accessToken;
    const QJsonObject answer = bench.token({{u"force"_s, true}});
    QCOMPARE(answer.value("access_token"_L1).toString(), bench.accessToken);
    QVERIFY(bench.accessToken != before);
}

void TestAgent::tokenOfNobodyIsAnError()
{
    AgentBench bench;
    QCOMPARE(errorKindOf(bench.token()), u"local"_s);
    QVERIFY(bench.server.requests().isEmpty());
}

void TestAgent::unknownProfileLeavesTheKeychainAlone()
{
    AgentBench bench;
    QCOMPARE(errorKindOf(bench.token({{u"profile"_s, u"nobody"_s}})), u"local"_s);
    QCOMPARE(errorKindOf(bench.status({{u"profile"_s, u"nobody"_s}})), u"local"_s);
    QVERIFY(!bench.sessions.contains(u"nobody"_s));
    QCOMPARE(bench.secrets.calls(), QStringList());
}

void TestAgent::unknownVerbIsAnError_data()
{
    QTest::addColumn<QJsonValue>("verb");
    QTest::newRow("unknown") << QJsonValue(u"refresh_token"_s);
    QTest::newRow("none") << QJsonValue();
    QTest::newRow("no text") << QJsonValue(7);
}

void TestAgent::unknownVerbIsAnError()
{
    QFETCH(const QJsonValue, verb);
    AgentBench bench;
    QVERIFY(bench.logIn());
    QCOMPARE(
        errorKindOf(objectOf(resultOf(bench.agent.answer({{u"verb"_s, verb}})).value_or(QByteArray()))), u"local"_s);
}

void TestAgent::statusSaysTheState_data()
{
    QTest::addColumn<State>("state");
    QTest::addColumn<QString>("name");
    QTest::newRow("logged out") << State::LoggedOut << u"logged_out"_s;
    QTest::newRow("active") << State::Active << u"active"_s;
    QTest::newRow("failing") << State::RefreshFailing << u"refresh_failing"_s;
    QTest::newRow("expired") << State::Expired << u"expired"_s;
    QTest::newRow("login required") << State::LoginRequired << u"login_required"_s;
    QTest::newRow("locked") << State::Locked << u"locked"_s;
}

void TestAgent::statusSaysTheState()
{
    QFETCH(const State, state);
    QFETCH(const QString, name);
    AgentBench bench;
    if (state != State::LoggedOut)
        bench.storeToken(bench.apiToken);
    if (state == State::LoginRequired)
        bench.serveRejection();
    if (state == State::RefreshFailing)
        bench.serveFailure();
    if (state == State::Locked)
        bench.secrets.failNext(ScriptedSecretStore::Operation::Read,
            {AuthError::Kind::Local, AuthError::Cause::SecretStoreLocked, u"locked"_s});
    if (state == State::Expired) {
        QVERIFY(bench.logIn());
        bench.serveFailure();
        bench.clock.advance(1h);
    }
    const QJsonObject answer = bench.status();
    QCOMPARE(answer.value("state"_L1).toString(), name);
    QCOMPARE(answer.value("profile"_L1).toString(), u"default"_s);
    const bool hasToken = state == State::Active || state == State::Expired;
    QCOMPARE(answer.value("expires_on"_L1).isNull(), !hasToken);
    QCOMPARE(answer.value("organization_id"_L1).isNull(), !hasToken);
    QCOMPARE(answer.value("error"_L1).isNull(), state == State::Active);
    QVERIFY(!answer.contains("access_token"_L1));
    QVERIFY(!bench.answersHold(bench.apiToken));
}

void TestAgent::statusExchangesFirst()
{
    AgentBench bench;
    QVERIFY(bench.logIn());
    bench.clock.advance(2h);
    const QJsonObject answer = bench.status();
    QCOMPARE(answer.value("state"_L1).toString(), u"active"_s);
    QCOMPARE(answer.value("expires_in_s"_L1).toInteger(), 3600);
    QCOMPARE(bench.server.requests().size(), 2);
}

void TestAgent::failureOfAStatusNamesTheService()
{
    AgentBench bench;
    QVERIFY(bench.logIn());
    bench.clock.advance(2h);
    bench.server.close();
    // Whoever hears of a failure may have the keychain read anew, and the session forgets what was before.
    Session &session = bench.sessions.session(u"default"_s);
    connect(&session, &Session::refreshFailed, &session, &Session::start);
    const QString error = bench.status().value("error"_L1).toString();
    const QUrl url(bench.profile.url);
    const QString whereabouts = u"%1, port %2"_s.arg(url.host()).arg(url.port());
    QVERIFY2(error.contains(whereabouts), qPrintable(error));
}

void TestAgent::reloadShowsALoginElsewhere()
{
    AgentBench bench;
    QVERIFY(!bench.profiles.remove(u"default"_s));
    Session &session = bench.sessions.session(u"default"_s);
    QCOMPARE(session.state(), State::LoggedOut);
    QVERIFY(!bench.profiles.save(bench.profile));
    QVERIFY(bench.leaveAccessToken(u"of-the-other"_s));
    bench.storeToken(bench.apiToken);
    QSignalSpy changed(&bench.agent, &Agent::profilesChanged);
    QCOMPARE(bench.ask({{u"profile"_s, u"default"_s}}, u"reload"_s), QJsonObject());
    QCOMPARE(changed.size(), 1);
    QVERIFY(Workbench::waitForState(session, State::Active));
    QCOMPARE(session.info()->accessToken, u"of-the-other"_s); // nobody has to exchange twice
    QCOMPARE(session.profile().url, bench.profile.url);
    QVERIFY(bench.server.requests().isEmpty());
}

void TestAgent::reloadShowsALogoutElsewhere()
{
    AgentBench bench;
    QVERIFY(bench.logIn());
    Session &session = bench.sessions.session(u"default"_s);
    QVERIFY(succeeds(bench.sharing.forget(bench.profile, bench.secrets)));
    bench.ask({}, u"reload"_s);
    QVERIFY(Workbench::waitForState(session, State::LoggedOut));
    QVERIFY(!session.info());
    QCOMPARE(session.profile(), bench.profile);
}

void TestAgent::reloadTakesOverWhereAnotherLoginLeads()
{
    AgentBench bench;
    QVERIFY(bench.logIn());
    Workbench elsewhere;
    bench.profile.url = elsewhere.profile.url;
    bench.profile.timeout = 7s;
    QVERIFY(!bench.profiles.save(bench.profile));
    bench.storeToken(elsewhere.apiToken);
    bench.ask({}, u"reload"_s);
    QVERIFY(elsewhere.waitForRequests(1));
    QCOMPARE(elsewhere.sentToken(), elsewhere.apiToken);
    Session &session = bench.sessions.session(u"default"_s);
    QVERIFY(QTest::qWaitFor(
        [&] { return session.info() && session.info()->accessToken == elsewhere.accessToken; }, patienceMs));
    QVERIFY(session.profile().connectsLike(bench.profile));
    QCOMPARE(bench.server.requests().size(), 1);
}

void TestAgent::reloadTakesOverAnotherTimeout()
{
    AgentBench bench;
    bench.profile.timeout = 1h;
    QVERIFY(!bench.profiles.save(bench.profile));
    QVERIFY(bench.logIn());
    bench.profile.timeout = 50ms;
    QVERIFY(!bench.profiles.save(bench.profile));
    bench.ask({}, u"reload"_s);
    QTRY_COMPARE_WITH_TIMEOUT(bench.sessions.session(u"default"_s).profile().timeout, 50ms, patienceMs);
    QCOMPARE(bench.sessions.session(u"default"_s).state(), State::Active);
    QCOMPARE(bench.server.requests().size(), 1);
    // It is not the client of before that asks next.
    bench.serveNothing();
    const QJsonObject answer = bench.token({{u"force"_s, true}});
    QCOMPARE(errorKindOf(answer), u"transient"_s);
}

void TestAgent::reloadFindsATokenWithoutItsLogin()
{
    AgentBench bench;
    QVERIFY(!bench.profiles.remove(u"default"_s));
    Session &session = bench.sessions.session(u"default"_s);
    QVERIFY(!bench.profiles.save(bench.profile));
    QVERIFY(bench.leaveAccessToken(u"of-the-other"_s));
    bench.ask({}, u"reload"_s);
    QVERIFY(Workbench::waitForState(session, State::Active));
    QCOMPARE(session.profile().url, bench.profile.url);
}

void TestAgent::reloadOfARemovedProfileLogsOut()
{
    AgentBench bench;
    QVERIFY(bench.logIn());
    Session &session = bench.sessions.session(u"default"_s);
    QVERIFY(!bench.profiles.remove(u"default"_s));
    // Its secrets are still there: whoever removes them may not have come to that.
    bench.ask({{u"profile"_s, u"default"_s}}, u"reload"_s);
    QVERIFY(Workbench::waitForState(session, State::LoggedOut));
    QCOMPARE(session.profile().url, QString());
    QCOMPARE(session.profile().name, u"default"_s);
    QCOMPARE(errorKindOf(bench.token({{u"profile"_s, u"default"_s}})), u"local"_s);
}

void TestAgent::reloadOfAnUnshownProfileLeavesTheKeychainAlone()
{
    AgentBench bench;
    QSignalSpy changed(&bench.agent, &Agent::profilesChanged);
    bench.ask({{u"profile"_s, u"new"_s}}, u"reload"_s);
    QCOMPARE(changed.size(), 1);
    QVERIFY(!bench.sessions.contains(u"new"_s));
    QCOMPARE(bench.secrets.calls(), QStringList());
}

void TestAgent::activateHandsOnTheToken()
{
    AgentBench bench;
    QSignalSpy activated(&bench.agent, &Agent::activated);
    QCOMPARE(bench.ask({{u"activation_token"_s, u"leave"_s}}, u"activate"_s), QJsonObject());
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.first().first().toString(), u"leave"_s);
    QCOMPARE(bench.secrets.calls(), QStringList());
}

void TestAgent::noAnswerHoldsTheApiToken()
{
    AgentBench bench;
    QVERIFY(bench.logIn());
    bench.token();
    bench.token({{u"force"_s, true}});
    bench.status();
    bench.ask({}, u"reload"_s);
    bench.ask({}, u"refresh_token"_s);
    bench.ask({}, u"activate"_s);
    QVERIFY(bench.answersHold(bench.accessToken));
    // A service may send it back, in an error or as the one to use from now on.
    bench.serve("HTTP/1.1 401 Unauthorized\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n"
                "{\"message\":\"unknown token " +
                bench.apiToken.toUtf8() + "\"}");
    bench.token({{u"force"_s, true}});
    bench.status();
    QVERIFY(!bench.answersHold(bench.apiToken));
}

void TestAgent::endsWhileARequestIsOpen()
{
    QFuture<QByteArray> future;
    {
        AgentBench bench;
        bench.storeToken(bench.apiToken);
        bench.serveNothing();
        future = bench.agent.answer({{u"verb"_s, u"token"_s}});
        QVERIFY(bench.waitForRequests(1));
    }
    Workbench::settle();
    QCOMPARE(errorKindOf(objectOf(resultOf(future).value_or(QByteArray()))), u"cancelled"_s);
}

QTEST_GUILESS_MAIN(TestAgent)
#include "tst_agent.moc"
