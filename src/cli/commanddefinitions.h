// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "commanddescription.h"
#include "invocation.h"

#include <memory>

namespace CLI {
class App;
}

namespace QciAuth {

/// The one command whose arguments are not ours.
inline constexpr auto execName = "exec";

/// Returns the program with all commands and options, bound to \a invocation, which has to outlive the parsing.
std::unique_ptr<CLI::App> defineCommands(Invocation &invocation);

/// Returns what is defined in \a root, without what is hidden.
CommandDescription describe(const CLI::App &root);

/// Returns how \a command is called, such as `qci-auth profile list`.
QString commandPath(const CLI::App &command);

} // namespace QciAuth
