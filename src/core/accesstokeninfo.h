// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <chrono>

namespace QciAuth {

/// What an exchange answers (api.md), and when it arrived.
struct AccessTokenInfo
{
    QString accessToken;      ///< secret; visible ASCII
    QString expiresAtRfc3339; ///< as the service wrote it
    QString tokenType;        ///< as the service wrote it; `bearer` in any case
    QString organizationId;
    QString userId;
    QString refreshToken; ///< secret; empty unless the answer carried a new API token
    QDateTime expiresAt;  ///< `expiresAtRfc3339` in UTC
    QDateTime obtainedAt; ///< service time of the answer's arrival, in UTC

    bool operator==(const AccessTokenInfo &) const = default;

    /// Time left at `now` (service time); negative once expired.
    std::chrono::milliseconds remaining(const QDateTime &now) const;
    /// With less than this left the token is due for renewal: the shorter of 10 min and half of its lifetime.
    std::chrono::milliseconds margin() const;
    /// Value of the `Authorization` header: `Bearer <token>`, whatever case the service wrote the type in.
    QByteArray authorization() const;

    /// @param now  service time of the answer's arrival.
    /// @throws AuthError(Transient, MalformedAnswer) where a member is missing or no string, the token is empty or has
    ///         bytes outside visible ASCII, the type is not `bearer`, or the expiry is no RFC 3339 date or is past.
    static AccessTokenInfo fromJson(const QJsonObject &object, const QDateTime &now);
};

} // namespace QciAuth
