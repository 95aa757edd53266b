// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "arcpainter.h"
#include "tabularfont.h"
#include "theme.h"

#include <QString>
#include <QTimer>
#include <QWidget>

#include <optional>

namespace QciAuth {

/// A ring that drains clockwise as a token ages, with the time left inside it (desktop.md, Visual language).
/// It repaints only when what it shows has changed.
class CountdownRing final : public QWidget
{
    Q_OBJECT

public:
    explicit CountdownRing(QWidget *parent = nullptr);

    /// @param share  of the token's lifetime that is left, 0 to 1.
    /// @param tone   of the ring.
    /// @param text   inside the ring; where it is empty, `iconName` is shown instead, and beside it in warning tones.
    void setReading(double share, Tone tone, const QString &text, const QString &iconName);
    /// While busy a short arc travels round, inside the ring.
    void setBusy(bool busy);

    QString text() const { return m_text; }
    Tone tone() const { return m_tone; }
    double share() const { return m_share; }
    bool isBusy() const { return m_busy; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    const TabularFont &countdownFont() const;
    double room() const;
    QRect changedText(const QString &text) const;
    QRect inside() const;
    ArcPainter ring() const;
    void paintRing(QPainter &painter, const QRect &part) const;
    void paintInside(QPainter &painter) const;
    void drawIcon(QPainter &painter, int size, double centerY) const;
    void animateWhileSeen();

    mutable QRect m_inside; ///< null until it is measured
    mutable std::optional<TabularFont> m_countdownFont;
    double m_share = 0;
    Tone m_tone = Tone::Neutral;
    QString m_text;
    QString m_iconName;
    bool m_busy = false;
    int m_busyAngle = 0; ///< degrees, clockwise from the top
    QTimer m_animation{this};
};

} // namespace QciAuth
