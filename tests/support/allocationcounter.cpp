// SPDX-License-Identifier: Apache-2.0
#include "allocationcounter.h"

#include <algorithm>

namespace {

thread_local int allocations [[gnu::tls_model("initial-exec")]] = 0;
thread_local std::size_t largestSize [[gnu::tls_model("initial-exec")]] = 0;
thread_local bool isCounting [[gnu::tls_model("initial-exec")]] = false;

void note(std::size_t size)
{
    if (!isCounting)
        return;
    ++allocations;
    largestSize = std::max(largestSize, size);
}

} // namespace

extern "C" {

// The C library's own, under the names by which it calls them itself.
// NOLINTBEGIN(bugprone-reserved-identifier)
void *__libc_malloc(std::size_t size);
void *__libc_calloc(std::size_t count, std::size_t size);
void *__libc_realloc(void *block, std::size_t size);
// NOLINTEND(bugprone-reserved-identifier)

[[gnu::visibility("default")]] void *malloc(std::size_t size) noexcept
{
    note(size);
    return __libc_malloc(size);
}

[[gnu::visibility("default")]] void *calloc(std::size_t count, std::size_t size) noexcept
{
    note(count * size);
    return __libc_calloc(count, size);
}

[[gnu::visibility("default")]] void *realloc(void *block, std::size_t size) noexcept
{
    note(size);
    return __libc_realloc(block, size);
}

} // extern "C"

namespace QciAuth {

AllocationCounter::AllocationCounter()
{
    allocations = 0;
    largestSize = 0;
    isCounting = true;
}

AllocationCounter::~AllocationCounter()
{
    isCounting = false;
}

int AllocationCounter::count() const
{
    return allocations;
}

std::size_t AllocationCounter::largest() const
{
    return largestSize;
}

} // namespace QciAuth
