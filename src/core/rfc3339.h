// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QStringView>

#include <optional>

namespace QciAuth {

/// The instant that an RFC 3339 `date-time` names, in UTC with milliseconds; nothing where `text` is anything else, or
/// where RFC 3339 cannot name the instant in UTC, as it is outside the years 1 to 9999.
/// Fractions are cut to milliseconds; a leap second (`:60`) is read as the second before it.
std::optional<QDateTime> parseRfc3339(QStringView text);

} // namespace QciAuth
