// SPDX-License-Identifier: Apache-2.0
#include "serviceconnection.h"

#include "answer.h"
#include "authclientconfig.h"
#include "baseurl.h"
#include "certificatefile.h"
#include "httpcall.h"

#include <QJsonDocument>
#include <QNetworkRequest>
#include <QPromise>
#include <QSslConfiguration>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

QString urlOrEnvironment(const QString &url)
{
    return url.isEmpty() ? qEnvironmentVariable("QCI_API_URL") : url;
}

} // namespace

ServiceConnection::ServiceConnection(
    const AuthClientConfig &config, const Clock &clock, AccessManagerFactory accessManagers, QObject *parent)
    : QObject(parent)
    , m_url(checkedBaseUrl(urlOrEnvironment(config.url), config.allowInsecureHttp))
    , m_timeout(config.timeout)
    , m_caCertificateFiles(config.caCertificateFiles)
    , m_clock(clock, config.skew)
    , m_accessManagers(std::move(accessManagers))
{
}

ServiceConnection::~ServiceConnection()
{
    abort();
}

QUrl ServiceConnection::accessTokensUrl() const
{
    QUrl url = m_url;
    url.setPath(url.path(QUrl::FullyEncoded) + u"auth/v1/access-tokens/"_s, QUrl::StrictMode);
    return url;
}

HeaderList ServiceConnection::headersWithoutAuthorization() const
{
    HeaderList headers{{"Content-Type", "application/json"}, {"Connection", "close"}};
    if (m_timeout)
        headers.append({"X-Request-Timeout-Nano", QByteArray::number(static_cast<qint64>(m_timeout->count()))});
    return headers;
}

QFuture<ServiceHealth> ServiceConnection::health()
{
    return call(accessTokensUrl().resolved(QUrl(u"health"_s)), std::nullopt, &ServiceHealth::fromJson);
}

QFuture<ServiceVersion> ServiceConnection::version()
{
    return call(accessTokensUrl().resolved(QUrl(u"version"_s)), std::nullopt, &ServiceVersion::fromJson);
}

QFuture<QJsonObject> ServiceConnection::postAccessTokens(const QJsonObject &body)
{
    return call<QJsonObject>(accessTokensUrl(), QJsonDocument(body).toJson(QJsonDocument::Compact),
        [](const QJsonObject &object) { return object; });
}

void ServiceConnection::abort()
{
    const QList<HttpCall *> calls = m_calls;
    for (HttpCall *call : calls)
        call->abort();
}

template<typename T>
QFuture<T> ServiceConnection::call(
    const QUrl &url, const std::optional<QByteArray> &body, T (*read)(const QJsonObject &))
{
    auto promise = std::make_shared<QPromise<T>>();
    promise->start();
    const auto fail = [promise](const AuthError &error) {
        promise->setException(error);
        promise->finish();
    };
    try {
        HttpCall *sent = send(url, body);
        connect(sent, &HttpCall::answered, this, [this, promise, fail, read](const Answer &answer) {
            try {
                promise->addResult(read(accept(answer)));
                promise->finish();
            } catch (const AuthError &error) {
                fail(error);
            }
        });
        connect(sent, &HttpCall::failed, this, fail);
    } catch (const AuthError &error) {
        fail(error);
    }
    return promise->future();
}

HttpCall *ServiceConnection::send(const QUrl &url, const std::optional<QByteArray> &body)
{
    const QNetworkRequest prepared = request(url);
    if (!m_manager)
        m_manager = m_accessManagers();
    auto *sent = new HttpCall(*m_manager, prepared, body, m_timeout, this);
    m_calls.append(sent);
    // Connected before the caller's own slots, so that those see the call as ended and may start another.
    const auto ended = [this, sent] {
        m_calls.removeOne(sent);
        sent->deleteLater();
        if (m_calls.isEmpty())
            std::exchange(m_manager, nullptr).release()->deleteLater();
    };
    connect(sent, &HttpCall::answered, this, ended);
    connect(sent, &HttpCall::failed, this, ended);
    return sent;
}

/// Throws AuthError(Local, CertificateFile) where an extra certificate file cannot be used.
QNetworkRequest ServiceConnection::request(const QUrl &url) const
{
    QNetworkRequest request(url);
    for (const auto &[name, value] : headersWithoutAuthorization())
        request.setRawHeader(name, value);
    if (!m_caCertificateFiles.isEmpty() && url.scheme() == u"https") {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        for (const QString &file : m_caCertificateFiles)
            tls.addCaCertificates(certificatesInFile(file));
        request.setSslConfiguration(tls);
    }
    return request;
}

/// The JSON object of a good answer, after its `Date` has set the clock. Throws as Answer::object() does.
QJsonObject ServiceConnection::accept(const Answer &answer)
{
    const QJsonObject object = answer.object(m_clock.now());
    if (answer.date)
        m_clock.measure(*answer.date, answer.roundTrip);
    return object;
}

} // namespace QciAuth
