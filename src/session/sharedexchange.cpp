// SPDX-License-Identifier: Apache-2.0
#include "sharedexchange.h"

#include "logging.h"
#include "secretstore.h"

#include <QLockFile>

namespace QciAuth {

namespace {

// Longer than whoever holds the lock may take: its exchange, and a keychain that does not answer.
constexpr std::chrono::milliseconds patienceBeyondTimeout{15'000};

using Result = SharedExchange::Result;
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

using RotationError = std::optional<AuthError>;

// Stores the API token that came with an answer. Whoever has logged out while the service was asked must not find one
// again: a logout does not wait for an exchange before it takes the API token away.
QFuture<RotationError> rotate(SecretStore &secrets, const Profile &profile, const QString &apiToken, bool isReadable)
{
    QFuture<bool> isLoggedOut = QtFuture::makeReadyFuture(false);
    if (isReadable)
        isLoggedOut = secrets.read(profile.refreshTokenKey()).then([](const std::optional<QString> &stored) {
            return !stored || stored->isEmpty();
        });
    return isLoggedOut
        .then([&secrets, profile, apiToken](bool isOver) {
            return isOver ? QtFuture::makeReadyFuture() : secrets.write(profile.refreshTokenKey(), apiToken);
        })
        .unwrap()
        .then([] { return RotationError(); })
        .onFailed([](const AuthError &error) { return RotationError(error); });
}

// Stores what came with an answer: an API token first, as the one before may be worth nothing any more.
QFuture<Result> store(SecretStore &secrets, const AccessTokenCache &cache, const Profile &profile,
    const AccessTokenInfo &info, const Stored &stored)
{
    // Whoever has logged out elsewhere must not find a token again.
    const bool isLoggedOut = stored.isReadable && stored.apiToken.isEmpty();
    if (isLoggedOut)
        return QtFuture::makeReadyFuture(Result{.info = info});
    QFuture<RotationError> rotated = QtFuture::makeReadyFuture(RotationError());
    if (!info.refreshToken.isEmpty())
        rotated = rotate(secrets, profile, info.refreshToken, stored.isReadable);
    return rotated
        .then([cache, profile, info, isReadable = stored.isReadable](const RotationError &error) {
            const Result result{.info = info, .rotationError = error};
            return isReadable ? share(cache, profile, info).then([result] { return result; })
                              : QtFuture::makeReadyFuture(result);
        })
        .unwrap();
}

QFuture<Result> send(SecretStore &secrets, const AccessTokenCache &cache, const Profile &profile, const Stored &stored,
    const SharedExchange::Post &post)
{
    return post()
        .then([&secrets, cache, profile, stored](
                  const AccessTokenInfo &info) { return store(secrets, cache, profile, info, stored); })
        .unwrap();
}

// Now: a continuation that holds it may live longer.
void release(const ProfileLock::Held &held)
{
    if (held)
        held->unlock();
}

} // namespace

SharedExchange::SharedExchange(SecretStore &secrets, const Clock &clock, const QString &lockFolder)
    : m_secrets(secrets)
    , m_cache(secrets, clock)
    , m_lockFolder(lockFolder)
{
}

QFuture<Result> SharedExchange::run(
    const Profile &profile, const QString &apiToken, const Suffices &suffices, const Post &post) const
{
    if (m_isUnderLock)
        return send(m_secrets, m_cache, profile, Stored{{.apiToken = apiToken}, true}, post);
    return lock(profile)
        .then([sharing = *this, profile, apiToken, suffices, post](const ProfileLock::Held &held) {
            return sharing.runLocked(profile, apiToken, suffices, post)
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

QFuture<Result> SharedExchange::runLocked(
    const Profile &profile, const QString &apiToken, const Suffices &suffices, const Post &post) const
{
    return storedLogin(profile, m_secrets)
        .then([](const StoredLogin &login) {
            return Stored{login, true};
        })
        .onFailed([](const AuthError &error) {
            qCDebug(sessionLog) << "the shared login cannot be read:" << error.what();
            return Stored();
        })
        .then([&secrets = m_secrets, cache = m_cache, profile, apiToken, suffices, post](const Stored &stored) {
            if (!stored.apiToken.isEmpty() && stored.apiToken != apiToken)
                return QtFuture::makeReadyFuture(Result{.info = {}, .newerApiToken = stored.apiToken});
            if (!stored.apiToken.isEmpty() && stored.accessToken && suffices(*stored.accessToken))
                return QtFuture::makeReadyFuture(Result{.info = stored.accessToken->info, .isFromCache = true});
            return send(secrets, cache, profile, stored, post);
        })
        .unwrap();
}

QFuture<void> SharedExchange::forget(const Profile &profile, SecretStore &secrets) const
{
    return secrets.remove(profile.refreshTokenKey())
        .then([sharing = *this, profile, &secrets] {
            return sharing.lock(profile)
                .then([profile, &secrets](const ProfileLock::Held &held) {
                    return secrets.remove(profile.accessTokenKey())
                        .then([held] { release(held); })
                        .onFailed([held](const AuthError &error) {
                            release(held);
                            throw AuthError(error);
                        });
                })
                .unwrap();
        })
        .unwrap();
}

QFuture<StoredLogin> SharedExchange::storedLogin(const Profile &profile, SecretStore &secrets) const
{
    // One after the other: where the first cannot be read, the second is not worth the wait.
    return secrets.read(profile.refreshTokenKey())
        .then([cache = m_cache, profile](const std::optional<QString> &apiToken) {
            return cache.read(profile)
                .onFailed([](const AuthError &) { return Entry(); })
                .then([apiToken](const Entry &entry) {
                    return StoredLogin{.apiToken = apiToken.value_or(QString()), .accessToken = entry};
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
