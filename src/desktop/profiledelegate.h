// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace QciAuth {

/// Draws a row of ProfileModel: icon, name, and the state at the far end. Where there is little room, the name is
/// shortened, not the state.
class ProfileDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// Wide enough for names up to that many letters, and their state.
    static int widthFor(const QFontMetrics &metrics, int letters);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace QciAuth
