// SPDX-License-Identifier: Apache-2.0
#include "countdownring.h"
#include "latencyhistory.h"
#include "sessiontext.h"
#include "sparkline.h"
#include "theme.h"
#include "windowbench.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A picture of the widget's size, to paint it on time and again.
QImage canvasFor(QWidget &widget)
{
    widget.resize(widget.sizeHint());
    return {widget.size(), QImage::Format_ARGB32_Premultiplied};
}

} // namespace

/// What the window does every second, and every time that something is drawn.
class BenchDesktop : public QObject
{
    Q_OBJECT

private slots:
    void countdownIsPutIntoWords();
    void summaryIsPutIntoWords();
    void ringIsPainted();
    void sparklineIsPainted();
    void windowIsPainted();
};

void BenchDesktop::countdownIsPutIntoWords()
{
    DesktopBench bench;
    Session *session = bench.sessionIn(Session::State::Active);
    QVERIFY(session);
    const QDateTime now = session->now();
    QString text;
    QBENCHMARK
    {
        text = SessionText::countdown(*session, now);
    }
    QVERIFY(!text.isEmpty());
}

void BenchDesktop::summaryIsPutIntoWords()
{
    DesktopBench bench;
    Session *session = bench.sessionIn(Session::State::Active);
    QVERIFY(session);
    QString text;
    QBENCHMARK
    {
        text = SessionText::summary(*session);
    }
    QVERIFY(!text.isEmpty());
}

void BenchDesktop::ringIsPainted()
{
    CountdownRing ring;
    ring.setReading(0.7, Tone::Good, u"42:10"_s, u"active"_s);
    QImage canvas = canvasFor(ring);
    QBENCHMARK
    {
        ring.render(&canvas);
    }
    QVERIFY(!canvas.isNull());
}

void BenchDesktop::sparklineIsPainted()
{
    LatencyHistory history;
    for (int i = 0; i < LatencyHistory::capacity; ++i)
        history.add({.at = QDateTime::currentDateTimeUtc(), .latency = 20ms + 3ms * (i % 7)});
    Sparkline sparkline;
    sparkline.setHistory(history);
    QImage canvas = canvasFor(sparkline);
    QBENCHMARK
    {
        sparkline.render(&canvas);
    }
    QVERIFY(!canvas.isNull());
}

void BenchDesktop::windowIsPainted()
{
    WindowBench bench;
    QVERIFY(bench.openIn(Session::State::Active));
    QImage canvas(bench.window().size(), QImage::Format_ARGB32_Premultiplied);
    QBENCHMARK
    {
        bench.window().render(&canvas);
    }
    QVERIFY(!canvas.isNull());
}

QTEST_MAIN(BenchDesktop)
#include "bench_desktop.moc"
