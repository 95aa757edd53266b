// SPDX-License-Identifier: Apache-2.0
#include "currentlogin.h"

#include "authclient.h"
#include "clock.h"
#include "connector.h"
#include "login.h"
#include "profilestore.h"

namespace QciAuth {

using std::chrono::milliseconds;

namespace {

// `Date` has whole seconds: a smaller change is noise, not worth a write to the disk.
constexpr milliseconds leastSkewChange{2'000};

} // namespace

CurrentLogin::CurrentLogin(
    const Profile &profile, ProfileStore &profiles, const SharedExchange &sharing, const Connector &connector)
    : m_profile(profile)
    , m_profiles(profiles)
    , m_sharing(sharing)
    , m_connector(connector)
    , m_backlog(std::make_shared<SharedExchange::Backlog>())
{
}

CurrentLogin::~CurrentLogin()
{
    disconnect();
}

QString CurrentLogin::apiToken() const
{
    return m_client ? m_client->apiToken() : QString();
}

QDateTime CurrentLogin::now() const
{
    return m_client ? m_client->now() : m_connector.clock().now().addMSecs(m_profile.skew.count());
}

bool CurrentLogin::has(const QString &apiToken) const
{
    return m_client && (m_client->apiToken() == apiToken || m_backlog->older.contains(apiToken));
}

CurrentLogin::Change CurrentLogin::changeTo(const Profile &stored, const QString &apiToken) const
{
    if (!has(apiToken) || stored.url != m_profile.url)
        return Change::Login;
    return stored.connectsLike(m_profile) ? Change::None : Change::Connection;
}

void CurrentLogin::use(const Profile &stored, const QString &apiToken)
{
    const Change change = changeTo(stored, apiToken);
    const QString newest = change == Change::Login ? apiToken : m_client->apiToken();
    m_profile = stored;
    m_kept = true;
    if (change == Change::Login)
        forgetBacklog();
    if (change == Change::None)
        return;
    disconnect();
    m_client = m_connector.client(m_profile, newest);
}

AccessTokenInfo CurrentLogin::adopt(Login &login)
{
    disconnect();
    m_profile = login.profile();
    m_sharing.loggedIn(m_profile);
    forgetBacklog();
    m_client = login.takeClient();
    m_storageError = login.storageError();
    m_kept = login.isKept();
    const AccessTokenInfo info = *m_client->cachedAccessTokenInfo();
    answered(info);
    return info;
}

void CurrentLogin::end()
{
    disconnect();
    forgetBacklog();
}

QFuture<AccessTokenInfo> CurrentLogin::post()
{
    return m_client->postAccessTokens();
}

QFuture<SharedExchange::Result> CurrentLogin::exchange(
    const SharedExchange::Suffices &suffices, const SharedExchange::Post &post) const
{
    if (!m_kept)
        return post().then([](const AccessTokenInfo &info) { return SharedExchange::Result{.info = info}; });
    return m_sharing.run(m_profile, m_client->apiToken(), suffices, post, m_backlog);
}

void CurrentLogin::answered(const AccessTokenInfo &info)
{
    const milliseconds drift = m_client->skew() - m_profile.skew;
    m_profile.skew = m_client->skew();
    if (std::chrono::abs(drift) >= leastSkewChange)
        m_profiles.saveSkew(m_profile);
    if (const QString &rotated = info.refreshToken; !rotated.isEmpty() && rotated != m_client->apiToken()) {
        // The client that carries the new token takes over where the old one stands; what that knows is told already.
        disconnect();
        m_client = m_connector.client(m_profile, rotated);
    }
}

void CurrentLogin::takeStorageError()
{
    if (m_kept)
        m_storageError = m_backlog->error;
}

void CurrentLogin::catchUp(const std::function<bool()> &isCurrent, const std::function<void()> &stored)
{
    if (!m_storageError || !m_kept || !m_client)
        return;
    m_sharing.catchUp(m_profile, m_client->apiToken(), m_backlog).then([this, isCurrent, stored, backlog = m_backlog] {
        if (!isCurrent() || m_backlog != backlog || !m_storageError)
            return;
        takeStorageError();
        if (!m_storageError)
            stored();
    });
}

void CurrentLogin::disconnect()
{
    if (!m_client)
        return;
    m_client->abort();
    m_client.release()->deleteLater(); // not now: this may run in one of its own answers
}

void CurrentLogin::forgetBacklog()
{
    m_storageError.reset();
    m_backlog = std::make_shared<SharedExchange::Backlog>();
}

} // namespace QciAuth
