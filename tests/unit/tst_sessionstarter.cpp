// SPDX-License-Identifier: Apache-2.0
#include "sessionstarter.h"

#include "futures.h"
#include "sessions.h"
#include "workbench.h"

#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Operation = ScriptedSecretStore::Operation;
using State = Session::State;

namespace {

/// Profiles `p0`, `p1`, … that somebody has logged in to, and the one of the window.
class StarterBench : public Workbench
{
public:
    explicit StarterBench(int count, std::chrono::milliseconds patience = 1h)
        : sessions(secrets, profiles, sharing, connector, [] { return 0.5; })
        , starter(sessions, profiles, patience)
    {
        profiles.remove(u"default"_s);
        for (int i = 0; i < count; ++i)
            add(u"p%1"_s.arg(i));
    }

    void add(const QString &name)
    {
        Profile stored = profile;
        stored.name = name;
        profiles.save(stored);
        secrets.putSecret(stored.refreshTokenKey(), apiToken);
    }

    bool isIn(const QString &name, State state) const
    {
        const Session *session = sessions.find(name);
        return session && session->state() == state;
    }

    qsizetype keychainReads() const { return secrets.calls().filter(u"/refresh-token"_s).size(); }

    Sessions sessions;
    SessionStarter starter;
};

AuthError lockedKeychain()
{
    return {AuthError::Kind::Local, AuthError::Cause::SecretStoreLocked, u"locked"_s};
}

} // namespace

class TestSessionStarter : public QObject
{
    Q_OBJECT

private slots:
    void everyProfileGetsItsSession();
    void nothingStartsByItself();
    void oneAloneAsksTheKeychainFirst();
    void lockedKeychainStopsTheOthers();
    void lockedProfileThatGoesHoldsUpNobody();
    void noKeychainHoldsUpNobody();
    void fewExchangeAtTheSameTime();
    void slowServiceHoldsUpNobodyForLong();
    void newProfilesAreStarted();
    void removedProfilesAreNot();
    void mayGoAtAnyTime();
};

void TestSessionStarter::everyProfileGetsItsSession()
{
    StarterBench bench(20);
    Session &shown = bench.sessions.session(u"p7"_s);
    bench.starter.start();
    for (int i = 0; i < 20; ++i)
        QTRY_VERIFY_WITH_TIMEOUT(bench.isIn(u"p%1"_s.arg(i), State::Active), patienceMs);
    QCOMPARE(bench.server.requests().size(), 20);
    QCOMPARE(bench.sessions.find(u"p7"_s), &shown);
    QCOMPARE(bench.starter.waiting(), 0);
}

void TestSessionStarter::nothingStartsByItself()
{
    StarterBench bench(3);
    Workbench::settle();
    QCOMPARE(bench.secrets.calls(), QStringList());
}

void TestSessionStarter::oneAloneAsksTheKeychainFirst()
{
    StarterBench bench(10);
    bench.secrets.holdAll();
    bench.sessions.session(u"p7"_s); // whose prompt is on the screen now
    const auto asked = bench.secrets.calls();
    bench.starter.start();
    Workbench::settle();
    QCOMPARE(bench.secrets.calls(), asked);
    bench.secrets.release();
    QTRY_VERIFY_WITH_TIMEOUT(bench.isIn(u"p9"_s, State::Active), patienceMs);
}

void TestSessionStarter::lockedKeychainStopsTheOthers()
{
    StarterBench bench(5);
    bench.secrets.failNext(Operation::Read, lockedKeychain());
    Session &shown = bench.sessions.session(u"p0"_s);
    bench.starter.start();
    QTRY_COMPARE_WITH_TIMEOUT(shown.state(), State::Locked, patienceMs);
    Workbench::settle();
    QCOMPARE(bench.starter.waiting(), 4);
    QVERIFY(!bench.sessions.contains(u"p1"_s));
    shown.start(); // as the user asks for
    QTRY_VERIFY_WITH_TIMEOUT(bench.isIn(u"p4"_s, State::Active), patienceMs);
    QCOMPARE(bench.starter.waiting(), 0);
}

void TestSessionStarter::lockedProfileThatGoesHoldsUpNobody()
{
    StarterBench bench(3);
    bench.secrets.failNext(Operation::Read, lockedKeychain());
    bench.sessions.session(u"p0"_s);
    bench.starter.start();
    QTRY_VERIFY_WITH_TIMEOUT(bench.isIn(u"p0"_s, State::Locked), patienceMs);
    QVERIFY(!bench.profiles.remove(u"p0"_s));
    bench.sessions.endGone({});
    QTRY_VERIFY_WITH_TIMEOUT(bench.isIn(u"p2"_s, State::Active), patienceMs);
}

void TestSessionStarter::noKeychainHoldsUpNobody()
{
    StarterBench bench(3);
    bench.secrets.failNext(
        Operation::Read, {AuthError::Kind::Local, AuthError::Cause::SecretStoreFailed, u"no answer"_s});
    bench.starter.start();
    QTRY_VERIFY_WITH_TIMEOUT(bench.isIn(u"p2"_s, State::Active), patienceMs);
    QVERIFY(bench.isIn(u"p0"_s, State::LoggedOut));
}

void TestSessionStarter::fewExchangeAtTheSameTime()
{
    StarterBench bench(20);
    bench.serveNothing();
    bench.starter.start();
    QVERIFY(bench.waitForRequests(SessionStarter::mostAtOnce));
    Workbench::settle();
    QCOMPARE(bench.server.requests().size(), SessionStarter::mostAtOnce);
    QCOMPARE(bench.starter.waiting(), 20 - SessionStarter::mostAtOnce);
}

void TestSessionStarter::slowServiceHoldsUpNobodyForLong()
{
    StarterBench bench(20, 1ms);
    bench.serveNothing();
    bench.starter.start();
    QVERIFY(bench.waitForRequests(20));
}

void TestSessionStarter::newProfilesAreStarted()
{
    StarterBench bench(1);
    bench.starter.start();
    QTRY_VERIFY_WITH_TIMEOUT(bench.isIn(u"p0"_s, State::Active), patienceMs);
    bench.add(u"new"_s);
    bench.starter.start();
    QTRY_VERIFY_WITH_TIMEOUT(bench.isIn(u"new"_s, State::Active), patienceMs);
    QCOMPARE(bench.server.requests().size(), 2);
}

void TestSessionStarter::removedProfilesAreNot()
{
    StarterBench bench(3);
    bench.secrets.holdAll();
    bench.starter.start();
    QTRY_COMPARE_WITH_TIMEOUT(bench.starter.waiting(), 2, patienceMs);
    QVERIFY(!bench.profiles.remove(u"p1"_s));
    bench.starter.start();
    bench.secrets.release();
    QTRY_VERIFY_WITH_TIMEOUT(bench.isIn(u"p2"_s, State::Active), patienceMs);
    QVERIFY(!bench.sessions.contains(u"p1"_s));
}

void TestSessionStarter::mayGoAtAnyTime()
{
    StarterBench bench(6);
    bench.serveNothing();
    {
        SessionStarter other(bench.sessions, bench.profiles, 1ms);
        other.start();
        QVERIFY(bench.waitForRequests(2));
    }
    Workbench::settle();
    for (int i = 0; i < 6; ++i)
        bench.profiles.remove(u"p%1"_s.arg(i));
    bench.sessions.endGone({});
    Workbench::settle();
    QVERIFY(!bench.sessions.contains(u"p0"_s));
}

QTEST_GUILESS_MAIN(TestSessionStarter)
#include "tst_sessionstarter.moc"
