// SPDX-License-Identifier: Apache-2.0
#include "fuzztargets.h"
#include "pastedcredentials.h"
#include "promise.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

// Quotes, comments and assignments in a token are taken for what they are around one.
bool isPlain(const QString &token)
{
    return !token.contains(u'"') && !token.contains(u'\'') && !token.contains(u'`') && !token.contains(u'=') &&
           !token.startsWith(u'#') && !token.startsWith(u"bearer"_s, Qt::CaseInsensitive) &&
           !token.startsWith(u"authorization"_s, Qt::CaseInsensitive);
}

} // namespace

void fuzzPastedCredentials(const QByteArray &input)
{
    const QString text = QString::fromUtf8(input);
    const PastedCredentials pasted = PastedCredentials::fromText(text);
    for (const QString &part : {pasted.url, pasted.apiToken}) {
        promise(part == part.trimmed(), "no space is left around it");
        promise(text.contains(part), "nothing is made up");
    }
    if (!isWellFormedToken(pasted.apiToken))
        return;
    for (const QChar c : pasted.apiToken)
        promise(c > u' ' && c <= u'~', "a token can stand in a header");
    const QString token = pasted.apiToken;
    if (!isPlain(token))
        return;
    for (const QString &form : {u"%1"_s, u" %1\r\n"_s, u"Bearer %1"_s, u"\"%1\""_s, u"'Bearer %1'"_s, u"QCI_TOKEN=%1"_s,
             u"export QCI_TOKEN=\"%1\" # mine\n"_s, u"QCI_TOKEN = '%1'\r\n"_s, u"Authorization: Bearer %1"_s})
        promise(PastedCredentials::fromText(form.arg(token)).apiToken == token, "all forms mean the bare token");
}

} // namespace QciAuth
