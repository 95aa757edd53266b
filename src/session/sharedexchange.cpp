// SPDX-License-Identifier: Apache-2.0
#include "sharedexchange.h"

#include "logging.h"
#include "readyfuture.h"
#include "secretstore.h"
#include "waiters.h"

#include <QHash>
#include <QLockFile>

#include <utility>

namespace QciAuth {

namespace {

// Longer than whoever holds the lock may take: its exchange, and a keychain that does not answer.
constexpr std::chrono::milliseconds patienceBeyondTimeout{15'000};

using Result = SharedExchange::Result;
using RotationError = std::optional<AuthError>;
using Entry = std::optional<AccessTokenCache::Entry>;

// What the keychain says under the lock.
struct Stored : StoredLogin
{
    bool isReadable = false;
};

// Leaves the other processes what was got. They can do without, so a failure is none of the exchange's.
QFuture<void> share(const AccessTokenCache &cache, const Profile &profile, const AccessTokenInfo &info)
{
    return cache.write(profile, info).onFailed([](const AuthError &error) {
        qCDebug(sessionLog) << "the access token cannot be shared:" << error.what();
    });
}

// Now: a continuation that holds it may live longer.
void release(const ProfileLock::Held &held)
{
    if (held)
        held->unlock();
}

} // namespace

struct SharedExchange::Rotations
{
    int underWay = 0; ///< logins, too
    int loginsUnderWay = 0;
    QHash<QString, int> logouts;         ///< by profile, so far
    QHash<QString, int> logoutsUnderWay; ///< by profile
    QHash<QString, int> logins;          ///< by profile, so far
    Waiters<void> waiters;

    void end()
    {
        if (--underWay == 0)
            waiters.succeed();
    }
};

SharedExchange::SharedExchange(SecretStore &secrets, const Clock &clock, const QString &lockFolder)
    : m_secrets(secrets)
    , m_cache(secrets, clock)
    , m_lockFolder(lockFolder)
    , m_rotations(std::make_shared<Rotations>())
{
}

QFuture<Result> SharedExchange::run(const Profile &profile, const QString &apiToken, const Suffices &suffices,
    const Post &post, const SharedBacklog &backlog) const
{
    if (m_isUnderLock)
        return post()
            .then([sharing = *this, profile, apiToken, backlog](
                      const AccessTokenInfo &info) { return sharing.store(profile, apiToken, info, true, backlog); })
            .unwrap();
    return lock(profile)
        .then([sharing = *this, profile, apiToken, suffices, post, backlog](const ProfileLock::Held &held) {
            return sharing.runLocked(profile, apiToken, suffices, post, backlog)
                .then([held](const Result &result) {
                    release(held);
                    return result;
                })
                .onFailed([held](const AuthError &error) -> Result {
                    release(held);
                    throw AuthError(error);
                });
        })
        .unwrap();
}

QFuture<void> SharedExchange::catchUp(
    const Profile &profile, const QString &apiToken, const SharedBacklog &backlog) const
{
    if (std::exchange(backlog->isCatchingUp, true))
        return readyFuture();
    return lock(profile)
        .then([sharing = *this, profile, apiToken, backlog](const ProfileLock::Held &held) {
            return sharing.rotate(profile, apiToken, backlog).then([held, backlog](const RotationError &) {
                release(held);
                backlog->isCatchingUp = false;
            });
        })
        .unwrap();
}

QFuture<Result> SharedExchange::runLocked(const Profile &profile, const QString &apiToken, const Suffices &suffices,
    const Post &post, const SharedBacklog &backlog) const
{
    return storedLogin(profile, m_secrets)
        .then([](const StoredLogin &login) {
            return Stored{login, true};
        })
        .onFailed([](const AuthError &error) {
            qCDebug(sessionLog) << "the shared login cannot be read:" << error.what();
            return Stored();
        })
        .then([sharing = *this, profile, apiToken, suffices, post, backlog](const Stored &stored) {
            const bool isBehind = backlog->older.contains(stored.apiToken);
            if (!stored.apiToken.isEmpty() && stored.apiToken != apiToken && !isBehind)
                return readyFuture(Result{.info = {}, .newerApiToken = stored.apiToken});
            const auto send = [sharing, profile, apiToken, suffices, post, backlog, stored](const RotationError &) {
                if (!stored.apiToken.isEmpty() && stored.accessToken && suffices(*stored.accessToken))
                    return readyFuture(Result{.info = stored.accessToken->info, .isFromCache = true});
                ++sharing.m_rotations->underWay;
                return post()
                    .then([sharing, profile, apiToken, backlog, stored](const AccessTokenInfo &info) {
                        // Whoever has logged out elsewhere must not find a token again.
                        if (stored.isReadable && stored.apiToken.isEmpty())
                            return readyFuture(Result{.info = info});
                        return sharing.store(profile, apiToken, info, stored.isReadable, backlog);
                    })
                    .unwrap()
                    .then([rotations = sharing.m_rotations](const Result &result) {
                        rotations->end();
                        return result;
                    })
                    .onFailed([rotations = sharing.m_rotations](const AuthError &error) -> Result {
                        rotations->end();
                        throw AuthError(error);
                    });
            };
            if (!isBehind && !backlog->error)
                return send(std::nullopt);
            return sharing.rotate(profile, apiToken, backlog).then(send).unwrap();
        })
        .unwrap();
}

// An API token first, as the one before may be worth nothing any more.
QFuture<Result> SharedExchange::store(const Profile &profile, const QString &apiToken, const AccessTokenInfo &info,
    bool isReadable, const SharedBacklog &backlog) const
{
    QFuture<RotationError> rotation = readyFuture(RotationError());
    if (!info.refreshToken.isEmpty() && info.refreshToken != apiToken) {
        backlog->older.append(apiToken);
        rotation = rotate(profile, info.refreshToken, backlog);
    }
    return rotation
        .then([cache = m_cache, profile, info, isReadable](const RotationError &error) {
            const Result result{.info = info, .rotationError = error};
            return isReadable ? share(cache, profile, info).then([result] { return result; }) : readyFuture(result);
        })
        .unwrap();
}

QFuture<RotationError> SharedExchange::rotate(
    const Profile &profile, const QString &newToken, const SharedBacklog &backlog) const
{
    ++m_rotations->underWay;
    return replaceStored(profile, newToken, backlog)
        .then([rotations = m_rotations] {
            rotations->end();
            return RotationError();
        })
        .onFailed([rotations = m_rotations, backlog](const AuthError &error) {
            backlog->error = error;
            rotations->end();
            return RotationError(error);
        });
}

// Whoever has logged out while the service was asked must not find a token again: a logout does not wait for an
// exchange before it takes the API token away. Nor may it take the place of another login's, which belongs to another
// service perhaps; where the keychain does not tell what it has, nothing is written. It may have any of the tokens
// before: each could be one that was not stored, or was although that seemed to fail.
QFuture<void> SharedExchange::replaceStored(
    const Profile &profile, const QString &newToken, const SharedBacklog &backlog) const
{
    const int logouts = m_rotations->logouts.value(profile.name);
    const auto settled = [backlog] {
        backlog->older.clear();
        backlog->error.reset();
    };
    return m_secrets.read(profile.refreshTokenKey())
        .then([&secrets = m_secrets, rotations = m_rotations, profile, newToken, backlog, logouts, settled](
                  const std::optional<QString> &stored) {
            if (stored == newToken)
                settled();
            if (!stored || !backlog->older.contains(*stored) || rotations->logouts.value(profile.name) != logouts)
                return readyFuture();
            return secrets.write(profile.refreshTokenKey(), newToken)
                .then([&secrets, rotations, profile, logouts, settled] {
                    settled();
                    // The logout's removal may have come before.
                    return rotations->logouts.value(profile.name) == logouts
                               ? readyFuture()
                               : secrets.remove(profile.refreshTokenKey());
                })
                .unwrap();
        })
        .unwrap();
}

std::shared_ptr<void> SharedExchange::beginLogin() const
{
    ++m_rotations->underWay;
    ++m_rotations->loginsUnderWay;
    return {nullptr, [rotations = m_rotations](std::nullptr_t) {
                --rotations->loginsUnderWay;
                rotations->end();
            }};
}

bool SharedExchange::isLoginUnderWay() const
{
    return m_rotations->loginsUnderWay > 0;
}

bool SharedExchange::isUnderWay() const
{
    return m_rotations->underWay > 0;
}

QFuture<void> SharedExchange::settled() const
{
    return isUnderWay() ? m_rotations->waiters.add()->future() : readyFuture();
}

void SharedExchange::loggedIn(const Profile &profile) const
{
    ++m_rotations->logins[profile.name];
}

QFuture<void> SharedExchange::forget(const Profile &profile, SecretStore &secrets) const
{
    ++m_rotations->logouts[profile.name];
    ++m_rotations->logoutsUnderWay[profile.name];
    const auto end = [rotations = m_rotations, name = profile.name] { --rotations->logoutsUnderWay[name]; };
    const auto isOtherLogin = [rotations = m_rotations, name = profile.name,
                                  before = m_rotations->logins.value(profile.name)] {
        return rotations->logins.value(name) != before;
    };
    return secrets.remove(profile.refreshTokenKey())
        .then([sharing = *this, profile, &secrets, isOtherLogin] {
            return sharing.lock(profile)
                .then([profile, &secrets, isOtherLogin](const ProfileLock::Held &held) {
                    if (isOtherLogin()) {
                        release(held);
                        return readyFuture();
                    }
                    // Another process may have put a new API token there, as it had looked before the first removal.
                    return secrets.remove(profile.refreshTokenKey())
                        .then([profile, &secrets] { return secrets.remove(profile.accessTokenKey()); })
                        .unwrap()
                        .then([held] { release(held); })
                        .onFailed([held](const AuthError &error) {
                            release(held);
                            throw AuthError(error);
                        });
                })
                .unwrap();
        })
        .unwrap()
        .then([end] { end(); })
        .onFailed([end](const AuthError &error) {
            end();
            throw AuthError(error);
        });
}

QFuture<StoredLogin> SharedExchange::storedLogin(const Profile &profile, SecretStore &secrets) const
{
    // The access token of a login that is being forgotten is there for a while longer.
    const auto mayBeForgotten = [rotations = m_rotations, name = profile.name,
                                    before = m_rotations->logouts.value(profile.name),
                                    wasUnderWay = m_rotations->logoutsUnderWay.value(profile.name) > 0] {
        return wasUnderWay || rotations->logouts.value(name) != before;
    };
    // One after the other: where the first cannot be read, the second is not worth the wait.
    return secrets.read(profile.refreshTokenKey())
        .then([cache = m_cache, profile, mayBeForgotten](const std::optional<QString> &apiToken) {
            return cache.read(profile)
                .onFailed([](const AuthError &) { return Entry(); })
                .then([apiToken, mayBeForgotten](const Entry &entry) {
                    return StoredLogin{
                        .apiToken = apiToken.value_or(QString()), .accessToken = mayBeForgotten() ? Entry() : entry};
                });
        })
        .unwrap();
}

SharedExchange SharedExchange::underLock() const
{
    SharedExchange copy = *this;
    copy.m_isUnderLock = true;
    return copy;
}

QFuture<ProfileLock::Held> SharedExchange::lock(const Profile &profile) const
{
    return ProfileLock::acquire(m_lockFolder, profile.name, profile.timeout + patienceBeyondTimeout);
}

} // namespace QciAuth
