// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QUrl>

namespace QciAuth {

/// Whether the URL's host is this machine: `localhost`, 127.0.0.0/8 or ::1.
bool isLoopback(const QUrl &url);

/// Whether it is a whole address, but neither http nor https: `ftp://host` is one, `host:port` is none.
bool hasOtherScheme(const QUrl &url);

/// The base URL of a service as its users write it, checked: what completeUrl() says of its form, and whether a token
/// may be sent there.
/// @throws AuthError of kind Local: MissingUrl, InvalidUrl, or InsecureUrl where it is plain http to another machine
///         and `allowInsecureHttp` is false.
QUrl checkedBaseUrl(const QString &text, bool allowInsecureHttp);

/// The address without what may be a secret in it: user name, password, query and fragment, and a token anywhere
/// else. As it is where it has none of these, and empty where it is no address.
QString withoutSecrets(const QString &url);

} // namespace QciAuth
