// SPDX-License-Identifier: Apache-2.0
#include "accesstokencache.h"
#include "fakeclock.h"
#include "fuzztargets.h"
#include "memorysecretstore.h"
#include "pastedcredentials.h"
#include "profile.h"
#include "promise.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

template<typename T>
T resultOf(QFuture<T> future)
{
    promise(future.isFinished(), "a store in memory answers at once");
    return future.result();
}

} // namespace

// What the keychain holds under the key of the access token.
void fuzzAccessTokenCache(const QByteArray &input)
{
    using namespace std::chrono_literals;
    const FakeClock clock(QDateTime(QDate(2026, 11, 21), QTime(20, 0), QTimeZone::utc()));
    MemorySecretStore secrets;
    const AccessTokenCache cache(secrets, clock);
    Profile profile;
    profile.name = u"default"_s;
    profile.url = u"https://api.example/"_s;
    secrets.write(profile.accessTokenKey(), QString::fromUtf8(input));

    const auto entry = resultOf(cache.read(profile));
    if (!entry)
        return;
    const AccessTokenInfo &info = entry->info;
    promise(isWellFormedToken(info.accessToken), "a cached token can be sent");
    promise(info.remaining(clock.now()) > 0ms, "it has not expired");
    promise(info.obtainedAt.isValid() && info.remaining(info.obtainedAt) > 0ms, "it was valid when it came");
    promise(info.margin() >= 0ms && info.margin() <= 10min, "it is due before it expires");
    promise(entry->storedAt.isValid() && entry->storedAt <= clock.now().addSecs(5), "it was stored in the past");

    cache.write(profile, info);
    const auto again = resultOf(cache.read(profile));
    promise(again && again->info.accessToken == info.accessToken && again->info.expiresAt == info.expiresAt,
        "what was read can be written, and is the same then");
    Profile other = profile;
    other.url = u"https://other.example/"_s;
    promise(!resultOf(cache.read(other)), "it belongs to its service alone");
}

} // namespace QciAuth
