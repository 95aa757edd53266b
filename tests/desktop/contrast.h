// SPDX-License-Identifier: Apache-2.0
#pragma once

class QColor;

namespace QciAuth {

/// Relative luminance of an opaque colour, 0 to 1 (WCAG 2.1).
double luminance(const QColor &color);

/// Contrast of two opaque colours, 1 to 21, whichever is the ground (WCAG 2.1).
double contrast(const QColor &a, const QColor &b);

} // namespace QciAuth
