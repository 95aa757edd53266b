// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "processgauge.h"
#include "soakaccount.h"

#include <memory>
#include <random>
#include <vector>

namespace QciAuth {

/// Many exchanges, of which three in ten meet a fault, and what they leave behind.
class SoakRun
{
public:
    explicit SoakRun(unsigned seed);

    /// Prints a line for each tenth of it.
    /// @return whether every exchange ended as it should, and nothing was left behind.
    bool run(int exchanges);

private:
    bool exchange(int number);
    ProcessGauge measure(int number);
    bool compare(const ProcessGauge &early, const ProcessGauge &late);

    std::mt19937 m_random;
    std::vector<std::unique_ptr<SoakAccount>> m_accounts;
};

} // namespace QciAuth
