// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAccessibleWidget>
#include <QCoreApplication>

namespace QciAuth {

class ProfileBox;

/// What a screen reader is told of a ProfileBox: its own name, and the profile with its state. On Unix, Qt 6.4 gives
/// the current text of a combo box in place of its name.
class ProfileBoxAccessible final : public QAccessibleWidget
{
    Q_DECLARE_TR_FUNCTIONS(QciAuth::ProfileBoxAccessible)

public:
    explicit ProfileBoxAccessible(QWidget *box);

    /// From now on every ProfileBox is told of like this.
    static void install();
    /// Another profile, or the list has opened or closed.
    static void tellChange(ProfileBox &box);

    QString text(QAccessible::Text kind) const override;
    QAccessible::State state() const override;
    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QStringList actionNames() const override;
    QString localizedActionDescription(const QString &name) const override;
    void doAction(const QString &name) override;

private:
    ProfileBox &box() const;
};

} // namespace QciAuth
