// SPDX-License-Identifier: Apache-2.0
#include "profiledelegate.h"

#include "profilemodel.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace QciAuth {

namespace {

constexpr int iconSize = 16;
constexpr int margin = 8;
constexpr int leastHeight = 24;
constexpr int stateLetters = 24;

} // namespace

int ProfileDelegate::widthFor(const QFontMetrics &metrics, int letters)
{
    return metrics.averageCharWidth() * (letters + stateLetters) + leastHeight + 3 * margin;
}

void ProfileDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    row.decorationSize = QSize(iconSize, iconSize);
    const QStyle *style = row.widget ? row.widget->style() : QApplication::style();
    const QString name = std::exchange(row.text, QString());
    style->drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget);

    const bool isSelected = row.state & QStyle::State_Selected;
    const auto group = row.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
    const auto role = isSelected ? QPalette::HighlightedText : QPalette::Text;
    painter->save();
    painter->setFont(row.font);
    painter->setPen(row.palette.color(group, role));

    const bool isMirrored = row.direction == Qt::RightToLeft;
    const int iconRoom = iconSize + 2 * margin;
    QRect room = row.rect.adjusted(isMirrored ? margin : iconRoom, 0, isMirrored ? -iconRoom : -margin, 0);
    const QString state =
        row.fontMetrics.elidedText(index.data(ProfileModel::StateRole).toString(), Qt::ElideRight, room.width() / 2);
    const int stateWidth = row.fontMetrics.horizontalAdvance(state);
    const Qt::Alignment begin = (isMirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
    const Qt::Alignment end = (isMirrored ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter;
    painter->drawText(room, static_cast<int>(end | Qt::TextSingleLine), state);
    room.adjust(isMirrored ? stateWidth + margin : 0, 0, isMirrored ? 0 : -stateWidth - margin, 0);
    painter->drawText(room, static_cast<int>(begin | Qt::TextSingleLine),
        row.fontMetrics.elidedText(name, Qt::ElideMiddle, room.width()));
    painter->restore();
}

// The same for every row, whatever its name: a list of a thousand asks once.
QSize ProfileDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    constexpr int usualLetters = 16;
    const int height = std::max(option.fontMetrics.height() + margin, leastHeight);
    return {widthFor(option.fontMetrics, usualLetters), height};
}

} // namespace QciAuth
