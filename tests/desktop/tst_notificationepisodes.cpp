// SPDX-License-Identifier: Apache-2.0
#include "notificationepisodes.h"

#include <QTest>

#include <vector>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = NotificationEpisodes::Kind;
using Observation = NotificationEpisodes::Observation;
using State = Session::State;

namespace {

const QDateTime start = QDateTime::fromString(u"2026-03-01T12:00:00Z"_s, Qt::ISODate);

struct Step
{
    Observation seen;
    Kind told = Kind::None;
};

Observation working()
{
    return {.state = State::Active, .remaining = 1h, .at = start};
}

Observation failing(std::chrono::milliseconds remaining)
{
    return {.state = State::RefreshFailing, .hasFailed = true, .remaining = remaining, .at = start};
}

Observation expired(bool hasFailed)
{
    return {.state = State::Expired, .hasFailed = hasFailed, .at = start};
}

Observation refused()
{
    return {.state = State::LoginRequired, .hasFailed = true, .remaining = 20min, .at = start};
}

Observation trying(Observation seen)
{
    seen.isExchanging = true;
    return seen;
}

Observation after(std::chrono::seconds time, Observation seen)
{
    seen.at = seen.at.addSecs(time.count());
    return seen;
}

Observation in(State state)
{
    return {.state = state, .at = start};
}

} // namespace

Q_DECLARE_METATYPE(std::vector<Step>)

class TestNotificationEpisodes : public QObject
{
    Q_OBJECT

private slots:
    void tellsEachKindOncePerEpisode_data();
    void tellsEachKindOncePerEpisode();
    void endOfWhatWasNotShownIsNotTold();
    void userWhoEndsItIsToldNothing();
};

void TestNotificationEpisodes::tellsEachKindOncePerEpisode_data()
{
    QTest::addColumn<std::vector<Step>>("steps");
    const auto row = [](const char *name, const std::vector<Step> &steps) { QTest::newRow(name) << steps; };

    row("all is well", {{in(State::Starting)}, {working()}, {trying(working())}, {working()}});
    row("failing with time left", {{working()}, {failing(9min)}, {failing(5min)}, {working()}});
    row("failing until the end comes near",
        {{failing(6min)}, {failing(5min - 1s), Kind::RefreshFailing}, {failing(4min)}, {failing(1s)}, {expired(true)}});
    row("failing once more after it worked", {{failing(4min), Kind::RefreshFailing}, {working(), Kind::WorkingAgain},
                                                 {working()}, {failing(4min), Kind::RefreshFailing}});
    // Often it is only quicker than the network.
    row("no token at the start, for a moment",
        {{in(State::Starting)}, {failing(0s)}, {after(59s, failing(0s))}, {after(60s, working())},
            {after(90s, failing(0s)), Kind::RefreshFailing}});
    row("no token at the start, nor later",
        {{in(State::Starting)}, {failing(0s)}, {after(59s, failing(0s))}, {after(60s, failing(0s)), Kind::NoTokenYet},
            {after(2h, failing(0s))}, {after(3h, working()), Kind::WorkingAgain}});
    row("no token but one of an earlier run",
        {{expired(true)}, {after(59s, expired(true))}, {after(60s, expired(true)), Kind::NoTokenYet}});
    row("no token, then logged out and in again",
        {{failing(0s)}, {after(50s, in(State::LoggedOut))}, {after(55s, failing(0s))}, {after(70s, failing(0s))}});
    row("expired in sleep, and renewed", {{working()}, {expired(false)}, {trying(expired(false))}, {working()}});
    row("expired in sleep, and not renewed",
        {{working()}, {expired(false)}, {expired(true), Kind::RefreshFailing}, {expired(true)}});
    row("refused", {{working()}, {refused(), Kind::LoginRequired}, {refused()}, {working(), Kind::WorkingAgain}});
    row("refused at the start", {{in(State::Starting)}, {refused(), Kind::LoginRequired}});
    row("refused again on trial", {{refused(), Kind::LoginRequired}, {trying(working())}, {refused()},
                                      {trying(working())}, {working(), Kind::WorkingAgain}});
    row("failing, then refused, then well: told once that it is",
        {{failing(2min), Kind::RefreshFailing}, {refused(), Kind::LoginRequired}, {working(), Kind::WorkingAgain},
            {working()}});
    row("logged out meanwhile", {{refused(), Kind::LoginRequired}, {in(State::LoggedOut), Kind::Over}, {working()}});
    row("refused after a logout",
        {{refused(), Kind::LoginRequired}, {in(State::LoggedOut), Kind::Over}, {refused(), Kind::LoginRequired}});
    row("logged out without trouble", {{working()}, {in(State::LoggedOut)}, {in(State::LoggedOut)}});
    row("locked keychain in between",
        {{refused(), Kind::LoginRequired}, {in(State::Locked)}, {in(State::Starting)}, {refused()}});
}

void TestNotificationEpisodes::tellsEachKindOncePerEpisode()
{
    QFETCH(const std::vector<Step>, steps);
    NotificationEpisodes episodes;
    for (size_t i = 0; i < steps.size(); ++i) {
        const Kind told = episodes.observe(steps[i].seen);
        QVERIFY2(told == steps[i].told, qPrintable(QString::number(i)));
        if (told == Kind::LoginRequired || told == Kind::RefreshFailing || told == Kind::NoTokenYet)
            episodes.shown();
    }
}

// Once an episode all the same, so that a switch in the preferences brings nothing old to light.
void TestNotificationEpisodes::endOfWhatWasNotShownIsNotTold()
{
    NotificationEpisodes episodes;
    QCOMPARE(episodes.observe(refused()), Kind::LoginRequired);
    QCOMPARE(episodes.observe(refused()), Kind::None);
    QCOMPARE(episodes.observe(working()), Kind::None);
    QCOMPARE(episodes.observe(failing(1s)), Kind::RefreshFailing);
    QCOMPARE(episodes.observe(in(State::LoggedOut)), Kind::None);
}

void TestNotificationEpisodes::userWhoEndsItIsToldNothing()
{
    NotificationEpisodes episodes;
    QCOMPARE(episodes.end(), Kind::None);
    QCOMPARE(episodes.observe(refused()), Kind::LoginRequired);
    episodes.shown();
    QCOMPARE(episodes.end(), Kind::Over);
    QCOMPARE(episodes.observe(working()), Kind::None);
}

QTEST_APPLESS_MAIN(TestNotificationEpisodes)
#include "tst_notificationepisodes.moc"
