// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QFont>
#include <QString>

class QPalette;
class QWidget;

namespace QciAuth {

/// What a colour says (desktop.md, Visual language). Colours carry state only; all else is the palette's.
enum class Tone {
    Neutral, ///< the palette's own text colour
    Accent,
    Good,
    Warning,
    Bad,
};

/// Before scaledToFont().
inline constexpr int buttonIconSize = 16;
/// For scaledFont(): captions of sections, and the few words that a page says first.
inline constexpr double captionScale = 0.9;
inline constexpr double titleScale = 1.3;

/// The colour of `tone` that can be read on the palette's window colour.
QColor toneColor(Tone tone, const QPalette &palette);

/// Writes the widget's text in that colour.
void setTextTone(QWidget &widget, Tone tone);

/// The same font, larger or smaller.
QFont scaledFont(const QFont &font, double factor);

/// A length that goes with text: `length` with fonts of usual size, more with larger ones.
int scaledToFont(int length, const QFont &font);

/// Style sheet of the one button of a page that does what the page is for. (A style draws its own shades of a button
/// colour; those would not keep the contrast.)
QString primaryButtonStyle(const QPalette &palette);

} // namespace QciAuth
