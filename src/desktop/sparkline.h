// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "latencyhistory.h"

#include <QWidget>

#include <optional>

namespace QciAuth {

/// The last checks of a service as bars, newest at the right: as high as the answer took long, and a mark that hangs
/// from the top where there was none. Pointer and arrow keys show one of them with its time (desktop.md).
class Sparkline final : public QWidget
{
    Q_OBJECT

public:
    explicit Sparkline(QWidget *parent = nullptr);

    /// Shows these checks, and repaints where they are others than before.
    void setHistory(const LatencyHistory &history);

    /// What bar stands for a latency, as a share of the height. It is in proportion up to a few times the median, so
    /// that one answer that took half a minute leaves the others to be seen.
    static double barHeight(std::chrono::milliseconds latency, const LatencyHistory::Summary &summary);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    QRectF slot(qsizetype index) const;
    std::optional<qsizetype> checkAt(double x) const;
    void choose(std::optional<qsizetype> index);
    void say();

    LatencyHistory m_history;
    std::optional<qsizetype> m_chosen; ///< by key
};

} // namespace QciAuth
