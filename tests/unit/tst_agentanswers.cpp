// SPDX-License-Identifier: Apache-2.0
#include "agentbench.h"
#include "httpanswers.h"
#include "tokenanswers.h"

#include <QFile>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = Session::State;

namespace {

QString tokenIn(const QJsonObject &answer)
{
    return answer.value("access_token"_L1).toString();
}

/// One who has been answered with the token already, so that the agent has a line to remember.
class AskedBench : public AgentBench
{
public:
    bool logInAndAsk() { return logIn() && tokenIn(token()) == accessToken; }
    /// Profile `other` has a login to the same service.
    bool storeOtherLogin()
    {
        Profile other = profile;
        other.name = u"other"_s;
        secrets.putSecret(other.refreshTokenKey(), apiToken);
        return !profiles.save(other);
    }
    Session &session() { return sessions.session(profile.name); }
    /// As if the settings had been written long ago, which makes them worth remembering.
    bool ageSettings() const
    {
        QFile file(profiles.settingsFile());
        return file.open(QIODevice::ReadWrite) &&
               file.setFileTime(QDateTime::currentDateTime().addDays(-1), QFileDevice::FileModificationTime);
    }
    /// Nobody but the caller has the line: the agent has forgotten it.
    static bool isForgotten(const QByteArray &line) { return !line.isEmpty() && line.isDetached(); }
};

} // namespace

/// However often the agent has answered: what it says is so when it says it.
class TestAgentAnswers : public QObject
{
    Q_OBJECT

private slots:
    void answersAreAlikeWhileNothingChanges();
    void newTokenIsAnswered_data();
    void newTokenIsAnswered();
    void tokenOfAnotherProcessIsAnswered();
    void expiredTokenIsNotAnswered();
    void tokenIsJudgedByTheClockOfNow_data();
    void tokenIsJudgedByTheClockOfNow();
    void tokenIsNotAnsweredAfterALogout();
    void tokenIsNotAnsweredAfterALogoutElsewhere();
    void tokenOfARemovedProfileIsNotAnswered();
    void renamedProfileHasItsNewName();
    void anotherAddressIsAnswered();
    void profilesWithOneTokenAreToldApart();
    void chosenProfileIsAnswered();
    void damagedSettingsAreAnswered();

    void lineSaysWhatIsSo_data();
    void lineSaysWhatIsSo();
    void lineIsForgottenWithItsToken_data();
    void lineIsForgottenWithItsToken();
    void lineIsForgottenWithItsSession();
};

void TestAgentAnswers::answersAreAlikeWhileNothingChanges()
{
    AskedBench bench;
    QVERIFY(bench.logIn());
    const QByteArray first = bench.line({}, u"token"_s);
    bench.clock.advance(10min);
    const QByteArray second = bench.line({}, u"token"_s);
    QCOMPARE(second, first);
    QVERIFY2(second.constData() == first.constData(), "it was made anew");
    QCOMPARE(bench.server.requests().size(), 1);
}

void TestAgentAnswers::newTokenIsAnswered_data()
{
    QTest::addColumn<QJsonObject>("request");
    QTest::newRow("by force") << QJsonObject{{u"force"_s, true}};
    QTest::newRow("for longer") << QJsonObject{{u"min_ttl_s"_s, 3600}};
}

void TestAgentAnswers::newTokenIsAnswered()
{
    QFETCH(const QJsonObject, request);
    AskedBench bench;
    QVERIFY(bench.logInAndAsk());
    const QString before = bench.accessToken;
    bench.clock.advance(5min);
    QCOMPARE(tokenIn(bench.token(request)), bench.accessToken);
    const QJsonObject answer = bench.token();
    QVERIFY(tokenIn(answer) != before);
    QCOMPARE(tokenIn(answer), bench.accessToken);
    QCOMPARE(answer.value("expires_on"_L1).toInteger(), bench.clock.now().addSecs(3600).toSecsSinceEpoch());
}

void TestAgentAnswers::tokenOfAnotherProcessIsAnswered()
{
    AskedBench bench;
    QVERIFY(bench.logInAndAsk());
    bench.clock.advance(5min);
    QVERIFY(bench.leaveAccessToken(u"of-the-other"_s));
    bench.ask({}, u"reload"_s);
    QCOMPARE(tokenIn(bench.token()), u"of-the-other"_s);
}

void TestAgentAnswers::expiredTokenIsNotAnswered()
{
    AskedBench bench;
    QVERIFY(bench.logInAndAsk());
    bench.serveFailure();
    bench.clock.advance(59min);
    QCOMPARE(tokenIn(bench.token()), bench.accessToken); // the best there is
    bench.clock.advance(1min);
    QCOMPARE(errorKindOf(bench.token()), u"transient"_s);
}

void TestAgentAnswers::tokenIsJudgedByTheClockOfNow_data()
{
    QTest::addColumn<std::chrono::milliseconds>("jump");
    QTest::addColumn<int>("exchanges");
    QTest::newRow("put on to after the expiry") << std::chrono::milliseconds(1h) << 2;
    QTest::newRow("put on to little before it") << std::chrono::milliseconds(55min) << 2;
    QTest::newRow("put back") << std::chrono::milliseconds(-10min) << 1;
}

// Somebody has set the clock of the machine, and no timer has told the session.
void TestAgentAnswers::tokenIsJudgedByTheClockOfNow()
{
    QFETCH(const std::chrono::milliseconds, jump);
    QFETCH(const int, exchanges);
    AskedBench bench;
    QVERIFY(bench.logInAndAsk());
    bench.clock.jumpWall(jump);
    QCOMPARE(tokenIn(bench.token()), bench.accessToken);
    QCOMPARE(bench.server.requests().size(), exchanges);
}

void TestAgentAnswers::tokenIsNotAnsweredAfterALogout()
{
    AskedBench bench;
    QVERIFY(bench.logInAndAsk());
    const QFuture<void> loggedOut = bench.session().logOut();
    QCOMPARE(errorKindOf(bench.token()), u"local"_s);
    QVERIFY(succeeds(loggedOut));
    QCOMPARE(errorKindOf(bench.token()), u"local"_s);
}

void TestAgentAnswers::tokenIsNotAnsweredAfterALogoutElsewhere()
{
    AskedBench bench;
    QVERIFY(bench.logInAndAsk());
    QVERIFY(succeeds(bench.sharing.forget(bench.profile, bench.secrets)));
    bench.ask({}, u"reload"_s);
    QCOMPARE(errorKindOf(bench.token()), u"local"_s);
}

void TestAgentAnswers::tokenOfARemovedProfileIsNotAnswered()
{
    AskedBench bench;
    QVERIFY(bench.logInAndAsk());
    QVERIFY(!bench.profiles.remove(u"default"_s));
    bench.ask({{u"profile"_s, u"default"_s}}, u"reload"_s);
    QCOMPARE(errorKindOf(bench.token()), u"local"_s);
    bench.sessions.endGone({});
    QCOMPARE(errorKindOf(bench.token()), u"local"_s);
}

void TestAgentAnswers::renamedProfileHasItsNewName()
{
    AskedBench bench;
    QVERIFY(bench.logInAndAsk());
    QVERIFY(!bench.profiles.remove(u"default"_s));
    bench.profile.name = u"renamed"_s;
    QVERIFY(!bench.profiles.save(bench.profile));
    bench.storeToken(bench.apiToken);
    QVERIFY(bench.leaveAccessToken(bench.accessToken));
    bench.ask({{u"profile"_s, u"default"_s}}, u"reload"_s);
    const QJsonObject answer = bench.token();
    QCOMPARE(answer.value("profile"_L1).toString(), u"renamed"_s);
    QCOMPARE(tokenIn(answer), bench.accessToken);
    QCOMPARE(errorKindOf(bench.token({{u"profile"_s, u"default"_s}})), u"local"_s);
}

// The token is the same still: it goes by the account, and the service may have moved.
void TestAgentAnswers::anotherAddressIsAnswered()
{
    AskedBench bench;
    QVERIFY(bench.logInAndAsk());
    bench.profile.url = u"http://localhost:%1/"_s.arg(QUrl(bench.profile.url).port());
    QVERIFY(!bench.profiles.save(bench.profile));
    const QDateTime expiresAt = bench.session().info()->expiresAt;
    QVERIFY(bench.leaveAccessToken(bench.accessToken));
    bench.ask({}, u"reload"_s);
    const QJsonObject answer = bench.token();
    QCOMPARE(answer.value("url"_L1).toString(), bench.profile.url);
    QCOMPARE(tokenIn(answer), bench.accessToken);
    QCOMPARE(bench.session().info()->expiresAt, expiresAt);
}

void TestAgentAnswers::profilesWithOneTokenAreToldApart()
{
    AskedBench bench;
    QVERIFY(bench.logInAndAsk());
    QVERIFY(bench.storeOtherLogin());
    const QString token = bench.accessToken;
    bench.serve(exchangeAnswer(token, bench.clock.now().addSecs(3600)));
    for (const QString &name : {u"other"_s, u"default"_s, u"other"_s}) {
        const QJsonObject answer = bench.token({{u"profile"_s, name}});
        QCOMPARE(answer.value("profile"_L1).toString(), name);
        QCOMPARE(tokenIn(answer), token);
    }
}

void TestAgentAnswers::chosenProfileIsAnswered()
{
    AskedBench bench;
    QVERIFY(bench.logIn());
    QVERIFY(bench.storeOtherLogin());
    for (const QString &name : {u"default"_s, u"other"_s, u"default"_s}) {
        // By another program, some time ago: what was just written is read each time.
        QVERIFY(!ProfileStore(bench.profiles.folder()).setDefaultName(name));
        QVERIFY(bench.ageSettings());
        QCOMPARE(bench.token().value("profile"_L1).toString(), name);
        QCOMPARE(bench.token().value("profile"_L1).toString(), name);
    }
    QVERIFY(QFile::remove(bench.profiles.settingsFile()));
    QVERIFY(!bench.profiles.remove(u"default"_s));
    QCOMPARE(bench.token().value("profile"_L1).toString(), u"other"_s);
}

void TestAgentAnswers::damagedSettingsAreAnswered()
{
    AskedBench bench;
    QVERIFY(bench.logIn());
    QVERIFY(!bench.profiles.setDefaultName(u"default"_s));
    QVERIFY(bench.ageSettings());
    QCOMPARE(tokenIn(bench.token()), bench.accessToken);
    QFile settings(bench.profiles.settingsFile());
    QVERIFY(settings.open(QIODevice::WriteOnly));
    settings.write("\xff");
    settings.close();
    QCOMPARE(errorKindOf(bench.token()), u"local"_s);
    QCOMPARE(tokenIn(bench.token({{u"profile"_s, u"default"_s}})), bench.accessToken);
}

void TestAgentAnswers::lineSaysWhatIsSo_data()
{
    using Change = std::function<void(AccessTokenInfo &, QString &)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("another token") << Change([](AccessTokenInfo &info, QString &) { info.accessToken = u"second"_s; })
                                   << QByteArray(R"("access_token":"second")");
    QTest::newRow("a later expiry") << Change([](AccessTokenInfo &info, QString &) {
        info.expiresAt = info.expiresAt.addSecs(1);
    }) << QByteArray(R"("expires_on":1001)");
    QTest::newRow("another organization")
        << Change([](AccessTokenInfo &info, QString &) { info.organizationId = u"second"_s; })
        << QByteArray(R"("organization_id":"second")");
    QTest::newRow("another user") << Change([](AccessTokenInfo &info, QString &) { info.userId = u"second"_s; })
                                  << QByteArray(R"("user_id":"second")");
    QTest::newRow("another address") << Change([](AccessTokenInfo &, QString &url) { url = u"second"_s; })
                                     << QByteArray(R"("url":"second")");
}

// Even if nobody has told that it changed.
void TestAgentAnswers::lineSaysWhatIsSo()
{
    QFETCH(const std::function<void(AccessTokenInfo &, QString &)>, change);
    QFETCH(const QByteArray, said);
    AccessTokenInfo info{.accessToken = u"first"_s,
        .expiresAtRfc3339 = {},
        .tokenType = u"Bearer"_s,
        .organizationId = u"first"_s,
        .userId = u"first"_s,
        .refreshToken = {},
        .expiresAt = QDateTime::fromSecsSinceEpoch(1000).toUTC(),
        .obtainedAt = {}};
    QString url = u"first"_s;
    TokenAnswers answers;
    QVERIFY(!answers.line(u"default"_s, info, url).contains(said));
    change(info, url);
    const QByteArray line = answers.line(u"default"_s, info, url);
    QVERIFY2(line.contains(said), line.constData());
}

void TestAgentAnswers::lineIsForgottenWithItsToken_data()
{
    using Event = std::function<void(AskedBench &)>;
    QTest::addColumn<Event>("event");
    QTest::newRow("logout") << Event([](AskedBench &bench) { bench.session().logOut(); });
    QTest::newRow("logout elsewhere") << Event([](AskedBench &bench) {
        QVERIFY(succeeds(bench.sharing.forget(bench.profile, bench.secrets)));
        bench.session().start();
        QVERIFY(Workbench::waitForState(bench.session(), State::LoggedOut));
    });
    QTest::newRow("refresh") << Event([](AskedBench &bench) { QVERIFY(succeeds(bench.session().refreshNow())); });
}

// Or it would be in memory for longer than the token.
void TestAgentAnswers::lineIsForgottenWithItsToken()
{
    QFETCH(const std::function<void(AskedBench &)>, event);
    AskedBench bench;
    QVERIFY(bench.logIn());
    const QByteArray line = bench.line({}, u"token"_s);
    QVERIFY(!AskedBench::isForgotten(line));
    bench.session().recheck();
    QVERIFY(!AskedBench::isForgotten(line));
    event(bench);
    QVERIFY(AskedBench::isForgotten(line));
}

void TestAgentAnswers::lineIsForgottenWithItsSession()
{
    AskedBench bench;
    QVERIFY(bench.logIn());
    const QByteArray line = bench.line({}, u"token"_s);
    QVERIFY(!bench.profiles.remove(u"default"_s));
    bench.sessions.endGone({});
    QVERIFY(AskedBench::isForgotten(line));
}

QTEST_GUILESS_MAIN(TestAgentAnswers)
#include "tst_agentanswers.moc"
