// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace QciAuth {

/// What the fuzzer made up, taken apart line by line. `{TOKEN}` in it stands for the token that must not get out.
class FuzzInput
{
public:
    explicit FuzzInput(const QByteArray &bytes);

    /// Visible ASCII of every kind that encodings and quotes treat in their own ways. Belongs to nobody.
    static const QByteArray &token();
    /// Whether the token stands anywhere in the text.
    static bool isTokenIn(const QString &text);

    /// The next line without its end; empty where there is none.
    QByteArray takeLine();
    /// All that has not been taken.
    const QByteArray &rest() const { return m_rest; }

private:
    QByteArray m_rest;
};

} // namespace QciAuth
