// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace QciAuth {

/// A name that somebody chose, for a sentence or a title: of a long one the middle is left out, between whole
/// characters, and one that is written from right to left, or turns the direction, leaves what is around it alone.
QString shortName(const QString &name);

} // namespace QciAuth
