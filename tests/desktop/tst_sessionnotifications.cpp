// SPDX-License-Identifier: Apache-2.0
#include "sessionnotifications.h"

#include "desktopbench.h"
#include "futures.h"
#include "login.h"

#include <QSignalSpy>
#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = Session::State;

namespace {

/// What is told and taken back about the bench's sessions.
class Told
{
public:
    explicit Told(const DesktopBench &bench)
        : m_notifications(bench.sessions, bench.preferences)
        , m_notified(&m_notifications, &SessionNotifications::notified)
        , m_withdrawn(&m_notifications, &SessionNotifications::withdrawn)
    {
    }

    QStringList titles() const
    {
        QStringList titles;
        for (qsizetype i = 0; i < m_notified.size(); ++i)
            titles.append(at(i).title);
        return titles;
    }

    Notification at(qsizetype i) const { return m_notified.at(i).at(0).value<Notification>(); }

    QStringList withdrawn() const
    {
        QStringList profiles;
        for (const auto &arguments : m_withdrawn)
            profiles.append(arguments.at(0).toString());
        return profiles;
    }

private:
    SessionNotifications m_notifications;
    QSignalSpy m_notified;
    QSignalSpy m_withdrawn;
};

void logIn(DesktopBench &bench, const QString &name)
{
    Login login(bench.secrets, bench.profiles, bench.sharing, bench.connector);
    QSignalSpy succeeded(&login, &Login::succeeded);
    login.start(bench.profile(name), bench.apiToken, Login::Keep::ApiToken);
    QVERIFY(succeeded.wait(patienceMs));
    bench.sessions.adopt(login);
}

} // namespace

class TestSessionNotifications : public QObject
{
    Q_OBJECT

private slots:
    void tellsOfAnEpisode();
    void networkThatComesLateIsNotTold();
    void serviceThatIsNeverReachedIsTold();
    void eachKindHasItsSwitch_data();
    void eachKindHasItsSwitch();
    void endIsNotToldWhereTheBeginningWasNot();
    void loginByHandTakesBack();
    void logoutTakesBack();
    void endedSessionTakesBack();
    void whatWasNeverShownIsNotTakenBack();
    void longNameIsShortInTheTitleAlone();

private:
    static bool works(Session &session) { return succeeds(session.refreshNow()) && session.state() == State::Active; }
};

void TestSessionNotifications::tellsOfAnEpisode()
{
    DesktopBench bench;
    const Told told(bench);
    Session *session = bench.sessionIn(State::Expired);
    QVERIFY(session);
    QCOMPARE(told.titles(), QStringList{u"Refreshing fails: default"_s});
    QCOMPARE(told.at(0).subject, u"default"_s);
    QCOMPARE(told.at(0).text, u"There is no valid access token any more."_s);
    QVERIFY(told.at(0).isUrgent);
    bench.serveTokens(1h);
    QVERIFY(works(*session));
    QCOMPARE(told.titles().mid(1), QStringList{u"Working again: default"_s});
    QCOMPARE(told.at(1).subject, u"default"_s);
    QVERIFY(!told.at(1).isUrgent);
    QCOMPARE(told.withdrawn(), QStringList());
}

void TestSessionNotifications::networkThatComesLateIsNotTold()
{
    DesktopBench bench;
    const Told told(bench);
    bench.storeLogin();
    bench.answerExchanges(DesktopBench::outage());
    Session &session = bench.sessions.session(u"default"_s);
    QTRY_COMPARE_WITH_TIMEOUT(session.state(), State::RefreshFailing, patienceMs);
    bench.clock.advance(50s);
    bench.serveTokens(1h);
    QVERIFY(works(session));
    QCOMPARE(told.titles(), QStringList());
}

void TestSessionNotifications::serviceThatIsNeverReachedIsTold()
{
    DesktopBench bench;
    const Told told(bench);
    bench.storeLogin();
    bench.answerExchanges(DesktopBench::outage());
    Session &session = bench.sessions.session(u"default"_s);
    QTRY_COMPARE_WITH_TIMEOUT(session.state(), State::RefreshFailing, patienceMs);
    QCOMPARE(told.titles(), QStringList());
    bench.clock.advance(60s);
    session.recheck();
    QTRY_COMPARE_WITH_TIMEOUT(told.titles(), QStringList{u"No token yet: default"_s}, patienceMs);
    QVERIFY(!told.at(0).text.contains(u"any more"));
    bench.serveTokens(1h);
    bench.clock.advance(60s);
    QVERIFY(works(session));
    QCOMPARE(told.titles().mid(1), QStringList{u"Working again: default"_s});
}

void TestSessionNotifications::eachKindHasItsSwitch_data()
{
    QTest::addColumn<State>("state");
    QTest::addColumn<bool>("tellsLogin");
    QTest::addColumn<bool>("tellsFailing");
    QTest::addColumn<bool>("tellsWorking");
    QTest::addColumn<QStringList>("titles");
    QTest::addColumn<QStringList>("withdrawn");
    const QString login = u"Login required: default"_s;
    const QString failing = u"Refreshing fails: default"_s;
    const QString working = u"Working again: default"_s;
    QTest::newRow("login") << State::LoginRequired << true << false << true << QStringList{login, working}
                           << QStringList();
    QTest::newRow("no login") << State::LoginRequired << false << true << true << QStringList() << QStringList();
    QTest::newRow("failing") << State::Expired << false << true << true << QStringList{failing, working}
                             << QStringList();
    QTest::newRow("not failing") << State::Expired << true << false << true << QStringList() << QStringList();
    // What was shown must not stay for ever.
    QTest::newRow("not working") << State::Expired << true << true << false << QStringList{failing}
                                 << QStringList{u"default"_s};
}

void TestSessionNotifications::eachKindHasItsSwitch()
{
    QFETCH(const State, state);
    QFETCH(const bool, tellsLogin);
    QFETCH(const bool, tellsFailing);
    QFETCH(const bool, tellsWorking);
    QFETCH(const QStringList, titles);
    QFETCH(const QStringList, withdrawn);
    DesktopBench bench;
    Preferences::Values chosen = bench.preferences.values();
    chosen.notifyLoginRequired = tellsLogin;
    chosen.notifyRefreshFailing = tellsFailing;
    chosen.notifyWorkingAgain = tellsWorking;
    bench.preferences.setValues(chosen);
    const Told told(bench);
    Session *session = bench.sessionIn(state);
    QVERIFY(session);
    bench.serveTokens(1h);
    QVERIFY(works(*session));
    QCOMPARE(told.titles(), titles);
    QCOMPARE(told.withdrawn(), withdrawn);
}

void TestSessionNotifications::endIsNotToldWhereTheBeginningWasNot()
{
    DesktopBench bench;
    Preferences::Values chosen = bench.preferences.values();
    chosen.notifyRefreshFailing = false;
    bench.preferences.setValues(chosen);
    const Told told(bench);
    Session *session = bench.sessionIn(State::Expired);
    QVERIFY(session);
    chosen.notifyRefreshFailing = true; // too late for this episode
    bench.preferences.setValues(chosen);
    bench.serveTokens(1h);
    QVERIFY(works(*session));
    QCOMPARE(told.titles(), QStringList());
}

void TestSessionNotifications::loginByHandTakesBack()
{
    DesktopBench bench;
    const Told told(bench);
    Session *session = bench.sessionIn(State::LoginRequired);
    QVERIFY(session);
    bench.serveTokens(1h);
    logIn(bench, u"default"_s);
    QCOMPARE(session->state(), State::Active);
    QCOMPARE(told.titles(), QStringList{u"Login required: default"_s});
    QCOMPARE(told.withdrawn(), QStringList{u"default"_s});
}

void TestSessionNotifications::logoutTakesBack()
{
    DesktopBench bench;
    const Told told(bench);
    Session *session = bench.sessionIn(State::LoginRequired);
    QVERIFY(session);
    QVERIFY(succeeds(session->logOut()));
    QCOMPARE(told.titles(), QStringList{u"Login required: default"_s});
    QCOMPARE(told.withdrawn(), QStringList{u"default"_s});
}

void TestSessionNotifications::endedSessionTakesBack()
{
    DesktopBench bench;
    const Told told(bench);
    Session *session = bench.sessionIn(State::Expired);
    QVERIFY(session);
    bench.profiles.remove(u"default"_s);
    bench.sessions.endGone(u"other"_s);
    QCOMPARE(told.withdrawn(), QStringList{u"default"_s});
    // What it does before it is gone for good is of no interest.
    emit session->stateChanged();
    QCOMPARE(told.titles(), QStringList{u"Refreshing fails: default"_s});
}

void TestSessionNotifications::whatWasNeverShownIsNotTakenBack()
{
    DesktopBench bench;
    const Told told(bench);
    Session *session = bench.sessionIn(State::Active);
    QVERIFY(session);
    QVERIFY(works(*session));
    logIn(bench, u"default"_s);
    QVERIFY(succeeds(session->logOut()));
    QCOMPARE(told.titles(), QStringList());
    QCOMPARE(told.withdrawn(), QStringList());
}

void TestSessionNotifications::longNameIsShortInTheTitleAlone()
{
    DesktopBench bench;
    const Told told(bench);
    const QString name(200, u'n');
    bench.storeLogin(name);
    bench.answerExchanges(bench.refusal());
    bench.sessions.session(name);
    QTRY_COMPARE_WITH_TIMEOUT(told.titles().size(), 1, patienceMs);
    QVERIFY2(told.at(0).title.size() < 80, qPrintable(told.at(0).title));
    QVERIFY(told.at(0).title.contains(u'…'));
    QCOMPARE(told.at(0).subject, name);
}

QTEST_MAIN(TestSessionNotifications)
#include "tst_sessionnotifications.moc"
