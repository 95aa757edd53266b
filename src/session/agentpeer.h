// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

namespace QciAuth {

/// Whether the program at the other end of a connected local socket runs as the same user as this one. On Windows the
/// access list of the pipe sees to that.
bool isPeerOfSameUser(qintptr descriptor);

} // namespace QciAuth
