// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>

namespace QciAuth {

/// Shows `text` in the label and has `spoken` read out for it; touches nothing that is so already, which would repaint
/// it and have it read out again.
inline void showReadout(QLabel &label, const QString &text, const QString &spoken)
{
    if (label.text() != text)
        label.setText(text);
    if (label.accessibleName() != spoken)
        label.setAccessibleName(spoken);
}

} // namespace QciAuth
