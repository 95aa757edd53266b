// SPDX-License-Identifier: Apache-2.0
#include "answer.h"

#include "httpdate.h"
#include "livesecrets.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

using Kind = AuthError::Kind;
using Cause = AuthError::Cause;

constexpr qsizetype longestQuotedBody = 2'048;

Kind kindOfStatus(int status, bool bodyIsJson)
{
    switch (status) {
    case 400:
    case 401:
    case 403:
        return bodyIsJson ? Kind::Rejected : Kind::Transient;
    case 404:
    case 405:
    case 410:
        return Kind::WrongAddress;
    default:
        return Kind::Transient;
    }
}

// Text from the wire, or an address, fit for one place in a sentence: no control characters, no secrets, at most 2 KiB.
QString quotable(const QString &text)
{
    QString safe = LiveSecrets::redactAll(text);
    for (QChar &c : safe) {
        if (!c.isPrint())
            c = u' ';
    }
    QByteArray bytes = safe.toUtf8();
    if (bytes.size() <= longestQuotedBody)
        return safe;
    bytes.truncate(longestQuotedBody);
    while (!bytes.isValidUtf8())
        bytes.chop(1);
    return QString::fromUtf8(bytes);
}

} // namespace

QJsonObject Answer::object(const QDateTime &now) const
{
    if (status >= 300 && status < 400) {
        const QString target = redirectTarget.host().isEmpty() ? u"nowhere"_s : redirectTarget.host();
        throw AuthError(Kind::WrongAddress, Cause::Redirected,
            u"%1 redirects to %2; redirects are not followed with a token"_s.arg(
                quotable(url.host()), quotable(target)),
            status);
    }
    if (status != 200)
        throw httpError(now);
    if (const QJsonDocument document = QJsonDocument::fromJson(body); document.isObject())
        return document.object();
    throw AuthError(Kind::Transient, Cause::NotQciService,
        u"the answer of %1 is not a JSON object"_s.arg(quotable(url.host())), status);
}

// Any JSON value counts, a lone string too, which QJsonDocument reads only within something else.
bool Answer::bodyIsJson() const
{
    return QJsonDocument::fromJson('[' + body + ']').array().size() == 1;
}

AuthError Answer::httpError(const QDateTime &now) const
{
    const bool isClientError = status >= 400 && status < 500;
    const bool isServerError = status >= 500 && status < 600;
    const QString family = isClientError   ? u"Client Error"_s
                           : isServerError ? u"Server Error"_s
                                           : u"Unexpected Status"_s;
    // One arg() call for all: text from the wire must not be searched for further place markers.
    const QString message = u"%1 %2: %3 for url: %4 with response body: %5"_s.arg(
        QString::number(status), family, quotable(reason), quotable(url.toString()), quotable(QString::fromUtf8(body)));
    return AuthError(
        kindOfStatus(status, bodyIsJson()), Cause::HttpStatus, message, status, parseRetryAfter(retryAfter, now));
}

QString requiredString(const QJsonObject &object, QLatin1StringView name)
{
    const QJsonValue value = object.value(name);
    if (!value.isString())
        throw malformedAnswer(u"member %1 is missing or no string"_s.arg(name));
    return value.toString();
}

AuthError malformedAnswer(const QString &what)
{
    return AuthError(Kind::Transient, Cause::MalformedAnswer, u"malformed answer: "_s + what, 200);
}

} // namespace QciAuth
