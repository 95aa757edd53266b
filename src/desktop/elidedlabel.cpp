// SPDX-License-Identifier: Apache-2.0
#include "elidedlabel.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

namespace QciAuth {

ElidedLabel::ElidedLabel(QWidget *parent)
    : QLabel(parent)
{
}

QSize ElidedLabel::minimumSizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    return {metrics.averageCharWidth() * 8, metrics.height()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideMiddle, contentsRect().width());
    style()->drawItemText(
        &painter, contentsRect(), static_cast<int>(alignment()), palette(), isEnabled(), shown, foregroundRole());
}

bool ElidedLabel::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || fontMetrics().horizontalAdvance(text()) <= contentsRect().width())
        return QLabel::event(event);
    constexpr qsizetype longestToolTip = 300;
    const bool isLong = text().size() > longestToolTip;
    const QString shown = isLong ? text().left(longestToolTip) + QChar(0x2026) : text();
    QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), shown.toHtmlEscaped(), this);
    return true;
}

} // namespace QciAuth
