// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "autherror.h"
#include "profile.h"
#include "profilelock.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace QciAuth {

class AuthClient;
class Connector;
class ProfileStore;
class SecretStore;
class SharedExchange;

/// One interactive login: exchanges the API token, then stores profile and token, then says so (behaviour.md,
/// Keychain). A token that the service refuses is never stored, and what was stored before stays until the new token
/// is known to work. Never retries.
class Login : public QObject
{
    Q_OBJECT

public:
    enum class Keep {
        Nothing,
        AccessToken, ///< alone, until it expires
        ApiToken,    ///< and the access token beside it, for other processes
    };

    /// The references must outlive the login.
    Login(SecretStore &secrets, ProfileStore &profiles, const SharedExchange &sharing, const Connector &connector,
        QObject *parent = nullptr);
    ~Login() override;

    /// Starts. Emits `succeeded` or `failed` later, once. A CA certificate file that holds none fails over http, too.
    /// @param keep  what goes into the keychain; the rest of an earlier login is taken out of it.
    void start(const Profile &profile, const QString &apiToken, Keep keep);
    /// Ends it: `failed` with kind Cancelled. Once the service has accepted the token, it ends the wait for the
    /// keychain instead: `succeeded`, for this run only.
    void cancel();

    const Profile &profile() const { return m_profile; }
    /// Whether the token is in the keychain.
    bool isKept() const { return m_kept; }
    /// Why it is not there although it should be.
    const std::optional<AuthError> &storageError() const { return m_storageError; }
    /// After success: the client that has exchanged.
    std::unique_ptr<AuthClient> takeClient();

signals:
    /// The service has accepted the token; the keychain is asked now, and may take its time.
    void accepted();
    void succeeded();
    void failed(const QciAuth::AuthError &error);

private:
    void exchanged();
    void store();
    QFuture<void> removeStored();
    void saveProfile();
    void storeToken();
    void shareAccessToken();
    /// Tells, later, whether this login still waits for the keychain.
    std::function<bool()> currency();
    void finish(const std::optional<AuthError> &storageError);

    SecretStore &m_secrets;
    ProfileStore &m_profiles;
    const SharedExchange &m_sharing;
    const Connector &m_connector;
    ProfileLock::Held m_lock;
    std::shared_ptr<void> m_underWay; ///< from when it is sent until it is told how it ended
    Profile m_profile;
    std::unique_ptr<AuthClient> m_client;
    QString m_apiToken;
    std::optional<AuthError> m_storageError;
    bool m_isStoring = false;
    Keep m_keep = Keep::Nothing;
    bool m_kept = false;
};

} // namespace QciAuth
