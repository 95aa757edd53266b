// SPDX-License-Identifier: Apache-2.0
#include "scrubbing.h"

#include <atomic>
#include <cstdlib>
#include <cstring>

#include <dlfcn.h>
#include <malloc.h>

namespace QciAuth::Scrubbing {

void free(void *block, Free next)
{
    if (!block)
        return;
    explicit_bzero(block, malloc_usable_size(block));
    next(block);
}

void *reallocate(void *block, std::size_t size, Free next)
{
    if (!block)
        return std::malloc(size);
    if (size == 0) {
        free(block, next);
        return nullptr;
    }
    const std::size_t available = malloc_usable_size(block);
    // Much less goes to a smaller block: who gives memory back wants it to be used by others.
    if (size <= available && size >= available / 2) {
        explicit_bzero(static_cast<char *>(block) + size, available - size);
        return block;
    }
    void *moved = std::malloc(size);
    if (moved) {
        std::memcpy(moved, block, size < available ? size : available);
        free(block, next);
    }
    return moved;
}

} // namespace QciAuth::Scrubbing

#if defined(__GLIBC__) && !defined(QCIAUTH_HAS_SANITIZER)

namespace {

using QciAuth::Scrubbing::Free;

// The allocator's own free(): the C library's, or that of an allocator that was preloaded.
std::atomic<Free> allocatorFree{nullptr}; // made by the compiler: memory is freed before any constructor runs
thread_local bool isLookingUp [[gnu::tls_model("initial-exec")]] = false;

Free findAllocatorFree()
{
    if (const Free known = allocatorFree.load(std::memory_order_relaxed))
        return known;
    if (isLookingUp)
        return nullptr;
    isLookingUp = true;
    const auto found = reinterpret_cast<Free>(dlsym(RTLD_NEXT, "free"));
    isLookingUp = false;
    allocatorFree.store(found, std::memory_order_relaxed);
    return found;
}

// What the search for it frees stays unused: a few bytes, once.
void freeByAllocator(void *block)
{
    if (const Free next = findAllocatorFree())
        next(block);
}

} // namespace

extern "C" {

[[gnu::visibility("default")]] void free(void *block) noexcept
{
    QciAuth::Scrubbing::free(block, &freeByAllocator);
}

[[gnu::visibility("default")]] void *realloc(void *block, std::size_t size) noexcept
{
    return QciAuth::Scrubbing::reallocate(block, size, &freeByAllocator);
}

} // extern "C"

#endif
