// SPDX-License-Identifier: Apache-2.0
#include "cachedtoken.h"

#include "accesstokencache.h"
#include "await.h"
#include "clock.h"
#include "profile.h"

namespace QciAuth {

std::optional<AccessTokenInfo> cachedToken(const Profile &profile, const AccessTokenCache &cache, const Clock &clock,
    std::optional<std::chrono::seconds> least)
{
    const auto entry = await(cache.read(profile));
    if (!entry)
        return std::nullopt;
    const QDateTime now = clock.now().addMSecs(profile.skew.count());
    const std::chrono::milliseconds wanted = least ? std::chrono::milliseconds(*least) : entry->info.margin();
    return entry->info.remaining(now) < wanted ? std::nullopt : std::optional(entry->info);
}

} // namespace QciAuth
