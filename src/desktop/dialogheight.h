// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QWidget;

namespace QciAuth {

/// Lets a dialog grow with its texts, which come and go, and wrap; a layout with wrapped lines does not do so by
/// itself. It shrinks on demand alone: a dialog that did while somebody types would jump about.
class DialogHeight final : public QObject
{
    Q_OBJECT

public:
    /// @param dialog  has a layout; becomes the parent.
    explicit DialogHeight(QWidget &dialog);

    /// To what the dialog needs now, unless the user has given it more.
    void fit();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    int wanted() const;

    QWidget &m_dialog;
    bool m_isUsers = false; ///< the height is the user's choice
};

} // namespace QciAuth
