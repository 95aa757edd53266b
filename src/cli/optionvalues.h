// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace QciAuth {

/// Reads positive seconds up to a day, such as `20` or `0.5`, rounded up to milliseconds; nothing where it is not that.
std::optional<std::chrono::milliseconds> parseTimeout(const QString &text);

/// Reads whole seconds from 0 to a year; nothing where it is not that.
std::optional<std::chrono::seconds> parseMinTtl(const QString &text);

} // namespace QciAuth
