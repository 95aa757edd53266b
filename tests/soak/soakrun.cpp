// SPDX-License-Identifier: Apache-2.0
#include "soakrun.h"

#include "soakfaults.h"

#include <cstdio>

namespace QciAuth {

namespace {

constexpr double faultShare = 0.3;
constexpr qint64 allowedGrowth = 1'048'576;
constexpr qint64 kibibyte = 1024;

} // namespace

SoakRun::SoakRun(unsigned seed)
    : m_random(seed)
{
}

bool SoakRun::run(int exchanges)
{
    std::printf("%9s %9s %9s %6s %8s %7s\n", "exchanges", "heap/KiB", "RSS/KiB", "files", "objects", "timers");
    for (const bool withTls : {false, true}) {
        m_accounts.push_back(std::make_unique<SoakAccount>(withTls, m_random));
        if (const QString problem = m_accounts.back()->begin(); !problem.isEmpty()) {
            std::printf("at the beginning: %s\n", qPrintable(problem));
            return false;
        }
    }
    const int warmUp = exchanges / 10;
    ProcessGauge early;
    ProcessGauge late;
    for (int number = 1; number <= exchanges; ++number) {
        if (!exchange(number))
            return false;
        if (number % warmUp != 0)
            continue;
        late = measure(number);
        if (number == warmUp)
            early = late;
    }
    int slow = 0;
    for (const auto &account : m_accounts)
        slow += account->slow();
    if (slow > 0)
        std::printf("%d exchanges had no time, as the machine was busy\n", slow);
    constexpr int slowAtMostOneIn = 20;
    if (slow > exchanges / slowAtMostOneIn) {
        std::printf("these are too many to say anything\n");
        return false;
    }
    return compare(early, late);
}

bool SoakRun::exchange(int number)
{
    constexpr int logInEvery = 97;
    constexpr int restartEvery = 61;
    SoakAccount &account = *m_accounts[m_random() % m_accounts.size()];
    std::optional<int> fault;
    if (std::uniform_real_distribution<double>()(m_random) < faultShare) {
        const auto count = static_cast<unsigned>(soakFaults(QDateTime::currentDateTimeUtc()).size());
        fault = static_cast<int>(m_random() % count);
    }
    QString problem = account.exchange(fault);
    if (problem.isEmpty() && number % logInEvery == 0)
        problem = account.logInAnew();
    if (problem.isEmpty() && number % restartEvery == 0)
        problem = account.restart();
    if (problem.isEmpty())
        return true;
    std::printf("exchange %d, fault %d: %s\n", number, fault.value_or(-1), qPrintable(problem));
    return false;
}

// In the same state each time: with a new token, and nothing under way.
ProcessGauge SoakRun::measure(int number)
{
    for (const auto &account : m_accounts)
        account->exchange(std::nullopt);
    const ProcessGauge gauge = ProcessGauge::read();
    std::printf("%9d %9lld %9lld %6lld %8lld %7lld\n", number, static_cast<long long>(gauge.heapBytes / kibibyte),
        static_cast<long long>(gauge.residentBytes / kibibyte), static_cast<long long>(gauge.files),
        static_cast<long long>(gauge.objects), static_cast<long long>(gauge.timers));
    std::fflush(stdout);
    return gauge;
}

bool SoakRun::compare(const ProcessGauge &early, const ProcessGauge &late)
{
    bool isFlat = true;
    const auto require = [&isFlat](bool holds, const char *what) {
        if (!holds)
            std::printf("%s\n", what);
        isFlat = isFlat && holds;
    };
    require(late.heapBytes - early.heapBytes < allowedGrowth, "the heap has grown");
#ifndef __SANITIZE_ADDRESS__ // which keeps freed memory for a while
    require(late.residentBytes - early.residentBytes < allowedGrowth, "the process has grown");
#endif
    require(late.files <= early.files, "files are left open");
    require(late.objects <= early.objects, "objects are left behind");
    require(late.timers <= early.timers, "timers are left running");
    if (isFlat)
        std::printf("nothing is left behind\n");
    return isFlat;
}

} // namespace QciAuth
