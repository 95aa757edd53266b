// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shell.h"

#include <QByteArray>

namespace QciAuth {

/// Text for a shell to evaluate.
class ShellQuote
{
public:
    /// The command that sets the environment variable `name` to `value`, byte for byte, whatever is in it but NUL.
    /// `name` is taken as it is. No line end behind it; fish's `eval (…)` joins lines by a space, so end them with `;`
    /// and a line end there.
    static QByteArray assignment(Shell shell, const QByteArray &name, const QByteArray &value);
};

} // namespace QciAuth
