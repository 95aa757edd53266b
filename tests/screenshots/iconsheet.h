// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>

namespace QciAuth {

/// All icons at all their sizes, in the colours of the application's palette.
QImage iconSheet();

} // namespace QciAuth
