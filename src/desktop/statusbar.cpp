// SPDX-License-Identifier: Apache-2.0
#include "statusbar.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOption>

#include <algorithm>

namespace QciAuth {

StatusBar::StatusBar(QWidget *parent)
    : QStatusBar(parent)
{
}

void StatusBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QStyleOption option;
    option.initFrom(this);
    style()->drawPrimitive(QStyle::PE_PanelStatusBar, &option, &painter, this);
    if (currentMessage().isEmpty())
        return;
    constexpr int partIndent = 2; // that of Qt's own layout
    QRect room = contentsRect().adjusted(partIndent, 0, 0, 0);
    for (const QWidget *part : findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
        // While there is a message, Qt hides what it stands in for.
        if (part->isVisible() && part->width() > 0)
            room.setRight(
                std::min(room.right(), part->x() - part->style()->pixelMetric(QStyle::PM_LayoutHorizontalSpacing)));
    }
    const QString shown = fontMetrics().elidedText(currentMessage(), Qt::ElideRight, room.width());
    style()->drawItemText(&painter, QStyle::visualRect(layoutDirection(), rect(), room),
        Qt::AlignLeading | Qt::AlignVCenter, palette(), isEnabled(), shown, QPalette::WindowText);
}

} // namespace QciAuth
