// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace QciAuth {

/// A family of shells that read the same text for the same.
enum class Shell {
    Posix, ///< sh, dash, bash, ksh, zsh
    Fish,
    PowerShell,
};

} // namespace QciAuth
