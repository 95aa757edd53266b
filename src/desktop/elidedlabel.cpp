// SPDX-License-Identifier: Apache-2.0
#include "elidedlabel.h"

#include "tooltiptext.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace QciAuth {

ElidedLabel::ElidedLabel(QWidget *parent)
    : QLabel(parent)
{
    // Others wrote it: no HTML, which could even name files to be shown.
    setTextFormat(Qt::PlainText);
    auto *copy = new QAction(tr("Copy"), this);
    addAction(copy);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(copy, &QAction::triggered, this, [this] { QGuiApplication::clipboard()->setText(text()); });
}

void ElidedLabel::setWantedLetters(int letters)
{
    m_wantedLetters = letters;
    updateGeometry();
}

QSize ElidedLabel::sizeHint() const
{
    // A long text takes no room from its neighbours; what is left over is the label's anyway.
    constexpr qsizetype moreThanWanted = 100;
    // Rounded up: a text that lacks a part of a pixel is cut, too.
    const double whole = std::ceil(QFontMetricsF(font()).horizontalAdvance(text().left(moreThanWanted)));
    return {std::min(static_cast<int>(whole), fontMetrics().averageCharWidth() * m_wantedLetters),
        minimumSizeHint().height()};
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
    style()->drawItemText(&painter, contentsRect(), static_cast<int>(alignment()) | Qt::TextSingleLine, palette(),
        isEnabled(), shown, foregroundRole());
}

bool ElidedLabel::event(QEvent *event)
{
    // A tooltip of its own says more than the text.
    if (event->type() != QEvent::ToolTip || !toolTip().isEmpty() ||
        fontMetrics().horizontalAdvance(text()) <= contentsRect().width())
        return QLabel::event(event);
    QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), toolTipText(text()), this);
    return true;
}

} // namespace QciAuth
