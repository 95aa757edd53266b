// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accesstokeninfo.h"

#include <chrono>
#include <optional>

namespace QciAuth {

class AccessTokenCache;
class Clock;
struct Profile;

/// The access token that the keychain holds for the profile, where it lasts long enough; else nothing.
/// @param least  time that the token must still have; where not given, its margin.
/// @throws AuthError where the keychain fails.
std::optional<AccessTokenInfo> cachedToken(const Profile &profile, const AccessTokenCache &cache, const Clock &clock,
    std::optional<std::chrono::seconds> least);

} // namespace QciAuth
