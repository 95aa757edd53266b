// SPDX-License-Identifier: Apache-2.0
#include "sandboxoptions.h"

#include "versiontext.h"

#include <QCommandLineParser>

#include <algorithm>
#include <limits>
#include <optional>

namespace QciAuth {

using namespace Qt::StringLiterals;

namespace {

constexpr int exitUsage = 2;
constexpr int maximumLifetime = 365 * 24 * 60 * 60;
constexpr int maximumLatency = 60 * 1000;

SandboxExit misuse(const QString &what)
{
    return {exitUsage, what + u"; see qci-auth-sandbox --help."_s};
}

// The value of the option, its default where it is absent, nothing where it is no number in the range.
std::optional<int> number(const QCommandLineParser &parser, const QCommandLineOption &option, int minimum, int maximum)
{
    bool ok = false;
    const int value = parser.value(option).toInt(&ok);
    return ok && value >= minimum && value <= maximum ? std::optional(value) : std::nullopt;
}

SandboxExit badNumber(const QCommandLineOption &option, int minimum, int maximum)
{
    return misuse(u"Cannot start because --%1 needs a whole number from %2 to %3"_s.arg(
        option.names().constFirst(), QString::number(minimum), QString::number(maximum)));
}

bool isVisibleAscii(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c > u' ' && c <= u'~'; });
}

} // namespace

std::variant<SandboxOptions, SandboxExit> SandboxOptions::parse(const QStringList &arguments)
{
    const QCommandLineOption portOption(
        u"port"_s, u"Listen on port <N>; without it or with 0, on a free one."_s, u"N"_s, u"0"_s);
    const QCommandLineOption lifetimeOption(
        u"lifetime"_s, u"Let access tokens expire after <SECONDS>; 3600 where not given."_s, u"SECONDS"_s, u"3600"_s);
    const QCommandLineOption latencyOption(
        u"latency"_s, u"Answer each request <MS> milliseconds late."_s, u"MS"_s, u"0"_s);
    const QCommandLineOption tokenOption(u"token"_s,
        u"Accept the API token <TOKEN>; may be given more than once. Use made-up ones: others on this computer can see "
        "the command line. Without it the program makes one up and prints it."_s,
        u"TOKEN"_s);
    const QCommandLineOption stdinOption(u"until-stdin-closes"_s,
        u"Quit when standard input ends, and so together with a program that started this one and holds the other end "
        "of the pipe."_s);

    QCommandLineParser parser;
    parser.setApplicationDescription(u"A stand-in for the QCi auth service on 127.0.0.1, for trying things out without "
                                     u"an account. Prints the URL to "
                                     "use as its first line."_s);
    const QCommandLineOption helpOption = parser.addHelpOption();
    const QCommandLineOption versionOption = parser.addVersionOption();
    parser.addOptions({portOption, lifetimeOption, latencyOption, tokenOption, stdinOption});

    // The parser's own texts may repeat what was typed, and that may be a token.
    if (!parser.parse(arguments)) {
        return parser.unknownOptionNames().isEmpty()
                   ? misuse(u"Cannot start because an option lacks its value or has one that it does not take"_s)
                   : misuse(u"Cannot start because an option is not known"_s);
    }
    if (parser.isSet(helpOption) || parser.isSet(u"help-all"_s)) {
        return SandboxExit{0, parser.helpText()};
    }
    if (parser.isSet(versionOption)) {
        return SandboxExit{0, u"qci-auth-sandbox %1\n"_s.arg(versionText())};
    }
    if (!parser.positionalArguments().isEmpty()) {
        return misuse(u"Cannot start because there is a word on the command line that belongs to no option"_s);
    }

    const auto port = number(parser, portOption, 0, std::numeric_limits<quint16>::max());
    if (!port) {
        return badNumber(portOption, 0, std::numeric_limits<quint16>::max());
    }
    const auto lifetime = number(parser, lifetimeOption, 1, maximumLifetime);
    if (!lifetime) {
        return badNumber(lifetimeOption, 1, maximumLifetime);
    }
    const auto latency = number(parser, latencyOption, 0, maximumLatency);
    if (!latency) {
        return badNumber(latencyOption, 0, maximumLatency);
    }

    SandboxOptions options;
    options.port = static_cast<quint16>(*port);
    options.lifetime = std::chrono::seconds{*lifetime};
    options.latency = std::chrono::milliseconds{*latency};
    options.untilStdinCloses = parser.isSet(stdinOption);
    for (const QString &token : parser.values(tokenOption)) {
        if (token.isEmpty() || !isVisibleAscii(token)) {
            return misuse(u"Cannot start because --token needs one or more visible ASCII characters without spaces"_s);
        }
        options.tokens.insert(token.toLatin1());
    }
    return options;
}

} // namespace QciAuth
