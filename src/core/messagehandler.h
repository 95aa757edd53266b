// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace QciAuth {

/// Puts the redactor under everything that this process logs, Qt's own messages included: what looks like a credential
/// is taken out before the handler that was there before gets it. For the start of a program's main().
void installRedactingMessageHandler();

} // namespace QciAuth
