// SPDX-License-Identifier: Apache-2.0
#include "countedwork.h"

#include <cstdio>

// Valgrind knows it by this name, which it has in no other language than C.
extern "C" [[gnu::noinline]] void qciauthCounted(int times, const std::function<void()> &work)
{
    for (int i = 0; i < times; ++i)
        work();
}

namespace QciAuth {

void CountedWork::count(const QByteArray &name, int times, const std::function<void()> &work)
{
    constexpr int warmUps = 5;
    for (int i = 0; i < warmUps; ++i)
        work();
    std::printf("%s %d\n", name.constData(), times);
    std::fflush(stdout);
    qciauthCounted(times, work);
}

void CountedWork::countFirst(const QByteArray &name, const std::function<void()> &work)
{
    std::printf("%s 1\n", name.constData());
    std::fflush(stdout);
    qciauthCounted(1, work);
}

} // namespace QciAuth
