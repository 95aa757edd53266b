// SPDX-License-Identifier: Apache-2.0
#include "latencytext.h"

#include "errortext.h"
#include "sessiontext.h"

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

constexpr std::chrono::seconds worthSeconds{10};

} // namespace

QString LatencyText::brief(const LatencyHistory &history)
{
    if (history.checks().isEmpty())
        return {};
    const auto summary = history.summary();
    if (!summary)
        return tr("no answer");
    if (summary->least == summary->most)
        return duration(summary->median);
    return tr("%1 – %2, median %3").arg(duration(summary->least), duration(summary->most), duration(summary->median));
}

QString LatencyText::summary(const LatencyHistory &history)
{
    const auto count = static_cast<int>(history.checks().size());
    if (count == 0)
        return tr("not checked yet");
    const auto summary = history.summary();
    if (!summary)
        return tr("failed: %1 of %2").arg(history.failures()).arg(count);
    return tr("shortest %1, median %2, longest %3; failed: %4 of %5")
        .arg(duration(summary->least), duration(summary->median), duration(summary->most))
        .arg(history.failures())
        .arg(count);
}

QString LatencyText::check(const LatencyHistory &history, qsizetype index)
{
    const LatencyHistory::Check &check = history.checks().at(index);
    const QString time = SessionText::clockTime(check.at, history.checks().constLast().at, true);
    return check.failure ? tr("%1: failed, %2").arg(time, shortErrorText(*check.failure))
                         : tr("%1: %2").arg(time, duration(check.latency));
}

QString LatencyText::duration(std::chrono::milliseconds latency)
{
    if (latency < worthSeconds)
        return tr("%1 ms").arg(latency.count());
    return tr("%1 s").arg(std::chrono::round<std::chrono::seconds>(latency).count());
}

} // namespace QciAuth
