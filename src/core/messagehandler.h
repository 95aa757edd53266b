// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace QciAuth {

/// Puts the redactor under everything that this process logs, Qt's own messages included: secrets in use and what
/// looks like a credential are taken out before the handler that was there before gets it. For the start of a program's
/// main(), and of a module that has LiveSecrets of its own.
void installRedactingMessageHandler();

} // namespace QciAuth
