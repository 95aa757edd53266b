// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accessmanager.h"
#include "livesecrets.h"
#include "serviceclock.h"
#include "servicehealth.h"
#include "serviceversion.h"

#include <QFuture>
#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <memory>
#include <optional>
#include <utility>

class QNetworkRequest;

namespace QciAuth {

class HttpCall;
struct Answer;
struct AuthClientConfig;

/// Header names and values, in the order in which they are sent.
using HeaderList = QList<std::pair<QByteArray, QByteArray>>;

/// The calls of QCi's auth API on the wire (api.md): each method sends one request. Knows the service's URL and time,
/// but no token of its own, so that a service can be asked for its health before anybody has logged in.
///
/// Futures fail with AuthError, and with kind Cancelled where the connection is destroyed or aborted first.
class ServiceConnection : public QObject
{
    Q_OBJECT

public:
    /// @param config  its `apiToken` is not used.
    /// @param clock   must outlive the connection.
    /// @throws AuthError of kind Local where the URL cannot be used.
    ServiceConnection(const AuthClientConfig &config, const Clock &clock, AccessManagerFactory accessManagers,
        QObject *parent = nullptr);
    ~ServiceConnection() override;

    /// Base URL, with its trailing slash.
    QUrl url() const { return m_url; }
    std::optional<std::chrono::nanoseconds> timeout() const { return m_timeout; }
    /// Where API tokens are exchanged for access tokens.
    QUrl accessTokensUrl() const;
    /// `Content-Type`, `Connection: close` and, where a timeout is set, `X-Request-Timeout-Nano`.
    HeaderList headersWithoutAuthorization() const;

    QFuture<ServiceHealth> health();
    QFuture<ServiceVersion> version();
    /// Posts to the exchange call; the JSON object of the answer.
    QFuture<QJsonObject> postAccessTokens(const QJsonObject &body);

    /// These go out of error texts and logs from now on, in place of those set before.
    void setSecrets(const QStringList &secrets) { m_secrets.set(secrets); }

    /// The service's time, by its last `Date` header.
    QDateTime now() { return m_clock.now(); }
    /// Service time minus local time.
    std::chrono::milliseconds skew() const { return m_clock.skew(); }

    /// Ends every call under way.
    void abort();

private:
    template<typename T>
    QFuture<T> call(const QUrl &url, const std::optional<QByteArray> &body, T (*read)(const QJsonObject &));
    HttpCall *send(const QUrl &url, const std::optional<QByteArray> &body);
    QNetworkRequest request(const QUrl &url) const;
    QJsonObject accept(const Answer &answer);

    const QUrl m_url;
    const std::optional<std::chrono::nanoseconds> m_timeout;
    const QStringList m_caCertificateFiles;
    ServiceClock m_clock;
    LiveSecrets m_secrets;
    AccessManagerFactory m_accessManagers;
    std::unique_ptr<QNetworkAccessManager> m_manager;
    QList<HttpCall *> m_calls;
};

} // namespace QciAuth
