// SPDX-License-Identifier: Apache-2.0
#include "login.h"

#include "authclient.h"
#include "connector.h"
#include "profilestore.h"
#include "secretstore.h"

#include <QPointer>

#include <utility>

namespace QciAuth {

Login::Login(SecretStore &secrets, ProfileStore &profiles, const Connector &connector, QObject *parent)
    : QObject(parent)
    , m_secrets(secrets)
    , m_profiles(profiles)
    , m_connector(connector)
{
}

Login::~Login()
{
    blockSignals(true);
    const std::unique_ptr<AuthClient> client = std::move(m_client); // its last answer finds none here
}

void Login::start(const Profile &profile, const QString &apiToken, bool keep)
{
    m_profile = profile;
    m_keep = keep;
    try {
        m_client = m_connector.client(profile, apiToken);
    } catch (const AuthError &error) {
        QMetaObject::invokeMethod(
            this, [this, error] { emit failed(error); }, Qt::QueuedConnection);
        return;
    }
    m_client->postAccessTokens()
        .then(this, [this](const AccessTokenInfo &) { exchanged(); })
        .onFailed(this, [this](const AuthError &error) {
            if (m_client)
                m_client.release()->deleteLater(); // not now: this runs in its answer
            emit failed(error);
        });
}

void Login::cancel()
{
    if (m_client)
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

    // A stored token must never meet another service than its own: it goes before the profile gets a new URL.
    const auto before = m_profiles.profile(m_profile.name);
    const bool staysAsItIs = !before || (m_keep && before->url == m_profile.url);
    if (staysAsItIs)
        return saveProfile();
    // The keychain may answer after this login has ended, and Qt 6.4 asserts that the context of a continuation lives.
    m_secrets.remove(m_profile.refreshTokenKey())
        .then([guard = QPointer(this)] {
            if (guard)
                guard->saveProfile();
        })
        .onFailed([guard = QPointer(this), stays = before->url == m_profile.url](const AuthError &error) {
            if (!guard)
                return;
            // Who wants nothing kept misses no keychain, as long as what it may hold stays with its service.
            if (!guard->m_keep && stays && error.cause() == AuthError::Cause::SecretStoreUnavailable)
                guard->saveProfile();
            else
                guard->finish(error);
        });
}

void Login::saveProfile()
{
    if (const auto error = m_profiles.save(m_profile))
        finish(error);
    else if (m_keep)
        storeToken();
    else
        finish(std::nullopt);
}

void Login::storeToken()
{
    m_secrets.write(m_profile.refreshTokenKey(), m_apiToken)
        .then([guard = QPointer(this)] {
            if (!guard)
                return;
            guard->m_kept = true;
            guard->finish(std::nullopt);
        })
        .onFailed([guard = QPointer(this)](const AuthError &error) {
            if (guard)
                guard->finish(error);
        });
}

void Login::finish(const std::optional<AuthError> &storageError)
{
    m_storageError = storageError;
    m_apiToken.clear();
    emit succeeded();
}

} // namespace QciAuth
