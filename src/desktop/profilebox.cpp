// SPDX-License-Identifier: Apache-2.0
#include "profilebox.h"

#include "profileboxaccessible.h"
#include "profiledelegate.h"

#include <QListView>
#include <QStylePainter>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

constexpr int visibleRows = 12;
constexpr int visibleLetters = 20;
constexpr int besideIcon = 8; // more than any style leaves there

} // namespace

ProfileBox::ProfileBox(QWidget *parent)
    : QComboBox(parent)
{
    ProfileBoxAccessible::install();
    setMaxVisibleItems(visibleRows);
    // Some styles show all rows at once, as a menu. A list with a scroll bar is better where there are many.
    setStyleSheet(u"QComboBox { combobox-popup: 0; }"_s);
    connect(this, &QComboBox::currentTextChanged, this, [this] {
        updateGeometry();
        ProfileBoxAccessible::tellChange(*this);
    });
}

QSize ProfileBox::sizeHint() const
{
    const QSize least = minimumSizeHint();
    QStyleOptionComboBox option;
    initStyleOption(&option);
    option.rect = QRect(QPoint(), least);
    const int missing = fontMetrics().horizontalAdvance(option.currentText) - nameRoom(option);
    return {least.width() + std::max(0, missing), least.height()};
}

void ProfileBox::showPopup()
{
    setUpPopup();
    QComboBox::showPopup();
    ProfileBoxAccessible::tellChange(*this);
}

void ProfileBox::hidePopup()
{
    QComboBox::hidePopup();
    ProfileBoxAccessible::tellChange(*this);
}

// Not before it is shown: the first picture does not need it.
void ProfileBox::setUpPopup()
{
    if (std::exchange(m_hasPopup, true))
        return;
    setItemDelegate(new ProfileDelegate(this));
    if (auto *list = qobject_cast<QListView *>(view()))
        list->setUniformItemSizes(true);
    view()->setTextElideMode(Qt::ElideMiddle);
    view()->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view()->setMinimumWidth(ProfileDelegate::widthFor(fontMetrics(), visibleLetters));
}

int ProfileBox::nameRoom(const QStyleOptionComboBox &option) const
{
    const int field = style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this).width();
    return field - (option.currentIcon.isNull() ? 0 : option.iconSize.width() + besideIcon);
}

void ProfileBox::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionComboBox option;
    initStyleOption(&option);
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    option.currentText = fontMetrics().elidedText(option.currentText, Qt::ElideMiddle, nameRoom(option));
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
}

} // namespace QciAuth
