// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace QciAuth {

/// Returns \a count bytes from the operating system's random source.
QByteArray randomBytes(qsizetype count);

} // namespace QciAuth
