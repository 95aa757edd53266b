// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "trayreading.h"

#include <QIcon>
#include <QPixmap>

namespace QciAuth {

/// The tray's icon: a ring with the time left round a glyph, on a dark disc with a light rim. Nobody tells a program
/// what colour a panel has; this can be read on any.
/// @param pixels  width and height.
QPixmap trayPixmap(const TrayReading::Picture &picture, int pixels);

/// The same in all the sizes that panels have.
QIcon trayIcon(const TrayReading::Picture &picture);

} // namespace QciAuth
