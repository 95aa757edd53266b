// SPDX-License-Identifier: Apache-2.0
#include "connector.h"

#include "authclient.h"
#include "profile.h"
#include "serviceconnection.h"

namespace QciAuth {

namespace {

// A client asks the environment for what it is not given. A profile's token meets its own URL only.
void requireUrl(const Profile &profile)
{
    if (profile.url.isEmpty())
        throw AuthError(
            AuthError::Kind::Local, AuthError::Cause::MissingUrl, QStringLiteral("the profile has no API URL"));
}

} // namespace

Connector::Connector(const Clock &clock, AccessManagerFactory accessManagers, const QStringList &extraCaFiles)
    : m_clock(clock)
    , m_accessManagers(std::move(accessManagers))
    , m_extraCaFiles(extraCaFiles)
{
}

std::unique_ptr<AuthClient> Connector::client(const Profile &profile, const QString &apiToken) const
{
    requireUrl(profile);
    if (apiToken.isEmpty())
        throw AuthError(
            AuthError::Kind::Local, AuthError::Cause::MissingToken, QStringLiteral("there is no API token"));
    return std::make_unique<AuthClient>(profile.clientConfig(apiToken, m_extraCaFiles), m_clock, m_accessManagers);
}

std::unique_ptr<ServiceConnection> Connector::connection(const Profile &profile) const
{
    requireUrl(profile);
    return std::make_unique<ServiceConnection>(
        profile.clientConfig(QString(), m_extraCaFiles), m_clock, m_accessManagers);
}

} // namespace QciAuth
