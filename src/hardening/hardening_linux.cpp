// SPDX-License-Identifier: Apache-2.0
#include "hardening.h"

#include "childlimits.h"

#include <optional>

#include <malloc.h>
#include <sys/prctl.h>
#include <sys/resource.h>

namespace {

// What the limit was before; a C function that another part of the program calls can find it nowhere else.
std::optional<rlim_t> softLimitBefore;

} // namespace

namespace QciAuth {

void hardenProcess()
{
    // The one that holds against a core_pattern with a pipe, too, which goes past the limit.
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#if defined(__GLIBC__)
    mallopt(M_ARENA_MAX, 1);
#endif
    rlimit limit{};
    if (getrlimit(RLIMIT_CORE, &limit) != 0)
        return;
    softLimitBefore = limit.rlim_cur;
    limit.rlim_cur = 0;
    setrlimit(RLIMIT_CORE, &limit);
}

} // namespace QciAuth

void qciauthRestoreChildLimits()
{
    rlimit limit{};
    if (!softLimitBefore || getrlimit(RLIMIT_CORE, &limit) != 0)
        return;
    limit.rlim_cur = *softLimitBefore;
    setrlimit(RLIMIT_CORE, &limit);
}
