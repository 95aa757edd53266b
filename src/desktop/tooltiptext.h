// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace QciAuth {

/// What others wrote, for a tooltip: shown as it is, whatever it looks like, in lines of a bearable width and no more
/// of them than a small screen holds.
QString toolTipText(const QString &text);

} // namespace QciAuth
