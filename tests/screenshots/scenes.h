// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "windowbench.h"

#include <QList>
#include <QString>

#include <functional>

namespace QciAuth {

/// Something that a user may see.
struct Scene
{
    QString name; ///< of its pictures
    /// Brings the bench's window there; false where it does not get there.
    std::function<bool(WindowBench &)> set;
};

/// All that there is to see, in the order of a user's day. Whoever adds a window or a state adds a line here.
QList<Scene> scenes();

} // namespace QciAuth
