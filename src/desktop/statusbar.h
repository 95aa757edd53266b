// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStatusBar>

namespace QciAuth {

/// A status bar whose messages stand where its first part stands, and are shortened where they are too long; Qt's own
/// writes them at its edge and over its other parts.
class StatusBar final : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusBar(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace QciAuth
