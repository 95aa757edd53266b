// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/qglobal.h>

namespace QciAuth {

struct Invocation;

/// Name of the one function that the module with the commands offers.
inline constexpr auto commandModuleEntry = "qciauthRunCommand";

/// Runs a command that needs keychain or network, and returns the exit code. Wants a QCoreApplication.
using CommandModuleEntry = int (*)(const Invocation &);

} // namespace QciAuth
