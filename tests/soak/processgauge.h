// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

namespace QciAuth {

/// What this process holds at one moment.
struct ProcessGauge
{
    qint64 heapBytes = 0;     ///< allocated and not freed
    qint64 residentBytes = 0; ///< of memory; 0 where the system does not tell
    qsizetype files = 0;      ///< open file descriptors; 0 where the system does not tell
    qsizetype objects = 0;    ///< that Qt knows, of all threads
    qsizetype timers = 0;     ///< running, of this thread

    /// To be called once, before any object that is to be counted.
    static void startCounting();
    /// Takes the measure once all that is due has happened, such as deletions.
    static ProcessGauge read();
};

} // namespace QciAuth
