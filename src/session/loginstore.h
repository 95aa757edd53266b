// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sharedexchange.h"

#include <QFuture>
#include <QString>

#include <functional>

namespace QciAuth {

class ProfileStore;
class SecretStore;

/// The logins that are stored, each as a profile and what the keychain has under its name. What is read belongs to the
/// service that the profile names once it is read, as a token must never meet another than its own: another process may
/// log in elsewhere while the keychain takes its time.
class LoginStore
{
public:
    using IsWanted = std::function<bool()>;

    /// @param secrets   may wait for a user. It and the sharing must outlive the answers.
    /// @param profiles  must live as long as an answer is wanted.
    LoginStore(SecretStore &secrets, const ProfileStore &profiles, const SharedExchange &sharing);

    /// What the keychain has. Fails as SecretStore::read() does for the API token.
    /// @param known     the profile, for where none of its name is stored.
    /// @param isWanted  tells, later, whether the answer counts still; else it may be anything.
    QFuture<StoredLogin> login(const Profile &known, const IsWanted &isWanted) const;
    /// The API token of the same; empty where there is none, or where the keychain does not tell.
    QFuture<QString> apiToken(const Profile &known, const IsWanted &isWanted) const;

    /// Takes the login out of the keychain: see SharedExchange::forget().
    /// @param isStored  whether it is there for all that is known; else it is no failure that there is no keychain.
    QFuture<void> forget(const Profile &profile, bool isStored) const;

private:
    template<typename Found>
    QFuture<Found> read(const Profile &known, const IsWanted &isWanted,
        const std::function<QFuture<Found>(const Profile &)> &readOnce) const;

    SecretStore &m_secrets;
    const ProfileStore &m_profiles;
    const SharedExchange &m_sharing;
};

} // namespace QciAuth
