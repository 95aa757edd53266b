// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>

namespace QciAuth {

/// A one-line label that shortens what does not fit, in the middle, and shows more of it in its tooltip. Its context
/// menu copies the whole.
class ElidedLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
};

} // namespace QciAuth
