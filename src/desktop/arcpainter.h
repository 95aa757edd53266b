// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QPainter>
#include <QRect>
#include <QRectF>

namespace QciAuth {

/// Draws a part of a circle, as a stroke with round ends. QPainter's own curves look the same, but it shares each of
/// them out among threads: that wakes the processor some forty times for one ring, and the ring is drawn every second.
class ArcPainter
{
public:
    /// @param circle  the middle of the stroke.
    ArcPainter(const QRectF &circle, double stroke)
        : m_circle(circle)
        , m_stroke(stroke)
    {
    }

    QRectF circle() const { return m_circle; }
    /// @param start   degrees, clockwise from the top.
    /// @param length  degrees, clockwise from there; 360: the whole circle.
    /// @param part    where it is wanted, which saves the rest; null: everywhere.
    void draw(QPainter &painter, const QColor &color, double start, double length, const QRect &part = QRect()) const;
    /// What the end of an arc may have touched on its way from one angle to the other.
    QRect wayOfEnd(double from, double to) const;

private:
    QRectF m_circle;
    double m_stroke;
};

} // namespace QciAuth
