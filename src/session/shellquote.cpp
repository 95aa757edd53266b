// SPDX-License-Identifier: Apache-2.0
#include "shellquote.h"

namespace QciAuth {

// Nothing is special between single quotes but what is replaced here, neither in scripts nor at the prompt, where
// double quotes would leave `!` to the history.
QByteArray ShellQuote::quoted(Shell shell, QByteArray value)
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

QByteArray ShellQuote::assignments(Shell shell, const Variables &variables)
{
    const char *const end = shell == Shell::Fish ? ";\n" : "\n";
    QByteArray text;
    for (const auto &[name, value] : variables)
        text += assignment(shell, name, value) + end;
    return text;
}

} // namespace QciAuth
