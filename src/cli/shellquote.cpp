// SPDX-License-Identifier: Apache-2.0
#include "shellquote.h"

namespace QciAuth {

namespace {

// Nothing is special between single quotes but what is replaced here, neither in scripts nor at the prompt, where
// double quotes would leave `!` to the history.
QByteArray quoted(Shell shell, QByteArray value)
{
    switch (shell) {
    case Shell::Posix:
        value.replace("'", R"('\'')");
        break;
    case Shell::Fish:
        value.replace(R"(\)", R"(\\)").replace("'", R"(\')");
        break;
    case Shell::PowerShell:
        // Any of these ends a string that any of them began; two of them are one character.
        for (const char *quote : {"'", "\u2018", "\u2019", "\u201a", "\u201b"})
            value.replace(quote, QByteArray(quote).repeated(2));
        break;
    }
    return '\'' + value + '\'';
}

} // namespace

QByteArray ShellQuote::assignment(Shell shell, const QByteArray &name, const QByteArray &value)
{
    switch (shell) {
    case Shell::Posix:
        return "export " + name + '=' + quoted(shell, value);
    case Shell::Fish:
        return "set -gx " + name + ' ' + quoted(shell, value);
    case Shell::PowerShell:
        return "$Env:" + name + " = " + quoted(shell, value);
    }
    Q_UNREACHABLE();
}

} // namespace QciAuth
