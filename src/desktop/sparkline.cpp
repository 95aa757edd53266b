// SPDX-License-Identifier: Apache-2.0
#include "sparkline.h"

#include "latencytext.h"
#include "theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace QciAuth {

namespace {

using std::chrono::milliseconds;

constexpr int pitch = 3;      ///< a bar and the gap after it
constexpr int leastPitch = 1; ///< in a window that is small for its fonts
constexpr float barOpacity = 0.7F;
constexpr float baseOpacity = 0.3F;
constexpr double failureShare = 0.5;
constexpr double flattest = 2; ///< times the median: answers that all take the same are half as high as there is room
constexpr double steepest = 4; ///< times the median: what took longer is as high as there is room
constexpr milliseconds notWorthMore{20}; ///< no mountains out of answers that all came at once

} // namespace

Sparkline::Sparkline(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setFocusPolicy(Qt::TabFocus);
    say();
}

void Sparkline::setHistory(const LatencyHistory &history)
{
    const QList<LatencyHistory::Check> &before = m_history.checks();
    const QList<LatencyHistory::Check> &after = history.checks();
    const bool same = std::equal(
        before.cbegin(), before.cend(), after.cbegin(), after.cend(), [](const auto &one, const auto &other) {
            return one.at == other.at && one.latency == other.latency &&
                   one.failure.has_value() == other.failure.has_value();
        });
    if (same)
        return;
    // The mark stays on its check while that is there.
    if (m_chosen) {
        const QDateTime at = before.at(*m_chosen).at;
        const auto found =
            std::find_if(after.cbegin(), after.cend(), [&at](const auto &check) { return check.at == at; });
        m_chosen = found == after.cend() ? std::nullopt : std::optional(found - after.cbegin());
    }
    m_history = history;
    say();
    update();
}

double Sparkline::barHeight(milliseconds latency, const LatencyHistory::Summary &summary)
{
    const auto median = static_cast<double>(summary.median.count());
    const double full =
        std::max(std::clamp(static_cast<double>(summary.most.count()), flattest * median, steepest * median),
            static_cast<double>(notWorthMore.count()));
    return std::clamp(static_cast<double>(latency.count()) / full, 0.0, 1.0);
}

QSize Sparkline::sizeHint() const
{
    return {pitch * static_cast<int>(LatencyHistory::capacity), fontMetrics().height()};
}

QSize Sparkline::minimumSizeHint() const
{
    return {leastPitch * static_cast<int>(LatencyHistory::capacity), fontMetrics().height()};
}

// The newest check has the last slot, however many there are.
QRectF Sparkline::slot(qsizetype index) const
{
    const double wide = static_cast<double>(width()) / LatencyHistory::capacity;
    const auto position = static_cast<double>(LatencyHistory::capacity - m_history.checks().size() + index);
    return {position * wide, 0, wide, static_cast<double>(height())};
}

std::optional<qsizetype> Sparkline::checkAt(double x) const
{
    const double wide = static_cast<double>(width()) / LatencyHistory::capacity;
    const auto position = static_cast<qsizetype>(std::floor(x / wide));
    const qsizetype index = position - (LatencyHistory::capacity - m_history.checks().size());
    if (index < 0 || index >= m_history.checks().size())
        return std::nullopt;
    return index;
}

void Sparkline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    // Whole pixels of the screen, so that bars are sharp and equally wide at every scale.
    const double ratio = devicePixelRatioF();
    painter.scale(1 / ratio, 1 / ratio);
    const int bottom = qRound(height() * ratio);
    const int line = std::max(1, qRound(ratio));
    const int room = bottom - line;

    QColor ink = palette().color(QPalette::WindowText);
    ink.setAlphaF(baseOpacity);
    painter.fillRect(0, room, qRound(width() * ratio), line, ink);
    ink.setAlphaF(barOpacity);

    const auto summary = m_history.summary();
    const int wide = std::max(1, static_cast<int>(std::floor(slot(0).width() * ratio)) - line);
    for (qsizetype i = 0; i < m_history.checks().size(); ++i) {
        const LatencyHistory::Check &check = m_history.checks().at(i);
        const int left = qRound(slot(i).left() * ratio);
        if (m_chosen == i && hasFocus())
            painter.fillRect(left, 0, wide, room, toneColor(Tone::Accent, palette()));
        else if (check.failure)
            painter.fillRect(left, 0, wide, qRound(room * failureShare), toneColor(Tone::Bad, palette()));
        else if (summary) {
            const int high = std::max(line, qRound(room * barHeight(check.latency, *summary)));
            painter.fillRect(left, room - high, wide, high, ink);
        }
    }
    if (hasFocus() && !m_chosen) {
        painter.setPen(QPen(toneColor(Tone::Accent, palette()), line));
        painter.drawRect(QRectF(line / 2.0, line / 2.0, width() * ratio - line, bottom - line));
    }
}

bool Sparkline::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const auto index = checkAt(help->pos().x());
    const QString text = index ? LatencyText::check(m_history, *index) : LatencyText::summary(m_history);
    const QRect area = index ? slot(*index).toAlignedRect() : rect();
    QToolTip::showText(help->globalPos(), text, this, area);
    return true;
}

void Sparkline::keyPressEvent(QKeyEvent *event)
{
    const qsizetype last = m_history.checks().size() - 1;
    if (last < 0)
        return QWidget::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left:
        return choose(m_chosen ? std::max<qsizetype>(*m_chosen - 1, 0) : last);
    case Qt::Key_Right:
        return choose(m_chosen ? std::min(*m_chosen + 1, last) : last);
    case Qt::Key_Home:
        return choose(0);
    case Qt::Key_End:
        return choose(last);
    case Qt::Key_Escape:
        if (m_chosen)
            return choose(std::nullopt);
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void Sparkline::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    choose(std::nullopt);
}

void Sparkline::choose(std::optional<qsizetype> index)
{
    if (index == m_chosen)
        return;
    m_chosen = index;
    say();
    update();
    if (m_chosen)
        QToolTip::showText(
            mapToGlobal(slot(*m_chosen).bottomLeft().toPoint()), LatencyText::check(m_history, *m_chosen), this);
    else
        QToolTip::hideText();
}

void Sparkline::say()
{
    const QString text = m_chosen ? LatencyText::check(m_history, *m_chosen) : LatencyText::summary(m_history);
    setAccessibleName(tr("Latency: %1").arg(text));
}

} // namespace QciAuth
