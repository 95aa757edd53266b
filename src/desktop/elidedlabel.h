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

    /// @param letters  of average width that it asks room for, where its text is that long; more only where it is left.
    void setWantedLetters(int letters);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    int m_wantedLetters = 24;
};

} // namespace QciAuth
