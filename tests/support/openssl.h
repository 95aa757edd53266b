// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

namespace QciAuth {

/// Runs the openssl program; false, with a warning that says what it said, where it fails.
bool runOpenssl(const QStringList &arguments);

} // namespace QciAuth
