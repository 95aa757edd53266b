// SPDX-License-Identifier: Apache-2.0
#include "fuzzinput.h"
#include "fuzztargets.h"
#include "promise.h"
#include "tokenfinder.h"

#include <algorithm>

namespace QciAuth {

void fuzzTokenFinder(const QByteArray &input)
{
    const QByteArray text = FuzzInput(input).rest();
    const QString known = QString::fromLatin1(FuzzInput::token());
    const TokenFinder finder({known});
    const QList<int> lines = finder.lines(text);
    promise(std::is_sorted(lines.begin(), lines.end()) && std::adjacent_find(lines.begin(), lines.end()) == lines.end(),
        "lines come in order, each once");
    const auto count = static_cast<int>(text.count('\n')) + 1;
    promise(lines.isEmpty() || (lines.first() >= 1 && lines.last() <= count), "every line is one of the text");
    promise(!text.contains(FuzzInput::token()) || !lines.isEmpty(), "a known token is found");

    const QByteArray open = "\nQCI_TOKEN=0123456789abcdef0123456789abcdef\n";
    promise(finder.lines(text + open).contains(count + 1), "a token is found behind anything");
    const QByteArray hidden = "\nsomething " + FuzzInput::token() + " else\n";
    promise(TokenFinder({known}).lines(text + hidden).contains(count + 1), "a known token is found behind anything");
    // Without a token in it, what stands before or behind finds nothing.
    for (const int line : TokenFinder({}).lines(text))
        promise(lines.contains(line), "knowing a token hides no other");
}

} // namespace QciAuth
