// SPDX-License-Identifier: Apache-2.0
#include "pastedcredentials.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

constexpr qsizetype longestToken = 16'384;
constexpr int deepestNesting = 8; // nobody wraps a token as often

QString bare(QString text)
{
    static const QRegularExpression bearer(
        uR"(\A(?:Authorization\s*:\s*)?Bearer\s+)"_s, QRegularExpression::CaseInsensitiveOption);
    const auto quoted = [](const QString &s) {
        return s.size() >= 2 && s.front() == s.back() && QStringView(u"\"'`").contains(s.front());
    };
    // Forms nest: a quoted bearer header, a bearer header with a quoted token.
    qsizetype before = -1;
    for (int depth = 0; depth < deepestNesting && before != text.size(); ++depth) {
        before = text.size();
        text = text.trimmed();
        if (quoted(text))
            text = text.sliced(1, text.size() - 2);
        text.remove(bearer);
    }
    return text.trimmed();
}

bool isSpace(QChar c)
{
    return c == u' ' || (c >= u'\t' && c <= u'\r');
}

// Whether nothing stands there, but spaces and a comment behind one.
bool isEndOfLine(QStringView rest)
{
    const auto *const begin = std::find_if_not(rest.begin(), rest.end(), isSpace);
    return begin == rest.end() || (begin != rest.begin() && *begin == u'#');
}

// What stands behind the `=` of a line, less a comment: that begins with a number sign after a space, outside quotes.
QString withoutComment(const QString &value)
{
    const auto *const begin = std::find_if_not(value.begin(), value.end(), isSpace);
    if (const qsizetype first = begin - value.begin(); begin != value.end() && (*begin == u'"' || *begin == u'\'')) {
        const qsizetype last = value.indexOf(*begin, first + 1);
        if (last > first && isEndOfLine(QStringView(value).sliced(last + 1)))
            return value.first(last + 1);
    }
    for (qsizetype sign = value.indexOf(u'#', 1); sign > 0; sign = value.indexOf(u'#', sign + 1)) {
        if (isSpace(value.at(sign - 1)))
            return value.first(sign);
    }
    return value;
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
