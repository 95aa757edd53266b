// SPDX-License-Identifier: Apache-2.0
#include "login.h"

#include "authclient.h"
#include "certificatefile.h"
#include "connector.h"
#include "profilestore.h"
#include "secretstore.h"
#include "sharedexchange.h"

#include <QLockFile>
#include <QPointer>

#include <utility>

namespace QciAuth {

Login::Login(SecretStore &secrets, ProfileStore &profiles, const SharedExchange &sharing, const Connector &connector,
    QObject *parent)
    : QObject(parent)
    , m_secrets(secrets)
    , m_profiles(profiles)
    , m_sharing(sharing)
    , m_connector(connector)
{
}

Login::~Login()
{
    blockSignals(true);
    const std::unique_ptr<AuthClient> client = std::move(m_client); // its last answer finds none here
}

void Login::start(const Profile &profile, const QString &apiToken, Keep keep)
{
    m_profile = profile;
    m_keep = keep;
    m_kept = false;
    m_storageError.reset();
    try {
        auto client = m_connector.client(profile, apiToken);
        // Over plain http, nobody would look at it until the address changes.
        if (!profile.caCertificateFile.isEmpty())
            certificatesInFile(profile.caCertificateFile);
        m_client = std::move(client);
    } catch (const AuthError &error) {
        QMetaObject::invokeMethod(
            this, [this, error] { emit failed(error); }, Qt::QueuedConnection);
        return;
    }
    m_underWay = m_sharing.beginLogin();
    m_client->postAccessTokens()
        .then(this, [this](const AccessTokenInfo &) { exchanged(); })
        .onFailed(this, [this](const AuthError &error) {
            if (m_client)
                m_client.release()->deleteLater(); // not now: this runs in its answer
            const auto untilTold = std::move(m_underWay);
            emit failed(error);
        });
}

void Login::cancel()
{
    using Cause = AuthError::Cause;
    if (m_isStoring)
        finish(AuthError(AuthError::Kind::Local, Cause::SecretStoreTimedOut, QStringLiteral("not waited for")));
    else if (m_client)
        m_client->abort();
}

std::unique_ptr<AuthClient> Login::takeClient()
{
    return std::move(m_client);
}

void Login::exchanged()
{
    const AccessTokenInfo &info = *m_client->cachedAccessTokenInfo();
    m_apiToken = info.refreshToken.isEmpty() ? m_client->apiToken() : info.refreshToken;
    m_profile.url = m_client->url().toString(QUrl::FullyEncoded); // any other form might not be read again
    m_profile.skew = m_client->skew();

    m_isStoring = true;
    emit accepted();
    // No other process may leave an access token of the login before.
    const auto isCurrent = currency();
    m_sharing.lock(m_profile).then([this, isCurrent](const ProfileLock::Held &held) {
        if (isCurrent()) {
            m_lock = held;
            store();
        } else if (held) {
            held->unlock();
        }
    });
}

void Login::store()
{
    // Before anything goes that was stored.
    if (const auto error = m_profiles.roomProblem(m_profile.name)) {
        finish(error);
        return;
    }
    // A stored token must never meet another service than its own: it goes before the profile gets a new URL. Where
    // the file is damaged or lost, nobody can tell which one its own is; a damaged file stays until then.
    const auto before = m_profiles.profile(m_profile.name);
    const bool meetsNoOther = before && before->url == m_profile.url;
    // The access token of the login before goes first in any case: what is left by a kill must fit together.
    const bool staysInPlace = m_keep == Keep::ApiToken && meetsNoOther;
    const auto isCurrent = currency();
    (staysInPlace ? m_secrets.remove(m_profile.accessTokenKey()) : removeStored())
        .then([this, isCurrent] {
            if (isCurrent())
                saveProfile();
        })
        .onFailed([this, isCurrent, meetsNoOther](const AuthError &error) {
            if (!isCurrent())
                return;
            if (meetsNoOther && error.cause() == AuthError::Cause::SecretStoreUnavailable)
                saveProfile();
            else
                finish(error);
        });
}

QFuture<void> Login::removeStored()
{
    return m_secrets.remove(m_profile.refreshTokenKey())
        .then([&secrets = m_secrets, profile = m_profile] { return secrets.remove(profile.accessTokenKey()); })
        .unwrap();
}

void Login::saveProfile()
{
    if (const auto error = m_profiles.save(m_profile))
        finish(error);
    else if (m_keep == Keep::ApiToken)
        storeToken();
    else if (m_keep == Keep::AccessToken)
        shareAccessToken();
    else
        finish(std::nullopt);
}

void Login::storeToken()
{
    const auto isCurrent = currency();
    m_secrets.write(m_profile.refreshTokenKey(), m_apiToken)
        .then([this, isCurrent] {
            if (!isCurrent())
                return;
            m_kept = true;
            shareAccessToken();
        })
        .onFailed([this, isCurrent](const AuthError &error) {
            if (isCurrent())
                finish(error);
        });
}

void Login::shareAccessToken()
{
    const auto isCurrent = currency();
    m_sharing.cache()
        .write(m_profile, *m_client->cachedAccessTokenInfo())
        .then([this, isCurrent] {
            if (isCurrent())
                finish(std::nullopt);
        })
        .onFailed([this, isCurrent](const AuthError &error) {
            // Where the API token is stored, other processes can exchange for themselves.
            if (isCurrent())
                finish(m_keep == Keep::AccessToken ? std::optional(error) : std::nullopt);
        });
}

// The keychain may answer after this login has ended, and Qt 6.4 asserts that the context of a continuation lives.
std::function<bool()> Login::currency()
{
    return [guard = QPointer(this)] { return guard && guard->m_isStoring; };
}

void Login::finish(const std::optional<AuthError> &storageError)
{
    m_isStoring = false;
    if (m_lock)
        m_lock->unlock();
    m_lock.reset();
    m_storageError = storageError;
    m_apiToken.clear();
    const auto untilTold = std::move(m_underWay);
    emit succeeded();
}

} // namespace QciAuth
