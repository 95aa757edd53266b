// SPDX-License-Identifier: Apache-2.0
#include "promise.h"

#include <cstdio>
#include <cstdlib>

namespace QciAuth {

void promise(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "Broken promise: %s\n", what);
    std::abort();
}

} // namespace QciAuth
