// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accesstokencache.h"
#include "profile.h"
#include "profilelock.h"

#include <QFuture>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

namespace QciAuth {

class SecretStore;

/// What the keychain holds of a profile's login.
struct StoredLogin
{
    QString apiToken{}; ///< secret; empty where there is none
    std::optional<AccessTokenCache::Entry> accessToken{};
};

/// An exchange that the processes of a user share: whoever gets the profile's lock looks at the cache once more before
/// it sends anything, and leaves the others what it got (behaviour.md, Refresh).
class SharedExchange
{
public:
    struct Result
    {
        AccessTokenInfo info;
        bool isFromCache = false;                 ///< another process has exchanged
        std::optional<AuthError> rotationError{}; ///< why an API token that came with the answer could not be stored
        QString newerApiToken{}; ///< secret; where set, another login has taken the profile over and nothing was sent
    };

    /// What the keychain has of a login whose API token changed, where the newest could not be stored.
    struct Backlog
    {
        QStringList older{};              ///< secret; the API tokens before, of which one may be stored
        std::optional<AuthError> error{}; ///< why the newest is not
        bool isCatchingUp = false;
    };
    using SharedBacklog = std::shared_ptr<Backlog>;

    /// Whether a cached token will do. Asked under the lock, so that it can take in what was asked for meanwhile.
    using Suffices = std::function<bool(const AccessTokenCache::Entry &)>;
    /// Sends the exchange.
    using Post = std::function<QFuture<AccessTokenInfo>()>;

    /// @param secrets     must not wait for a user to unlock it, as the lock is held meanwhile. It and the clock must
    ///                    outlive the answers.
    /// @param lockFolder  empty: there are no locks.
    SharedExchange(SecretStore &secrets, const Clock &clock, const QString &lockFolder);

    /// Exchanges the API token of the profile; one that comes with the answer takes its place in the keychain. Fails as
    /// `post` does: nothing that the keychain says keeps it from sending.
    /// @param backlog  of the login, for whoever goes on with it; catches up first, where it can.
    QFuture<Result> run(const Profile &profile, const QString &apiToken, const Suffices &suffices, const Post &post,
        const SharedBacklog &backlog = std::make_shared<Backlog>()) const;

    /// Stores the API token where the keychain still has one of `backlog`. Never fails: see there.
    QFuture<void> catchUp(const Profile &profile, const QString &apiToken, const SharedBacklog &backlog) const;

    /// Takes the API token and the access token of the profile out of the keychain: the first at once, and both once
    /// no other process can put one there any more. Fails as SecretStore::remove() does.
    /// @param secrets  may wait for a user; must outlive the answer.
    QFuture<void> forget(const Profile &profile, SecretStore &secrets) const;

    /// Somebody has logged in by now: a logout from before, which waits for the lock still, leaves what that stored.
    void loggedIn(const Profile &profile) const;

    /// Reads what is stored. Fails as SecretStore::read() does for the API token; an access token that cannot be read
    /// is as good as none.
    /// @param secrets  may wait for a user; must outlive the answer.
    QFuture<StoredLogin> storedLogin(const Profile &profile, SecretStore &secrets) const;

    /// The same for whoever holds lock() and has read storedLogin() under it: run() neither waits for the lock nor
    /// looks at the keychain again before it sends.
    SharedExchange underLock() const;

    /// A login is under way for as long as what this returns lives.
    std::shared_ptr<void> beginLogin() const;
    bool isLoginUnderWay() const;

    /// Whether an API token may be on its way into the keychain, from when an exchange or a login is sent: lost, it
    /// locks the user out, as the one before may be worth nothing any more, or gone already.
    bool isUnderWay() const;
    /// Done once none is. Never fails.
    QFuture<void> settled() const;

    const AccessTokenCache &cache() const { return m_cache; }
    /// Waits until no other process exchanges or changes the login of the profile. Never fails.
    QFuture<ProfileLock::Held> lock(const Profile &profile) const;

private:
    struct Rotations; ///< what this process's exchanges have to know of each other

    QFuture<Result> runLocked(const Profile &profile, const QString &apiToken, const Suffices &suffices,
        const Post &post, const SharedBacklog &backlog) const;
    /// Stores what came with an answer.
    /// @param apiToken    what was sent.
    /// @param isReadable  whether the keychain has said what is stored.
    QFuture<Result> store(const Profile &profile, const QString &apiToken, const AccessTokenInfo &info, bool isReadable,
        const SharedBacklog &backlog) const;
    QFuture<std::optional<AuthError>> rotate(
        const Profile &profile, const QString &newToken, const SharedBacklog &backlog) const;
    QFuture<void> replaceStored(const Profile &profile, const QString &newToken, const SharedBacklog &backlog) const;

    SecretStore &m_secrets;
    AccessTokenCache m_cache;
    QString m_lockFolder;
    bool m_isUnderLock = false;
    std::shared_ptr<Rotations> m_rotations; ///< of all copies
};

} // namespace QciAuth
