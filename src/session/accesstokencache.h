// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accesstokeninfo.h"
#include "autherror.h"

#include <QDateTime>
#include <QFuture>

#include <optional>

namespace QciAuth {

class Clock;
class SecretStore;
struct Profile;

/// The access token of each profile, in the keychain beside its API token, so that every process of the user can use
/// the one that any of them has exchanged (behaviour.md, Keychain).
class AccessTokenCache
{
public:
    struct Entry
    {
        AccessTokenInfo info;
        QDateTime storedAt; ///< by this machine's wall clock, in UTC

        /// Whether it was stored since `start`, by the wall clock that shows `now`; one that was set back meanwhile
        /// says nothing.
        bool isStoredSince(const QDateTime &start, const QDateTime &now) const;
    };

    /// Both must outlive the cache and its answers.
    AccessTokenCache(SecretStore &secrets, const Clock &clock);

    /// What is stored for the profile; nothing where that belongs to another URL, has expired by this machine's clock
    /// corrected by the profile's skew, or makes no sense, and where the clock was set back since, as an expired token
    /// would look valid then. Fails as SecretStore::read() does.
    QFuture<std::optional<Entry>> read(const Profile &profile) const;
    /// Stores it in place of any other. Fails as SecretStore::write() does.
    QFuture<void> write(const Profile &profile, const AccessTokenInfo &info) const;
    /// Fails as SecretStore::remove() does.
    QFuture<void> remove(const Profile &profile) const;

private:
    SecretStore &m_secrets;
    const Clock &m_clock;
};

} // namespace QciAuth
