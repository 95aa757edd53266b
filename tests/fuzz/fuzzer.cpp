// SPDX-License-Identifier: Apache-2.0
// libFuzzer's entries. `--target=NAME` says which target; libFuzzer leaves options with two dashes alone.
#include "fuzztargets.h"

#include <QCoreApplication>

#include <cstdint>
#include <cstdio>
#include <cstdlib>

using namespace QciAuth;

namespace {

FuzzTargets::Run target = nullptr; // libFuzzer hands on nothing between its two calls

} // namespace

extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    constexpr QByteArrayView option("--target=");
    for (int i = 1; i < *argc; ++i) {
        if (const QByteArrayView argument((*argv)[i]); argument.startsWith(option))
            target = FuzzTargets::find(argument.sliced(option.size()));
    }
    if (!target) {
        std::fputs("Say what to try with --target=NAME, one of the folders in tests/fuzz/corpus.\n", stderr);
        std::exit(2);
    }
    static int count = 1;
    new QCoreApplication(count, *argv); // ends with the process
    FuzzTargets::prepare();
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    target(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    return 0;
}
