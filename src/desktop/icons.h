// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "theme.h"

#include <QIcon>
#include <QPixmap>
#include <QString>

namespace QciAuth {

/// The icon `name` of the program's own family, drawn in the text colour of the application's current palette and
/// sharp at every size.
QIcon icon(const QString &name);

/// The program's own, in its colours. It takes no plugin of Qt's, as the one for SVG is not installed everywhere.
QIcon programIcon();

/// An icon of the family as a picture in one colour.
/// @param size  in device-independent pixels.
QPixmap iconPixmap(const QString &name, const QColor &color, int size, qreal devicePixelRatio);

} // namespace QciAuth
