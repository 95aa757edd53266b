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

double distance(const QPointF &one, const QPointF &other)
{
    return std::hypot(one.x() - other.x(), one.y() - other.y());
}

/// How far points are from an arc about the origin.
class Arc
{
public:
    Arc(double radius, double start, double length)
        : m_radius(radius)
        , m_start(start)
        , m_length(length)
        , m_first(end(start))
        , m_last(end(start + length))
    {
    }

    double distanceTo(const QPointF &point) const
    {
        const double toCircle = std::abs(std::hypot(point.x(), point.y()) - m_radius);
        if (m_length >= wholeCircle)
            return toCircle;
        const double angle = qRadiansToDegrees(std::atan2(point.x(), -point.y())) - m_start;
        const double onward = angle - wholeCircle * std::floor(angle / wholeCircle);
        return onward <= m_length ? toCircle : std::min(distance(point, m_first), distance(point, m_last));
    }

private:
    QPointF end(double degrees) const
    {
        const double angle = qDegreesToRadians(degrees);
        return {m_radius * std::sin(angle), -m_radius * std::cos(angle)};
    }

    double m_radius;
    double m_start;
    double m_length;
    QPointF m_first;
    QPointF m_last;
};

} // namespace

void ArcPainter::draw(QPainter &painter, const QColor &color, double start, double length) const
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
    const Arc arc(radius, start, length);

    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    for (int y = 0; y < side; ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < side; ++x) {
            const QPointF point = QPointF(corner.x() + x + 0.5, corner.y() + y + 0.5) - centre;
            if (std::abs(std::hypot(point.x(), point.y()) - radius) > half + 1)
                continue;
            const double cover = std::clamp(half + 0.5 - arc.distanceTo(point), 0.0, 1.0);
            line[x] = qPremultiply(qRgba(color.red(), color.green(), color.blue(), qRound(color.alpha() * cover)));
        }
    }
    painter.save();
    painter.scale(1 / ratio, 1 / ratio);
    painter.drawImage(corner, image);
    painter.restore();
}

} // namespace QciAuth
