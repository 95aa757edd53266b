// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace QciAuth {

/// The service of the soak, in a process of its own, so that what it remembers is not measured. Serves until its
/// standard input ends.
///
/// Writes a line with its URL and a line with the file of its certificate authority. Each line that it reads is an
/// order for the next connections: the service's time in ms since the epoch, the number of a fault or `-`, and an API
/// token that a good answer brings along, or `-`; it answers `ready`.
/// @param folder   where its certificates go; must be empty.
/// @param withTls  whether it speaks TLS.
/// @return the exit code.
int runSoakServer(const QString &folder, bool withTls);

} // namespace QciAuth
