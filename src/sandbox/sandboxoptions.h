// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QSet>
#include <QString>
#include <QStringList>

#include <chrono>
#include <variant>

namespace QciAuth {

/// Why the program ends before it serves: help, or options that make no sense.
struct SandboxExit
{
    int code = 0; ///< 0: \c text is for stdout; otherwise a sentence for stderr, never with a token in it
    QString text;

    bool operator==(const SandboxExit &) const = default;
};

/// What the command line asks for.
struct SandboxOptions
{
    quint16 port = 0; ///< 0: a free one
    std::chrono::seconds lifetime = std::chrono::hours{1};
    std::chrono::milliseconds latency{0};
    QSet<QByteArray> tokens; ///< empty: one is to be made up
    bool untilStdinCloses = false;

    bool operator==(const SandboxOptions &) const = default;

    /// Returns the options in \a arguments, whose first is the program's name, or why there is nothing to serve.
    static std::variant<SandboxOptions, SandboxExit> parse(const QStringList &arguments);
};

} // namespace QciAuth
