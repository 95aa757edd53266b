// SPDX-License-Identifier: Apache-2.0
#include "httpanswers.h"

#include <QJsonDocument>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace QciAuth {

QByteArray httpAnswer(const QByteArray &status, const AnswerHeaders &headers, const QByteArray &body)
{
    QByteArray answer = "HTTP/1.1 " + status + "\r\n";
    for (const auto &[name, value] : headers)
        answer += name + ": " + value + "\r\n";
    return answer + "Content-Length: " + QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n" + body;
}

QByteArray jsonAnswer(const QByteArray &status, const QJsonObject &object, const AnswerHeaders &headers)
{
    return httpAnswer(status, AnswerHeaders{{"Content-Type", "application/json"}} + headers,
        QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject exchangeObject(const QString &accessToken, const QDateTime &expiresAt)
{
    return {{u"access_token"_s, accessToken}, {u"expires_at_rfc3339"_s, expiresAt.toUTC().toString(Qt::ISODate)},
        {u"token_type"_s, u"bearer"_s}, {u"organization_id"_s, u"org-1"_s}, {u"user_id"_s, u"user-1"_s}};
}

QByteArray exchangeAnswer(const QString &accessToken, const QDateTime &expiresAt, const AnswerHeaders &headers)
{
    return jsonAnswer("200 OK", exchangeObject(accessToken, expiresAt), headers);
}

QByteArray httpDate(const QDateTime &instant)
{
    return QLocale::c().toString(instant.toUTC(), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toLatin1();
}

} // namespace QciAuth
