// SPDX-License-Identifier: Apache-2.0
#include "traypicture.h"

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

// QPainter counts sixteenths of a degree, counter-clockwise from three o'clock.
constexpr int sixteenths = 16;
constexpr int top = 90 * sixteenths;
constexpr int fullCircle = 360 * sixteenths;

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
        painter.drawArc(QRectF(-0.45, -0.9, 0.9, 1.4), 0, fullCircle / 2);
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

    const double rimWidth = std::max(1.0, unit / 2);
    const double side = pixels - rimWidth;
    painter.setPen(QPen(QColor(rim), rimWidth));
    painter.setBrush(QColor(disc));
    painter.drawEllipse(QRectF(rimWidth / 2, rimWidth / 2, side, side));

    const QColor color = colorOf(picture.tone);
    const double stroke = 2 * unit;
    const double inset = rimWidth + stroke / 2;
    const QRectF circle(inset, inset, pixels - 2 * inset, pixels - 2 * inset);
    QColor track(text);
    track.setAlphaF(static_cast<float>(trackOpacity));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(track, stroke, Qt::SolidLine, Qt::FlatCap));
    painter.drawEllipse(circle);
    painter.setPen(QPen(color, stroke, Qt::SolidLine, Qt::FlatCap));
    painter.drawArc(circle, top, picture.ring * fullCircle / TrayReading::fullRing);

    const double glyphHalf = pixels / 2.0 - inset - stroke / 2 - unit / 2;
    painter.translate(pixels / 2.0, pixels / 2.0);
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
