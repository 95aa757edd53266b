// SPDX-License-Identifier: Apache-2.0
#include "arcpainter.h"

#include <QImage>
#include <QSemaphore>
#include <QTest>
#include <QThreadPool>

#include <algorithm>
#include <cstdlib>

using namespace QciAuth;
using namespace Qt::StringLiterals;

namespace {

constexpr QRectF circle(10, 10, 100, 100);
constexpr double stroke = 8;

QImage blank(double scale)
{
    QImage image(QSize(120, 120) * scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    image.fill(Qt::white);
    return image;
}

QImage drawn(double scale, double start, double length, const QColor &color = Qt::black)
{
    QImage image = blank(scale);
    QPainter painter(&image);
    ArcPainter(circle, stroke).draw(painter, color, start, length);
    return image;
}

/// The same by QPainter itself; made smaller, as it draws a circle as a polygon.
QImage expected(double scale, double start, double length, const QColor &color = Qt::black)
{
    constexpr int finer = 4;
    const double factor = scale * finer;
    QImage image(QSize(120, 120) * factor, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, stroke * factor, Qt::SolidLine, Qt::RoundCap));
    painter.drawArc(
        QRectF(circle.topLeft() * factor, circle.size() * factor), qRound((90 - start) * 16), qRound(-length * 16));
    painter.end();
    return image.scaled(image.size() / finer, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

/// How many pixels are visibly others.
int difference(const QImage &one, const QImage &other)
{
    constexpr int visible = 40;
    int count = 0;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x)
            count += std::abs(qGray(one.pixel(x, y)) - qGray(other.pixel(x, y))) > visible ? 1 : 0;
    }
    return count;
}

} // namespace

class TestArcPainter : public QObject
{
    Q_OBJECT

private slots:
    void arcIsWhereQPainterHasIt_data();
    void arcIsWhereQPainterHasIt();
    void partIsAsInTheWhole_data();
    void partIsAsInTheWhole();
    void nothingIsNothing();
    void transparencyIsKept();
    void painterIsAsBefore();
    void drawsWithoutThreads();
};

void TestArcPainter::arcIsWhereQPainterHasIt_data()
{
    QTest::addColumn<double>("scale");
    QTest::addColumn<double>("start");
    QTest::addColumn<double>("length");
    for (const double scale : {1.0, 1.5, 2.0, 3.0}) {
        QTest::addRow("%.1fx, whole", scale) << scale << 0.0 << 360.0;
        QTest::addRow("%.1fx, last quarter", scale) << scale << 270.0 << 90.0;
        QTest::addRow("%.1fx, over the top", scale) << scale << 340.0 << 50.0;
        QTest::addRow("%.1fx, nearly whole", scale) << scale << 18.0 << 342.0;
        QTest::addRow("%.1fx, dot", scale) << scale << 120.0 << 0.5;
    }
}

void TestArcPainter::arcIsWhereQPainterHasIt()
{
    QFETCH(const double, scale);
    QFETCH(const double, start);
    QFETCH(const double, length);
    const QImage image = drawn(scale, start, length);
    QVERIFY(difference(image, blank(scale)) > 0);
    QCOMPARE(difference(image, expected(scale, start, length)), 0);
}

void TestArcPainter::partIsAsInTheWhole_data()
{
    QTest::addColumn<double>("scale");
    for (const double scale : {1.0, 1.5, 2.0, 3.0})
        QTest::addRow("%.1fx", scale) << scale;
}

void TestArcPainter::partIsAsInTheWhole()
{
    QFETCH(const double, scale);
    const QImage whole = drawn(scale, 18, 300);
    constexpr QRect part(70, 5, 33, 31);
    QImage image = blank(scale);
    QPainter painter(&image);
    ArcPainter(circle, stroke).draw(painter, Qt::black, 18, 300, part);
    painter.end();
    const QRect pixels = QRectF(QPointF(part.topLeft()) * scale, QSizeF(part.size()) * scale).toAlignedRect();
    QCOMPARE(image.copy(pixels), whole.copy(pixels));
    const QRect beside = image.rect().adjusted(0, pixels.bottom() + 1, 0, 0);
    QCOMPARE(image.copy(beside), blank(scale).copy(beside));
}

void TestArcPainter::nothingIsNothing()
{
    QCOMPARE(drawn(1, 90, 0), blank(1));
}

void TestArcPainter::transparencyIsKept()
{
    QColor faint = Qt::black;
    faint.setAlphaF(0.15F);
    const QImage image = drawn(1, 0, 360, faint);
    QVERIFY(std::abs(qGray(image.pixel(60, 10)) - qGray(expected(1, 0, 360, faint).pixel(60, 10))) <= 1);
}

void TestArcPainter::painterIsAsBefore()
{
    QImage image = blank(2);
    QPainter painter(&image);
    const QTransform before = painter.transform();
    ArcPainter(circle, stroke).draw(painter, Qt::black, 0, 90);
    QCOMPARE(painter.transform(), before);
}

// The only thread of the pool is kept from working, so a curve that is shared out would never end.
void TestArcPainter::drawsWithoutThreads()
{
    QThreadPool &pool = *QThreadPool::globalInstance();
    pool.setMaxThreadCount(1);
    QSemaphore mayEnd;
    pool.start([&mayEnd] { mayEnd.acquire(); });
    const QImage image = drawn(3, 0, 300);
    mayEnd.release();
    pool.waitForDone();
    QVERIFY(difference(image, blank(3)) > 0);
}

QTEST_MAIN(TestArcPainter)
#include "tst_arcpainter.moc"
