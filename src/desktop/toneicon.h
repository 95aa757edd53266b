// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "theme.h"

#include <QLabel>
#include <QString>

namespace QciAuth {

/// An icon in the colour of what it tells, beside words that tell the same. It follows palette and font, and is as
/// sharp on the next screen as on the first.
class ToneIcon final : public QLabel
{
    Q_OBJECT

public:
    explicit ToneIcon(QWidget *parent = nullptr)
        : QLabel(parent)
    {
    }

    /// @param size  with fonts of usual size.
    void setIcon(const QString &name, Tone tone, int size);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void draw();

    QString m_name;
    Tone m_tone = Tone::Neutral;
    int m_size = 0;
    qreal m_drawnRatio = 1;
};

} // namespace QciAuth
