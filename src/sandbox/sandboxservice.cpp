// SPDX-License-Identifier: Apache-2.0
#include "sandboxservice.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLatin1String>
#include <QLocale>

#include <algorithm>
#include <array>

namespace QciAuth {

using namespace Qt::StringLiterals;

namespace {

constexpr auto organizationId = "org-6f2c41d8"_L1;
constexpr auto userId = "user-91b07ae3"_L1;

QByteArray toCompactJson(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray toBase64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

SandboxResponse failure(int status, const QString &message, SandboxHeaders headers = {})
{
    return {status, std::move(headers), toCompactJson({{u"message"_s, message}})};
}

QDateTime toWholeSeconds(const QDateTime &instant)
{
    return QDateTime::fromSecsSinceEpoch(instant.toSecsSinceEpoch()).toUTC();
}

QByteArray toImfFixdate(const QDateTime &instant)
{
    return QLocale::c().toString(instant, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1();
}

// Empty where there is none, more than one, or another scheme.
QByteArray bearerToken(const SandboxHeaders &headers)
{
    QByteArray field;
    for (const auto &[name, value] : headers) {
        if (name.compare("authorization", Qt::CaseInsensitive) != 0) {
            continue;
        }
        if (!field.isEmpty()) {
            return {};
        }
        field = value.trimmed();
    }
    const qsizetype space = field.indexOf(' ');
    if (space < 0 || field.first(space).compare("bearer", Qt::CaseInsensitive) != 0) {
        return {};
    }
    return field.sliced(space).trimmed();
}

} // namespace

struct SandboxService::Route
{
    QLatin1String path;
    const char *method = nullptr;
    SandboxResponse (SandboxService::*answer)(const SandboxRequest &) = nullptr;
};

SandboxService::SandboxService(
    QSet<QByteArray> apiTokens, std::chrono::seconds lifetime, Clock clock, RandomBytes randomBytes)
    : m_apiTokens(std::move(apiTokens))
    , m_lifetime(lifetime)
    , m_clock(std::move(clock))
    , m_randomBytes(std::move(randomBytes))
{
}

SandboxResponse SandboxService::handle(const SandboxRequest &request)
{
    SandboxResponse response = request.body.size() > maximumBodySize
                                   ? failure(413, u"The body is longer than the 64 KiB that this service reads."_s)
                                   : route(request);
    response.headers.emplace_back("Content-Type", "application/json");
    response.headers.emplace_back("Date", toImfFixdate(m_clock()));
    return response;
}

qsizetype SandboxService::issuedTokenCount() const
{
    return m_issued.size();
}

SandboxResponse SandboxService::route(const SandboxRequest &request)
{
    static constexpr std::array routes{
        Route{"/auth/v1/access-tokens/"_L1, "POST", &SandboxService::exchange},
        Route{"/auth/v1/access-tokens/health"_L1, "GET", &SandboxService::health},
        Route{"/auth/v1/access-tokens/version"_L1, "GET", &SandboxService::version},
        Route{"/optimization/v1/allocations"_L1, "GET", &SandboxService::allocations},
    };
    const auto *const found = std::find_if(
        routes.begin(), routes.end(), [&request](const Route &route) { return route.path == request.path; });
    if (found == routes.end()) {
        return failure(404, u"There is nothing at this path."_s);
    }
    if (request.method != found->method) {
        return failure(
            405, u"This path answers %1 only."_s.arg(QLatin1String(found->method)), {{"Allow", found->method}});
    }
    return (this->*found->answer)(request);
}

SandboxResponse SandboxService::exchange(const SandboxRequest &request)
{
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    if (!document.isObject()) {
        return failure(400, u"The body must be a JSON object."_s);
    }
    const QJsonValue refreshToken = document.object().value("refresh_token"_L1);
    if (!refreshToken.isString()) {
        return failure(400, u"The body must have a string member refresh_token."_s);
    }
    if (!m_apiTokens.contains(refreshToken.toString().toUtf8())) {
        return failure(401, u"The refresh token is not known to this service."_s);
    }

    const QDateTime now = toWholeSeconds(m_clock());
    const QDateTime expiresAt = now.addSecs(m_lifetime.count());
    const QJsonObject answer{
        {u"access_token"_s, QLatin1String(issueAccessToken(now, expiresAt))},
        {u"expires_at_rfc3339"_s, expiresAt.toString(Qt::ISODate)},
        {u"token_type"_s, u"Bearer"_s},
        {u"organization_id"_s, organizationId},
        {u"user_id"_s, userId},
    };
    return {200, {{"Cache-Control", "no-store"}}, toCompactJson(answer)};
}

SandboxResponse SandboxService::health(const SandboxRequest & /*request*/)
{
    return {200, {}, toCompactJson({{u"message"_s, u"OK"_s}})};
}

SandboxResponse SandboxService::version(const SandboxRequest & /*request*/)
{
    return {200, {},
        toCompactJson({
            {u"application_name"_s, u"auth"_s},
            {u"version"_s, QLatin1String(QCIAUTH_VERSION "-sandbox")},
        })};
}

SandboxResponse SandboxService::allocations(const SandboxRequest &request)
{
    if (!isGoodAccessToken(bearerToken(request.headers))) {
        return failure(401, u"An access token that this service issued and that has not expired is needed."_s,
            {{"WWW-Authenticate", "Bearer"}});
    }
    const QJsonObject dirac{{u"metered"_s, true}, {u"seconds"_s, 600}};
    return {200, {}, toCompactJson({{u"allocations"_s, QJsonObject{{u"dirac"_s, dirac}}}})};
}

// Looks like what the real service hands out (a JWT of 0.5 to 4 KiB), but proves nothing.
QByteArray SandboxService::issueAccessToken(const QDateTime &now, const QDateTime &expiresAt)
{
    constexpr qsizetype idSize = 16;
    constexpr qsizetype signatureSize = 384;
    const QJsonObject header{{u"alg"_s, u"none"_s}, {u"typ"_s, u"JWT"_s}};
    const QJsonObject payload{
        {u"iat"_s, now.toSecsSinceEpoch()},
        {u"exp"_s, expiresAt.toSecsSinceEpoch()},
        {u"iss"_s, u"qci-auth-sandbox"_s},
        {u"sub"_s, userId},
        {u"org"_s, organizationId},
        {u"jti"_s, QLatin1String(m_randomBytes(idSize).toHex())},
    };
    QByteArray token = toBase64Url(toCompactJson(header)) + '.' + toBase64Url(toCompactJson(payload)) + '.' +
                       toBase64Url(m_randomBytes(signatureSize));

    dropIssuedTokens(now);
    m_expiryOfIssued.insert(token, expiresAt);
    m_issued.enqueue(token);
    return token;
}

bool SandboxService::isGoodAccessToken(const QByteArray &token) const
{
    const auto found = m_expiryOfIssued.constFind(token);
    return found != m_expiryOfIssued.cend() && m_clock() < *found;
}

// All live equally long, so the oldest expire first; a clock that was set back only delays this.
void SandboxService::dropIssuedTokens(const QDateTime &now)
{
    while (!m_issued.isEmpty() &&
           (m_issued.size() >= maximumIssuedTokens || m_expiryOfIssued.value(m_issued.head()) <= now)) {
        m_expiryOfIssued.remove(m_issued.dequeue());
    }
}

} // namespace QciAuth
