// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>

namespace QciAuth {

/// Has `name` read out for the widget. Qt tells a screen reader of every name that is set, of the same one too.
inline void setSpoken(QWidget &widget, const QString &name)
{
    if (widget.accessibleName() != name)
        widget.setAccessibleName(name);
}

/// Shows `text` in the label and has `spoken` read out for it; touches nothing that is so already, which would repaint
/// it and have it read out again.
inline void showReadout(QLabel &label, const QString &text, const QString &spoken)
{
    if (label.text() != text)
        label.setText(text);
    setSpoken(label, spoken);
}

} // namespace QciAuth
