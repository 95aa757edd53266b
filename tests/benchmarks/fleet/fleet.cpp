// SPDX-License-Identifier: Apache-2.0
#include "fleet.h"

#include "accesstokeninfo.h"
#include "refreshschedule.h"

#include <functional>
#include <queue>
#include <random>
#include <tuple>

namespace QciAuth {

namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

// std's distributions differ from library to library.
class Random
{
public:
    explicit Random(std::uint64_t seed)
        : m_engine(seed)
    {
    }
    double fraction() { return static_cast<double>(m_engine() >> 11U) * 0x1p-53; }

private:
    std::mt19937_64 m_engine;
};

QDateTime instant(milliseconds since)
{
    return QDateTime::fromMSecsSinceEpoch(since.count()).toUTC();
}

milliseconds sinceStart(const QDateTime &at)
{
    return milliseconds(at.toMSecsSinceEpoch());
}

// One desktop under one of the policies.
class Desktop
{
public:
    Desktop(const FleetScenario &scenario, Random &random)
        : m_scenario(scenario)
        , m_schedule([&random] { return random.fraction(); })
    {
    }

    milliseconds expiresAt() const { return m_expiresAt; }

    // Asks now; returns when it asks next.
    milliseconds attempt(milliseconds now, const std::optional<AuthError> &error)
    {
        m_schedule.attemptStarted(instant(now));
        if (!error)
            return succeeded(now);
        if (m_scenario.policy != FleetScenario::Policy::Program)
            return now + m_scenario.naivePause;
        m_schedule.failed(instant(now), *error, m_expiresAt - now);
        return sinceStart(*m_schedule.nextAttemptAt());
    }

private:
    milliseconds succeeded(milliseconds now)
    {
        m_expiresAt = now + m_scenario.lifetime;
        AccessTokenInfo info;
        info.obtainedAt = instant(now);
        info.expiresAt = instant(m_expiresAt);
        switch (m_scenario.policy) {
        case FleetScenario::Policy::AtMargin:
            return m_expiresAt - info.margin();
        case FleetScenario::Policy::AtExpiry:
            return m_expiresAt;
        case FleetScenario::Policy::Program:
            break;
        }
        m_schedule.succeeded(info);
        return sinceStart(*m_schedule.nextAttemptAt());
    }

    const FleetScenario &m_scenario;
    RefreshSchedule m_schedule;
    milliseconds m_expiresAt{};
};

// The sum of three has its most in the middle, like people who come to work.
milliseconds loginInstant(const FleetScenario &scenario, Random &random)
{
    const double place = (random.fraction() + random.fraction() + random.fraction()) / 3;
    return milliseconds(static_cast<milliseconds::rep>(
        place * static_cast<double>(std::chrono::duration_cast<milliseconds>(scenario.morning).count())));
}

} // namespace

std::vector<FleetSecond> simulate(const FleetScenario &scenario)
{
    Random random(scenario.seed);
    const seconds end = scenario.outageAt + scenario.outage + scenario.after;
    std::vector<FleetSecond> result(static_cast<std::size_t>(end.count()));
    std::vector<int> change(result.size() + 1); // of the number of desktops without a token
    std::vector<Desktop> desktops;
    using Event = std::tuple<milliseconds, int>; // when, and which desktop
    std::priority_queue<Event, std::vector<Event>, std::greater<>> events;
    desktops.reserve(static_cast<std::size_t>(scenario.desktops));
    for (int i = 0; i < scenario.desktops; ++i) {
        desktops.emplace_back(scenario, random);
        events.emplace(loginInstant(scenario, random), i);
    }

    const AuthError down(AuthError::Kind::Transient, AuthError::Cause::ConnectionRefused, QString());
    const AuthError busy(AuthError::Kind::Transient, AuthError::Cause::HttpStatus, QString(), 503, scenario.retryAfter);
    const auto secondOf = [](milliseconds at) {
        return static_cast<std::size_t>(std::chrono::floor<seconds>(at).count());
    };
    while (!events.empty()) {
        const auto [now, index] = events.top();
        events.pop();
        if (now >= end)
            break;
        Desktop &desktop = desktops[static_cast<std::size_t>(index)];
        FleetSecond &second = result[secondOf(now)];
        const bool isDown = now >= scenario.outageAt && now < scenario.outageAt + scenario.outage;
        const bool isBusy = scenario.capacity != 0 && second.requests - second.refused >= scenario.capacity;
        ++second.requests;
        std::optional<AuthError> error;
        if (isDown || isBusy) {
            ++second.refused;
            error = isDown ? down : busy;
        }
        const milliseconds expired = desktop.expiresAt();
        events.emplace(desktop.attempt(now, error), index);
        if (error)
            continue;
        if (expired > milliseconds::zero() && expired < now) {
            ++change[secondOf(expired)];
            --change[secondOf(now)];
        }
    }
    // Those that have none at the end.
    for (const Desktop &desktop : desktops) {
        if (desktop.expiresAt() > milliseconds::zero() && desktop.expiresAt() < end)
            ++change[secondOf(desktop.expiresAt())];
    }
    int without = 0;
    for (std::size_t i = 0; i < result.size(); ++i) {
        without += change[i];
        result[i].withoutToken = without;
    }
    return result;
}

} // namespace QciAuth
