// SPDX-License-Identifier: Apache-2.0
#include "redactor.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QStringMatcher>
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

// Which neither JSON nor percent encoding changes.
bool isPlain(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z') ||
           QStringView(u"-._~").contains(c);
}

// What a secret may have become on its way into a text.
QStringList formsOf(const QString &secret)
{
    const QByteArray bytes = secret.toUtf8();
    QStringList forms{secret, QString::fromLatin1(bytes.toBase64(QByteArray::OmitTrailingEquals)),
        QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals))};
    if (!std::all_of(secret.begin(), secret.end(), isPlain)) {
        // JSON may escape slashes, and percent encoding may leave them.
        const QString json = jsonEscaped(secret);
        forms += {json, QString(json).replace(u"/"_s, u"\\/"_s), QString::fromLatin1(QUrl::toPercentEncoding(secret)),
            QString::fromLatin1(QUrl::toPercentEncoding(secret, "/"))};
    }
    forms.removeDuplicates();
    return forms;
}

} // namespace

Redactor::Redactor(const QStringList &secrets)
{
    for (const QString &secret : secrets)
        add(secret);
}

void Redactor::add(const QString &secret)
{
    if (secret.size() >= shortestSecret && !m_secrets.contains(secret))
        m_secrets.append(secret);
}

void Redactor::add(const Redactor &other)
{
    m_secrets += other.m_secrets;
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

    // The shapes last: what they leave of a known secret would not be recognised any more.
    QString result;
    qsizetype end = 0;
    for (const Range &range : knownSecrets(text)) {
        result += QStringView(text).sliced(end, range.begin - end);
        result += mark;
        end = range.end;
    }
    result += QStringView(text).sliced(end);
    return result.replace(looksSecret, mark);
}

void Redactor::findAll(const QString &form, const QString &text, std::vector<Range> &found)
{
    const QStringMatcher matcher(form, Qt::CaseInsensitive); // percent encoding has two cases
    for (qsizetype at = matcher.indexIn(text); at >= 0; at = matcher.indexIn(text, at + 1)) {
        if (!found.empty() && found.back().begin <= at && found.back().end > at)
            found.back().end = std::max(found.back().end, at + form.size());
        else
            found.push_back({at, at + form.size()});
    }
}

// All are looked for in the text as it came: with one taken out, another that overlaps it would no more be found.
std::vector<Redactor::Range> Redactor::knownSecrets(const QString &text) const
{
    std::vector<Range> found;
    for (const QString &secret : m_secrets) {
        // No form is shorter than the secret: most texts have no room for an access token. The forms are made here and
        // not kept, as they would take more memory than all else that a session has.
        if (secret.size() > text.size())
            continue;
        for (const QString &form : formsOf(secret))
            findAll(form, text, found);
    }
    std::sort(found.begin(), found.end(), [](const Range &a, const Range &b) { return a.begin < b.begin; });

    std::vector<Range> apart;
    for (const Range &range : found) {
        if (!apart.empty() && range.begin < apart.back().end)
            apart.back().end = std::max(apart.back().end, range.end);
        else
            apart.push_back(range);
    }
    return apart;
}

} // namespace QciAuth
