// SPDX-License-Identifier: Apache-2.0
#include "arcpainter.h"

#include <QImage>
#include <QPointF>
#include <QtMath>

#include <algorithm>
#include <cmath>

namespace QciAuth {

namespace {

constexpr double wholeCircle = 360;

double squared(double value)
{
    return value * value;
}

double squaredLength(const QPointF &point)
{
    return squared(point.x()) + squared(point.y());
}

QPointF onCircle(double radius, double degrees)
{
    const double angle = qDegreesToRadians(degrees);
    return {radius * std::sin(angle), -radius * std::cos(angle)};
}

/// More than nothing where `other` is clockwise of `one`, by less than half a turn.
double turn(const QPointF &one, const QPointF &other)
{
    return one.x() * other.y() - one.y() * other.x();
}

/// How much of a pixel a stroke along an arc about the origin covers. A ring has thousands of pixels: what needs a root
/// is asked at its edges alone, and no angle at all.
class Stroke
{
public:
    Stroke(double radius, double half, double start, double length)
        : m_radius(radius)
        , m_half(half)
        , m_isWhole(length >= wholeCircle)
        , m_isLong(length > wholeCircle / 2)
        , m_first(onCircle(radius, start))
        , m_last(onCircle(radius, start + length))
        , m_inner(squared(std::max(radius - half - edge, 0.0)))
        , m_solidInner(squared(std::max(radius - half + edge, 0.0)))
        , m_solidOuter(squared(std::max(radius + half - edge, 0.0)))
        , m_outer(squared(radius + half + edge))
    {
    }

    double cover(const QPointF &point) const
    {
        const double away = squaredLength(point);
        if (away < m_inner || away >= m_outer)
            return 0;
        if (!m_isWhole && !isBeside(point))
            return coverBy(std::sqrt(std::min(squaredLength(point - m_first), squaredLength(point - m_last))));
        if (away >= m_solidInner && away <= m_solidOuter && m_half >= edge)
            return 1;
        return coverBy(std::abs(std::sqrt(away) - m_radius));
    }

private:
    // A pixel is covered in part where the edge of the stroke is no further than this from its middle.
    static constexpr double edge = 0.5;

    double coverBy(double distance) const { return std::clamp(m_half + edge - distance, 0.0, 1.0); }

    // Whether the arc itself passes there, and not what is missing of the circle.
    bool isBeside(const QPointF &point) const
    {
        if (m_isLong)
            return turn(m_last, point) < 0 || turn(point, m_first) < 0;
        return turn(m_first, point) >= 0 && turn(point, m_last) >= 0;
    }

    double m_radius;
    double m_half;
    bool m_isWhole;
    bool m_isLong;
    QPointF m_first;
    QPointF m_last;
    // Squares of how far from the origin the stroke begins, is solid, and ends.
    double m_inner;
    double m_solidInner;
    double m_solidOuter;
    double m_outer;
};

} // namespace

void ArcPainter::draw(QPainter &painter, const QColor &color, double start, double length, const QRect &part) const
{
    if (length <= 0)
        return;
    // In pixels of the screen: what is copied as it is needs no threads either, and is sharp.
    const double ratio = painter.device()->devicePixelRatioF();
    const double radius = m_circle.width() / 2 * ratio;
    const double half = m_stroke / 2 * ratio;
    const QPointF centre = m_circle.center() * ratio;
    const QPoint corner(qFloor(centre.x() - radius - half) - 1, qFloor(centre.y() - radius - half) - 1);
    const int side = qCeil(2 * (radius + half)) + 3;
    QRect area(corner, QSize(side, side));
    if (!part.isNull())
        area &= QRectF(QPointF(part.topLeft()) * ratio, QSizeF(part.size()) * ratio).toAlignedRect();
    if (area.isEmpty())
        return;
    const Stroke stroke(radius, half, start, length);

    QImage image(area.size(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    for (int y = 0; y < area.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < area.width(); ++x) {
            const QPointF point = QPointF(area.left() + x + 0.5, area.top() + y + 0.5) - centre;
            const double cover = stroke.cover(point);
            if (cover <= 0)
                continue;
            line[x] = qPremultiply(qRgba(color.red(), color.green(), color.blue(), qRound(color.alpha() * cover)));
        }
    }
    painter.save();
    painter.scale(1 / ratio, 1 / ratio);
    painter.drawImage(area.topLeft(), image);
    painter.restore();
}

QRect ArcPainter::wayOfEnd(double from, double to) const
{
    const double radius = m_circle.width() / 2;
    const QPointF first = onCircle(radius, from);
    const QPointF last = onCircle(radius, to);
    const double bulge = radius * (1 - std::cos(qDegreesToRadians(to - from) / 2));
    constexpr double softEdge = 2; // of the stroke, and of an end that stands between two pixels
    const double around = m_stroke / 2 + bulge + softEdge;
    return QRectF(first, last)
        .normalized()
        .adjusted(-around, -around, around, around)
        .translated(m_circle.center())
        .toAlignedRect();
}

} // namespace QciAuth
