// SPDX-License-Identifier: Apache-2.0
#include "envfile.h"
#include "fuzztargets.h"
#include "promise.h"

#include <QList>

namespace QciAuth {

namespace {

// Whether some lines were taken out of the file, and nothing else happened to it.
bool isLinesOf(const QByteArray &less, const QByteArray &file)
{
    const QList<QByteArray> kept = less.split('\n');
    const QList<QByteArray> all = file.split('\n');
    qsizetype next = 0;
    for (const QByteArray &line : all) {
        if (next < kept.size() && line == kept.at(next))
            ++next;
    }
    // A last line without an end leaves the end of the one before it; a byte order mark stays of a line that went.
    const QByteArray remainder = kept.mid(next).join('\n');
    return remainder.isEmpty() || less.startsWith("\xef\xbb\xbf");
}

} // namespace

void fuzzEnvFile(const QByteArray &input)
{
    const EnvFile file = EnvFile::fromBytes(input);
    const QByteArray remaining = file.withoutCredentials();
    promise(isLinesOf(remaining, input), "whole lines go, and the others stay as they are");
    const EnvFile again = EnvFile::fromBytes(remaining);
    promise(again.credentials() == PastedCredentials(), "no credentials are left");
    promise(again.withoutCredentials() == remaining, "taking them out again changes nothing");
    if (remaining == input)
        promise(file.credentials() == PastedCredentials(), "what was read is taken out");
    // What a file is for: a line that is added counts, whatever stands before it.
    const QByteArray separator = input.isEmpty() || input.endsWith('\n') ? "" : "\n";
    const EnvFile more = EnvFile::fromBytes(input + separator + "QCI_TOKEN=added-by-the-fuzzer\n");
    promise(more.credentials().apiToken == QLatin1StringView("added-by-the-fuzzer"), "the last line counts");
}

} // namespace QciAuth
