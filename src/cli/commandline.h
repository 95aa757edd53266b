// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "commanddescription.h"
#include "invocation.h"

#include <QString>

#include <variant>

namespace QciAuth {

/// Why there is nothing to run: help, the version, or a command line that makes no sense.
struct CommandLineExit
{
    int code = 0; ///< 0, or 2 for wrong usage
    QString text; ///< ready to print, with its newline; one line where the code is not 0, and never with a token in it
    bool toStdout = true; ///< otherwise the text is for stderr

    bool operator==(const CommandLineExit &) const = default;
};

/// The command line of qci-auth: its only definition, of which parser, help, completion and man page are made.
class CommandLine
{
public:
    /// Returns what \a argv asks for. Its first is the program's name, which is not looked at. What follows `exec` and
    /// its options is kept byte for byte.
    static std::variant<Invocation, CommandLineExit> parse(int argc, const char *const *argv);

    /// Returns the program with all its commands.
    static CommandDescription description();
};

} // namespace QciAuth
