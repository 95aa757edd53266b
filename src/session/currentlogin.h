// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "profile.h"
#include "sharedexchange.h"

#include <QFuture>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace QciAuth {

class AuthClient;
class Connector;
class Login;
class ProfileStore;

/// The login that a session goes on with, or none: the profile and its API token, the connection with the service that
/// they belong to, and what the keychain has of them.
class CurrentLogin
{
public:
    /// What it takes to go on with a login from the keychain.
    enum class Change {
        None,
        Connection, ///< the same login, on another way to the service
        Login,      ///< another one
    };

    /// The references must outlive the login.
    CurrentLogin(
        const Profile &profile, ProfileStore &profiles, const SharedExchange &sharing, const Connector &connector);
    ~CurrentLogin();
    Q_DISABLE_COPY_MOVE(CurrentLogin)

    const Profile &profile() const { return m_profile; }
    /// For whoever has no API token.
    void setProfile(const Profile &profile) { m_profile = profile; }
    bool hasApiToken() const { return m_client != nullptr; }
    /// Secret; empty where there is none.
    QString apiToken() const;
    /// The service's time, in UTC.
    QDateTime now() const;
    /// Whether the login is that in the keychain, as far as is known: else nobody else knows of it.
    bool isKept() const { return m_kept; }
    /// Why the API token is not in the keychain although the user wanted that.
    const std::optional<AuthError> &storageError() const { return m_storageError; }

    /// Whether that is the API token, or one before it that the keychain may have still.
    bool has(const QString &apiToken) const;
    /// @param stored  the profile that the API token in the keychain belongs to.
    Change changeTo(const Profile &stored, const QString &apiToken) const;

    /// Goes on with what the keychain has; with the newest API token where that is the same login. A request on a
    /// connection that is given up, here and below, fails with kind Cancelled before this returns.
    /// @throws AuthError of kind Local where the service cannot be reached so; there is no API token then.
    void use(const Profile &stored, const QString &apiToken);
    /// Takes over what a successful login brought; tells its access token.
    AccessTokenInfo adopt(Login &login);
    /// Forgets the API token, and gives the connection up. The keychain is left alone.
    void end();

    /// Sends an exchange; there must be an API token.
    QFuture<AccessTokenInfo> post();
    /// Exchanges by `post`, together with the other processes where they know of this login: see SharedExchange::run().
    QFuture<SharedExchange::Result> exchange(
        const SharedExchange::Suffices &suffices, const SharedExchange::Post &post) const;
    /// The service has answered an exchange: takes over what its answer says of the time, and of the API token.
    void answered(const AccessTokenInfo &info);

    /// Takes over what the exchanges have found out of the keychain.
    void takeStorageError();
    /// Stores an API token that could not be stored before; a keychain that fails for a moment must not have what is
    /// worth nothing for longer than need be. Not to be called while an exchange is under way, which does the same.
    /// @param isCurrent  tells, later, whether this lives still and nobody has logged in or out since.
    /// @param stored     called where there is no storageError() any more.
    void catchUp(const std::function<bool()> &isCurrent, const std::function<void()> &stored);

private:
    void disconnect();
    void forgetBacklog();

    Profile m_profile;
    ProfileStore &m_profiles;
    const SharedExchange &m_sharing;
    const Connector &m_connector;
    std::unique_ptr<AuthClient> m_client;
    SharedExchange::SharedBacklog m_backlog; ///< of this login; never null
    std::optional<AuthError> m_storageError;
    bool m_kept = true;
};

} // namespace QciAuth
