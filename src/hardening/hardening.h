// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace QciAuth {

/// Keeps what this process has in memory out of crash reports; called first in main() (behaviour.md, Secrets). That
/// freed memory is scrubbed comes by linking, on glibc.
///
/// | system  | what is done                                                                                     |
/// |---------|--------------------------------------------------------------------------------------------------|
/// | Linux   | no core images (PR_SET_DUMPABLE 0, which also keeps other programs of the user from looking in;  |
/// |         | soft RLIMIT_CORE 0); with glibc, not with other C libraries, freed memory is scrubbed, and all   |
/// |         | threads use one heap, so that a program that runs for weeks with short-lived threads stays small |
/// | Windows | crash reports are made without the heap                                                          |
/// | others  | nothing; macOS writes no core images before it is told to                                        |
///
/// Only the soft limit goes down: who takes over this process needs no core image to have its secrets, and the hard
/// limit could not be given back to a command that takes this program's place (see childlimits.h).
void hardenProcess();

} // namespace QciAuth
