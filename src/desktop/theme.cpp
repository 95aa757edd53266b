// SPDX-License-Identifier: Apache-2.0
#include "theme.h"

#include <QFontMetrics>
#include <QPalette>
#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightnessF() < 0.5F;
}

} // namespace

QColor toneColor(Tone tone, const QPalette &palette)
{
    const bool dark = isDark(palette);
    switch (tone) {
    case Tone::Neutral:
        return palette.color(QPalette::WindowText);
    case Tone::Accent:
        return dark ? QColor(0xA5A5FF) : QColor(0x5350C4);
    case Tone::Good:
        return dark ? QColor(0x4AC26B) : QColor(0x116329);
    case Tone::Warning:
        return dark ? QColor(0xD9A62E) : QColor(0x7D4E00);
    case Tone::Bad:
        return dark ? QColor(0xFF7B72) : QColor(0xB31D28);
    }
    return palette.color(QPalette::WindowText);
}

void setTextTone(QWidget &widget, Tone tone)
{
    QPalette palette = widget.palette();
    palette.setColor(QPalette::WindowText, toneColor(tone, palette));
    widget.setPalette(palette);
}

QFont scaledFont(const QFont &font, double factor)
{
    QFont scaled = font;
    if (font.pointSizeF() > 0)
        scaled.setPointSizeF(font.pointSizeF() * factor);
    else
        scaled.setPixelSize(qRound(font.pixelSize() * factor));
    return scaled;
}

int scaledToFont(int length, const QFont &font)
{
    constexpr int usualLineHeight = 16;
    return std::max(length, length * QFontMetrics(font).height() / usualLineHeight);
}

QString primaryButtonStyle(const QPalette &palette)
{
    const bool dark = isDark(palette);
    const QColor accent = toneColor(Tone::Accent, palette);
    constexpr int step = 112;
    const QColor hovered = dark ? accent.lighter(step) : accent.darker(step);
    const QColor disabled = palette.color(QPalette::Disabled, QPalette::ButtonText);
    return u"QPushButton { background: %1; color: %2; border: 1px solid %1; border-radius: 4px; padding: 5px 16px; }"
           "QPushButton:hover, QPushButton:pressed { background: %3; border-color: %3; }"
           "QPushButton:focus { border: 2px solid %4; padding: 4px 15px; }"
           "QPushButton:disabled { background: transparent; color: %5; border-color: %5; }"_s.arg(accent.name(),
               dark ? u"#1e1e1e"_s : u"#ffffff"_s, hovered.name(),
               palette.color(QPalette::Active, QPalette::WindowText).name(), disabled.name());
}

} // namespace QciAuth
