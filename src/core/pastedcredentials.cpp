// SPDX-License-Identifier: Apache-2.0
#include "pastedcredentials.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>

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

// Nothing where no line of it is an assignment.
std::optional<PastedCredentials> fromAssignments(const QString &text)
{
    PastedCredentials result;
    bool any = false;
    const QStringList lines = text.split(u'\n');
    for (const QString &line : lines)
        any = result.readLine(line) || any;
    return any ? std::optional(result) : std::nullopt;
}

} // namespace

bool PastedCredentials::readLine(const QString &line)
{
    static const QRegularExpression assignment(uR"(\A\s*(?:export\s+|set\s+)?(QCI_API_URL|QCI_TOKEN)\s*=(.*)\z)"_s,
        QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch found = assignment.match(line);
    if (!found.hasMatch())
        return false;
    (found.capturedView(1) == u"QCI_TOKEN" ? apiToken : url) = bare(withoutComment(found.captured(2)));
    return true;
}

PastedCredentials PastedCredentials::fromText(const QString &text)
{
    if (text.isEmpty())
        return {}; // as with a variable that is not set: not worth regular expressions
    if (const auto assigned = fromAssignments(text))
        return *assigned;
    const QString inner = bare(text);
    // A pair of quotes may stand around a whole assignment, too.
    if (const auto assigned = fromAssignments(inner))
        return *assigned;
    return {.url = {}, .apiToken = inner};
}

bool isWellFormedToken(const QString &token)
{
    return !token.isEmpty() && token.size() <= longestToken &&
           std::all_of(token.begin(), token.end(), [](QChar c) { return c > u' ' && c <= u'~'; });
}

} // namespace QciAuth
