// SPDX-License-Identifier: Apache-2.0
#include "countdownring.h"

#include "arcpainter.h"
#include "icons.h"

#include <QPaintEvent>
#include <QPainter>
#include <QtMath>

#include <algorithm>
#include <chrono>
#include <cmath>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

constexpr int stroke = 8;
constexpr int iconSize = 40;
constexpr int busyStep = 18;
constexpr int busyLength = 50;
constexpr double trackOpacity = 0.15;
constexpr double countdownScale = 2.2;
constexpr std::chrono::milliseconds frame{100};

} // namespace

CountdownRing::CountdownRing(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_animation.setInterval(frame);
    connect(&m_animation, &QTimer::timeout, this, [this] {
        m_busyAngle = (m_busyAngle + busyStep) % 360;
        update();
    });
}

void CountdownRing::setReading(double share, Tone tone, const QString &text, const QString &iconName)
{
    // An arc whose end moves by less than half a pixel looks the same.
    const double steps = std::ceil(2 * M_PI * std::min(width(), height()) * devicePixelRatioF());
    const double exact = std::clamp(share, 0.0, 1.0);
    const bool isSameRing = std::round(exact * steps) == std::round(m_share * steps) && tone == m_tone;
    if (isSameRing && text == m_text && iconName == m_iconName)
        return;
    const bool isCountingOn = isSameRing && !text.isEmpty() && !m_text.isEmpty();
    m_share = exact;
    m_tone = tone;
    m_text = text;
    m_iconName = iconName;
    if (isCountingOn)
        update(inside());
    else
        update();
}

void CountdownRing::setBusy(bool busy)
{
    if (busy == m_busy)
        return;
    m_busy = busy;
    m_busyAngle = 0;
    animateWhileSeen();
    update();
}

QSize CountdownRing::sizeHint() const
{
    // Room for the widest reading of a long-lived token, so that the ring never changes its size.
    const int widest = QFontMetrics(countdownFont()).horizontalAdvance(u"0:00:00"_s);
    constexpr int margin = 16;
    const int diameter = widest + 2 * stroke + margin;
    return {diameter, diameter};
}

QFont CountdownRing::countdownFont() const
{
    QFont large = font();
    if (large.pointSizeF() > 0)
        large.setPointSizeF(large.pointSizeF() * countdownScale);
    else
        large.setPixelSize(qRound(large.pixelSize() * countdownScale));
    return large;
}

// As much as the ring leaves at the height of the countdown.
QRect CountdownRing::inside() const
{
    const int high = QFontMetrics(countdownFont()).height();
    const double radius = std::min(width(), height()) / 2.0 - stroke;
    const int wide = 2 * qFloor(std::sqrt(std::max(radius * radius - high * high / 4.0, 0.0)));
    return {(width() - wide) / 2, (height() - high) / 2, wide, high};
}

void CountdownRing::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    if (!inside().contains(event->rect()))
        paintRing(painter);
    paintInside(painter);
}

void CountdownRing::paintRing(QPainter &painter) const
{
    const int side = std::min(width(), height()) - stroke;
    const QRectF circle((width() - side) / 2.0, (height() - side) / 2.0, side, side);
    constexpr int whole = 360;

    QColor track = palette().color(QPalette::WindowText);
    track.setAlphaF(static_cast<float>(trackOpacity));
    const ArcPainter ring(circle, stroke);
    ring.draw(painter, track, 0, whole);

    ring.draw(painter, toneColor(m_tone, palette()), whole * (1 - m_share), whole * m_share);
    if (m_busy)
        ArcPainter(circle, stroke / 2.0).draw(painter, toneColor(Tone::Neutral, palette()), m_busyAngle, busyLength);
}

void CountdownRing::paintInside(QPainter &painter) const
{
    if (m_text.isEmpty()) {
        const QPixmap symbol = iconPixmap(m_iconName, toneColor(m_tone, palette()), iconSize, devicePixelRatioF());
        painter.drawPixmap(QPointF((width() - iconSize) / 2.0, (height() - iconSize) / 2.0), symbol);
        return;
    }
    painter.setPen(toneColor(m_tone == Tone::Accent ? Tone::Neutral : m_tone, palette()));
    painter.setFont(countdownFont());
    painter.drawText(rect(), Qt::AlignCenter, m_text);
}

void CountdownRing::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    animateWhileSeen();
}

void CountdownRing::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    animateWhileSeen();
}

void CountdownRing::animateWhileSeen()
{
    if (m_busy && isVisible())
        m_animation.start();
    else
        m_animation.stop();
}

} // namespace QciAuth
