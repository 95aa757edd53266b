// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace QciAuth {

/// Ends the program where something that callers rely on does not hold, so that the fuzzer keeps the input.
void promise(bool holds, const char *what);

} // namespace QciAuth
