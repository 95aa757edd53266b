// SPDX-License-Identifier: Apache-2.0
#include "authclient.h"

#include "pastedcredentials.h"
#include "readyfuture.h"

#include <QPointer>
#include <QPromise>

#include <utility>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

using Kind = AuthError::Kind;
using Cause = AuthError::Cause;

QString checkedToken(const QString &configured)
{
    const QString token = configured.isEmpty() ? qEnvironmentVariable("QCI_TOKEN") : configured;
    if (token.isEmpty())
        throw AuthError(
            Kind::Local, Cause::MissingToken, u"must specify api_token argument or QCI_TOKEN environment variable"_s);
    if (!isWellFormedToken(token))
        throw AuthError(Kind::Local, Cause::InvalidToken,
            u"the API token is too long or has spaces or other characters that no token has"_s);
    return token;
}

} // namespace

struct AuthClient::Waiter
{
    QPromise<AccessTokenInfo> promise;
    bool servesValidToken; ///< whether a failed exchange is answered with the cached token while that is valid
};

AuthClient::AuthClient(
    const AuthClientConfig &config, const Clock &clock, AccessManagerFactory accessManagers, QObject *parent)
    : QObject(parent)
    , m_apiToken(checkedToken(config.apiToken))
    , m_connection(config, clock, std::move(accessManagers))
{
    m_connection.setSecrets({m_apiToken});
}

AuthClient::~AuthClient()
{
    blockSignals(true);
    abort();
}

bool AuthClient::isFresh()
{
    return m_info && m_info->remaining(now()) >= m_info->margin();
}

QFuture<AccessTokenInfo> AuthClient::accessTokenInfo()
{
    if (isFresh())
        return readyFuture(*m_info);
    return joinExchange(true);
}

std::optional<HeaderList> AuthClient::cachedHeaders()
{
    if (!isFresh())
        return std::nullopt;
    if (m_headers.isEmpty())
        m_headers = headersWithoutAuthorization() << std::pair("Authorization", m_info->authorization());
    return m_headers;
}

QFuture<HeaderList> AuthClient::headers()
{
    if (auto cached = cachedHeaders())
        return readyFuture(std::move(*cached));
    return accessTokenInfo().then([headers = headersWithoutAuthorization()](const AccessTokenInfo &info) {
        HeaderList complete = headers;
        complete.append({"Authorization", info.authorization()});
        return complete;
    });
}

QFuture<HeaderList> AuthClient::headersWithoutConnectionClose()
{
    return headers().then([](HeaderList headers) {
        headers.removeIf([](const auto &header) { return header.first == "Connection"; });
        return headers;
    });
}

QFuture<AccessTokenInfo> AuthClient::postAccessTokens()
{
    return joinExchange(false);
}

QFuture<AccessTokenInfo> AuthClient::joinExchange(bool servesValidToken)
{
    const bool underWay = !m_waiters.empty();
    Waiter waiter{.promise = {}, .servesValidToken = servesValidToken};
    waiter.promise.start();
    QFuture<AccessTokenInfo> future = waiter.promise.future();
    m_waiters.push_back(std::move(waiter));
    if (!underWay) {
        m_connection.postAccessTokens({{u"refresh_token"_s, m_apiToken}})
            .then([guard = QPointer(this)](const QJsonObject &answer) {
                if (guard)
                    guard->finishExchange(answer);
            })
            .onFailed([guard = QPointer(this)](const AuthError &error) {
                if (guard)
                    guard->failExchange(error);
            });
    }
    return future;
}

void AuthClient::finishExchange(const QJsonObject &answer)
{
    // Throws where the answer is malformed, which ends in failExchange().
    const AccessTokenInfo info = AccessTokenInfo::fromJson(answer, now());
    m_info = info;
    m_headers.clear();
    m_connection.setSecrets({m_apiToken, info.accessToken, info.refreshToken});
    const QPointer<AuthClient> guard(this); // whoever is answered may drop the client, or start the next exchange
    for (Waiter &waiter : std::exchange(m_waiters, {})) {
        waiter.promise.addResult(info);
        waiter.promise.finish();
    }
    if (guard)
        emit accessTokenRefreshed(info.expiresAt);
}

void AuthClient::failExchange(const AuthError &error)
{
    const QPointer<AuthClient> guard(this);
    const std::optional<AccessTokenInfo> info = m_info;
    const bool stillValid = info && info->remaining(now()) > std::chrono::milliseconds::zero();
    for (Waiter &waiter : std::exchange(m_waiters, {})) {
        if (waiter.servesValidToken && stillValid)
            waiter.promise.addResult(*info);
        else
            waiter.promise.setException(error);
        waiter.promise.finish();
    }
    if (guard)
        emit refreshFailed(error);
}

} // namespace QciAuth
