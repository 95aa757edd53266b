// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sessionchecks.h"

#include <QString>

#include <cstdint>

namespace QciAuth {

/// A random walk: calls, answers, faults and moves of the clock, one after the other, with a look after each. The same
/// for the same seed.
class SessionWalk : public QObject
{
    Q_OBJECT

public:
    /// How many steps one walk has before everything has to end.
    static constexpr int length = 250;

    SessionWalk(std::uint64_t seed, VirtualTime &time, const QString &folder, WalkReport &report);

    /// Walks until `length`, or until something is wrong. Returns the number of steps.
    int run();
    std::size_t requestCount() const { return m_checks.requestCount(); }

private:
    using Step = QString (SessionWalk::*)();
    struct Choice
    {
        int weight;
        Step step;
    };
    static const Choice &choose(RandomWalk &random);

    // What a user or a program does. Each tells what it did; an empty text where it could not.
    QString askForToken();
    QString refreshNow();
    QString recheck();
    QString hearOfService();
    QString start();
    QString logOut();
    QString recreate();
    QString logIn();
    QString cancelLogin();
    // What the world does.
    QString answer();
    QString changeWeather();
    QString failKeychain();
    QString hangKeychain();
    QString releaseKeychain();
    QString advance();
    QString suspend();
    QString setWall();
    QString loginElsewhere();
    QString exchangeElsewhere();
    QString endElsewhere();
    QString lockElsewhere();

    void startSession();
    void answerAll();
    void advanceBy(std::chrono::milliseconds duration);
    void interfere();
    void letEverythingEnd();
    ServiceStandIn::Planned plannedFor(const FakeReply &reply);

    RandomWalk m_random;
    WalkReport &m_report;
    SessionWorld m_world;
    SessionChecks m_checks;
    bool m_answersAtOnce = true;
    int m_goodPercent = 40; ///< of the answers, beside those that any may be
    bool m_interferes = true;
};

} // namespace QciAuth
