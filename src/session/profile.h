// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "authclientconfig.h"

#include <QString>
#include <QStringList>

#include <chrono>

namespace QciAuth {

/// How long the program waits for an answer unless a profile says otherwise (behaviour.md, HTTP).
inline constexpr std::chrono::milliseconds defaultTimeout{20'000};
/// Nobody waits for longer, whatever a profile says.
inline constexpr std::chrono::milliseconds longestTimeout = std::chrono::hours{24};

/// Where a user logs in, under a name of their choice. Holds no secret.
struct Profile
{
    QString name;
    QString url;
    std::chrono::milliseconds timeout = defaultTimeout;
    QString caCertificateFile; ///< PEM file trusted besides the system's; empty: none
    bool allowInsecureHttp = false;
    std::chrono::milliseconds skew{}; ///< service time minus local time, as last measured

    bool operator==(const Profile &) const = default;

    /// Whether whoever logs in with the one reaches the same service, in the same way, as with the other.
    bool connectsLike(const Profile &other) const;

    /// Key of the API token in the keychain (behaviour.md, Keychain).
    QString refreshTokenKey() const { return QStringLiteral("qci-auth/%1/refresh-token").arg(name); }

    /// Key of the access token that all processes of the user share.
    QString accessTokenKey() const { return QStringLiteral("qci-auth/%1/access-token").arg(name); }

    /// The client configuration for this profile; `extraCaFiles` are trusted, too.
    AuthClientConfig clientConfig(const QString &apiToken, const QStringList &extraCaFiles) const;
};

} // namespace QciAuth
