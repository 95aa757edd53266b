// SPDX-License-Identifier: Apache-2.0
#include "tabularfont.h"

#include <QPainter>

#include <algorithm>
#include <numeric>

namespace QciAuth {

TabularFont::TabularFont(const QFont &font)
    : m_font(font)
    , m_metrics(font)
    , m_colonWidth(m_metrics.horizontalAdvance(u':'))
{
    for (char16_t digit = u'0'; digit <= u'9'; ++digit)
        m_digitWidth = std::max(m_digitWidth, m_metrics.horizontalAdvance(QChar(digit)));
}

double TabularFont::width(QStringView text) const
{
    return std::accumulate(
        text.begin(), text.end(), 0.0, [this](double width, QChar character) { return width + widthOf(character); });
}

void TabularFont::draw(QPainter &painter, const QPointF &start, QStringView text) const
{
    painter.setFont(m_font);
    double x = start.x();
    for (const QChar character : text) {
        const double wide = widthOf(character);
        painter.drawText(QPointF(x + (wide - m_metrics.horizontalAdvance(character)) / 2, start.y()), character);
        x += wide;
    }
}

double TabularFont::widthOf(QChar character) const
{
    if (character.isDigit())
        return m_digitWidth;
    return character == u':' ? m_colonWidth : m_metrics.horizontalAdvance(character);
}

} // namespace QciAuth
