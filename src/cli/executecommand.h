// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace QciAuth {

/// Becomes the command, with this program's terminal, standard streams and environment. Where there is no such thing,
/// runs it and waits.
/// @param command  program, sought as a shell seeks it, and its arguments; not empty.
/// @returns the command's exit code where it does not take this program's place.
/// @throws CommandError with 127 where there is no such command and 126 where it cannot be executed.
int executeCommand(const std::vector<std::string> &command);

} // namespace QciAuth
