// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace QciAuth {

class Output;

/// Text from elsewhere as it may be shown on a terminal: without control characters.
QString printable(const QString &text);

/// One line on stderr.
void note(const QString &line);

/// Why the last write of `output` failed, and what to do.
QString writeFailure(const Output &output);

} // namespace QciAuth
