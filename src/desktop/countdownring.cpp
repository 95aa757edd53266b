// SPDX-License-Identifier: Apache-2.0
#include "countdownring.h"

#include "icons.h"

#include <QAccessibleWidget>
#include <QPaintEvent>
#include <QPainter>
#include <QtMath>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

constexpr int stroke = 8;
constexpr int iconSize = 40;
constexpr int smallIconSize = 16;
constexpr double busyStroke = 3;
constexpr double busyGap = 4; // between the ring and the arc inside it
constexpr int busyStep = 18;
constexpr int busyLength = 50;
constexpr double trackOpacity = 0.15;
constexpr double countdownScale = 2.2;
constexpr double wholeCircle = 360;
constexpr std::chrono::milliseconds frame{100};

// Degrees, clockwise from the top, where the share that is left begins.
double firstAngle(double share)
{
    return wholeCircle * (1 - share);
}

// A picture without a name: who shows it tells the same in words beside it, and once is enough.
QAccessibleInterface *makeAccessible(const QString &className, QObject *object)
{
    if (className != QLatin1StringView(CountdownRing::staticMetaObject.className()))
        return nullptr;
    return new QAccessibleWidget(qobject_cast<QWidget *>(object), QAccessible::Graphic); // the caller takes it over
}

} // namespace

CountdownRing::CountdownRing(QWidget *parent)
    : QWidget(parent)
{
    QAccessible::installFactory(&makeAccessible); // once: it knows those that it has
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
    const bool isCountingOn =
        tone == m_tone && iconName == m_iconName && !m_busy && !text.isEmpty() && !m_text.isEmpty();
    const QRect changed = changedText(text);
    const double before = std::exchange(m_share, exact);
    m_tone = tone;
    m_text.resize(0); // in the memory that it has
    m_text.append(text);
    m_iconName = iconName;
    if (!isCountingOn)
        return update();
    // The whole ring is more than a display server takes at once, and to wait for it is one more wake-up.
    if (!changed.isEmpty())
        update(changed);
    if (!isSameRing)
        update(ring().wayOfEnd(firstAngle(before), firstAngle(m_share)));
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
    const int widest = qCeil(countdownFont().width(u"0:00:00"));
    constexpr int margin = 24;
    const int diameter = widest + 2 * stroke + margin;
    return {diameter, diameter};
}

const TabularFont &CountdownRing::countdownFont() const
{
    if (!m_countdownFont)
        m_countdownFont.emplace(scaledFont(font(), countdownScale));
    return *m_countdownFont;
}

// What the countdown may take.
double CountdownRing::room() const
{
    return inside().width();
}

// Where another countdown differs from the one that is shown; of most seconds it is the last digit.
QRect CountdownRing::changedText(const QString &text) const
{
    const auto [first, other] = std::mismatch(text.begin(), text.end(), m_text.begin(), m_text.end());
    if (first == text.end() && other == m_text.end())
        return {};
    QRect changed = inside();
    const double wide = countdownFont().width(text);
    const bool standsAsBefore = wide <= room() && countdownFont().width(m_text) == wide;
    if (standsAsBefore) {
        const double start = (width() - wide) / 2;
        const double same = countdownFont().width(QStringView(text.begin(), first));
        const double overhang = countdownFont().digitWidth() / 4; // of letters that are wider than they say
        changed.setLeft(std::max(changed.left(), qFloor(start + same - overhang)));
        changed.setRight(std::min(changed.right(), qCeil(start + wide + overhang)));
    }
    return changed;
}

// As much as the ring leaves at the height of the countdown.
QRect CountdownRing::inside() const
{
    if (m_inside.isNull()) {
        const int high = qCeil(countdownFont().height());
        const double radius = std::min(width(), height()) / 2.0 - stroke;
        // In the middle also where that is half a pixel, and clear of the ring's soft edge.
        const int half = qFloor(std::sqrt(std::max(radius * radius - high * high / 4.0, 0.0))) - 1;
        const int wide = std::max(2 * half, 0) + width() % 2;
        m_inside = {(width() - wide) / 2, (height() - high) / 2, wide, high};
    }
    return m_inside;
}

void CountdownRing::resizeEvent(QResizeEvent *event)
{
    m_inside = {};
    QWidget::resizeEvent(event);
}

// The font, or how large it is.
void CountdownRing::changeEvent(QEvent *event)
{
    m_inside = {};
    m_countdownFont.reset();
    QWidget::changeEvent(event);
}

void CountdownRing::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    const QRegion outside = m_busy ? event->region() : event->region().subtracted(inside());
    if (!outside.isEmpty())
        paintRing(painter, outside.boundingRect());
    if (m_text.isEmpty() || event->region().intersects(inside()))
        paintInside(painter);
}

ArcPainter CountdownRing::ring() const
{
    const int side = std::min(width(), height()) - stroke;
    return {QRectF((width() - side) / 2.0, (height() - side) / 2.0, side, side), stroke};
}

void CountdownRing::paintRing(QPainter &painter, const QRect &part) const
{
    QColor track = palette().color(QPalette::WindowText);
    track.setAlphaF(static_cast<float>(trackOpacity));
    const ArcPainter outer = ring();
    outer.draw(painter, track, 0, wholeCircle, part);
    outer.draw(painter, toneColor(m_tone, palette()), firstAngle(m_share), wholeCircle * m_share, part);
    if (m_busy) {
        constexpr double inset = stroke / 2.0 + busyGap + busyStroke / 2;
        const ArcPainter arc(outer.circle().adjusted(inset, inset, -inset, -inset), busyStroke);
        arc.draw(painter, toneColor(Tone::Accent, palette()), m_busyAngle, busyLength, part);
    }

    // The colour alone would not tell everybody.
    if (!m_text.isEmpty() && (m_tone == Tone::Warning || m_tone == Tone::Bad)) {
        const int size = scaledToFont(smallIconSize, font());
        drawIcon(painter, size, inside().top() - size / 2.0);
    }
}

void CountdownRing::paintInside(QPainter &painter) const
{
    if (m_text.isEmpty())
        return drawIcon(painter, scaledToFont(iconSize, font()), height() / 2.0);

    // More than ten hours are longer than what the ring is made for.
    const double needed = countdownFont().width(m_text);
    const TabularFont font =
        needed <= room() ? countdownFont() : TabularFont(scaledFont(this->font(), countdownScale * room() / needed));
    painter.setPen(toneColor(m_tone == Tone::Accent ? Tone::Neutral : m_tone, palette()));
    font.draw(painter, {(width() - font.width(m_text)) / 2, (height() + font.capHeight()) / 2}, m_text);
}

void CountdownRing::drawIcon(QPainter &painter, int size, double centerY) const
{
    const QPixmap symbol = iconPixmap(m_iconName, toneColor(m_tone, palette()), size, devicePixelRatioF());
    painter.drawPixmap(QPointF((width() - size) / 2.0, centerY - size / 2.0), symbol);
}

void CountdownRing::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    window()->installEventFilter(this); // once: whoever is there already, is moved
    animateWhileSeen();
}

void CountdownRing::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    animateWhileSeen();
}

bool CountdownRing::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == window() && event->type() == QEvent::WindowStateChange)
        animateWhileSeen();
    return QWidget::eventFilter(watched, event);
}

void CountdownRing::animateWhileSeen()
{
    // What is in a minimised window is visible to Qt.
    if (m_busy && isVisible() && !window()->isMinimized())
        m_animation.start();
    else
        m_animation.stop();
}

} // namespace QciAuth
