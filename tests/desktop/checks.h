// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "latencyhistory.h"

#include <QList>

namespace QciAuth {

/// A history of checks, a minute apart, the last one at `lastCheckAt`; each is a latency in milliseconds, or a negative
/// number for a failure.
inline QDateTime lastCheckAt()
{
    return {QDate(2026, 7, 5), QTime(12, 0, 7)};
}

inline LatencyHistory historyOf(const QList<int> &latencies)
{
    LatencyHistory history;
    QDateTime at = lastCheckAt().toUTC().addSecs(-60 * (latencies.size() - 1));
    for (const int latency : latencies) {
        std::optional<AuthError> failure;
        if (latency < 0)
            failure = AuthError(
                AuthError::Kind::Transient, AuthError::Cause::ConnectionRefused, QStringLiteral("connection refused"));
        history.add({at, std::chrono::milliseconds(std::abs(latency)), failure});
        at = at.addSecs(60);
    }
    return history;
}

} // namespace QciAuth
