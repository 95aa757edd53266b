// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "commanddescription.h"
#include "invocation.h"

#include <QString>

namespace QciAuth {

/// Returns a script for \a shell that completes the command lines of \a root: commands, options and their choices,
/// files, folders and profiles, and after `exec` whatever the shell knows of that command. Profiles are what
/// `qci-auth profile list` prints at that moment.
QString completionScript(const CommandDescription &root, CompletionOptions::Shell shell);

// The three of them, each in a file of its own.
QString bashCompletion(const CommandDescription &root);
QString zshCompletion(const CommandDescription &root);
QString fishCompletion(const CommandDescription &root);

/// Returns \a root and all commands below it, each before its own.
QList<CommandDescription> commandsOf(const CommandDescription &root);

/// Returns what is typed after the program's name to call \a command, such as `profile list`; empty for the program.
QString wordsOf(const CommandDescription &command);

/// Returns the options that \a command takes besides those of the program, which may stand anywhere.
QList<OptionDescription> ownOptionsOf(const CommandDescription &root, const CommandDescription &command);

} // namespace QciAuth
