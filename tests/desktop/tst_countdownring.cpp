// SPDX-License-Identifier: Apache-2.0
#include "countdownring.h"

#include "futures.h"

#include <QAccessible>
#include <QApplication>
#include <QHBoxLayout>
#include <QImage>
#include <QPaintEvent>
#include <QPointer>
#include <QScreen>
#include <QTest>
#include <QtMath>

#include <array>
#include <numeric>

using namespace QciAuth;
using namespace Qt::StringLiterals;

namespace {

/// Counts how often a widget is painted, and knows what of it was painted last.
class PaintCounter final : public QObject
{
public:
    explicit PaintCounter(QWidget &widget) { widget.installEventFilter(this); }

    int count() const { return m_count; }
    QRegion lastRegion() const { return m_lastRegion; }

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            ++m_count;
            m_lastRegion = static_cast<QPaintEvent *>(event)->region();
        }
        return false;
    }

private:
    int m_count = 0;
    QRegion m_lastRegion;
};

int area(const QRegion &region)
{
    return std::accumulate(
        region.begin(), region.end(), 0, [](int sum, const QRect &rect) { return sum + rect.width() * rect.height(); });
}

/// Finds the timer that drives the animation, the only one in this program.
class TimerFinder final : public QObject
{
public:
    TimerFinder() { qApp->installEventFilter(this); }

    const QTimer *timer() const { return m_timer; }

    bool eventFilter(QObject *receiver, QEvent *event) override
    {
        if (auto *timer = qobject_cast<QTimer *>(receiver); timer && event->type() == QEvent::Timer)
            m_timer = timer;
        return false;
    }

private:
    QPointer<QTimer> m_timer;
};

/// A ring in a window, beside something else that can be painted.
class Bench
{
public:
    Bench()
        : ring(new CountdownRing(&m_window))
        , m_other(new QWidget(&m_window))
        , m_otherPaints(*m_other)
    {
        auto *layout = new QHBoxLayout(&m_window);
        layout->addWidget(ring);
        m_other->setMinimumSize(10, 10);
        layout->addWidget(m_other);
        m_window.show();
    }

    /// Waits until everything that was to be painted by now has been.
    bool settle()
    {
        const int before = m_otherPaints.count();
        m_other->update();
        return QTest::qWaitFor([&] { return m_otherPaints.count() > before; }, patienceMs);
    }

    QWidget &window() { return m_window; }

private:
    QWidget m_window;

public:
    CountdownRing *ring;

private:
    QWidget *m_other;
    PaintCounter m_otherPaints;
};

} // namespace

class TestCountdownRing : public QObject
{
    Q_OBJECT

private slots:
    void keepsItsReading();
    void shareStaysInBounds_data();
    void shareStaysInBounds();
    void repaintsOnlyForWhatCanBeSeen_data();
    void repaintsOnlyForWhatCanBeSeen();
    void endThatMovesIsAllThatIsRepainted();
    void digitsThatChangeAreAllThatIsRepainted();
    void everyCountdownReplacesTheOneBefore_data();
    void everyCountdownReplacesTheOneBefore();
    void animationRunsOnlyWhileBusyAndSeen_data();
    void animationRunsOnlyWhileBusyAndSeen();
    void animationIsNoFasterThanTenFramesASecond();
    void setBusyAgainChangesNothing();
    void longestCountdownFits_data();
    void longestCountdownFits();
    void sizeStaysTheSame();
    void arcDrainsClockwise_data();
    void arcDrainsClockwise();
    void iconStandsInForAMissingCountdown();
    void statesLookDifferent();
    void isAPictureToAScreenReader();
};

void TestCountdownRing::keepsItsReading()
{
    CountdownRing ring;
    ring.setReading(0.25, Tone::Warning, u"09:59"_s, u"warning"_s);
    QCOMPARE(ring.share(), 0.25);
    QCOMPARE(ring.tone(), Tone::Warning);
    QCOMPARE(ring.text(), u"09:59"_s);
    QVERIFY(!ring.isBusy());
}

void TestCountdownRing::shareStaysInBounds_data()
{
    QTest::addColumn<double>("share");
    QTest::addColumn<double>("shown");
    QTest::newRow("negative") << -0.5 << 0.0;
    QTest::newRow("nothing") << 0.0 << 0.0;
    QTest::newRow("all") << 1.0 << 1.0;
    QTest::newRow("more than all") << 1.5 << 1.0;
}

void TestCountdownRing::shareStaysInBounds()
{
    QFETCH(const double, share);
    CountdownRing ring;
    ring.setReading(share, Tone::Accent, u"59:59"_s, u"good"_s);
    QTEST(ring.share(), "shown");
}

void TestCountdownRing::repaintsOnlyForWhatCanBeSeen_data()
{
    QTest::addColumn<double>("share");
    QTest::addColumn<Tone>("tone");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("iconName");
    QTest::addColumn<bool>("repaints");

    QTest::newRow("nothing") << 0.5 << Tone::Accent << u"30:00"_s << u"good"_s << false;
    QTest::newRow("far less than a degree") << 0.500001 << Tone::Accent << u"30:00"_s << u"good"_s << false;
    QTest::newRow("share") << 0.4 << Tone::Accent << u"30:00"_s << u"good"_s << true;
    QTest::newRow("tone") << 0.5 << Tone::Warning << u"30:00"_s << u"good"_s << true;
    QTest::newRow("text") << 0.5 << Tone::Accent << u"29:59"_s << u"good"_s << true;
    QTest::newRow("no text") << 0.5 << Tone::Accent << QString() << u"good"_s << true;
}

void TestCountdownRing::repaintsOnlyForWhatCanBeSeen()
{
    QFETCH(const double, share);
    QFETCH(const Tone, tone);
    QFETCH(const QString, text);
    QFETCH(const QString, iconName);
    QFETCH(const bool, repaints);

    Bench bench;
    PaintCounter paints(*bench.ring);
    bench.ring->setReading(0.5, Tone::Accent, u"30:00"_s, u"good"_s);
    QVERIFY(bench.settle());
    QVERIFY(paints.count() > 0);
    const int before = paints.count();
    bench.ring->setReading(share, tone, text, iconName);
    QVERIFY(bench.settle());
    QCOMPARE(paints.count() - before, repaints ? 1 : 0);
}

// What is sent to the display at once has to be little: whoever sends much waits, and wakes up once more.
void TestCountdownRing::endThatMovesIsAllThatIsRepainted()
{
    Bench bench;
    PaintCounter paints(*bench.ring);
    constexpr double seconds = 3600;
    for (int left = 3600; left > 0; left -= 225) {
        bench.ring->setReading(left / seconds, Tone::Accent, u"30:00"_s, u"good"_s);
        QVERIFY(bench.settle());
        const int before = paints.count();
        bench.ring->setReading((left - 4) / seconds, Tone::Accent, u"30:00"_s, u"good"_s);
        QVERIFY(bench.settle());
        QCOMPARE(paints.count(), before + 1);
        QVERIFY2(area(paints.lastRegion()) <= area(bench.ring->rect()) / 50,
            qPrintable(QDebug::toString(paints.lastRegion())));
    }
}

void TestCountdownRing::digitsThatChangeAreAllThatIsRepainted()
{
    Bench bench;
    PaintCounter paints(*bench.ring);
    QList<int> widths;
    for (const QString &text : {u"59:11"_s, u"59:10"_s, u"59:09"_s, u"58:59"_s}) {
        bench.ring->setReading(0.5, Tone::Accent, text, u"good"_s);
        QVERIFY(bench.settle());
        widths.append(paints.lastRegion().boundingRect().width());
    }
    QCOMPARE(widths.at(0), bench.ring->width());
    QVERIFY(widths.at(1) < widths.at(2) && widths.at(2) < widths.at(3) && widths.at(3) < widths.at(0));
    QVERIFY2(widths.at(1) <= bench.ring->width() / 5, QByteArray::number(widths.at(1)).constData());
}

void TestCountdownRing::everyCountdownReplacesTheOneBefore_data()
{
    QTest::addColumn<int>("points");
    QTest::addColumn<QSize>("more");
    for (const int points : {9, 10, 11, 12, 13, 14, 18}) {
        QTest::addRow("%d pt", points) << points << QSize(0, 0);
        QTest::addRow("%d pt, a middle elsewhere", points) << points << QSize(1, 1);
    }
}

// It paints no more than the digits and the end of the arc where no more has changed.
void TestCountdownRing::everyCountdownReplacesTheOneBefore()
{
    QFETCH(const int, points);
    QFETCH(const QSize, more);
    CountdownRing ring;
    QFont font = ring.font();
    font.setPointSize(points);
    ring.setFont(font);
    ring.resize(ring.sizeHint() + more);
    ring.setReading(0.5, Tone::Accent, u"8:88:88"_s, u"good"_s);
    ring.show();
    QVERIFY(QTest::qWaitForWindowExposed(&ring, patienceMs));
    const auto shown = [&ring] {
        QCoreApplication::processEvents();
        return ring.screen()->grabWindow(ring.winId()).toImage();
    };
    const auto isAsPaintedWhole = [&ring, &shown] {
        const QImage picture = shown();
        ring.update();
        return picture == shown();
    };
    for (const auto &[share, text] : QList<std::pair<double, QString>>{{0.5, u"1:11:11"_s}, {0.5, u"1:11:10"_s},
             {0.5, u"1:10:00"_s}, {0.5, u"59:59"_s}, {0.5, u"00:01"_s}, {0.4, u"00:00"_s}, {0.4, {}}, {0.4, u"1"_s},
             {0.4, u"23:59:59"_s}, {0.4, u"23:59:51"_s}, {0.4, u"00:47"_s}}) {
        ring.setReading(share, Tone::Accent, text, u"good"_s);
        QVERIFY2(isAsPaintedWhole(), qPrintable(text));
    }
    for (int steps : {1, 7, 40, 100, 170}) {
        ring.setReading(1, Tone::Accent, u"1:00:00"_s, u"good"_s);
        for (int left = 360 - steps; left >= 0; left -= steps) {
            ring.setReading(left / 360.0, Tone::Accent, QString::number(left), u"good"_s);
            QVERIFY2(isAsPaintedWhole(), qPrintable(ring.text()));
        }
    }
}

void TestCountdownRing::animationRunsOnlyWhileBusyAndSeen_data()
{
    QTest::addColumn<bool>("minimises");
    QTest::newRow("hidden") << false;
    QTest::newRow("minimised") << true;
}

void TestCountdownRing::animationRunsOnlyWhileBusyAndSeen()
{
    QFETCH(const bool, minimises);
    Bench bench;
    TimerFinder finder;
    PaintCounter paints(*bench.ring);
    QVERIFY(bench.settle());

    bench.ring->setReading(0.5, Tone::Accent, u"30:00"_s, u"good"_s);
    bench.ring->setBusy(true);
    QVERIFY(bench.ring->isBusy());
    const int before = paints.count();
    QTRY_VERIFY_WITH_TIMEOUT(paints.count() >= before + 3, patienceMs);
    QVERIFY(finder.timer());
    QVERIFY(finder.timer()->isActive());

    const auto takeAway = [&bench, minimises] {
        if (minimises)
            bench.window().showMinimized();
        else
            bench.window().hide();
    };
    takeAway();
    QVERIFY(!finder.timer()->isActive());
    bench.window().showNormal();
    QVERIFY(finder.timer()->isActive());
    bench.ring->setBusy(false);
    QVERIFY(!finder.timer()->isActive());
    takeAway();
    bench.ring->setBusy(true);
    QVERIFY(!finder.timer()->isActive());
    bench.window().showNormal();
    QVERIFY(finder.timer()->isActive());
}

void TestCountdownRing::animationIsNoFasterThanTenFramesASecond()
{
    Bench bench;
    TimerFinder finder;
    bench.ring->setReading(0.5, Tone::Accent, u"30:00"_s, u"good"_s);
    bench.ring->setBusy(true);
    QTRY_VERIFY_WITH_TIMEOUT(finder.timer(), patienceMs);
    QVERIFY(!finder.timer()->isSingleShot());
    QVERIFY2(finder.timer()->interval() >= 100, QByteArray::number(finder.timer()->interval()).constData());
}

void TestCountdownRing::setBusyAgainChangesNothing()
{
    Bench bench;
    bench.ring->setReading(0.5, Tone::Accent, u"30:00"_s, u"good"_s);
    QVERIFY(bench.settle());
    PaintCounter paints(*bench.ring);
    bench.ring->setBusy(false);
    QVERIFY(bench.settle());
    QCOMPARE(paints.count(), 0);
}

void TestCountdownRing::longestCountdownFits_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("scale"); // of the system's font
    for (const double scale : {1.0, 2.0, 3.0}) {
        QTest::addRow("minutes, font times %g", scale) << u"00:00"_s << scale;
        QTest::addRow("an hour, font times %g", scale) << u"0:00:00"_s << scale;
    }
}

void TestCountdownRing::longestCountdownFits()
{
    QFETCH(const QString, text);
    QFETCH(const double, scale);
    CountdownRing ring;
    QFont base = ring.font();
    base.setPointSizeF(base.pointSizeF() * scale);
    ring.setFont(base);

    QFont large = base;
    large.setPointSizeF(base.pointSizeF() * 2.2);
    constexpr double stroke = 8;
    const double room = ring.sizeHint().width() - 2 * stroke;
    const QRectF needed = QFontMetricsF(large).tightBoundingRect(text);
    QVERIFY2(std::hypot(needed.width(), needed.height()) <= room,
        qPrintable(u"%1 x %2 in a circle of %3"_s.arg(needed.width()).arg(needed.height()).arg(room)));
}

void TestCountdownRing::sizeStaysTheSame()
{
    CountdownRing ring;
    const QSize before = ring.sizeHint();
    ring.setReading(0.9, Tone::Accent, u"23:59:59"_s, u"good"_s);
    QCOMPARE(ring.sizeHint(), before);
    ring.setReading(0, Tone::Bad, QString(), u"error"_s);
    QCOMPARE(ring.sizeHint(), before);
    QCOMPARE(ring.minimumSizeHint(), before);
    QCOMPARE(before.width(), before.height());
}

void TestCountdownRing::arcDrainsClockwise_data()
{
    using Quarters = std::array<bool, 4>; // from the top, clockwise
    QTest::addColumn<double>("share");
    QTest::addColumn<Quarters>("coloured");
    QTest::newRow("full") << 1.0 << Quarters{true, true, true, true};
    QTest::newRow("three quarters") << 0.75 << Quarters{false, true, true, true};
    QTest::newRow("half") << 0.5 << Quarters{false, false, true, true};
    QTest::newRow("one quarter") << 0.25 << Quarters{false, false, false, true};
    QTest::newRow("empty") << 0.0 << Quarters{false, false, false, false};
}

void TestCountdownRing::arcDrainsClockwise()
{
    QFETCH(const double, share);
    using Quarters = std::array<bool, 4>;
    QFETCH(const Quarters, coloured);

    CountdownRing ring;
    ring.resize(ring.sizeHint());
    ring.setReading(share, Tone::Accent, u"30:00"_s, u"good"_s);
    const QImage image = ring.grab().toImage();
    const QColor accent = toneColor(Tone::Accent, ring.palette());
    const double ratio = image.devicePixelRatio();
    const double radius = (ring.width() - 8) / 2.0;
    for (size_t quarter = 0; quarter < coloured.size(); ++quarter) {
        const double angle = qDegreesToRadians(45.0 + 90.0 * static_cast<double>(quarter));
        const QPointF point(
            ring.width() / 2.0 + radius * std::sin(angle), ring.height() / 2.0 - radius * std::cos(angle));
        const QColor color = image.pixelColor((point * ratio).toPoint());
        QVERIFY2((color == accent) == coloured.at(quarter),
            qPrintable(u"quarter %1 is %2"_s.arg(quarter).arg(color.name())));
    }
}

void TestCountdownRing::iconStandsInForAMissingCountdown()
{
    CountdownRing ring;
    ring.resize(ring.sizeHint());
    const auto centerHasColor = [&ring](Tone tone) {
        const QImage image = ring.grab(ring.rect().adjusted(20, 20, -20, -20)).toImage();
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, y) == toneColor(tone, ring.palette()))
                    return true;
            }
        }
        return false;
    };
    ring.setReading(0, Tone::Bad, QString(), u"error"_s);
    QVERIFY(centerHasColor(Tone::Bad));
    ring.setReading(0, Tone::Accent, u"00:01"_s, u"error"_s);
    QVERIFY(!centerHasColor(Tone::Bad));
}

void TestCountdownRing::statesLookDifferent()
{
    CountdownRing ring;
    ring.resize(ring.sizeHint());
    QList<QImage> pictures;
    const auto take = [&] { pictures.append(ring.grab().toImage()); };
    ring.setReading(0.9, Tone::Accent, u"50:00"_s, u"good"_s);
    take();
    ring.setBusy(true);
    take();
    ring.setBusy(false);
    ring.setReading(0.9, Tone::Warning, u"50:00"_s, u"warning"_s);
    take();
    ring.setReading(0, Tone::Bad, QString(), u"error"_s);
    take();
    ring.setReading(0, Tone::Warning, QString(), u"lock"_s);
    take();
    for (qsizetype i = 0; i < pictures.size(); ++i)
        QCOMPARE(pictures.lastIndexOf(pictures.at(i)), i);
}

// Of what it shows there are words beside it.
void TestCountdownRing::isAPictureToAScreenReader()
{
    CountdownRing ring;
    ring.setReading(0.5, Tone::Accent, u"30:00"_s, u"good"_s);
    QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(&ring);
    QVERIFY(spoken);
    QCOMPARE(spoken->role(), QAccessible::Graphic);
    QCOMPARE(spoken->text(QAccessible::Name), QString());
}

QTEST_MAIN(TestCountdownRing)
#include "tst_countdownring.moc"
