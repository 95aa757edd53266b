// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace QciAuth {

/// What a user pasted: an API token in any of the forms of api.md, or the lines of a `.env` file.
struct PastedCredentials
{
    QString url;      ///< value of `QCI_API_URL`; empty where there was none
    QString apiToken; ///< the bare token; empty where there was none

    bool operator==(const PastedCredentials &) const = default;

    /// Whether there is all that a login needs.
    bool isComplete() const { return !url.isEmpty() && !apiToken.isEmpty(); }

    /// Reads `NAME=value` lines (with or without `export`) for `QCI_API_URL` and `QCI_TOKEN`; text without any such
    /// line is itself the token. Quotes, a leading `Bearer`, comments, spaces and line ends are
    /// taken off.
    static PastedCredentials fromText(const QString &text);

    /// Takes over what `line` assigns, where it assigns one of the two; otherwise changes nothing and returns false.
    /// `line` is one line with or without its end. A commented-out assignment is none.
    bool readLine(const QString &line);
};

/// Whether `token` can be sent: 1 to 16384 visible ASCII characters.
bool isWellFormedToken(const QString &token);

} // namespace QciAuth
