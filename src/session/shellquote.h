// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shell.h"

#include <QByteArray>

#include <utility>
#include <vector>

namespace QciAuth {

/// Text for a shell to evaluate.
class ShellQuote
{
public:
    /// Names of environment variables, with their values.
    using Variables = std::vector<std::pair<QByteArray, QByteArray>>;

    /// `value` as one word, byte for byte, whatever is in it but NUL.
    static QByteArray quoted(Shell shell, QByteArray value);

    /// The command that sets the environment variable `name` to `value`, byte for byte, whatever is in it but NUL.
    /// `name` is taken as it is. No line end behind it; fish's `eval (…)` joins lines by a space, so end them with `;`
    /// and a line end there.
    static QByteArray assignment(Shell shell, const QByteArray &name, const QByteArray &value);

    /// The commands that set all of them, each on a line that is ended for that shell.
    static QByteArray assignments(Shell shell, const Variables &variables);
};

} // namespace QciAuth
