// SPDX-License-Identifier: Apache-2.0
#include "latencyhistory.h"

#include <algorithm>
#include <vector>

namespace QciAuth {

void LatencyHistory::add(const Check &check)
{
    if (m_checks.size() == capacity)
        m_checks.removeFirst();
    m_checks.append(check);
}

int LatencyHistory::failures() const
{
    return static_cast<int>(std::count_if(
        m_checks.cbegin(), m_checks.cend(), [](const Check &check) { return check.failure.has_value(); }));
}

std::optional<LatencyHistory::Summary> LatencyHistory::summary() const
{
    std::vector<std::chrono::milliseconds> answered;
    for (const Check &check : m_checks) {
        if (!check.failure)
            answered.push_back(check.latency);
    }
    if (answered.empty())
        return std::nullopt;
    std::sort(answered.begin(), answered.end());
    const std::size_t middle = answered.size() / 2;
    const auto median = answered.size() % 2 == 1 ? answered[middle] : (answered[middle - 1] + answered[middle]) / 2;
    return Summary{answered.front(), median, answered.back()};
}

} // namespace QciAuth
