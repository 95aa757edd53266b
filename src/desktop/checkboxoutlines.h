// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QPalette>

class QWidget;

namespace QciAuth {

/// Keeps the outlines of all check boxes visible, with a contrast of 3:1 to the window: a style takes a shade of the
/// palette's window colour for them, which on dark is next to nothing. Follows the palette.
class CheckBoxOutlines final : public QObject
{
    Q_OBJECT

public:
    /// @param window  is told of changes of the palette, as every widget is; must outlive this.
    explicit CheckBoxOutlines(QWidget &window, QObject *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow();

    QPalette m_followed;
    bool m_isFollowing = false;
};

} // namespace QciAuth
