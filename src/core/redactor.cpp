// SPDX-License-Identifier: Apache-2.0
#include "redactor.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

// A shorter secret would be found by chance in any text.
constexpr qsizetype shortestSecret = 4;

QString jsonEscaped(const QString &text)
{
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(array.sliced(2, array.size() - 4));
}

} // namespace

Redactor::Redactor(const QStringList &secrets)
{
    for (const QString &secret : secrets)
        add(secret);
}

void Redactor::add(const QString &secret)
{
    if (secret.size() < shortestSecret)
        return;
    const QByteArray bytes = secret.toUtf8();
    const QString json = jsonEscaped(secret);
    // JSON may escape slashes, and percent encoding may leave them.
    for (const QString &form :
        {secret, json, QString(json).replace(u"/"_s, u"\\/"_s), QString::fromLatin1(QUrl::toPercentEncoding(secret)),
            QString::fromLatin1(QUrl::toPercentEncoding(secret, "/")),
            QString::fromLatin1(bytes.toBase64(QByteArray::OmitTrailingEquals)),
            QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals))}) {
        if (!m_forms.contains(form))
            m_forms.append(form);
    }
    // The longest first: a form that is part of another must not leave the rest of it behind.
    std::sort(m_forms.begin(), m_forms.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
}

QString Redactor::redact(const QString &text) const
{
    static const QString mark = u"[redacted]"_s;
    // Never destroyed: Qt logs until its own statics go at the very end of a program. Nothing in it may look back at
    // what it has taken (`++`): in a long text the regular expression would run out of memory for that, and find
    // nothing.
    static const auto &looksSecret = *new QRegularExpression(
        uR"(\beyJ[\w-]{5,}+(?:\.[\w-]*+)*+|(?<=bearer )[^\s"',;]+|_token["']\s*:\s*(["'])\K(?:[^"'\\]++|(?!\1)["']|\\.)++|(?<=QCI_TOKEN=)\S+|\b[0-9a-f]{32,}\b)"_s,
        QRegularExpression::CaseInsensitiveOption);

    QString result = text;
    for (const QString &form : m_forms)
        result.replace(form, mark, Qt::CaseInsensitive); // percent encoding has two cases
    return result.replace(looksSecret, mark);
}

} // namespace QciAuth
