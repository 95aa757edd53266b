// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pastedcredentials.h"

#include <QByteArray>

namespace QciAuth {

/// The bytes of a `.env` file. Lines end with LF or CRLF, the last one possibly with nothing; a byte order mark of
/// UTF-8 may come first, or before any line, and bytes that are no UTF-8 may stand anywhere.
class EnvFile
{
public:
    static EnvFile fromBytes(const QByteArray &bytes);

    /// What its lines assign to `QCI_API_URL` and `QCI_TOKEN`; of several lines for one name the last counts, as in a
    /// shell. A file without any such line has no credentials.
    PastedCredentials credentials() const;

    /// The same bytes less the lines that credentials() reads, each with its end, the overridden ones too. Nothing else
    /// changes: where nothing is assigned, these are the bytes that came in.
    QByteArray withoutCredentials() const;

private:
    explicit EnvFile(const QByteArray &bytes);

    QByteArray m_remaining;
    PastedCredentials m_credentials;
};

} // namespace QciAuth
