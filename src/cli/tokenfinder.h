// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayMatcher>
#include <QByteArrayView>
#include <QList>
#include <QStringList>

namespace QciAuth {

/// Finds API tokens that stand in the open in a text: those that are known anywhere, others where one of the names that
/// they go by (`QCI_TOKEN`, `api_token`, `apiToken`, `API_TOKEN`, `refresh_token`) is given a literal value that looks
/// like a token, in the notation of shells, Python, JSON (also inside a string, as in notebooks), YAML or TOML.
class TokenFinder
{
public:
    /// Known tokens of fewer than 8 characters are left out: they would be found by chance.
    explicit TokenFinder(const QStringList &knownTokens);

    /// The numbers of the lines that hold a token, from 1, ascending, each once.
    QList<int> lines(QByteArrayView text) const;

    /// Whether a value is 32 or more hexadecimal digits, a JWT, or 20 or more characters of a token with a letter and a
    /// digit among them, and not a placeholder or a reference to a variable of a program.
    static bool looksLikeToken(QByteArrayView value);

private:
    QList<QByteArrayMatcher> m_known;
    QList<QByteArrayMatcher> m_names;
};

} // namespace QciAuth
