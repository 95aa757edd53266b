// SPDX-License-Identifier: Apache-2.0
#include "hardening.h"

namespace QciAuth {

void hardenProcess() {}

} // namespace QciAuth
