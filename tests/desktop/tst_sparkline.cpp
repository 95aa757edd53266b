// SPDX-License-Identifier: Apache-2.0
#include "checks.h"
#include "futures.h"
#include "screenreader.h"
#include "sparkline.h"
#include "theme.h"

#include <QApplication>
#include <QHelpEvent>
#include <QTest>
#include <QToolTip>

#include <set>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Counts what the widget paints.
class PaintCounter final : public QObject
{
public:
    int count = 0;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            ++count;
        return false;
    }
};

QPalette paletteOn(int grey)
{
    QPalette palette;
    palette.setColor(QPalette::Window, QColor(grey, grey, grey));
    palette.setColor(QPalette::WindowText, grey < 128 ? Qt::white : Qt::black);
    return palette;
}

/// The widget as a screen of that scale shows it.
QImage picture(const QList<int> &latencies, double scale = 1, int grey = 255)
{
    Sparkline sparkline;
    sparkline.setPalette(paletteOn(grey));
    sparkline.setHistory(historyOf(latencies));
    sparkline.resize(180, 20);
    QImage image(sparkline.size() * scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    image.fill(QColor(grey, grey, grey));
    sparkline.render(&image, {}, {}, QWidget::DrawChildren);
    return image;
}

/// Rows of the column that are not of the background.
QList<int> inkedRows(const QImage &image, int x)
{
    QList<int> rows;
    for (int y = 0; y < image.height() - 1; ++y) {
        if (image.pixel(x, y) != image.pixel(0, 0))
            rows.append(y);
    }
    return rows;
}

void hover(Sparkline &sparkline, const QPoint &place)
{
    QHelpEvent event(QEvent::ToolTip, place, sparkline.mapToGlobal(place));
    QApplication::sendEvent(&sparkline, &event);
}

} // namespace

class TestSparkline : public QObject
{
    Q_OBJECT

private slots:
    void cleanup();

    void barsAreInProportion();
    void outlierLeavesTheOthersToBeSeen();
    void quickAnswersAreNoMountains();
    void newestIsAtTheRight();
    void failureHangsFromTheTop_data();
    void failureHangsFromTheTop();
    void barsAreSharp_data();
    void barsAreSharp();
    void nothingIsABaseLine();
    void tooltipTellsTheCheckUnderThePointer();
    void readsOutASummary();
    void keysGoFromCheckToCheck();
    void chosenCheckStaysChosen();
    void sameHistoryIsNotPaintedAgain();
};

void TestSparkline::cleanup()
{
    QToolTip::hideText();
    QTRY_VERIFY_WITH_TIMEOUT(!QToolTip::isVisible(), patienceMs);
}

void TestSparkline::barsAreInProportion()
{
    const LatencyHistory::Summary summary{100ms, 200ms, 400ms};
    QCOMPARE(Sparkline::barHeight(400ms, summary), 1.0);
    QCOMPARE(Sparkline::barHeight(200ms, summary), 0.5);
    QCOMPARE(Sparkline::barHeight(100ms, summary), 0.25);
    QCOMPARE(Sparkline::barHeight(0ms, summary), 0.0);
    // All the same: neither nothing nor everything.
    QCOMPARE(Sparkline::barHeight(100ms, {100ms, 100ms, 100ms}), 0.5);
}

void TestSparkline::outlierLeavesTheOthersToBeSeen()
{
    const LatencyHistory::Summary summary{80ms, 100ms, 30s};
    QCOMPARE(Sparkline::barHeight(30s, summary), 1.0);
    QCOMPARE(Sparkline::barHeight(100ms, summary), 0.25);
    QVERIFY(Sparkline::barHeight(80ms, summary) < Sparkline::barHeight(100ms, summary));
}

void TestSparkline::quickAnswersAreNoMountains()
{
    QVERIFY(Sparkline::barHeight(3ms, {0ms, 1ms, 3ms}) < 0.2);
    QCOMPARE(Sparkline::barHeight(0ms, {0ms, 0ms, 0ms}), 0.0);
}

void TestSparkline::newestIsAtTheRight()
{
    const QImage one = picture({100});
    QVERIFY(!inkedRows(one, 177).isEmpty());
    QVERIFY(inkedRows(one, 174).isEmpty());
    const QImage two = picture({400, 100});
    QVERIFY(inkedRows(two, 174).size() > inkedRows(two, 177).size());
    const QImage full = picture(QList<int>(100, 100));
    QVERIFY(!inkedRows(full, 0).isEmpty() || full.pixel(0, 15) != full.pixel(2, 15));
}

void TestSparkline::failureHangsFromTheTop_data()
{
    QTest::addColumn<int>("grey");
    QTest::newRow("light") << 0xE3;
    QTest::newRow("dark") << 0x35;
}

void TestSparkline::failureHangsFromTheTop()
{
    QFETCH(const int, grey);
    const QImage image = picture({-1, 100}, 1, grey);
    const QList<int> failed = inkedRows(image, 174);
    const QList<int> answered = inkedRows(image, 177);
    QVERIFY(!failed.isEmpty());
    QVERIFY(!answered.isEmpty());
    // Told apart without colour: the one touches the top alone, the other the bottom alone.
    QCOMPARE(failed.first(), 0);
    QVERIFY(failed.last() < 12);
    QVERIFY(answered.first() > 0);
    QCOMPARE(answered.last(), 18);
    QCOMPARE(image.pixelColor(174, 2), toneColor(Tone::Bad, paletteOn(grey)));
}

void TestSparkline::barsAreSharp_data()
{
    QTest::addColumn<double>("scale");
    QTest::newRow("1x") << 1.0;
    QTest::newRow("1.5x") << 1.5;
    QTest::newRow("2x") << 2.0;
    QTest::newRow("3x") << 3.0;
}

void TestSparkline::barsAreSharp()
{
    QFETCH(const double, scale);
    const QImage image = picture({100, 37, 250, -1, 80, 61, 12}, scale);
    std::set<QRgb> colours;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            colours.insert(image.pixel(x, y));
    }
    // Background, base line, bars and failures; nothing between them.
    QCOMPARE(colours.size(), 4);
}

void TestSparkline::nothingIsABaseLine()
{
    const QImage image = picture({});
    for (int x = 0; x < image.width(); ++x)
        QVERIFY(inkedRows(image, x).isEmpty());
    QVERIFY(image.pixel(90, 19) != image.pixel(90, 0));
    Sparkline sparkline;
    sparkline.resize(180, 20);
    sparkline.show();
    QCOMPARE(spokenName(sparkline), u"Latency: not checked yet"_s);
    QTest::keyClick(&sparkline, Qt::Key_Left);
    QCOMPARE(spokenName(sparkline), u"Latency: not checked yet"_s);
}

void TestSparkline::tooltipTellsTheCheckUnderThePointer()
{
    Sparkline sparkline;
    sparkline.setHistory(historyOf({12, -1, 140}));
    sparkline.resize(180, 20);
    sparkline.show();
    hover(sparkline, {178, 5});
    QCOMPARE(QToolTip::text(), u"12:00:07: 140 ms"_s);
    hover(sparkline, {175, 18});
    QCOMPARE(QToolTip::text(), u"11:59:07: failed, connection refused"_s);
    hover(sparkline, {171, 5});
    QCOMPARE(QToolTip::text(), u"11:58:07: 12 ms"_s);
    hover(sparkline, {20, 5});
    QCOMPARE(QToolTip::text(), u"shortest 12 ms, median 76 ms, longest 140 ms; failed: 1 of 3"_s);
}

void TestSparkline::readsOutASummary()
{
    Sparkline sparkline;
    sparkline.setHistory(historyOf({12, -1, 140}));
    QCOMPARE(spokenName(sparkline), u"Latency: shortest 12 ms, median 76 ms, longest 140 ms; failed: 1 of 3"_s);
}

void TestSparkline::keysGoFromCheckToCheck()
{
    Sparkline sparkline;
    sparkline.setHistory(historyOf({12, -1, 140}));
    const QString summary = spokenName(sparkline);
    sparkline.show();
    sparkline.setFocus();
    const QList<std::pair<Qt::Key, QString>> steps{{Qt::Key_Left, u"12:00:07: 140 ms"_s},
        {Qt::Key_Left, u"11:59:07: failed, connection refused"_s}, {Qt::Key_Left, u"11:58:07: 12 ms"_s},
        {Qt::Key_Left, u"11:58:07: 12 ms"_s}, {Qt::Key_End, u"12:00:07: 140 ms"_s},
        {Qt::Key_Right, u"12:00:07: 140 ms"_s}, {Qt::Key_Home, u"11:58:07: 12 ms"_s},
        {Qt::Key_Right, u"11:59:07: failed, connection refused"_s}};
    for (const auto &[key, text] : steps) {
        QTest::keyClick(&sparkline, key);
        QCOMPARE(spokenName(sparkline), u"Latency: "_s + text);
        QCOMPARE(QToolTip::text(), text);
    }
    QTest::keyClick(&sparkline, Qt::Key_Escape);
    QCOMPARE(spokenName(sparkline), summary);
}

void TestSparkline::chosenCheckStaysChosen()
{
    Sparkline sparkline;
    QList<int> latencies(LatencyHistory::capacity, 20);
    latencies[1] = 77;
    LatencyHistory history = historyOf(latencies);
    sparkline.setHistory(history);
    sparkline.show();
    QTest::keyClick(&sparkline, Qt::Key_Home);
    QTest::keyClick(&sparkline, Qt::Key_Right);
    QVERIFY(spokenName(sparkline).endsWith("77 ms"_L1));
    history.add({lastCheckAt().toUTC().addSecs(60), 30ms});
    sparkline.setHistory(history);
    QVERIFY(spokenName(sparkline).endsWith("77 ms"_L1));
    history.add({lastCheckAt().toUTC().addSecs(120), 30ms});
    sparkline.setHistory(history);
    QVERIFY(spokenName(sparkline).contains("median"_L1));
}

void TestSparkline::sameHistoryIsNotPaintedAgain()
{
    Sparkline sparkline;
    PaintCounter counter;
    sparkline.installEventFilter(&counter);
    sparkline.setHistory(historyOf({12}));
    sparkline.show();
    QTRY_VERIFY_WITH_TIMEOUT(counter.count > 0, patienceMs);
    QCoreApplication::processEvents();
    counter.count = 0;
    sparkline.setHistory(historyOf({12}));
    QCoreApplication::processEvents();
    QCOMPARE(counter.count, 0);
    sparkline.setHistory(historyOf({12, 13}));
    QTRY_COMPARE_WITH_TIMEOUT(counter.count, 1, patienceMs);
}

QTEST_MAIN(TestSparkline)
#include "tst_sparkline.moc"
