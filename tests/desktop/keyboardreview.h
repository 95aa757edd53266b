// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <QWidget>

namespace QciAuth {

/// What keeps somebody with a keyboard and a screen reader, and without a mouse, from using the window: controls that
/// have no name or that Tab does not reach, letters after Alt that lead nowhere or to two places, in window and menus.
/// A sentence each; none where everything is well. The window is visible.
QStringList keyboardProblems(QWidget &window);

} // namespace QciAuth
