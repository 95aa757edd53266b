// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdlib> // any header of the C library tells whether it is glibc

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer) || __has_feature(thread_sanitizer)
#define QCIAUTH_HAS_SANITIZER
#endif
#elif defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define QCIAUTH_HAS_SANITIZER
#endif

namespace QciAuth {

/// How memory is scrubbed before it goes back to the allocator, whichever that is. A program that links this has its
/// own free() and realloc() where `isActive`, and the libraries it uses, C++'s `delete` and the C library itself call
/// those.
namespace Scrubbing {

/// Sanitizers bring an allocator of their own, which keeps freed memory to find its uses.
#if defined(__GLIBC__) && !defined(QCIAUTH_HAS_SANITIZER)
inline constexpr bool isActive = true;
#else
inline constexpr bool isActive = false;
#endif

using Free = void (*)(void *block);

/// Overwrites the block, all that the allocator has set aside for it, and hands it to `next`.
void free(void *block, Free next);
/// As realloc(): never leaves a copy behind where the block moves, nor what was cut off.
void *reallocate(void *block, std::size_t size, Free next);

} // namespace Scrubbing

} // namespace QciAuth
