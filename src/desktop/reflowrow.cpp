// SPDX-License-Identifier: Apache-2.0
#include "reflowrow.h"

#include <QBoxLayout>
#include <QEvent>

#include <algorithm>

namespace QciAuth {

namespace {

int heightOf(QLayoutItem &item, int width)
{
    return item.hasHeightForWidth() ? item.heightForWidth(width) : item.sizeHint().height();
}

/// The parts of a layout that can be seen.
QList<QLayoutItem *> parts(QLayout &layout)
{
    QList<QLayoutItem *> items;
    for (int i = 0; i < layout.count(); ++i) {
        if (!layout.itemAt(i)->isEmpty())
            items.append(layout.itemAt(i));
    }
    return items;
}

} // namespace

ReflowRow::ReflowRow(QWidget *parent)
    : QWidget(parent)
{
}

QBoxLayout *ReflowRow::row() const
{
    return qobject_cast<QBoxLayout *>(layout());
}

int ReflowRow::rowWidth() const
{
    int width = 0;
    const QList<QLayoutItem *> items = parts(*row());
    for (QLayoutItem *item : items)
        width += item->minimumSize().width();
    width += row()->spacing() * std::max(0, static_cast<int>(items.size()) - 1);
    return std::max(width, items.size() > 1 ? m_leastWidth : 0);
}

QSize ReflowRow::sizeHint() const
{
    int width = 0;
    int height = 0;
    const QList<QLayoutItem *> items = parts(*row());
    for (QLayoutItem *item : items) {
        width += item->sizeHint().width();
        height = std::max(height, item->sizeHint().height());
    }
    return {width + row()->spacing() * std::max(0, static_cast<int>(items.size()) - 1), height};
}

QSize ReflowRow::minimumSizeHint() const
{
    QSize size;
    for (const QLayoutItem *item : parts(*row()))
        size = size.expandedTo(item->minimumSize());
    return size;
}

int ReflowRow::heightForWidth(int width) const
{
    const QList<QLayoutItem *> items = parts(*row());
    const int spacing = row()->spacing() * std::max(0, static_cast<int>(items.size()) - 1);
    int height = 0;
    if (width < rowWidth()) {
        for (QLayoutItem *item : items)
            height += heightOf(*item, width);
        return height + spacing;
    }
    // What does not stretch keeps its size; one part takes what is left.
    int left = width - spacing;
    for (int i = 0; i < row()->count(); ++i) {
        if (row()->stretch(i) == 0 && !row()->itemAt(i)->isEmpty())
            left -= row()->itemAt(i)->sizeHint().width();
    }
    for (int i = 0; i < row()->count(); ++i) {
        QLayoutItem &item = *row()->itemAt(i);
        if (!item.isEmpty())
            height = std::max(height, heightOf(item, row()->stretch(i) > 0 ? left : item.sizeHint().width()));
    }
    return height;
}

bool ReflowRow::event(QEvent *event)
{
    // A part has changed what it needs.
    if (event->type() == QEvent::LayoutRequest)
        follow();
    return QWidget::event(event);
}

void ReflowRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    follow();
}

void ReflowRow::follow()
{
    const auto direction = width() < rowWidth() ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    if (row()->direction() != direction)
        row()->setDirection(direction);
}

} // namespace QciAuth
