// SPDX-License-Identifier: Apache-2.0
#include "testtokens.h"

#include <QRandomGenerator>

namespace QciAuth {

namespace {

QByteArray randomBytes(qsizetype size)
{
    QByteArray bytes;
    for (qsizetype i = 0; i < size; ++i)
        bytes.append(static_cast<char>(QRandomGenerator::system()->bounded(256)));
    return bytes;
}

QByteArray segment(const QByteArray &content)
{
    return content.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

} // namespace

QString TestTokens::apiToken()
{
    return QString::fromLatin1(randomBytes(16).toHex());
}

QString TestTokens::accessToken()
{
    const QByteArray payload = R"({"sub":"user-1","jti":")" + randomBytes(16).toHex() + R"("})";
    return QString::fromLatin1(
        segment(R"({"alg":"RS256","typ":"JWT"})") + '.' + segment(payload) + '.' + segment(randomBytes(256)));
}

QString TestTokens::awkward(qsizetype length)
{
    QString token = QStringLiteral("a\"/\\%+&=?#'<>`z");
    while (token.size() < length)
        token.append(QChar(u'!' + QRandomGenerator::system()->bounded(u'~' - u'!' + 1)));
    return token.first(length);
}

} // namespace QciAuth
