// SPDX-License-Identifier: Apache-2.0
#include "servicestandin.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace QciAuth {

namespace {

using Error = QNetworkReply::NetworkError;
using Meaning = ServiceStandIn::Meaning;
using std::chrono::seconds;

FakeAnswer answerWith(int status, const QByteArray &body, AnswerHeaders headers = {})
{
    headers.append({"Content-Length", QByteArray::number(body.size())});
    return {.status = status, .headers = headers, .body = body};
}

QByteArray json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

// Qt gives these errors beside statuses; nothing may depend on them.
Error errorOfStatus(int status)
{
    switch (status) {
    case 401:
        return Error::AuthenticationRequiredError;
    case 403:
        return Error::ContentAccessDenied;
    case 404:
        return Error::ContentNotFoundError;
    case 500:
        return Error::InternalServerError;
    case 503:
        return Error::ServiceUnavailableError;
    default:
        return status >= 400 ? Error::UnknownContentError : Error::NoError;
    }
}

} // namespace

QString ServiceStandIn::newToken()
{
    return mark() + u"-%1"_s.arg(++m_tokens);
}

QString ServiceStandIn::newApiToken(const QString &url)
{
    const QString token = newToken();
    m_apiTokens.insert(token, {.url = url, .account = ++m_accounts});
    return token;
}

QString ServiceStandIn::newAccessToken(const QString &apiToken, const QDateTime &now, seconds lifetime)
{
    const QString token = newToken();
    // The text of an answer has whole seconds.
    const QDateTime expiry = QDateTime::fromSecsSinceEpoch(now.toSecsSinceEpoch() + lifetime.count()).toUTC();
    m_accessTokens.insert(
        token, {.expiresAt = expiry, .account = this->apiToken(apiToken).account, .number = m_tokens});
    return token;
}

seconds ServiceStandIn::lifetime()
{
    return m_random.oneOf<seconds>({2s, 5s, 12s, 30s, 2min, 10min, 21min, 1h, 1h, 1h, 8h, 24h, 720h, 876'000h});
}

ServiceStandIn::Planned ServiceStandIn::good(const QString &apiToken, const QDateTime &now)
{
    const seconds life = lifetime();
    Planned planned{.meaning = Meaning::Good, .accessToken = newAccessToken(apiToken, now, life)};
    QJsonObject object = exchangeObject(planned.accessToken, accessToken(planned.accessToken).expiresAt);
    if (m_random.chance(15)) {
        planned.apiToken = newToken();
        m_apiTokens.insert(planned.apiToken, this->apiToken(apiToken));
        object.insert(u"refresh_token"_s, planned.apiToken);
    }
    AnswerHeaders headers;
    planned.tellsTime = m_random.chance(80);
    if (planned.tellsTime)
        headers.append({"Date", httpDate(now)});
    planned.answer = answerWith(200, json(object), headers);
    planned.text = u"200, for %1 s%2%3"_s.arg(QString::number(life.count()),
        planned.tellsTime ? QString() : u", no Date"_s, planned.apiToken.isEmpty() ? QString() : u", rotated"_s);
    return planned;
}

ServiceStandIn::Planned ServiceStandIn::rejection(const QString &apiToken)
{
    const int status = m_random.oneOf({400, 401, 403});
    Planned planned{.meaning = Meaning::Rejected};
    planned.answer = answerWith(status, json({{u"detail"_s, u"refused: %1"_s.arg(apiToken)}}));
    planned.answer.error = errorOfStatus(status);
    planned.text = u"%1 with JSON"_s.arg(status);
    return planned;
}

ServiceStandIn::Planned ServiceStandIn::failure(const QString &apiToken, const QDateTime &believed)
{
    const int status = m_random.oneOf({400, 401, 403, 408, 425, 429, 500, 502, 503, 504, 418});
    const bool isClientFault = status <= 403;
    Planned planned{.meaning = Meaning::Transient};
    AnswerHeaders headers;
    if (!isClientFault && m_random.chance(50)) {
        const seconds wait = m_random.oneOf<seconds>({0s, 1s, 30s, 2min, 30min, 10h});
        planned.retryAfter = std::min<seconds>(wait, 1h);
        const bool isDate = m_random.chance(30);
        headers.append(
            {"Retry-After", isDate ? httpDate(believed.addSecs(wait.count() + 1)) : QByteArray::number(wait.count())});
    } else if (m_random.chance(20)) {
        headers.append({"Retry-After", m_random.oneOf<QByteArray>({"soon", "-5", "1e3", ""})});
    }
    planned.answer = answerWith(status, "<html>" + apiToken.toLatin1() + "</html>", headers);
    planned.answer.error = errorOfStatus(status);
    planned.text = u"%1 with HTML, Retry-After %2"_s.arg(
        QString::number(status), planned.retryAfter ? QString::number(planned.retryAfter->count()) : u"-"_s);
    return planned;
}

ServiceStandIn::Planned ServiceStandIn::configurationFault(const QString &apiToken)
{
    Planned planned{.meaning = Meaning::Configuration};
    if (m_random.chance(20)) {
        planned.answer = {.error = Error::SslHandshakeFailedError, .isUntrusted = true};
        planned.text = u"bad certificate"_s;
        return planned;
    }
    const int status = m_random.oneOf({404, 405, 410, 301, 302, 307, 308});
    AnswerHeaders headers;
    if (status < 400)
        headers.append({"Location", m_random.oneOf<QByteArray>({"https://elsewhere.example/", "/auth/v2/", ""})});
    planned.answer = answerWith(status, json({{u"sent"_s, apiToken}}), headers);
    planned.answer.error = errorOfStatus(status);
    planned.text = QString::number(status);
    return planned;
}

ServiceStandIn::Planned ServiceStandIn::malformed(const QString &apiToken, const QDateTime &now)
{
    Planned planned = good(apiToken, now);
    const QByteArray body = planned.answer.body;
    const int way = m_random.below(6);
    QJsonObject object = QJsonDocument::fromJson(body).object();
    if (way == 0)
        planned.answer = answerWith(200, body.first(body.size() / 2));
    else if (way == 1)
        planned.answer = answerWith(200, "[" + body + "]");
    else if (way == 2)
        object.insert(u"expires_at_rfc3339"_s, u"1970-01-02T00:00:00Z"_s);
    else if (way == 3)
        object.insert(u"token_type"_s, planned.accessToken);
    else if (way == 4)
        planned.answer = answerWith(200, body + QByteArray(70'000, ' '));
    else
        planned.answer.body.chop(3); // less than its Content-Length
    if (way == 2 || way == 3)
        planned.answer = answerWith(200, json(object));
    planned = {.meaning = Meaning::Transient, .answer = planned.answer};
    planned.text = u"200 malformed (%1)"_s.arg(way);
    return planned;
}

ServiceStandIn::Planned ServiceStandIn::networkFault()
{
    const Error error = m_random.oneOf({Error::ConnectionRefusedError, Error::RemoteHostClosedError,
        Error::HostNotFoundError, Error::TimeoutError, Error::OperationCanceledError, Error::SslHandshakeFailedError,
        Error::TemporaryNetworkFailureError, Error::NetworkSessionFailedError, Error::BackgroundRequestNotAllowedError,
        Error::UnknownNetworkError, Error::ProxyConnectionRefusedError, Error::ProxyConnectionClosedError,
        Error::ProxyNotFoundError, Error::ProxyTimeoutError, Error::ProxyAuthenticationRequiredError,
        Error::UnknownProxyError, Error::ProtocolFailure});
    Planned planned{.meaning = Meaning::Transient};
    planned.answer.error = error;
    planned.text = u"network error %1"_s.arg(error);
    return planned;
}

ServiceStandIn::Planned ServiceStandIn::any(const QString &apiToken, const QDateTime &now, const QDateTime &believed)
{
    const int way = m_random.below(100);
    if (way < 45)
        return good(apiToken, now);
    if (way < 60)
        return failure(apiToken, believed);
    if (way < 70)
        return networkFault();
    if (way < 80)
        return malformed(apiToken, now);
    return way < 90 ? configurationFault(apiToken) : rejection(apiToken);
}

} // namespace QciAuth
