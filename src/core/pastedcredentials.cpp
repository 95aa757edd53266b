// SPDX-License-Identifier: Apache-2.0
#include "pastedcredentials.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

constexpr qsizetype longestToken = 16'384;

QString bare(QString text)
{
    static const QRegularExpression bearer(
        uR"(\A(?:Authorization\s*:\s*)?Bearer\s+)"_s, QRegularExpression::CaseInsensitiveOption);
    const auto quoted = [](const QString &s) {
        return s.size() >= 2 && s.front() == s.back() && QStringView(u"\"'`").contains(s.front());
    };
    // Forms nest: a quoted bearer header, a bearer header with a quoted token.
    for (qsizetype before = -1; before != text.size();) {
        before = text.size();
        text = text.trimmed();
        if (quoted(text))
            text = text.sliced(1, text.size() - 2);
        text.remove(bearer);
    }
    return text;
}

// What stands behind the `=` of a line, less a comment: that begins with a number sign after a space, outside quotes.
QString withoutComment(const QString &value)
{
    static const QRegularExpression form(uR"(\A(\s*"[^"]*"|\s*'[^']*'|.*?)(?:\s+#.*)?\s*\z)"_s);
    return form.match(value).captured(1);
}

} // namespace

PastedCredentials PastedCredentials::fromText(const QString &text)
{
    static const QRegularExpression assignment(
        uR"(^\s*(?:export\s+|set\s+)?(QCI_API_URL|QCI_TOKEN)\s*=(.*)$)"_s, QRegularExpression::MultilineOption);
    PastedCredentials result;
    auto lines = assignment.globalMatch(text);
    if (!lines.hasNext()) {
        // A pair of quotes may stand around a whole assignment, too.
        const QString inner = bare(text);
        if (inner.size() < text.size() && assignment.match(inner).hasMatch())
            return fromText(inner);
        result.apiToken = inner;
        return result;
    }
    while (lines.hasNext()) {
        const QRegularExpressionMatch line = lines.next();
        (line.capturedView(1) == u"QCI_TOKEN" ? result.apiToken : result.url) = bare(withoutComment(line.captured(2)));
    }
    return result;
}

bool isWellFormedToken(const QString &token)
{
    return !token.isEmpty() && token.size() <= longestToken &&
           std::all_of(token.begin(), token.end(), [](QChar c) { return c > u' ' && c <= u'~'; });
}

} // namespace QciAuth
