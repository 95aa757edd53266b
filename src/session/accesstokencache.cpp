// SPDX-License-Identifier: Apache-2.0
#include "accesstokencache.h"

#include "clock.h"
#include "profile.h"
#include "secretstore.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

constexpr int version = 1;
// Clocks are slewed by milliseconds all the time.
constexpr std::chrono::milliseconds clockTolerance{5'000};

// The members of an exchange's answer, so that they are checked as those are; the API token is not among them.
QString toText(const Profile &profile, const AccessTokenInfo &info, const QDateTime &storedAt)
{
    const QJsonObject object{
        {u"version"_s, version},
        {u"url"_s, profile.url},
        {u"obtained_at"_s, info.obtainedAt.toString(Qt::ISODateWithMs)},
        {u"stored_at"_s, storedAt.toString(Qt::ISODateWithMs)},
        {u"access_token"_s, info.accessToken},
        {u"expires_at_rfc3339"_s, info.expiresAtRfc3339},
        {u"token_type"_s, info.tokenType},
        {u"organization_id"_s, info.organizationId},
        {u"user_id"_s, info.userId},
    };
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QDateTime instant(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
}

std::optional<AccessTokenCache::Entry> fromText(const Profile &profile, const QString &text, const QDateTime &now)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    const QDateTime obtainedAt = instant(object.value("obtained_at"_L1));
    const QDateTime storedAt = instant(object.value("stored_at"_L1));
    if (object.value("version"_L1).toInt() != version || object.value("url"_L1).toString() != profile.url ||
        !obtainedAt.isValid() || !storedAt.isValid() || storedAt > now.addMSecs(clockTolerance.count()))
        return std::nullopt;
    try {
        AccessTokenInfo info = AccessTokenInfo::fromJson(object, obtainedAt);
        if (info.remaining(now.addMSecs(profile.skew.count())) > std::chrono::milliseconds::zero())
            return AccessTokenCache::Entry{.info = info, .storedAt = storedAt};
    } catch (const AuthError &) {
        // Damaged, or of a later version: as good as none.
    }
    return std::nullopt;
}

} // namespace

bool AccessTokenCache::Entry::isStoredSince(const QDateTime &start, const QDateTime &now) const
{
    return storedAt > start && storedAt <= now;
}

AccessTokenCache::AccessTokenCache(SecretStore &secrets, const Clock &clock)
    : m_secrets(secrets)
    , m_clock(clock)
{
}

QFuture<std::optional<AccessTokenCache::Entry>> AccessTokenCache::read(const Profile &profile) const
{
    return m_secrets.read(profile.accessTokenKey())
        .then([profile, &clock = m_clock](const std::optional<QString> &text) {
            return text ? fromText(profile, *text, clock.now()) : std::nullopt;
        });
}

QFuture<void> AccessTokenCache::write(const Profile &profile, const AccessTokenInfo &info) const
{
    return m_secrets.write(profile.accessTokenKey(), toText(profile, info, m_clock.now()));
}

QFuture<void> AccessTokenCache::remove(const Profile &profile) const
{
    return m_secrets.remove(profile.accessTokenKey());
}

} // namespace QciAuth
