// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace QciAuth {

/// Overwrites what was sent to the X server: its client library keeps the last requests, among them the answers to
/// whoever has pasted, in a buffer of the connection that lives as long as that and is never cleared. Does nothing
/// where there is no X server.
void overwriteDisplayQueue();

} // namespace QciAuth
