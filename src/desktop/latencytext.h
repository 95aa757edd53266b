// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "latencyhistory.h"

#include <QCoreApplication>
#include <QString>

namespace QciAuth {

/// What the window says about how long a service takes to answer, in words.
class LatencyText
{
    Q_DECLARE_TR_FUNCTIONS(QciAuth::LatencyText)

public:
    /// Least, median and most in a few words; empty where nothing was asked yet.
    static QString brief(const LatencyHistory &history);
    /// The same in full, with how many checks there were and how many failed.
    static QString summary(const LatencyHistory &history);
    /// One check: when, in local time, and how long it took or why it failed. With its date where the newest has
    /// another one.
    static QString check(const LatencyHistory &history, qsizetype index);
    /// A latency with its unit: in milliseconds, from ten seconds on in seconds.
    static QString duration(std::chrono::milliseconds latency);
};

} // namespace QciAuth
