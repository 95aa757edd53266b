// SPDX-License-Identifier: Apache-2.0
#include "traypicture.h"

#include "arcpainter.h"

#include <QPainter>
#include <QPalette>

#include <algorithm>
#include <array>

namespace QciAuth {

namespace {

using Glyph = TrayReading::Glyph;

constexpr std::array sizes{16, 22, 24, 32, 44, 48, 64};
constexpr QRgb disc = 0xFF1E1E1E;
constexpr QRgb text = 0xFFF0F0F0;
constexpr QRgb rim = 0xFF9A9A9A;
constexpr double trackOpacity = 0.25;

constexpr double fullCircle = 360;
constexpr int upperHalf = 180 * 16; // as QPainter counts, counter-clockwise from three o'clock

QColor colorOf(Tone tone)
{
    QPalette dark;
    dark.setColor(QPalette::Window, QColor(disc));
    dark.setColor(QPalette::WindowText, QColor(text));
    return toneColor(tone, dark);
}

// In a square of which one side is 2, its middle the origin.
void drawGlyph(QPainter &painter, Glyph glyph)
{
    const auto dot = [&painter](double x, double y) { painter.drawLine(QPointF(x, y), QPointF(x, y + 0.001)); };
    switch (glyph) {
    case Glyph::None:
        break;
    case Glyph::Dash:
        painter.drawLine(QPointF(-0.7, 0), QPointF(0.7, 0));
        break;
    case Glyph::Dots:
        for (const double x : {-0.75, 0.0, 0.75})
            dot(x, 0);
        break;
    case Glyph::Lock:
        painter.fillRect(QRectF(-0.75, -0.1, 1.5, 1.0), painter.pen().color());
        painter.drawArc(QRectF(-0.45, -0.9, 0.9, 1.4), 0, upperHalf);
        break;
    case Glyph::Check:
        painter.drawPolyline(QPolygonF({{-0.65, 0.1}, {-0.2, 0.5}, {0.6, -0.5}}));
        break;
    case Glyph::Clock:
        painter.drawPolyline(QPolygonF({{0, -0.75}, {0, 0.1}, {0.65, 0.5}}));
        break;
    case Glyph::Exclamation:
        painter.drawLine(QPointF(0, -0.75), QPointF(0, 0.2));
        dot(0, 0.75);
        break;
    case Glyph::Cross:
        painter.drawLine(QPointF(-0.65, -0.65), QPointF(0.65, 0.65));
        painter.drawLine(QPointF(-0.65, 0.65), QPointF(0.65, -0.65));
        break;
    }
}

} // namespace

QPixmap trayPixmap(const TrayReading::Picture &picture, int pixels)
{
    QPixmap pixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const double unit = pixels / 16.0;
    const QPointF middle(pixels / 2.0, pixels / 2.0);
    const auto circle = [middle](double radius) {
        return QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius);
    };

    const double rimWidth = std::max(1.0, unit / 2);
    const double discRadius = (pixels - rimWidth) / 2;
    // A stroke as wide as its circle fills it.
    ArcPainter(circle(discRadius / 2), discRadius).draw(painter, QColor(disc), 0, fullCircle);
    ArcPainter(circle(discRadius), rimWidth).draw(painter, QColor(rim), 0, fullCircle);

    const QColor color = colorOf(picture.tone);
    const double stroke = 2 * unit;
    const double inset = rimWidth + stroke / 2;
    const ArcPainter ring(circle(pixels / 2.0 - inset), stroke);
    QColor track(text);
    track.setAlphaF(static_cast<float>(trackOpacity));
    ring.draw(painter, track, 0, fullCircle);
    const double left = picture.ring * fullCircle / TrayReading::fullRing;
    ring.draw(painter, color, fullCircle - left, left);

    const double glyphHalf = pixels / 2.0 - inset - stroke / 2 - unit / 2;
    painter.translate(middle);
    painter.scale(glyphHalf, glyphHalf);
    constexpr double glyphStroke = 1.7;
    painter.setPen(QPen(color, glyphStroke * unit / glyphHalf, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    drawGlyph(painter, picture.glyph);
    return pixmap;
}

QIcon trayIcon(const TrayReading::Picture &picture)
{
    QIcon icon;
    for (const int size : sizes)
        icon.addPixmap(trayPixmap(picture, size));
    return icon;
}

} // namespace QciAuth
