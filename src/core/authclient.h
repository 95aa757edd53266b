// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accessmanager.h"
#include "accesstokeninfo.h"
#include "authclientconfig.h"
#include "autherror.h"
#include "serviceconnection.h"

#include <QFuture>
#include <QObject>
#include <QUrl>

#include <chrono>
#include <optional>
#include <vector>

namespace QciAuth {

/// Client of QCi's auth API: does what `qci_client.auth.client.AuthClient` does (api.md), asynchronously.
///
/// Concurrent callers share one exchange; a failed exchange never takes away a token that is still valid. Futures
/// fail with AuthError, and with kind Cancelled where the client is destroyed first. For use in one thread, with an
/// event loop.
class AuthClient : public QObject
{
    Q_OBJECT

public:
    /// @param clock  must outlive the client.
    /// @throws AuthError of kind Local where the URL or token cannot be used.
    AuthClient(const AuthClientConfig &config, const Clock &clock, AccessManagerFactory accessManagers,
        QObject *parent = nullptr);
    ~AuthClient() override;

    /// Base URL, with its trailing slash.
    QUrl url() const { return m_connection.url(); }
    QString apiToken() const { return m_apiToken; }
    std::optional<std::chrono::nanoseconds> timeout() const { return m_connection.timeout(); }
    /// Where API tokens are exchanged for access tokens.
    QUrl accessTokensUrl() const { return m_connection.accessTokensUrl(); }

    /// The cached info, or a new exchange where there is none or it is within its margin of expiry.
    QFuture<AccessTokenInfo> accessTokenInfo();
    /// What the last exchange brought, whatever its age; sends nothing.
    const std::optional<AccessTokenInfo> &cachedAccessTokenInfo() const { return m_info; }

    /// `Content-Type`, `Connection: close` and, where a timeout is set, `X-Request-Timeout-Nano`.
    HeaderList headersWithoutAuthorization() const { return m_connection.headersWithoutAuthorization(); }
    /// The same with `Authorization`; may exchange.
    QFuture<HeaderList> headers();
    /// What `headers()` would bring at once; nothing where it would exchange. Sends nothing, and saves a caller in a
    /// hurry the future, which takes longer to make than all the rest.
    std::optional<HeaderList> cachedHeaders();
    /// `headers()` less `Connection`; may exchange.
    QFuture<HeaderList> headersWithoutConnectionClose();

    /// Asks for the service's health: one request on the wire.
    QFuture<ServiceHealth> getAccessTokensHealth() { return m_connection.health(); }
    /// Asks for the service's version: one request on the wire.
    QFuture<ServiceVersion> getAccessTokensVersion() { return m_connection.version(); }
    /// Exchanges the API token, whatever is cached: one request on the wire, or none of its own where an exchange is
    /// under way already, which is joined.
    QFuture<AccessTokenInfo> postAccessTokens();

    /// The service's time, by its last `Date` header.
    QDateTime now() { return m_connection.now(); }
    /// Service time minus local time.
    std::chrono::milliseconds skew() const { return m_connection.skew(); }

    /// Ends every call under way: their futures fail with kind Cancelled.
    void abort() { m_connection.abort(); }

signals:
    void accessTokenRefreshed(const QDateTime &expiresAt);
    void refreshFailed(const QciAuth::AuthError &error);

private:
    struct Waiter;

    /// Whether the cached info is good still.
    bool isFresh();
    QFuture<AccessTokenInfo> joinExchange(bool servesValidToken);
    void finishExchange(const QJsonObject &answer);
    void failExchange(const AuthError &error);

    const QString m_apiToken;
    ServiceConnection m_connection;
    std::optional<AccessTokenInfo> m_info;
    HeaderList m_headers;          ///< with the token of `m_info`; empty until somebody asks
    std::vector<Waiter> m_waiters; ///< not empty exactly while an exchange is under way
};

} // namespace QciAuth
