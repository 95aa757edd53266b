// SPDX-License-Identifier: Apache-2.0
#include "screenreader.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QDebug>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

QStringList textsOf(const QWidget &widget)
{
    QStringList texts{widget.windowTitle(), widget.toolTip(), widget.statusTip(), widget.whatsThis(),
        widget.accessibleName(), widget.accessibleDescription(), widget.objectName()};
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        texts.append(label->text());
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        texts.append(button->text());
    if (const auto *field = qobject_cast<const QLineEdit *>(&widget))
        texts.append({field->displayText(), field->placeholderText()});
    if (const auto *box = qobject_cast<const QComboBox *>(&widget)) {
        for (int i = 0; i < box->count(); ++i)
            texts.append(box->itemText(i));
    }
    for (const QAction *action : widget.actions())
        texts.append({action->text(), action->toolTip(), action->statusTip(), action->whatsThis()});
    if (QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(&widget))) {
        for (const auto kind : {QAccessible::Name, QAccessible::Description, QAccessible::Help, QAccessible::Value})
            texts.append(spoken->text(kind));
    }
    return texts;
}

} // namespace

QString spokenName(QWidget &widget)
{
    QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(&widget);
    return spoken ? spoken->text(QAccessible::Name) : QString();
}

QStringList allTexts(const QWidget &window)
{
    QStringList texts = textsOf(window);
    for (const QWidget *widget : window.findChildren<QWidget *>())
        texts.append(textsOf(*widget));
    texts.removeAll(QString());
    return texts;
}

QStringList clippedWidgets(const QWidget &window)
{
    QStringList clipped;
    const auto report = [&clipped](const QWidget &widget, const QString &what) {
        clipped.append(
            u"%1 (%2): %3"_s.arg(widget.objectName(), QString::fromLatin1(widget.metaObject()->className()), what));
    };
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        // What is named has been laid out by this program; the rest are Qt's own parts of those.
        if (!widget->isVisible() || widget->objectName().isEmpty() || widget->objectName().startsWith("qt_"_L1))
            continue;
        const QSize needed = widget->minimumSizeHint();
        if (widget->width() < needed.width())
            report(*widget, u"%1 wide, needs %2"_s.arg(widget->width()).arg(needed.width()));
        const int height = widget->hasHeightForWidth() ? widget->heightForWidth(widget->width()) : needed.height();
        if (widget->height() < height)
            report(*widget, u"%1 high, needs %2"_s.arg(widget->height()).arg(height));
        if (const QWidget *parent = widget->parentWidget(); !parent->rect().contains(widget->geometry()))
            report(*widget, u"sticks out of %1"_s.arg(parent->objectName()));
        for (const QWidget *sibling : widget->parentWidget()->findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
            const bool isLater = sibling > widget && sibling->isVisible() && !sibling->objectName().isEmpty();
            if (isLater && sibling->geometry().intersects(widget->geometry()))
                report(*widget, u"overlaps %1"_s.arg(sibling->objectName()));
        }
    }
    return clipped;
}

} // namespace QciAuth
