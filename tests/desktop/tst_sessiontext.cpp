// SPDX-License-Identifier: Apache-2.0
#include "sessiontext.h"

#include "desktopbench.h"
#include "futures.h"
#include "httpanswers.h"
#include "login.h"
#include "servicemonitor.h"

#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;
using State = Session::State;

class TestSessionText : public QObject
{
    Q_OBJECT

public:
    static void initMain() { qputenv("TZ", "UTC"); }

private slots:
    void countdownCountsDownToTheLastSecond_data();
    void countdownCountsDownToTheLastSecond();
    void expiryIsSpokenMinuteByMinute_data();
    void expiryIsSpokenMinuteByMinute();
    void spokenExpiryChangesOnceAMinute();
    void expiryLineGivesClockTimes_data();
    void expiryLineGivesClockTimes();
    void everyStateHasItsWords_data();
    void everyStateHasItsWords();
    void exchangeUnderWayHasItsWords();
    void lastMinutesHaveAWarningTone();

    void quietStatesHaveNoNotice_data();
    void quietStatesHaveNoNotice();
    void passingFaultIsNamedWithTheNextTry();
    void distantNextTryIsGivenInMinutes();
    void tryUnderWayAnnouncesNoNextOne();
    void configurationFaultSaysWhatToDo();
    void expiredTokenIsNoLongerCalledValid();
    void refusedTokenAsksForALogin();
    void lockedKeychainCanBeReadAgain();
    void missingKeychainIsSaid();
    void tokenThatCouldNotBeStoredIsSaid();
    void wrongClockIsSaid_data();
    void wrongClockIsSaid();

    void healthIsReadOut_data();
    void healthIsReadOut();
    void unreachableServiceIsReadOut();
    void versionIsReadOut_data();
    void versionIsReadOut();
    void shareIsThatOfTheLifetime();
    void noTextHoldsAToken_data();
    void noTextHoldsAToken();

private:
    static void addStates();
    static Notice noticeOf(const Session &session, const QDateTime &now);
};

Notice TestSessionText::noticeOf(const Session &session, const QDateTime &now)
{
    return SessionText::notice(session, now).value_or(Notice{.text = u"(none)"_s});
}

void TestSessionText::countdownCountsDownToTheLastSecond_data()
{
    QTest::addColumn<milliseconds>("left");
    QTest::addColumn<QString>("countdown");

    QTest::newRow("a day") << milliseconds(24h) << u"24:00:00"_s;
    QTest::newRow("ten hours") << milliseconds(10h + 7min + 5s) << u"10:07:05"_s;
    QTest::newRow("above an hour") << milliseconds(1h + 1s) << u"1:00:01"_s;
    QTest::newRow("an hour") << milliseconds(1h) << u"1:00:00"_s;
    QTest::newRow("hair under an hour") << milliseconds(1h - 1ms) << u"59:59"_s;
    QTest::newRow("minutes") << milliseconds(49min + 12s) << u"49:12"_s;
    QTest::newRow("part of a second") << milliseconds(49min + 12s + 999ms) << u"49:12"_s;
    QTest::newRow("one digit") << milliseconds(9min + 8s) << u"09:08"_s;
    QTest::newRow("last second") << milliseconds(1s) << u"00:01"_s;
    QTest::newRow("expiry") << milliseconds(0) << QString();
    QTest::newRow("past") << milliseconds(-1min) << QString();
}

void TestSessionText::countdownCountsDownToTheLastSecond()
{
    QFETCH(const milliseconds, left);
    DesktopBench bench;
    const Session *session = bench.sessionIn(State::Active);
    QVERIFY(session);
    QTEST(SessionText::countdown(*session, session->info()->expiresAt.addMSecs(-left.count())), "countdown");
}

void TestSessionText::expiryIsSpokenMinuteByMinute_data()
{
    QTest::addColumn<milliseconds>("left");
    QTest::addColumn<QString>("spoken");

    QTest::newRow("hours") << milliseconds(2h) << u"Token expires in 120 minutes"_s;
    QTest::newRow("minutes") << milliseconds(49min + 12s) << u"Token expires in 49 minutes"_s;
    QTest::newRow("whole minutes") << milliseconds(49min) << u"Token expires in 49 minutes"_s;
    QTest::newRow("below a minute mark") << milliseconds(49min - 1ms) << u"Token expires in 48 minutes"_s;
    QTest::newRow("one minute") << milliseconds(119s) << u"Token expires in 1 minute"_s;
    QTest::newRow("seconds") << milliseconds(59s) << u"Token expires in less than a minute"_s;
    QTest::newRow("expiry") << milliseconds(0) << u"Token expired"_s;
    QTest::newRow("past") << milliseconds(-1h) << u"Token expired"_s;
}

void TestSessionText::expiryIsSpokenMinuteByMinute()
{
    QFETCH(const milliseconds, left);
    DesktopBench bench;
    const Session *session = bench.sessionIn(State::Active);
    QVERIFY(session);
    QTEST(SessionText::spokenExpiry(*session, session->info()->expiresAt.addMSecs(-left.count())), "spoken");
}

void TestSessionText::spokenExpiryChangesOnceAMinute()
{
    DesktopBench bench;
    const Session *session = bench.sessionIn(State::Active);
    QVERIFY(session);
    QStringList spoken;
    for (auto left = 30min + 59s; left >= 28min; left -= 1s)
        spoken.append(
            SessionText::spokenExpiry(*session, session->info()->expiresAt.addMSecs(-milliseconds(left).count())));
    spoken.removeDuplicates();
    QCOMPARE(spoken, QStringList({u"Token expires in 30 minutes"_s, u"Token expires in 29 minutes"_s,
                         u"Token expires in 28 minutes"_s}));
}

void TestSessionText::expiryLineGivesClockTimes_data()
{
    QTest::addColumn<milliseconds>("lifetime");
    QTest::addColumn<milliseconds>("elapsed");
    QTest::addColumn<QString>("line");

    // The clock stands at 20:00:00; renewal is at ten minutes before expiry, or at half of the lifetime.
    const QString tomorrow = QLocale().toString(QDate(2025, 3, 10), QLocale::ShortFormat);
    QTest::newRow("an hour") << milliseconds(1h) << milliseconds(0) << u"expires 21:00:00, renews itself about 20:50"_s;
    QTest::newRow("short-lived") << milliseconds(2min + 41s) << milliseconds(0)
                                 << u"expires 20:02:41, renews itself about 20:01"_s;
    QTest::newRow("into tomorrow") << milliseconds(4h + 1min) << milliseconds(0)
                                   << u"expires %1 00:01:00, renews itself about 23:51"_s.arg(tomorrow);
    QTest::newRow("over") << milliseconds(1h) << milliseconds(1h) << u"expired 21:00:00"_s;
}

void TestSessionText::expiryLineGivesClockTimes()
{
    QFETCH(const milliseconds, lifetime);
    QFETCH(const milliseconds, elapsed);
    DesktopBench bench;
    bench.serveTokens(lifetime);
    const Session *session = bench.sessionIn(State::Active);
    QVERIFY(session);
    QTEST(SessionText::expiry(*session, bench.clock.now().addMSecs(elapsed.count())), "line");
}

void TestSessionText::addStates()
{
    QTest::addColumn<State>("state");
    for (const auto state : {State::LoggedOut, State::Starting, State::Locked, State::Active, State::RefreshFailing,
             State::Expired, State::LoginRequired})
        QTest::newRow(QMetaEnum::fromType<State>().valueToKey(static_cast<int>(state))) << state;
}

void TestSessionText::everyStateHasItsWords_data()
{
    QTest::addColumn<State>("state");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("spokenExpiry");
    QTest::addColumn<QString>("expiry");
    QTest::addColumn<Tone>("tone");
    QTest::addColumn<QString>("iconName");

    QTest::newRow("logged out") << State::LoggedOut << u"Logged out"_s << u"Logged out"_s << QString() << Tone::Neutral
                                << u"key"_s;
    QTest::newRow("starting") << State::Starting << u"Waiting for the keychain…"_s << u"No token yet"_s << QString()
                              << Tone::Neutral << u"waiting"_s;
    QTest::newRow("locked") << State::Locked << u"Keychain locked"_s << u"No token yet"_s << QString() << Tone::Warning
                            << u"lock"_s;
    QTest::newRow("active") << State::Active << u"Logged in"_s << u"Token expires in 60 minutes"_s
                            << u"expires 21:00:00, renews itself about 20:50"_s << Tone::Accent << u"good"_s;
    QTest::newRow("failing") << State::RefreshFailing << u"Refreshing fails"_s << u"Token expires in 10 minutes"_s
                             << u"expires 21:00:00"_s << Tone::Warning << u"warning"_s;
    QTest::newRow("expired") << State::Expired << u"Token expired"_s << u"Token expired"_s << u"expired 21:00:00"_s
                             << Tone::Bad << u"expired"_s;
    QTest::newRow("login required") << State::LoginRequired << u"Login required"_s << u"No token yet"_s << QString()
                                    << Tone::Bad << u"log-in"_s;
}

void TestSessionText::everyStateHasItsWords()
{
    QFETCH(const State, state);
    DesktopBench bench;
    Session *session = bench.sessionIn(state);
    QVERIFY(session);
    const QDateTime now = session->now();
    QTEST(SessionText::state(*session), "words");
    QTEST(SessionText::spokenExpiry(*session, now), "spokenExpiry");
    QTEST(SessionText::expiry(*session, now), "expiry");
    QTEST(SessionText::tone(*session, now), "tone");
    QTEST(SessionText::iconName(*session), "iconName");
}

void TestSessionText::exchangeUnderWayHasItsWords()
{
    DesktopBench bench;
    bench.storeLogin();
    bench.holdExchanges();
    Session &first = bench.sessions.session(u"default"_s);
    QTRY_VERIFY_WITH_TIMEOUT(first.isExchanging(), patienceMs);
    QCOMPARE(SessionText::state(first), u"Logging in…"_s);

    DesktopBench later;
    Session *session = later.sessionIn(State::Active);
    QVERIFY(session);
    later.holdExchanges();
    session->refreshNow();
    QCOMPARE(SessionText::state(*session), u"Refreshing…"_s);
}

void TestSessionText::lastMinutesHaveAWarningTone()
{
    DesktopBench bench;
    const Session *session = bench.sessionIn(State::Active);
    QVERIFY(session);
    const QDateTime expiry = session->info()->expiresAt;
    QCOMPARE(SessionText::tone(*session, expiry.addSecs(-10 * 60)), Tone::Accent);
    QCOMPARE(SessionText::tone(*session, expiry.addSecs(-10 * 60 + 1)), Tone::Warning);
    // Words too: the colour alone would not tell everybody.
    QCOMPARE(SessionText::headline(*session, expiry.addSecs(-10 * 60)), SessionText::state(*session));
    QCOMPARE(SessionText::headline(*session, expiry.addSecs(-10 * 60 + 1)), u"Expires soon"_s);
}

void TestSessionText::quietStatesHaveNoNotice_data()
{
    QTest::addColumn<State>("state");
    QTest::newRow("logged out") << State::LoggedOut;
    QTest::newRow("starting") << State::Starting;
    QTest::newRow("active") << State::Active;
}

void TestSessionText::quietStatesHaveNoNotice()
{
    QFETCH(const State, state);
    DesktopBench bench;
    Session *session = bench.sessionIn(state);
    QVERIFY(session);
    QVERIFY(!SessionText::notice(*session, session->now()));
}

void TestSessionText::passingFaultIsNamedWithTheNextTry()
{
    DesktopBench bench;
    Session *session = bench.sessionIn(State::RefreshFailing);
    QVERIFY(session);
    const QDateTime now = session->now();
    const Notice notice = noticeOf(*session, now);
    QCOMPARE(notice.fullText(), u"Refreshing fails: service answers 503. Token valid until 21:00. Next try in 10 s."_s);
    QCOMPARE(notice.tone, Tone::Warning);
    QCOMPARE(notice.action, Notice::Action::Refresh);
    QCOMPARE(notice.actionText(), u"Try now"_s);
    QVERIFY(noticeOf(*session, now.addSecs(8)).fullText().endsWith("Next try in 2 s."_L1));
    QVERIFY(noticeOf(*session, now.addSecs(11)).fullText().endsWith("Next try in 0 s."_L1));
}

void TestSessionText::distantNextTryIsGivenInMinutes()
{
    DesktopBench bench;
    Session *session = bench.sessionIn(State::Active);
    QVERIFY(session);
    QVERIFY(bench.failRenewal(*session, httpAnswer("503 Service Unavailable", {{"Retry-After", "300"}}, "busy")));
    QVERIFY(noticeOf(*session, session->now()).fullText().endsWith("Next try in 5 min."_L1));
    QVERIFY(noticeOf(*session, session->now().addSecs(180)).fullText().endsWith("Next try in 2 min."_L1));
    QVERIFY(noticeOf(*session, session->now().addSecs(181)).fullText().endsWith("Next try in 119 s."_L1));
}

void TestSessionText::tryUnderWayAnnouncesNoNextOne()
{
    DesktopBench bench;
    Session *session = bench.sessionIn(State::RefreshFailing);
    QVERIFY(session);
    bench.holdExchanges();
    session->refreshNow();
    QCOMPARE(noticeOf(*session, session->now()).fullText(),
        u"Refreshing fails: service answers 503. Token valid until 21:00."_s);
}

void TestSessionText::configurationFaultSaysWhatToDo()
{
    DesktopBench bench;
    Session *session = bench.sessionIn(State::Active);
    QVERIFY(session);
    QVERIFY(bench.failRenewal(*session, DesktopBench::notFound()));
    const Notice notice = noticeOf(*session, session->now());
    QCOMPARE(notice.fullText(),
        u"Refreshing fails: There is no QCi service at this address: 127.0.0.1 answers 404. Check the "
        "API URL. Token valid until 21:00. Next try in 15 min."_s);
    QCOMPARE(notice.tone, Tone::Warning);
    QCOMPARE(notice.action, Notice::Action::Refresh);
}

void TestSessionText::expiredTokenIsNoLongerCalledValid()
{
    DesktopBench bench;
    Session *session = bench.sessionIn(State::Expired);
    QVERIFY(session);
    const Notice notice = noticeOf(*session, session->now());
    QCOMPARE(notice.fullText(), u"Refreshing fails: service answers 503. Next try in 10 s."_s);
    QCOMPARE(notice.tone, Tone::Bad);
    QCOMPARE(notice.action, Notice::Action::Refresh);
}

void TestSessionText::refusedTokenAsksForALogin()
{
    DesktopBench bench;
    Session *session = bench.sessionIn(State::LoginRequired);
    QVERIFY(session);
    const Notice notice = noticeOf(*session, session->now());
    QCOMPARE(notice.text, u"The service refuses the API token (401). Check that it is complete and still valid, or get "
                          "a new one from QCi."_s);
    QCOMPARE(notice.tone, Tone::Bad);
    QCOMPARE(notice.action, Notice::Action::LogIn);
    QCOMPARE(notice.actionText(), u"Log in again…"_s);
}

void TestSessionText::lockedKeychainCanBeReadAgain()
{
    DesktopBench bench;
    Session *session = bench.sessionIn(State::Locked);
    QVERIFY(session);
    const Notice notice = noticeOf(*session, session->now());
    QCOMPARE(notice.text, u"The keychain is locked. Unlock it and try again."_s);
    QCOMPARE(notice.tone, Tone::Warning);
    QCOMPARE(notice.action, Notice::Action::ReadKeychain);
}

void TestSessionText::missingKeychainIsSaid()
{
    DesktopBench bench;
    bench.storeLogin();
    bench.secrets.failNext(ScriptedSecretStore::Operation::Read,
        {AuthError::Kind::Local, AuthError::Cause::SecretStoreUnavailable, u"no service"_s});
    Session &session = bench.sessions.session(u"default"_s);
    QTRY_COMPARE_WITH_TIMEOUT(session.state(), State::LoggedOut, patienceMs);
    const Notice notice = noticeOf(session, session.now());
    QVERIFY2(notice.text.startsWith("There is no keychain. Start one"_L1), qPrintable(notice.text));
    QCOMPARE(notice.tone, Tone::Warning);
    QCOMPARE(notice.action, Notice::Action::ReadKeychain);
}

void TestSessionText::tokenThatCouldNotBeStoredIsSaid()
{
    DesktopBench bench;
    bench.secrets.failNext(ScriptedSecretStore::Operation::Write,
        {AuthError::Kind::Local, AuthError::Cause::SecretStoreFailed, u"disk full"_s});
    Login login(bench.secrets, bench.profiles, bench.sharing, bench.connector);
    QSignalSpy succeeded(&login, &Login::succeeded);
    login.start(bench.profile(), bench.apiToken, Login::Keep::ApiToken);
    QVERIFY(succeeded.wait(patienceMs));
    Session &session = bench.sessions.adopt(login);
    const Notice notice = noticeOf(session, session.now());
    QCOMPARE(notice.text,
        u"You are logged in for this run only: the API token is not stored. The keychain could not do "
        "it (disk full). Check that it is set up and unlocked."_s);
    QCOMPARE(notice.tone, Tone::Warning);
    QCOMPARE(notice.action, Notice::Action::None);
}

void TestSessionText::wrongClockIsSaid_data()
{
    QTest::addColumn<milliseconds>("skew"); // the service's time minus ours
    QTest::addColumn<QString>("words");

    QTest::newRow("right") << milliseconds(0) << QString();
    QTest::newRow("a minute behind") << milliseconds(60s) << QString();
    QTest::newRow("a minute ahead") << milliseconds(-60s) << QString();
    QTest::newRow("more than a minute behind") << milliseconds(61s) << u"is 1 min behind the service's"_s;
    QTest::newRow("more than a minute ahead") << milliseconds(-61s) << u"is 1 min ahead of the service's"_s;
    QTest::newRow("hours behind") << milliseconds(2h) << u"is 120 min behind the service's"_s;
    QTest::newRow("hours ahead") << milliseconds(-2h) << u"is 120 min ahead of the service's"_s;
}

void TestSessionText::wrongClockIsSaid()
{
    QFETCH(const milliseconds, skew);
    QFETCH(const QString, words);
    DesktopBench bench;
    Profile profile = bench.profile();
    profile.skew = skew;
    bench.profiles.save(profile);
    bench.secrets.putSecret(profile.refreshTokenKey(), bench.apiToken);
    bench.answerExchanges(exchangeAnswer(u"header.payload.signature"_s, bench.clock.now().addSecs(5 * 60 * 60)));
    Session &session = bench.sessions.session(u"default"_s);
    QTRY_COMPARE_WITH_TIMEOUT(session.state(), State::Active, patienceMs);
    const auto notice = SessionText::notice(session, session.now());
    QCOMPARE(notice.has_value(), !words.isEmpty());
    if (!notice)
        return;
    QVERIFY2(notice->text.contains(words), qPrintable(notice->text));
    QCOMPARE(notice->tone, Tone::Neutral);
    QCOMPARE(notice->action, Notice::Action::None);
}

void TestSessionText::healthIsReadOut_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("text");

    const auto saying = &DesktopBench::healthSaying;
    QTest::newRow("good") << saying(u"OK"_s) << u"OK, 12 ms"_s;
    QTest::newRow("several lines") << saying(u" all\n\n is \t well "_s) << u"all is well, 12 ms"_s;
    QTest::newRow("place marker") << saying(u"%1 %2"_s) << u"%1 %2, 12 ms"_s;
    QTest::newRow("server error") << DesktopBench::outage() << u"unreachable, service answers 503"_s;
    QTest::newRow("wrong address") << DesktopBench::notFound() << u"unreachable, service answers 404"_s;
    QTest::newRow("web page") << httpAnswer("200 OK", {}, "<html>") << u"unreachable, not a QCi service"_s;
}

void TestSessionText::healthIsReadOut()
{
    QFETCH(const QByteArray, answer);
    DesktopBench bench;
    bench.answerHealth(answer, 12ms);
    ServiceMonitor monitor(bench.connector);
    monitor.watch(bench.profile());
    QCOMPARE(SessionText::health(monitor), u"asking…"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!monitor.isChecking(), patienceMs);
    QTEST(SessionText::health(monitor), "text");
}

void TestSessionText::unreachableServiceIsReadOut()
{
    DesktopBench bench;
    bench.server.close();
    ServiceMonitor monitor(bench.connector);
    monitor.watch(bench.profile());
    QTRY_VERIFY_WITH_TIMEOUT(!monitor.isChecking(), patienceMs);
    QCOMPARE(SessionText::health(monitor), u"unreachable, connection refused"_s);
    QCOMPARE(SessionText::version(monitor), u"unknown"_s);
}

void TestSessionText::versionIsReadOut_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("text");

    const auto saying = [](const QString &name, const QString &version) {
        return jsonAnswer("200 OK", {{u"application_name"_s, name}, {u"version"_s, version}});
    };
    QTest::newRow("good") << saying(u"auth"_s, u"1.2.3"_s) << u"auth 1.2.3"_s;
    QTest::newRow("no version") << saying(u"auth"_s, QString()) << u"auth"_s;
    QTest::newRow("several lines") << saying(u"auth\n"_s, u"1\n2"_s) << u"auth 1 2"_s;
    QTest::newRow("place marker") << saying(u"%2"_s, u"%1"_s) << u"%2 %1"_s;
    QTest::newRow("error") << DesktopBench::notFound() << u"unknown"_s;
}

void TestSessionText::versionIsReadOut()
{
    QFETCH(const QByteArray, answer);
    DesktopBench bench;
    bench.answerVersion(answer);
    ServiceMonitor monitor(bench.connector);
    monitor.watch(bench.profile());
    QCOMPARE(SessionText::version(monitor), u"unknown"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!monitor.isChecking(), patienceMs);
    QTEST(SessionText::version(monitor), "text");
}

void TestSessionText::shareIsThatOfTheLifetime()
{
    DesktopBench bench;
    QCOMPARE(SessionText::share(bench.sessions.session(u"nobody"_s), bench.clock.now()), 0.0);
    Session *session = bench.sessionIn(State::Active);
    QVERIFY(session);
    const QDateTime start = session->info()->obtainedAt;
    QCOMPARE(SessionText::share(*session, start), 1.0);
    QCOMPARE(SessionText::share(*session, start.addSecs(45 * 60)), 0.25);
    QCOMPARE(SessionText::share(*session, start.addSecs(2 * 60 * 60)), 0.0);
    QCOMPARE(SessionText::share(*session, start.addSecs(-60)), 1.0);
}

void TestSessionText::noTextHoldsAToken_data()
{
    addStates();
}

void TestSessionText::noTextHoldsAToken()
{
    QFETCH(const State, state);
    DesktopBench bench;
    Session *session = bench.sessionIn(state);
    QVERIFY(session);
    const QDateTime now = session->now();
    const QString all = QStringList(
        {SessionText::state(*session), SessionText::countdown(*session, now), SessionText::expiry(*session, now),
            SessionText::spokenExpiry(*session, now), noticeOf(*session, now).fullText()})
                            .join(u'\n');
    QVERIFY(!all.contains(bench.apiToken));
    QVERIFY(bench.accessToken().isEmpty() || !all.contains(bench.accessToken()));
}

QTEST_MAIN(TestSessionText)
#include "tst_sessiontext.moc"
