// SPDX-License-Identifier: Apache-2.0
// `fleet policy=program desktops=100000 …` prints what happened, a second a line; `fleet --check` checks a small fleet.
#include "fleet.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>

using namespace QciAuth;
using Policy = FleetScenario::Policy;

namespace {

const std::map<std::string, Policy, std::less<>> policies{
    {"program", Policy::Program}, {"margin", Policy::AtMargin}, {"expiry", Policy::AtExpiry}};

bool set(FleetScenario &scenario, std::string_view name, const std::string &value)
{
    using std::chrono::seconds;
    const long long number = std::atoll(value.c_str());
    const std::map<std::string_view, seconds *> durations{{"lifetime", &scenario.lifetime},
        {"morning", &scenario.morning}, {"outage", &scenario.outage}, {"after", &scenario.after},
        {"pause", &scenario.naivePause}};
    if (const auto found = durations.find(name); found != durations.end())
        *found->second = seconds(number);
    else if (const auto policy = policies.find(value); name == "policy" && policy != policies.end())
        scenario.policy = policy->second;
    else if (name == "desktops")
        scenario.desktops = static_cast<int>(number);
    else if (name == "seed")
        scenario.seed = static_cast<std::uint64_t>(number);
    else if (name == "capacity")
        scenario.capacity = static_cast<int>(number);
    else if (name == "retry_after")
        scenario.retryAfter = seconds(number);
    else
        return false;
    return true;
}

struct Sums
{
    int peak = 0; ///< requests in the busiest second since the outage began
    int mostWithout = 0;
    int withoutAtEnd = 0;
    bool operator==(const Sums &) const = default;
};

Sums sums(const FleetScenario &scenario)
{
    const auto seconds = simulate(scenario);
    Sums sums{.withoutAtEnd = seconds.back().withoutToken};
    for (std::size_t i = static_cast<std::size_t>(scenario.outageAt.count()); i < seconds.size(); ++i) {
        sums.peak = std::max(sums.peak, seconds[i].requests);
        sums.mostWithout = std::max(sums.mostWithout, seconds[i].withoutToken);
    }
    return sums;
}

int failures = 0;

void require(bool holds, const char *what)
{
    std::printf("%s: %s\n", holds ? "ok" : "FAILED", what);
    failures += holds ? 0 : 1;
}

int check()
{
    FleetScenario scenario{.desktops = 2'000};
    const Sums program = sums(scenario);
    require(program == sums(scenario), "the same seed gives the same result");
    require(program.mostWithout < scenario.desktops / 50, "few tokens of an hour expire in an outage of 10 min");
    scenario.policy = Policy::AtExpiry;
    const Sums naive = sums(scenario);
    require(naive.mostWithout > scenario.desktops / 10, "without a margin a good part of the fleet loses its token");
    require(naive.peak > 2 * program.peak, "without backoff the peak is at least twice as high");
    require(naive.withoutAtEnd == 0 && program.withoutAtEnd == 0, "everybody has a token in the end");

    scenario = {.desktops = 2'000, .outage = std::chrono::hours{1}, .capacity = 2};
    const Sums crowded = sums(scenario);
    require(crowded.mostWithout > scenario.desktops / 2, "an hour without the service costs most their token");
    require(crowded.withoutAtEnd == 0, "a service with little to spare serves everybody in the end");
    return failures == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

} // namespace

int main(int argc, char *argv[])
{
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (arguments.size() == 1 && arguments.front() == "--check")
        return check();
    FleetScenario scenario;
    for (const std::string &argument : arguments) {
        const auto equals = argument.find('=');
        if (equals == std::string::npos || !set(scenario, argument.substr(0, equals), argument.substr(equals + 1))) {
            std::fprintf(stderr, "fleet: there is no setting '%s'\n", argument.c_str());
            return EXIT_FAILURE;
        }
    }
    std::printf("second,requests,refused,without_token\n");
    int number = -static_cast<int>(scenario.outageAt.count());
    for (const FleetSecond &second : simulate(scenario))
        std::printf("%d,%d,%d,%d\n", number++, second.requests, second.refused, second.withoutToken);
    return EXIT_SUCCESS;
}
