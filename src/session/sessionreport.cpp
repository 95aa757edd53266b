// SPDX-License-Identifier: Apache-2.0
#include "sessionreport.h"

#include "errortext.h"

#include <QJsonDocument>
#include <QJsonValue>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

QString instantText(const QDateTime &instant)
{
    return instant.toUTC().toString(u"yyyy-MM-ddTHH:mm:ss'Z'"_s);
}

QString kindName(AuthError::Kind kind)
{
    switch (kind) {
    case AuthError::Kind::Transient:
        return u"transient"_s;
    case AuthError::Kind::Rejected:
        return u"rejected"_s;
    case AuthError::Kind::WrongAddress:
        return u"wrong_address"_s;
    case AuthError::Kind::Untrusted:
        return u"untrusted"_s;
    case AuthError::Kind::Local:
        return u"local"_s;
    case AuthError::Kind::Cancelled:
        break;
    }
    return u"cancelled"_s;
}

} // namespace

QByteArray SessionReport::line(QJsonObject object)
{
    object.insert(u"version"_s, version);
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QJsonObject SessionReport::token(const QString &profileName, const AccessTokenInfo &info)
{
    return {
        {u"version"_s, version},
        {u"profile"_s, profileName},
        {u"access_token"_s, info.accessToken},
        {u"token_type"_s, u"Bearer"_s},
        {u"expires_at"_s, instantText(info.expiresAt)},
        {u"expires_on"_s, info.expiresAt.toSecsSinceEpoch()},
        {u"organization_id"_s, info.organizationId},
        {u"user_id"_s, info.userId},
    };
}

std::optional<AccessTokenInfo> SessionReport::tokenFrom(const QJsonObject &object)
{
    const QJsonValue expiresOn = object.value("expires_on"_L1);
    AccessTokenInfo info{
        .accessToken = object.value("access_token"_L1).toString(),
        .expiresAtRfc3339 = object.value("expires_at"_L1).toString(),
        .tokenType = object.value("token_type"_L1).toString(),
        .organizationId = object.value("organization_id"_L1).toString(),
        .userId = object.value("user_id"_L1).toString(),
        .refreshToken = {},
        .expiresAt = QDateTime::fromSecsSinceEpoch(expiresOn.toInteger()).toUTC(),
        .obtainedAt = {},
    };
    if (info.accessToken.isEmpty() || !expiresOn.isDouble())
        return std::nullopt;
    return info;
}

QJsonObject SessionReport::status(Session &session)
{
    QJsonObject report{
        {u"state"_s, stateName(session.state())},
        {u"expires_at"_s, QJsonValue::Null},
        {u"expires_on"_s, QJsonValue::Null},
        {u"expires_in_s"_s, QJsonValue::Null},
        {u"organization_id"_s, QJsonValue::Null},
        {u"user_id"_s, QJsonValue::Null},
        {u"error"_s, QJsonValue::Null},
    };
    if (const auto &info = session.info()) {
        report[u"expires_at"_s] = instantText(info->expiresAt);
        report[u"expires_on"_s] = info->expiresAt.toSecsSinceEpoch();
        report[u"expires_in_s"_s] =
            static_cast<qint64>(std::chrono::floor<std::chrono::seconds>(info->remaining(session.now())).count());
        report[u"organization_id"_s] = info->organizationId;
        report[u"user_id"_s] = info->userId;
    }
    if (const auto &error = session.lastError()) {
        report[u"error"_s] = errorText(*error, QUrl(session.profile().url), TextLanguage::English);
        report[u"cause"_s] = causeName(*error);
        // The session itself says so only after another look into the keychain.
        if (error->kind() == AuthError::Kind::Rejected)
            report[u"state"_s] = stateName(Session::State::LoginRequired);
    }
    return report;
}

QString SessionReport::stateName(Session::State state)
{
    switch (state) {
    case Session::State::Active:
        return u"active"_s;
    case Session::State::Starting:
    case Session::State::RefreshFailing:
        return u"refresh_failing"_s;
    case Session::State::Expired:
        return u"expired"_s;
    case Session::State::LoginRequired:
        return u"login_required"_s;
    case Session::State::Locked:
        return u"locked"_s;
    case Session::State::LoggedOut:
        break;
    }
    return u"logged_out"_s;
}

QString SessionReport::causeName(const AuthError &error)
{
    switch (error.cause()) {
    case AuthError::Cause::SecretStoreTimedOut:
        return u"keychain_timed_out"_s;
    case AuthError::Cause::SecretStoreUnavailable:
    case AuthError::Cause::SecretStoreLocked:
    case AuthError::Cause::SecretStoreFailed:
        return u"keychain"_s;
    default:
        return {};
    }
}

QJsonObject SessionReport::error(const AuthError &error, const QUrl &url)
{
    return {{u"error"_s, QJsonObject{{u"kind"_s, kindName(error.kind())}, {u"cause"_s, causeName(error)},
                             {u"text"_s, errorText(error, url, TextLanguage::English)}}}};
}

} // namespace QciAuth
