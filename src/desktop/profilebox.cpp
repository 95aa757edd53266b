// SPDX-License-Identifier: Apache-2.0
#include "profilebox.h"

#include "profileboxaccessible.h"
#include "profiledelegate.h"

#include <QListView>
#include <QStylePainter>

#include <utility>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

constexpr int visibleRows = 12;
constexpr int visibleLetters = 20;

} // namespace

ProfileBox::ProfileBox(QWidget *parent)
    : QComboBox(parent)
{
    ProfileBoxAccessible::install();
    setMaxVisibleItems(visibleRows);
    // Some styles show all rows at once, as a menu. A list with a scroll bar is better where there are many.
    setStyleSheet(u"QComboBox { combobox-popup: 0; }"_s);
    connect(this, &QComboBox::currentTextChanged, this, [this] { ProfileBoxAccessible::tellChange(*this); });
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

void ProfileBox::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionComboBox option;
    initStyleOption(&option);
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    const int field = style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this).width();
    const int room = field - (option.currentIcon.isNull() ? 0 : option.iconSize.width() + 8);
    option.currentText = fontMetrics().elidedText(option.currentText, Qt::ElideMiddle, room);
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
}

} // namespace QciAuth
