// SPDX-License-Identifier: Apache-2.0
#include "accesstokeninfo.h"

#include "answer.h"
#include "pastedcredentials.h"
#include "rfc3339.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

constexpr std::chrono::milliseconds longestMargin = std::chrono::minutes{10};

} // namespace

std::chrono::milliseconds AccessTokenInfo::remaining(const QDateTime &now) const
{
    return std::chrono::milliseconds(now.msecsTo(expiresAt));
}

std::chrono::milliseconds AccessTokenInfo::margin() const
{
    return std::min(longestMargin, remaining(obtainedAt) / 2);
}

QByteArray AccessTokenInfo::authorization() const
{
    return "Bearer " + accessToken.toLatin1();
}

AccessTokenInfo AccessTokenInfo::fromJson(const QJsonObject &object, const QDateTime &now)
{
    AccessTokenInfo info{
        .accessToken = requiredString(object, "access_token"_L1),
        .expiresAtRfc3339 = requiredString(object, "expires_at_rfc3339"_L1),
        .tokenType = requiredString(object, "token_type"_L1),
        .organizationId = requiredString(object, "organization_id"_L1),
        .userId = requiredString(object, "user_id"_L1),
        .refreshToken = object.value("refresh_token"_L1).toString(),
        .expiresAt = {},
        .obtainedAt = now,
    };
    if (!isWellFormedToken(info.accessToken))
        throw malformedAnswer(u"access_token is empty, too long or has characters that no token has"_s);
    if (!info.refreshToken.isEmpty() && !isWellFormedToken(info.refreshToken))
        throw malformedAnswer(u"refresh_token is too long or has characters that no token has"_s);
    if (info.tokenType.compare("bearer"_L1, Qt::CaseInsensitive) != 0)
        throw malformedAnswer(u"token_type is not bearer"_s);
    const auto expiry = parseRfc3339(info.expiresAtRfc3339);
    if (!expiry)
        throw malformedAnswer(u"expires_at_rfc3339 is not an RFC 3339 date and time"_s);
    info.expiresAt = *expiry;
    if (info.remaining(now) <= std::chrono::milliseconds::zero())
        throw malformedAnswer(u"expires_at_rfc3339 is in the past"_s);
    return info;
}

} // namespace QciAuth
