// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

namespace QciAuth {

/// Many desktops and one service that is gone for a while, on paper: no network, no waiting, the same result for the
/// same seed.
struct FleetScenario
{
    enum class Policy {
        Program,  ///< RefreshSchedule, as the program has it
        AtMargin, ///< at the margin, to the second; after a failure again every `naivePause`
        AtExpiry, ///< when the token has expired; after a failure again every `naivePause`
    };

    Policy policy = Policy::Program;
    int desktops = 100'000;
    std::uint64_t seed = 1;
    std::chrono::seconds lifetime{3'600};  ///< of an access token
    std::chrono::seconds morning{7'200};   ///< the logins are spread over this, most of them in its middle
    std::chrono::seconds outageAt{14'400}; ///< since the first login
    std::chrono::seconds outage{600};
    std::chrono::seconds after{7'200}; ///< what is looked at after the outage
    std::chrono::seconds naivePause{5};
    int capacity = 0; ///< requests a second; those beyond are answered with 503; 0: no limit
    std::optional<std::chrono::seconds> retryAfter{}; ///< in these answers
};

/// What happened in one second.
struct FleetSecond
{
    int requests = 0;
    int refused = 0;      ///< of these, in the outage or beyond the capacity
    int withoutToken = 0; ///< desktops whose token has expired, at the end of the second
};

/// From the first login on.
std::vector<FleetSecond> simulate(const FleetScenario &scenario);

} // namespace QciAuth
