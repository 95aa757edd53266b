// SPDX-License-Identifier: Apache-2.0
#include "sessionwalk.h"

#include "authclient.h"

#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace QciAuth {

using std::chrono::milliseconds;

SessionWalk::SessionWalk(std::uint64_t seed, VirtualTime &time, const QString &folder, WalkReport &report)
    : m_random(seed)
    , m_report(report)
    , m_world(time, m_random, folder)
    , m_checks(m_world, report)
{
    connect(&m_checks, &SessionChecks::told, this, &SessionWalk::interfere);
}

const SessionWalk::Choice &SessionWalk::choose(RandomWalk &random)
{
    static constexpr std::array<Choice, 21> choices{{
        {12, &SessionWalk::askForToken},
        {4, &SessionWalk::refreshNow},
        {5, &SessionWalk::recheck},
        {4, &SessionWalk::hearOfService},
        {2, &SessionWalk::start},
        {1, &SessionWalk::logOut},
        {1, &SessionWalk::recreate},
        {2, &SessionWalk::logIn},
        {1, &SessionWalk::cancelLogin},
        {20, &SessionWalk::answer},
        {3, &SessionWalk::changeWeather},
        {3, &SessionWalk::failKeychain},
        {2, &SessionWalk::hangKeychain},
        {4, &SessionWalk::releaseKeychain},
        {26, &SessionWalk::advance},
        {2, &SessionWalk::suspend},
        {2, &SessionWalk::setWall},
        {1, &SessionWalk::loginElsewhere},
        {2, &SessionWalk::exchangeElsewhere},
        {1, &SessionWalk::endElsewhere},
        {4, &SessionWalk::lockElsewhere},
    }};
    int sum = 0;
    for (const Choice &choice : choices)
        sum += choice.weight;
    int left = random.below(sum);
    for (const Choice &choice : choices) {
        left -= choice.weight;
        if (left < 0)
            return choice;
    }
    return choices.back();
}

int SessionWalk::run()
{
    if (m_random.chance(80))
        m_world.loginElsewhere(m_world.service.newApiToken(m_world.profile.url));
    m_checks.changedElsewhere(true);
    startSession();
    int step = 0;
    while (step < length && !m_report.hasFailed()) {
        ++step;
        const QString did = (this->*choose(m_random).step)();
        m_report.note(u"%1  %2"_s.arg(step, 4).arg(did.isEmpty() ? u"-"_s : did));
        VirtualTime::settle();
        if (m_answersAtOnce)
            answerAll();
        m_checks.look();
    }
    letEverythingEnd();
    return step;
}

void SessionWalk::startSession()
{
    m_checks.beforeStart();
    m_world.session->start();
    m_checks.watch(u"started()"_s, m_world.session->started());
}

ServiceStandIn::Planned SessionWalk::plannedFor(const FakeReply &reply)
{
    const QString apiToken = SessionChecks::apiTokenOf(reply);
    if (m_random.chance(m_goodPercent))
        return m_world.service.good(apiToken, m_world.serviceTime());
    return m_world.service.any(apiToken, m_world.serviceTime(), m_world.session->now());
}

void SessionWalk::answerAll()
{
    // A good answer may be followed by another request: not without end.
    for (int i = 0; i < 5; ++i) {
        const auto open = m_world.network.open();
        if (open.isEmpty())
            return;
        m_checks.answer(*open.first(), plannedFor(*open.first()));
    }
}

void SessionWalk::advanceBy(milliseconds duration)
{
    // Whoever waits for the lock looks at its file all the time, which is real.
    if (m_world.isLockHeldElsewhere())
        duration = std::min<milliseconds>(duration, 2s);
    m_world.advance(duration, [this] {
        if (m_answersAtOnce)
            answerAll();
        m_checks.look();
    });
}

// Whoever is told of a change may call at once.
void SessionWalk::interfere()
{
    if (!m_interferes || !m_random.chance(2))
        return;
    m_interferes = false;
    m_report.note(u"      in a signal: %1"_s.arg(m_random.chance(10)   ? logOut()
                                                 : m_random.chance(50) ? askForToken()
                                                                       : refreshNow()));
    m_interferes = true;
}

void SessionWalk::letEverythingEnd()
{
    if (m_report.hasFailed())
        return;
    m_report.note(u"      the end: everything answers"_s);
    m_interferes = false;
    m_answersAtOnce = true;
    m_world.releaseLock();
    // What comes back late may ask for more.
    for (int round = 0; round < 3; ++round) {
        m_world.secrets.release();
        answerAll();
        advanceBy(20s);
    }
    m_checks.lookAtAsks();
    m_checks.forgetSession();
    m_world.login.reset();
    m_world.session.reset();
    m_world.advance(1min, [] {});
    m_checks.lookAtEnd();
}

} // namespace QciAuth
