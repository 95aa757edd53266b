// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFont>
#include <QFontMetricsF>
#include <QPointF>
#include <QStringView>

class QPainter;

namespace QciAuth {

/// A font whose digits take one width, also where they do not by themselves: a countdown that trembles cannot be read
/// at a glance.
class TabularFont
{
public:
    explicit TabularFont(const QFont &font);

    double width(QStringView text) const;
    /// What a digit takes.
    double digitWidth() const { return m_digitWidth; }
    double height() const { return m_metrics.height(); }
    double capHeight() const { return m_metrics.capHeight(); }
    /// @param start  of the baseline.
    void draw(QPainter &painter, const QPointF &start, QStringView text) const;

private:
    double widthOf(QChar character) const;

    QFont m_font;
    QFontMetricsF m_metrics;
    double m_digitWidth = 0;
    double m_colonWidth;
};

} // namespace QciAuth
