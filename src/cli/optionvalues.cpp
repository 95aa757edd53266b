// SPDX-License-Identifier: Apache-2.0
#include "optionvalues.h"

#include <algorithm>
#include <cmath>

namespace QciAuth {

namespace {

constexpr double longestTimeoutSeconds = 86'400;
constexpr std::chrono::seconds longestMinTtl = std::chrono::hours{365 * 24};

// QString's own conversions take signs, spaces, exponents and infinity as well.
bool consistsOf(const QString &text, QStringView allowed)
{
    return std::all_of(text.begin(), text.end(), [allowed](QChar c) { return allowed.contains(c); });
}

} // namespace

std::optional<std::chrono::milliseconds> parseTimeout(const QString &text)
{
    bool ok = false;
    const double seconds = text.toDouble(&ok);
    if (!ok || !consistsOf(text, u"0123456789.") || seconds <= 0 || seconds > longestTimeoutSeconds) {
        return std::nullopt;
    }
    return std::chrono::milliseconds{std::lround(std::ceil(seconds * std::milli::den))};
}

std::optional<std::chrono::seconds> parseMinTtl(const QString &text)
{
    bool ok = false;
    const std::chrono::seconds value{text.toLongLong(&ok)};
    if (!ok || !consistsOf(text, u"0123456789") || value > longestMinTtl) {
        return std::nullopt;
    }
    return value;
}

} // namespace QciAuth
