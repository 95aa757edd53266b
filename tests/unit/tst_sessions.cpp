// SPDX-License-Identifier: Apache-2.0
#include "futures.h"
#include "httpanswers.h"
#include "login.h"
#include "sessions.h"
#include "testtokens.h"
#include "workbench.h"

#include <QAbstractEventDispatcher>
#include <QFile>
#include <QSignalSpy>
#include <QTimer>

#include <algorithm>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = Session::State;

class TestSessions : public QObject
{
    Q_OBJECT

private slots:
    void knownProfileIsStarted();
    void unknownProfileLeavesTheKeychainAlone();
    void eachProfileHasItsOwnSession();
    void loginGoesToItsProfilesSession();
    void loginMakesANewSession();
    void recheckReachesEverySession();
    void oneTimerHasAllSessionsLookAtTheClock();
    void whatIsDueSoonHasItsOwnTimer();
    void nothingRunsWhereNothingIsScheduled();
    void recoveryReachesEverySessionOfTheService();
    void sessionOfARemovedProfileEnds();
    void sessionWithoutAProfileHasNoneToLose();
    void additionsAreTold();
    void whatAnySessionTellsIsHeardHere();
    void endedSessionIsHeardNoMore();
    void destroyedWithSessionsAtWork();

private:
    static std::unique_ptr<Sessions> sessionsOf(Workbench &bench)
    {
        return std::make_unique<Sessions>(
            bench.secrets, bench.profiles, bench.sharing, bench.connector, [&bench] { return bench.random; });
    }
    static Profile addProfile(Workbench &bench, const QString &name, const QString &token);
    /// Those of all sessions together; those of what they use are not among them.
    static QList<QTimer *> runningTimers(const Sessions &sessions)
    {
        QList<QTimer *> timers = sessions.findChildren<QTimer *>(Qt::FindDirectChildrenOnly);
        timers.removeIf([](const QTimer *timer) { return !timer->isActive(); });
        return timers;
    }
    /// Those of one session alone.
    static QList<QAbstractEventDispatcher::TimerInfo> runningTimers(Session &session)
    {
        return QAbstractEventDispatcher::instance()->registeredTimers(&session);
    }
    /// As if its time had come.
    static void fire(QTimer &timer)
    {
        QTimerEvent event(timer.timerId());
        QCoreApplication::sendEvent(&timer, &event);
    }
};

Profile TestSessions::addProfile(Workbench &bench, const QString &name, const QString &token)
{
    Profile profile = bench.profile;
    profile.name = name;
    if (bench.profiles.save(profile))
        qFatal("not saved");
    bench.secrets.putSecret(profile.refreshTokenKey(), token);
    return profile;
}

void TestSessions::knownProfileIsStarted()
{
    Workbench bench;
    bench.storeToken(bench.apiToken);
    const auto sessions = sessionsOf(bench);
    Session &session = sessions->session(u"default"_s);
    QVERIFY(Workbench::waitForState(session, State::Active));
    QCOMPARE(session.profile().url, bench.profile.url);
    QCOMPARE(&sessions->session(u"default"_s), &session);
    QCOMPARE(bench.server.requests().size(), 1);
}

void TestSessions::unknownProfileLeavesTheKeychainAlone()
{
    Workbench bench;
    const auto sessions = sessionsOf(bench);
    Session &session = sessions->session(u"nobody"_s);
    QCOMPARE(session.state(), State::LoggedOut);
    QCOMPARE(session.profile().name, u"nobody"_s);
    QCOMPARE(bench.secrets.calls(), QStringList());
}

void TestSessions::eachProfileHasItsOwnSession()
{
    Workbench bench;
    const QString first = TestTokens::apiToken();
    const QString second = TestTokens::apiToken();
    addProfile(bench, u"a/b"_s, first);
    addProfile(bench, u"a"_s, second);
    const auto sessions = sessionsOf(bench);
    Session &one = sessions->session(u"a/b"_s);
    QVERIFY(Workbench::waitForState(one, State::Active));
    QCOMPARE(bench.sentToken(), first);
    Session &two = sessions->session(u"a"_s);
    QVERIFY(&one != &two);
    QVERIFY(Workbench::waitForState(two, State::Active));
    QCOMPARE(bench.sentToken(), second);
    QVERIFY(succeeds(one.logOut()));
    QCOMPARE(two.state(), State::Active);
    QCOMPARE(bench.secrets.secret(two.profile().refreshTokenKey()), second);
    QCOMPARE(bench.secrets.secret(one.profile().refreshTokenKey()), QString());
}

void TestSessions::loginGoesToItsProfilesSession()
{
    Workbench bench;
    bench.storeToken(TestTokens::apiToken());
    bench.serveRejection();
    const auto sessions = sessionsOf(bench);
    Session &session = sessions->session(u"default"_s);
    QVERIFY(Workbench::waitForState(session, State::LoginRequired));
    bench.serveTokens();
    Login login(bench.secrets, bench.profiles, bench.sharing, bench.connector);
    QSignalSpy succeeded(&login, &Login::succeeded);
    login.start(bench.profile, bench.apiToken, Login::Keep::ApiToken);
    QTRY_COMPARE_WITH_TIMEOUT(succeeded.size(), 1, patienceMs);
    QSignalSpy refreshed(&session, &Session::tokenRefreshed);
    QCOMPARE(&sessions->adopt(login), &session);
    QCOMPARE(session.state(), State::Active);
    QVERIFY(!session.lastError());
    QVERIFY(session.isKept());
    QCOMPARE(session.info()->accessToken, bench.accessToken);
    QVERIFY(session.nextAttemptAt());
    QCOMPARE(refreshed.size(), 1);
    QCOMPARE(bench.server.requests().size(), 2); // the login's exchange is used, not repeated
}

void TestSessions::loginMakesANewSession()
{
    Workbench bench;
    const auto sessions = sessionsOf(bench);
    Profile profile = bench.profile;
    profile.name = u"new"_s;
    Login login(bench.secrets, bench.profiles, bench.sharing, bench.connector);
    QSignalSpy succeeded(&login, &Login::succeeded);
    login.start(profile, bench.apiToken, Login::Keep::ApiToken);
    QTRY_COMPARE_WITH_TIMEOUT(succeeded.size(), 1, patienceMs);
    Session &session = sessions->adopt(login);
    QCOMPARE(session.profile().name, u"new"_s);
    QCOMPARE(session.state(), State::Active);
    QCOMPARE(&sessions->session(u"new"_s), &session);
}

void TestSessions::recheckReachesEverySession()
{
    Workbench bench;
    addProfile(bench, u"a"_s, TestTokens::apiToken());
    addProfile(bench, u"b"_s, TestTokens::apiToken());
    const auto sessions = sessionsOf(bench);
    for (const QString &name : {u"a"_s, u"b"_s})
        QVERIFY(Workbench::waitForState(sessions->session(name), State::Active));
    bench.clock.jumpWall(8h);
    sessions->recheck();
    QVERIFY(bench.waitForRequests(4));
    for (const QString &name : {u"a"_s, u"b"_s})
        QVERIFY(Workbench::waitForState(sessions->session(name), State::Active));
}

void TestSessions::recoveryReachesEverySessionOfTheService()
{
    Workbench bench;
    LoopbackServer other;
    other.setAnswer(jsonAnswer("503 Service Unavailable", {}));
    for (const QString &name : {u"a"_s, u"b"_s})
        addProfile(bench, name, TestTokens::apiToken());
    Profile elsewhere = addProfile(bench, u"elsewhere"_s, TestTokens::apiToken());
    elsewhere.url = other.urlText();
    QVERIFY(!bench.profiles.save(elsewhere));
    bench.serveFailure();
    bench.random = 0x1.fffffffffffffp-1;
    const auto sessions = sessionsOf(bench);
    for (const QString &name : {u"a"_s, u"b"_s, u"elsewhere"_s})
        sessions->session(name);
    const auto fail = [&] {
        const QList<Session *> all = sessions->all();
        return QTest::qWaitFor(
            [&all] {
                return std::all_of(all.begin(), all.end(),
                    [](const Session *session) { return session->lastError() && !session->isExchanging(); });
            },
            patienceMs);
    };
    QVERIFY(fail());
    for (int i = 0; i < 6; ++i) {
        bench.clock.advance(1min);
        sessions->recheck();
        QVERIFY(fail());
    }
    bench.clock.advance(20s);
    bench.random = 0.0;
    sessions->serviceChecked(bench.profile.url, true);
    for (const QString &name : {u"a"_s, u"b"_s})
        QVERIFY(sessions->session(name).nextAttemptAt() == bench.clock.now());
    QVERIFY(sessions->session(u"elsewhere"_s).nextAttemptAt() == bench.clock.now().addSecs(40));
}

void TestSessions::oneTimerHasAllSessionsLookAtTheClock()
{
    Workbench bench;
    addProfile(bench, u"other"_s, TestTokens::apiToken());
    bench.storeToken(bench.apiToken);
    const auto sessions = sessionsOf(bench);
    Session &one = sessions->session(u"default"_s);
    Session &two = sessions->session(u"other"_s);
    QVERIFY(Workbench::waitForState(one, State::Active) && Workbench::waitForState(two, State::Active));
    QCOMPARE(runningTimers(one).size() + runningTimers(two).size(), 0);
    const QList<QTimer *> shared = runningTimers(*sessions);
    QCOMPARE(shared.size(), 1);
    QVERIFY(shared.first()->intervalAsDuration() <= Session::recheckInterval);
    bench.serveFailure();
    bench.clock.jumpWall(8h); // the machine has slept
    fire(*shared.first());
    QCOMPARE(one.state(), State::Expired);
    QCOMPARE(two.state(), State::Expired);
    QVERIFY(one.isExchanging() && two.isExchanging());
    QCOMPARE(runningTimers(*sessions), shared);
}

void TestSessions::whatIsDueSoonHasItsOwnTimer()
{
    Workbench bench;
    bench.random = 0;
    bench.storeToken(bench.apiToken);
    const auto sessions = sessionsOf(bench);
    Session &session = sessions->session(u"default"_s);
    QVERIFY(Workbench::waitForState(session, State::Active));
    const auto untilDue = [&] { return bench.clock.now().msecsTo(*session.nextAttemptAt()); };
    // Earlier than the re-check of all may come, which may be late.
    bench.clock.advance(std::chrono::milliseconds(untilDue()) - 59s);
    sessions->recheck();
    const auto own = runningTimers(session);
    QCOMPARE(own.size(), 1);
    QCOMPARE(std::chrono::milliseconds(own.first().interval), 59s);
    QCOMPARE(own.first().timerType, Qt::PreciseTimer);
}

void TestSessions::nothingRunsWhereNothingIsScheduled()
{
    Workbench bench;
    bench.storeToken(bench.apiToken);
    const auto sessions = sessionsOf(bench);
    Session &session = sessions->session(u"default"_s);
    QCOMPARE(runningTimers(*sessions).size(), 0);
    QVERIFY(Workbench::waitForState(session, State::Active));
    const QList<QTimer *> shared = runningTimers(*sessions);
    QCOMPARE(shared.size(), 1);
    QVERIFY(succeeds(session.logOut()));
    fire(*shared.first());
    QCOMPARE(runningTimers(*sessions).size(), 0);
    QCOMPARE(runningTimers(session).size(), 0);
}

void TestSessions::sessionOfARemovedProfileEnds()
{
    Workbench bench;
    for (const QString &name : {u"gone"_s, u"shown"_s, u"stays"_s, u"damaged"_s})
        addProfile(bench, name, bench.apiToken);
    const auto sessions = sessionsOf(bench);
    for (const QString &name : {u"gone"_s, u"shown"_s, u"stays"_s, u"damaged"_s})
        QVERIFY(Workbench::waitForState(sessions->session(name), State::Active));
    QSignalSpy ended(sessions.get(), &Sessions::ended);
    QSignalSpy destroyed(sessions->find(u"gone"_s), &QObject::destroyed);
    const QFuture<AccessTokenInfo> asked = sessions->find(u"gone"_s)->refreshNow();
    QVERIFY(!bench.profiles.remove(u"gone"_s));
    QVERIFY(!bench.profiles.remove(u"shown"_s));
    QFile file(bench.folder.filePath(u"profiles/damaged.ini"_s));
    QVERIFY(file.open(QFile::WriteOnly) && file.write("[") == 1);
    file.close();

    sessions->endGone(u"shown"_s);
    QCOMPARE(ended.size(), 1);
    QCOMPARE(ended.first(), QList<QVariant>({u"gone"_s, true}));
    QVERIFY(!sessions->find(u"gone"_s));
    for (const QString &name : {u"shown"_s, u"stays"_s, u"damaged"_s})
        QVERIFY2(sessions->find(name), qPrintable(name));
    QTRY_COMPARE_WITH_TIMEOUT(destroyed.size(), 1, patienceMs);
    QVERIFY(asked.isFinished());
    // That is for whoever removed the profile to do.
    Profile profile;
    profile.name = u"gone"_s;
    QCOMPARE(bench.secrets.secret(profile.refreshTokenKey()), bench.apiToken);
}

void TestSessions::sessionWithoutAProfileHasNoneToLose()
{
    Workbench bench;
    const auto sessions = sessionsOf(bench);
    sessions->session(u"awaited"_s);
    sessions->session(u"later"_s);
    addProfile(bench, u"later"_s, bench.apiToken);
    QSignalSpy ended(sessions.get(), &Sessions::ended);
    sessions->endGone(u"other"_s);
    QCOMPARE(ended.size(), 1);
    QCOMPARE(ended.takeFirst(), QList<QVariant>({u"awaited"_s, false}));
    // Another program has logged in under the name since.
    QVERIFY(!bench.profiles.remove(u"later"_s));
    sessions->endGone(u"other"_s);
    QCOMPARE(ended.size(), 1);
    QCOMPARE(ended.first(), QList<QVariant>({u"later"_s, true}));
}

void TestSessions::additionsAreTold()
{
    Workbench bench;
    addProfile(bench, u"a"_s, bench.apiToken);
    const auto sessions = sessionsOf(bench);
    QSignalSpy added(sessions.get(), &Sessions::added);
    Session &session = sessions->session(u"a"_s);
    sessions->session(u"a"_s);
    QCOMPARE(added.size(), 1);
    QCOMPARE(added.first().first().value<Session *>(), &session);
}

void TestSessions::whatAnySessionTellsIsHeardHere()
{
    Workbench bench;
    addProfile(bench, u"a"_s, bench.apiToken);
    addProfile(bench, u"b"_s, TestTokens::apiToken());
    const auto sessions = sessionsOf(bench);
    QStringList told;
    QObject::connect(sessions.get(), &Sessions::added, &bench.server,
        [&](Session *session) { told.append(session->profile().name + u" added"_s); });
    QObject::connect(sessions.get(), &Sessions::stateChanged, &bench.server, [&](Session *session) {
        if (session->state() == State::Active)
            told.append(session->profile().name + u" active"_s);
    });
    QObject::connect(sessions.get(), &Sessions::tokenRefreshed, &bench.server,
        [&](Session *session) { told.append(session->profile().name + u" refreshed"_s); });
    QObject::connect(sessions.get(), &Sessions::refreshFailed, &bench.server,
        [&](Session *session, const AuthError &) { told.append(session->profile().name + u" failed"_s); });
    QVERIFY(Workbench::waitForState(sessions->session(u"a"_s), State::Active));
    QCOMPARE(told, QStringList({u"a added"_s, u"a active"_s, u"a refreshed"_s}));
    told.clear();
    bench.serveRejection();
    QVERIFY(Workbench::waitForState(sessions->session(u"b"_s), State::LoginRequired));
    QCOMPARE(told, QStringList({u"b added"_s, u"b failed"_s}));
}

void TestSessions::endedSessionIsHeardNoMore()
{
    Workbench bench;
    addProfile(bench, u"gone"_s, bench.apiToken);
    const auto sessions = sessionsOf(bench);
    Session &session = sessions->session(u"gone"_s);
    QVERIFY(Workbench::waitForState(session, State::Active));
    QVERIFY(!bench.profiles.remove(u"gone"_s));
    sessions->endGone(QString());
    QSignalSpy changed(sessions.get(), &Sessions::stateChanged);
    session.recheck(); // it is there for a moment longer
    QCOMPARE(changed.size(), 0);
}

void TestSessions::destroyedWithSessionsAtWork()
{
    Workbench bench;
    bench.serveNothing();
    addProfile(bench, u"a"_s, TestTokens::apiToken());
    addProfile(bench, u"b"_s, TestTokens::apiToken());
    auto sessions = sessionsOf(bench);
    sessions->session(u"a"_s);
    bench.secrets.holdNext(ScriptedSecretStore::Operation::Read);
    sessions->session(u"b"_s);
    QVERIFY(bench.waitForRequests(1));
    sessions.reset();
    bench.secrets.release();
    Workbench::settle();
    QCOMPARE(bench.server.requests().size(), 1);
}

QTEST_GUILESS_MAIN(TestSessions)
#include "tst_sessions.moc"
