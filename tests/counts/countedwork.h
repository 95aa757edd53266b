// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <functional>

namespace QciAuth {

/// Pieces of work whose instructions are counted, one after the other: valgrind looks at nothing but what runs inside,
/// and writes down a total at each end. What each was called is printed, a line each, in the same order.
class CountedWork
{
public:
    /// Does the work a few times, uncounted, so that what is made once is there; then `times` times in one count.
    static void count(const QByteArray &name, int times, const std::function<void()> &work);
    /// Counts the work the first time that it is done.
    static void countFirst(const QByteArray &name, const std::function<void()> &work);
};

} // namespace QciAuth
