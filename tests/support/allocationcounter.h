// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

namespace QciAuth {

/// Counts how often this thread asks for memory while the object lives, whoever does it: the program's malloc() is the
/// counter's. For one test program alone, and not under the sanitizers, which have their own.
class AllocationCounter
{
public:
    AllocationCounter();
    ~AllocationCounter();

    int count() const;
    /// The most that was asked for at once, in bytes.
    std::size_t largest() const;
};

} // namespace QciAuth
