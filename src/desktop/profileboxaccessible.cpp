// SPDX-License-Identifier: Apache-2.0
#include "profileboxaccessible.h"

#include "profilebox.h"

#include <QAbstractItemView>

namespace QciAuth {

namespace {

QAccessibleInterface *make(const QString &className, QObject *object)
{
    if (className != QLatin1StringView(ProfileBox::staticMetaObject.className()))
        return nullptr;
    return new ProfileBoxAccessible(qobject_cast<QWidget *>(object)); // the caller takes it over
}

bool isOpen(const ProfileBox &box)
{
    // view() would make the list.
    return box.findChild<QAbstractItemView *>() && box.view()->isVisible();
}

} // namespace

ProfileBoxAccessible::ProfileBoxAccessible(QWidget *box)
    : QAccessibleWidget(box, QAccessible::ComboBox)
{
}

void ProfileBoxAccessible::install()
{
    QAccessible::installFactory(&make); // once: it knows those that it has
}

void ProfileBoxAccessible::tellChange(ProfileBox &box)
{
    QAccessibleEvent described(&box, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&described);
    QAccessible::State changed;
    changed.expanded = true;
    QAccessibleStateChangeEvent opened(&box, changed);
    QAccessible::updateAccessibility(&opened);
}

QString ProfileBoxAccessible::text(QAccessible::Text kind) const
{
    switch (kind) {
    case QAccessible::Name:
        return box().accessibleName();
    case QAccessible::Value:
        return box().currentText();
    case QAccessible::Description:
        return box().currentData(Qt::AccessibleTextRole).toString();
    default:
        return QAccessibleWidget::text(kind);
    }
}

QAccessible::State ProfileBoxAccessible::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    state.hasPopup = true;
    state.expandable = true;
    state.expanded = isOpen(box());
    state.collapsed = !state.expanded;
    return state;
}

int ProfileBoxAccessible::childCount() const
{
    return 1;
}

QAccessibleInterface *ProfileBoxAccessible::child(int index) const
{
    return index == 0 ? QAccessible::queryAccessibleInterface(box().view()) : nullptr;
}

int ProfileBoxAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    return child && child->object() == box().view() ? 0 : -1;
}

QStringList ProfileBoxAccessible::actionNames() const
{
    return QStringList{showMenuAction(), pressAction()} + QAccessibleWidget::actionNames();
}

QString ProfileBoxAccessible::localizedActionDescription(const QString &name) const
{
    return name == showMenuAction() || name == pressAction() ? tr("Opens or closes the list of profiles")
                                                             : QAccessibleWidget::localizedActionDescription(name);
}

void ProfileBoxAccessible::doAction(const QString &name)
{
    if (name != showMenuAction() && name != pressAction())
        return QAccessibleWidget::doAction(name); // to give it the keyboard, as screen readers do
    if (isOpen(box()))
        box().hidePopup();
    else
        box().showPopup();
}

ProfileBox &ProfileBoxAccessible::box() const
{
    return *static_cast<ProfileBox *>(widget());
}

} // namespace QciAuth
