// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QNetworkAccessManager>

#include <functional>
#include <memory>

namespace QciAuth {

/// Makes the access manager for one exchange. It is made when the first request goes out and dropped after the last
/// answer, so that a program that only reads a cached token never loads TLS.
using AccessManagerFactory = std::function<std::unique_ptr<QNetworkAccessManager>()>;

/// An access manager that follows no redirects and uses the system's proxies, except for loopback addresses: what is
/// sent to this machine never leaves it.
std::unique_ptr<QNetworkAccessManager> makeAccessManager();

} // namespace QciAuth
