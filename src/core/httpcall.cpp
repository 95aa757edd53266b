// SPDX-License-Identifier: Apache-2.0
#include "httpcall.h"

#include "httpdate.h"
#include "logging.h"
#include "oneshotbody.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

using Kind = AuthError::Kind;
using Cause = AuthError::Cause;

constexpr std::chrono::milliseconds inactivityLimit{10'000};
// A timer's int holds 24 days of milliseconds, and more overflows.
constexpr std::chrono::nanoseconds longestDeadline = std::chrono::hours{24};
constexpr qint64 bodyLimit = 65'536;

bool usesProxy(const QNetworkReply &reply)
{
    QNetworkProxyFactory *factory = reply.manager()->proxyFactory();
    if (!factory)
        return false;
    const QList<QNetworkProxy> proxies = factory->queryProxy(QNetworkProxyQuery(reply.url()));
    return std::any_of(proxies.begin(), proxies.end(),
        [](const QNetworkProxy &proxy) { return proxy.type() != QNetworkProxy::NoProxy; });
}

bool isProxyError(QNetworkReply::NetworkError error)
{
    return error >= QNetworkReply::ProxyConnectionRefusedError && error <= QNetworkReply::UnknownProxyError;
}

// Qt tells of a proxy that cannot be reached in the same words as of a host.
bool isFaultOfProxy(const QNetworkReply &reply)
{
    switch (reply.error()) {
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::UnknownNetworkError:
        return usesProxy(reply);
    default:
        return isProxyError(reply.error());
    }
}

void applyRules(QNetworkRequest &request)
{
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setRawHeader("Accept-Encoding", "identity");
    request.setHeader(QNetworkRequest::UserAgentHeader, u"qci-auth/" QCIAUTH_VERSION ""_s);
}

} // namespace

HttpCall::HttpCall(QNetworkAccessManager &manager, QNetworkRequest request, const std::optional<QByteArray> &body,
    std::optional<std::chrono::nanoseconds> timeout, QObject *parent)
    : QObject(parent)
    , m_startedAt(std::chrono::steady_clock::now())
{
    applyRules(request);
    if (timeout) {
        request.setTransferTimeout(static_cast<int>(inactivityLimit.count()));
        m_deadline.setSingleShot(true);
        m_deadline.setInterval(std::chrono::ceil<std::chrono::milliseconds>(std::min(*timeout, longestDeadline)));
        connect(&m_deadline, &QTimer::timeout, this,
            [this] { end(AuthError(Kind::Transient, Cause::TimedOut, u"no complete answer in time"_s)); });
        m_deadline.start();
    }
    start(manager, request, body);
}

HttpCall::~HttpCall()
{
    sever();
}

void HttpCall::abort()
{
    end(AuthError(Kind::Cancelled, Cause::Cancelled, u"cancelled"_s));
}

void HttpCall::start(QNetworkAccessManager &manager, QNetworkRequest request, const std::optional<QByteArray> &body)
{
    if (body) {
        request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        request.setHeader(QNetworkRequest::ContentLengthHeader, body->size());
        auto *device = new OneShotBody(*body);
        m_reply = manager.post(request, device);
        device->setParent(m_reply);
    } else {
        m_reply = manager.get(request);
    }
    m_reply->setReadBufferSize(bodyLimit);
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpCall::readBody);
    connect(m_reply, &QNetworkReply::encrypted, this, [this] { m_isEncrypted = true; });
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) { m_sslErrors = errors; });
    connect(m_reply, &QNetworkReply::finished, this, &HttpCall::finish);
}

void HttpCall::readBody()
{
    if (m_reply->isOpen()) // Qt closes it before it tells of an inactivity
        m_body += m_reply->readAll();
    if (m_body.size() > bodyLimit)
        end(AuthError(Kind::Transient, Cause::TooLarge, u"the answer is larger than 64 KiB"_s));
}

void HttpCall::finish()
{
    readBody();
    if (!m_reply)
        return;
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QByteArray encoding = m_reply->rawHeader("Content-Encoding").trimmed().toLower();
    const QVariant length = m_reply->header(QNetworkRequest::ContentLengthHeader);
    qCDebug(httpLog) << m_reply->url().host() << "status" << status << "network error" << m_reply->error();

    const QNetworkReply::NetworkError error = m_reply->error();
    if (status == 0 || isProxyError(error))
        return end(networkError());
    // Qt maps HTTP statuses to the errors of the content layers; one of the layers below means that the answer broke
    // off. A body cut short by the server's close can come without any error.
    const bool brokeOff = error != QNetworkReply::NoError &&
                          (error < QNetworkReply::ContentAccessDenied || error == QNetworkReply::ProtocolFailure);
    if (brokeOff || (length.isValid() && length.toLongLong() != m_body.size()))
        return end(
            error == QNetworkReply::OperationCanceledError
                ? AuthError(Kind::Transient, Cause::TimedOut, u"the answer stalled"_s)
                : AuthError(Kind::Transient, Cause::ConnectionLost, u"the connection was lost during the answer"_s));
    if (!encoding.isEmpty() && encoding != "identity")
        return end(AuthError(Kind::Transient, Cause::NotQciService, u"the answer is compressed, unasked"_s, status));

    const Answer complete = answer();
    sever();
    emit answered(complete);
}

Answer HttpCall::answer() const
{
    using namespace std::chrono;
    const QByteArray location = m_reply->rawHeader("Location");
    return {
        .url = m_reply->url(),
        .status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
        .reason = m_reply->attribute(QNetworkRequest::HttpReasonPhraseAttribute).toString(),
        .body = m_body,
        .date = parseHttpDate(m_reply->rawHeader("Date")),
        .retryAfter = m_reply->rawHeader("Retry-After"),
        .redirectTarget = location.isEmpty() ? QUrl() : m_reply->url().resolved(QUrl::fromEncoded(location)),
        .roundTrip = duration_cast<milliseconds>(steady_clock::now() - m_startedAt),
    };
}

AuthError HttpCall::networkError() const
{
    const QString host = m_reply->url().host();
    if (isFaultOfProxy(*m_reply))
        return {Kind::Transient, Cause::ProxyFailed, u"the proxy on the way to %1 failed"_s.arg(host)};
    switch (m_reply->error()) {
    case QNetworkReply::HostNotFoundError:
        return {Kind::Transient, Cause::HostNotFound, u"host %1 was not found"_s.arg(host)};
    case QNetworkReply::ConnectionRefusedError:
        return {Kind::Transient, Cause::ConnectionRefused, u"%1 refused the connection"_s.arg(host)};
    case QNetworkReply::OperationCanceledError: // the transfer timeout: calls of abort() never come here
    case QNetworkReply::TimeoutError:
        return {Kind::Transient, Cause::TimedOut, u"%1 did not answer in time"_s.arg(host)};
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::UnknownNetworkError:
        return {Kind::Transient, Cause::NetworkDown, u"%1 cannot be reached"_s.arg(host)};
    case QNetworkReply::SslHandshakeFailedError:
        return tlsError();
    default:
        // Many servers that speak no TLS say nothing to the first bytes of it, but hang up.
        if (m_reply->url().scheme() == u"https" && !m_isEncrypted)
            return tlsError();
        return {Kind::Transient, Cause::ConnectionLost, u"%1 closed the connection without an answer"_s.arg(host)};
    }
}

AuthError HttpCall::tlsError() const
{
    const QString host = m_reply->url().host();
    // Without certificate errors the handshake itself broke: an old protocol, or a server that went away.
    if (m_sslErrors.isEmpty())
        return {Kind::Transient, Cause::Handshake, u"the TLS handshake with %1 failed"_s.arg(host)};
    QStringList reasons;
    for (const QSslError &error : m_sslErrors)
        reasons.append(error.errorString());
    reasons.removeDuplicates();
    return {Kind::Untrusted, Cause::Certificate,
        u"the certificate of %1 is not trusted: %2"_s.arg(host, reasons.join(u"; "_s))};
}

void HttpCall::end(const AuthError &error)
{
    if (!m_reply)
        return;
    sever();
    emit failed(error);
}

void HttpCall::sever()
{
    m_deadline.stop();
    if (!m_reply)
        return;
    // Severed first: abort() emits finished() synchronously, and a deleted reply must not call back.
    QNetworkReply *reply = std::exchange(m_reply, nullptr);
    reply->disconnect(this);
    if (reply->isRunning())
        reply->abort();
    reply->deleteLater();
}

} // namespace QciAuth
