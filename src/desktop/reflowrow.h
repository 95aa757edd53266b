// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QBoxLayout;

namespace QciAuth {

/// Shows its parts side by side, or one below the other where they have no room for that, as with large fonts in a
/// small window. Its layout, made in a form or by setLayout(), has to be a row without margins in which one part
/// stretches.
class ReflowRow final : public QWidget
{
    Q_OBJECT

public:
    explicit ReflowRow(QWidget *parent = nullptr);

    /// The parts are asked for no less than this where they stand beside each other; they may need more.
    void setLeastWidth(int width) { m_leastWidth = width; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QBoxLayout *row() const;
    /// What the row needs to be one.
    int rowWidth() const;
    void follow();

    int m_leastWidth = 0;
};

} // namespace QciAuth
