// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QUrl>

namespace QciAuth {

/// The base URL of a service as its users write it, checked for its form alone: http(s), a host, no user name, query or
/// fragment; a path prefix is kept and a missing trailing slash added (api.md). It needs no network library, so that a
/// program that only reads a profile does not load one; before anything is sent, checkedBaseUrl() is what to ask.
/// @throws AuthError of kind Local: MissingUrl or InvalidUrl.
QUrl completeUrl(const QString &text);

} // namespace QciAuth
