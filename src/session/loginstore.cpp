// SPDX-License-Identifier: Apache-2.0
#include "loginstore.h"

#include "profilestore.h"
#include "readyfuture.h"
#include "secretstore.h"

namespace QciAuth {

LoginStore::LoginStore(SecretStore &secrets, const ProfileStore &profiles, const SharedExchange &sharing)
    : m_secrets(secrets)
    , m_profiles(profiles)
    , m_sharing(sharing)
{
}

template<typename Found>
QFuture<Found> LoginStore::read(const Profile &known, const IsWanted &isWanted,
    const std::function<QFuture<Found>(const Profile &)> &readOnce) const
{
    const Profile before = m_profiles.profile(known.name).value_or(known);
    return readOnce(before)
        .then([store = *this, known, isWanted, readOnce, url = before.url](const Found &found) {
            if (!isWanted())
                return readyFuture(found);
            const auto now = store.m_profiles.profile(known.name);
            return now && now->url != url ? store.read(known, isWanted, readOnce) : readyFuture(found);
        })
        .unwrap();
}

QFuture<StoredLogin> LoginStore::login(const Profile &known, const IsWanted &isWanted) const
{
    return read<StoredLogin>(known, isWanted, [&secrets = m_secrets, &sharing = m_sharing](const Profile &profile) {
        return sharing.storedLogin(profile, secrets);
    });
}

QFuture<QString> LoginStore::apiToken(const Profile &known, const IsWanted &isWanted) const
{
    using Stored = std::optional<QString>;
    return read<Stored>(known, isWanted, [&secrets = m_secrets](const Profile &profile) {
        return secrets.read(profile.refreshTokenKey());
    }).then([](const Stored &stored) {
          return stored.value_or(QString());
      }).onFailed([](const AuthError &) { return QString(); });
}

QFuture<void> LoginStore::forget(const Profile &profile, bool isStored) const
{
    return m_sharing.forget(profile, m_secrets).onFailed([isStored](const AuthError &error) {
        if (isStored || error.cause() != AuthError::Cause::SecretStoreUnavailable)
            throw AuthError(error);
    });
}

} // namespace QciAuth
