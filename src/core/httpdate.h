// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QDateTime>

#include <chrono>
#include <optional>

namespace QciAuth {

/// The instant of an HTTP-date in any of its three forms (RFC 9110, 5.6.7), in UTC; nothing where it is none.
std::optional<QDateTime> parseHttpDate(const QByteArray &value);

/// How long a `Retry-After` header (RFC 9110, 10.2.3) asks to wait from `now` on, clamped to 0…3600 s
/// (behaviour.md, Refresh); nothing where it is absent or garbage.
std::optional<std::chrono::seconds> parseRetryAfter(const QByteArray &value, const QDateTime &now);

} // namespace QciAuth
