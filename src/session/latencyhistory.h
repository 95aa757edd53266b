// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "autherror.h"

#include <QDateTime>
#include <QList>

#include <chrono>
#include <optional>

namespace QciAuth {

/// How long a service took to answer its last checks, and which of them failed.
class LatencyHistory
{
public:
    /// One question for the service's health.
    struct Check
    {
        QDateTime at;                       ///< when the answer or the failure came, in UTC
        std::chrono::milliseconds latency;  ///< from question to answer, or to the failure
        std::optional<AuthError> failure{}; ///< where there was no answer that says the service is well
    };

    /// What the answered checks have in common.
    struct Summary
    {
        std::chrono::milliseconds least;
        std::chrono::milliseconds median; ///< of an even number the mean of both in the middle
        std::chrono::milliseconds most;

        bool operator==(const Summary &) const = default;
    };

    /// No more than these are kept; the oldest goes first.
    static constexpr qsizetype capacity = 60;

    void add(const Check &check);
    void clear() { m_checks.clear(); }

    /// Oldest first.
    const QList<Check> &checks() const { return m_checks; }
    int failures() const;
    /// Nothing where no check was answered.
    std::optional<Summary> summary() const;

private:
    QList<Check> m_checks;
};

} // namespace QciAuth
