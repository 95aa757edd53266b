// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

class QWidget;

namespace QciAuth {

/// Brings the window, and the dialog that it may wait for, in front of those of other programs, also where it is hidden
/// or minimised.
/// @param activationToken  the window system's leave to do so; without one it may only mark the window.
void raiseWindow(QWidget &window, const QString &activationToken);

} // namespace QciAuth
