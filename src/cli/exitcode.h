// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace QciAuth {

/// What the program ends with (cli.md). A command that `exec` runs has its own.
namespace ExitCode {

inline constexpr int done = 0;
inline constexpr int error = 1;
inline constexpr int wrongUsage = 2;
inline constexpr int loginRequired = 4;     ///< none, rejected, or expired and not renewable
inline constexpr int serviceFailing = 5;    ///< unreachable, or answers with failures
inline constexpr int keychainUnusable = 6;  ///< unavailable or locked
inline constexpr int cannotExecute = 126;   ///< as a shell says it
inline constexpr int commandNotFound = 127; ///< as a shell says it

} // namespace ExitCode

} // namespace QciAuth
