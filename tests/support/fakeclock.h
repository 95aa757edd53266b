// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clock.h"

namespace QciAuth {

/// A clock that stands still until a test moves it.
class FakeClock final : public Clock
{
public:
    FakeClock();
    explicit FakeClock(const QDateTime &now);

    QDateTime now() const override { return m_now; }
    std::chrono::milliseconds monotonic() const override { return m_monotonic; }

    /// Time passes: both clocks go on.
    void advance(std::chrono::milliseconds duration);
    /// Somebody sets the wall clock, or the machine sleeps: time that the monotonic clock does not see.
    void jumpWall(std::chrono::milliseconds duration);

private:
    QDateTime m_now;
    std::chrono::milliseconds m_monotonic{};
};

} // namespace QciAuth
