// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>

namespace QciAuth {

/// A one-line label that shortens what does not fit, in the middle, and shows the whole in its tooltip.
class ElidedLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
};

} // namespace QciAuth
