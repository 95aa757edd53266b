// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <initializer_list>
#include <random>

namespace QciAuth {

/// Random choices that are the same for the same seed on every machine.
class RandomWalk
{
public:
    explicit RandomWalk(std::uint64_t seed)
        : m_engine(seed)
    {
    }

    /// From 0 to `limit` - 1.
    int below(int limit) { return static_cast<int>(m_engine() % static_cast<std::uint64_t>(limit)); }
    bool chance(int percent) { return below(100) < percent; }
    /// From 0 to just below 1.
    double fraction() { return static_cast<double>(m_engine() >> 11U) * 0x1p-53; }
    template<typename T>
    T oneOf(std::initializer_list<T> choices)
    {
        return *(choices.begin() + below(static_cast<int>(choices.size())));
    }

private:
    std::mt19937_64 m_engine;
};

} // namespace QciAuth
