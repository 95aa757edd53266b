// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace QciAuth {

/// What an AuthClient needs to know.
struct AuthClientConfig
{
    QString url;                                     ///< base URL; empty: the environment's `QCI_API_URL`
    QString apiToken;                                ///< refresh token; empty: the environment's `QCI_TOKEN`
    std::optional<std::chrono::nanoseconds> timeout; ///< per call; absent: wait without limit
    QStringList caCertificateFiles;                  ///< PEM files trusted besides the system's
    bool allowInsecureHttp = false;                  ///< plain http to another machine, too
    std::chrono::milliseconds skew{};                ///< service time minus local time, where it is known already

    bool operator==(const AuthClientConfig &) const = default;
};

} // namespace QciAuth
