// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "commanddescription.h"

#include <QString>

namespace QciAuth {

/// Returns the manual page of \a root for man(1), section 1, in troff.
QString manPage(const CommandDescription &root);

} // namespace QciAuth
