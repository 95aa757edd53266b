// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QPainter>
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

    /// @param start   degrees, clockwise from the top.
    /// @param length  degrees, clockwise from there; 360: the whole circle.
    void draw(QPainter &painter, const QColor &color, double start, double length) const;

private:
    QRectF m_circle;
    double m_stroke;
};

} // namespace QciAuth
