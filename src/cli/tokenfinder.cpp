// SPDX-License-Identifier: Apache-2.0
#include "tokenfinder.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <bitset>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

constexpr qsizetype shortestKnownToken = 8;
constexpr qsizetype shortestToken = 20;
constexpr qsizetype longestToken = 16'384;
// What stands between a name and its value is shorter than that, however long the line.
constexpr qsizetype longestLead = 200;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isWordCharacter(char c)
{
    return isDigit(c) || isLetter(c) || c == '_';
}

bool isHexDigit(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool isTokenCharacter(char c)
{
    return isDigit(c) || isLetter(c) || QByteArrayView("._~+/=-").contains(c);
}

// Where the word that a name ends begins: `QCI_API_TOKEN` is one of ours, `OTHER_API_TOKEN` is not.
bool isName(QByteArrayView text, qsizetype from)
{
    if (text.first(from).endsWith("QCI_") || text.first(from).endsWith("qci_"))
        from -= 4;
    return from == 0 || !isWordCharacter(text.at(from - 1));
}

// Commands that set a variable without a sign in between.
bool isSetByCommand(QByteArrayView text, qsizetype name)
{
    static const QRegularExpression command(uR"((?:\bset\s+-\S+|\bsetenv|\bENV)[ \t]+\z)"_s);
    return command
        .match(QString::fromLatin1(text.sliced(std::max<qsizetype>(0, name - 20), std::min<qsizetype>(20, name))))
        .hasMatch();
}

// Where the value begins that is given behind a name; -1 where none is.
qsizetype valueBegin(QByteArrayView text, qsizetype nameBegin, qsizetype nameEnd)
{
    // Quotes in a string have backslashes, those in a string in a string more of them.
    static const QRegularExpression sign(
        uR"(\A(?:\\*["'`])?\]?[ \t]*(?::[ \t]*[a-z_][\w.\[\]| ]{0,60}?(?:[ \t]+=[ \t]|=(?=["']))|[:+?]?={1,3}>?|:)[ \t]*)"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression space(uR"(\A[ \t]+)"_s);
    static const QRegularExpression opening(uR"(\A(?:[rbuf]{1,2}(?=\\*["']))?(?:\\*["'`]){0,3}(?:Bearer[ \t]+)?)"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QString lead = QString::fromLatin1(text.sliced(nameEnd, std::min(longestLead, text.size() - nameEnd)));
    QRegularExpressionMatch given = sign.match(lead);
    if (!given.hasMatch() && isSetByCommand(text, nameBegin))
        given = space.match(lead);
    if (!given.hasMatch())
        return -1;
    return nameEnd + given.capturedEnd() + opening.match(lead.sliced(given.capturedEnd())).capturedLength();
}

bool isGivenToken(QByteArrayView text, qsizetype nameBegin, qsizetype nameEnd)
{
    if (!isName(text, nameBegin) || (nameEnd < text.size() && isWordCharacter(text.at(nameEnd))))
        return false;
    const qsizetype begin = valueBegin(text, nameBegin, nameEnd);
    if (begin < 0)
        return false;
    const auto *const last = std::min(text.end(), text.begin() + begin + longestToken + 1);
    const auto *const end = std::find_if_not(text.begin() + begin, last, isTokenCharacter);
    // It goes on in a way that no literal does: a call, an index, a reference.
    if (end != text.end() && QByteArrayView("([{$%@:").contains(*end))
        return false;
    return TokenFinder::looksLikeToken(text.sliced(begin, end - text.begin() - begin));
}

// `settings.auth.token_v2`: what a program calls a variable.
bool isMember(QByteArrayView value)
{
    bool atWordBegin = true;
    int words = 0;
    for (const char c : value) {
        if (c == '.' ? atWordBegin : (atWordBegin ? !isLetter(c) && c != '_' : !isWordCharacter(c)))
            return false;
        words += atWordBegin ? 1 : 0;
        atWordBegin = c == '.';
    }
    return words > 1 && !atWordBegin;
}

bool isPlaceholder(QByteArrayView value)
{
    static const std::array words{"your"_ba, "example"_ba, "placeholder"_ba, "changeme"_ba, "change-me"_ba,
        "change_me"_ba, "replace"_ba, "dummy"_ba, "insert"_ba, "token-here"_ba, "token_here"_ba, "xxxx"_ba, ".."_ba,
        "./"_ba, "~/"_ba};
    const QByteArray lower = value.toByteArray().toLower();
    return std::any_of(words.begin(), words.end(), [&lower](const QByteArray &word) { return lower.contains(word); });
}

} // namespace

TokenFinder::TokenFinder(const QStringList &knownTokens)
{
    for (const QString &token : knownTokens) {
        if (token.size() >= shortestKnownToken)
            m_known.append(QByteArrayMatcher(token.toUtf8()));
    }
    for (const char *name : {"QCI_TOKEN", "api_token", "apiToken", "API_TOKEN", "refresh_token"})
        m_names.append(QByteArrayMatcher(QByteArray(name)));
}

bool TokenFinder::looksLikeToken(QByteArrayView value)
{
    if (value.size() < shortestToken || value.size() > longestToken ||
        !std::all_of(value.begin(), value.end(), isTokenCharacter))
        return false;
    std::bitset<256> different;
    for (const char c : value)
        different.set(static_cast<unsigned char>(c));
    constexpr size_t fewestDifferent = 5; // fewer are zeros, dashes, a pattern
    if (different.count() < fewestDifferent)
        return false;
    if (value.size() >= 32 && std::all_of(value.begin(), value.end(), isHexDigit))
        return true;
    if (isPlaceholder(value))
        return false;
    const bool isJwt = value.startsWith("eyJ") && std::count(value.begin(), value.end(), '.') == 2;
    return isJwt || (!isMember(value) && std::any_of(value.begin(), value.end(), isDigit) &&
                        std::any_of(value.begin(), value.end(), isLetter));
}

QList<int> TokenFinder::lines(QByteArrayView text) const
{
    QList<qsizetype> found;
    for (const QByteArrayMatcher &token : m_known) {
        const qsizetype size = token.pattern().size();
        for (qsizetype at = 0; (at = token.indexIn(text.data(), text.size(), at)) >= 0; at += size)
            found.append(at);
    }
    for (const QByteArrayMatcher &name : m_names) {
        const qsizetype size = name.pattern().size();
        for (qsizetype at = 0; (at = name.indexIn(text.data(), text.size(), at)) >= 0; at += size) {
            if (isGivenToken(text, at, at + size))
                found.append(at);
        }
    }
    std::sort(found.begin(), found.end());

    QList<int> numbers;
    int number = 1;
    const auto *counted = text.begin();
    for (const qsizetype at : std::as_const(found)) {
        number += static_cast<int>(std::count(counted, text.begin() + at, '\n'));
        counted = text.begin() + at;
        if (numbers.isEmpty() || numbers.last() != number)
            numbers.append(number);
    }
    return numbers;
}

} // namespace QciAuth
