// SPDX-License-Identifier: Apache-2.0
#include "hardening.h"

#include <windows.h>

#include <werapi.h>

namespace QciAuth {

void hardenProcess()
{
    WerSetFlags(WER_FAULT_REPORTING_FLAG_NOHEAP);
}

} // namespace QciAuth
