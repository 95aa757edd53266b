// SPDX-License-Identifier: Apache-2.0
#include "contrast.h"
#include "traypicture.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using Glyph = TrayReading::Glyph;
using Picture = TrayReading::Picture;

namespace {

const QList<Picture> allStates{
    {.ring = 0, .tone = Tone::Neutral, .glyph = Glyph::Dash},
    {.ring = 0, .tone = Tone::Neutral, .glyph = Glyph::Dots},
    {.ring = 0, .tone = Tone::Warning, .glyph = Glyph::Lock},
    {.ring = 40, .tone = Tone::Accent, .glyph = Glyph::Check},
    {.ring = 6, .tone = Tone::Warning, .glyph = Glyph::Clock},
    {.ring = 6, .tone = Tone::Warning, .glyph = Glyph::Exclamation},
    {.ring = 0, .tone = Tone::Bad, .glyph = Glyph::Cross},
};

// As a panel of that colour shows it.
QImage onPanel(const Picture &picture, int pixels, const QColor &panel)
{
    QImage image(pixels, pixels, QImage::Format_RGB32);
    image.fill(panel);
    QPainter(&image).drawPixmap(0, 0, trayPixmap(picture, pixels));
    return image;
}

// Of the lightest and the darkest pixel in the middle, where the glyph is.
double glyphContrast(const QImage &image)
{
    QColor lightest(Qt::black);
    QColor darkest(Qt::white);
    for (int y = image.height() / 4; y < image.height() * 3 / 4; ++y) {
        for (int x = image.width() / 4; x < image.width() * 3 / 4; ++x) {
            const QColor here = image.pixelColor(x, y);
            lightest = luminance(here) > luminance(lightest) ? here : lightest;
            darkest = luminance(here) < luminance(darkest) ? here : darkest;
        }
    }
    return contrast(lightest, darkest);
}

int differentPixels(const QImage &one, const QImage &other, double leastContrast = 2)
{
    int different = 0;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x) {
            const double apart = contrast(one.pixelColor(x, y), other.pixelColor(x, y));
            different += apart > leastContrast ? 1 : 0;
        }
    }
    return different;
}

QImage withoutColor(const Picture &picture, int pixels)
{
    Picture neutral = picture;
    neutral.tone = Tone::Neutral;
    neutral.ring = 0;
    return onPanel(neutral, pixels, Qt::black);
}

} // namespace

class TestTrayPicture : public QObject
{
    Q_OBJECT

private slots:
    void canBeReadOnAnyPanel_data();
    void canBeReadOnAnyPanel();
    void statesDifferWithoutColor_data();
    void statesDifferWithoutColor();
    void everyStepOfTheRingCanBeSeen_data();
    void everyStepOfTheRingCanBeSeen();
    void iconHasThePanelsSizes();
};

void TestTrayPicture::canBeReadOnAnyPanel_data()
{
    QTest::addColumn<int>("pixels");
    QTest::addColumn<QColor>("panel");
    for (const int pixels : {16, 22, 32}) {
        for (const QColor &panel :
            {QColor(0xFFFFFF), QColor(0xE3E3E3), QColor(0x808080), QColor(0x353535), QColor(Qt::black)})
            QTest::addRow("%d px on %s", pixels, qPrintable(panel.name())) << pixels << panel;
    }
}

void TestTrayPicture::canBeReadOnAnyPanel()
{
    QFETCH(const int, pixels);
    QFETCH(const QColor, panel);
    for (const Picture &picture : allStates)
        QVERIFY2(
            glyphContrast(onPanel(picture, pixels, panel)) >= 4.5, qPrintable(QString::number(int(picture.glyph))));
}

void TestTrayPicture::statesDifferWithoutColor_data()
{
    QTest::addColumn<int>("pixels");
    for (const int pixels : {16, 22, 32})
        QTest::addRow("%d px", pixels) << pixels;
}

void TestTrayPicture::statesDifferWithoutColor()
{
    QFETCH(const int, pixels);
    for (const Picture &one : allStates) {
        for (const Picture &other : allStates) {
            if (one.glyph == other.glyph)
                continue;
            const int different = differentPixels(withoutColor(one, pixels), withoutColor(other, pixels));
            QVERIFY2(different >= pixels / 4,
                qPrintable(u"%1 %2: %3"_s.arg(int(one.glyph)).arg(int(other.glyph)).arg(different)));
        }
    }
}

void TestTrayPicture::everyStepOfTheRingCanBeSeen_data()
{
    QTest::addColumn<int>("pixels");
    for (const int pixels : {16, 22, 32})
        QTest::addRow("%d px", pixels) << pixels;
}

void TestTrayPicture::everyStepOfTheRingCanBeSeen()
{
    QFETCH(const int, pixels);
    constexpr double noticeable = 1.2;
    // The round ends of the arc touch before it is full.
    constexpr int last = TrayReading::fullRing - 2;
    for (int ring = 1; ring <= last; ++ring) {
        const Picture picture{.ring = ring, .tone = Tone::Accent, .glyph = Glyph::Check};
        Picture before = picture;
        --before.ring;
        const int different =
            differentPixels(onPanel(picture, pixels, Qt::black), onPanel(before, pixels, Qt::black), noticeable);
        QVERIFY2(different >= pixels / 8, qPrintable(u"%1: %2"_s.arg(ring).arg(different)));
    }
}

void TestTrayPicture::iconHasThePanelsSizes()
{
    const QIcon icon = trayIcon(allStates.first());
    for (const int pixels : {16, 22, 24, 32, 48, 64})
        QCOMPARE(icon.actualSize(QSize(pixels, pixels)), QSize(pixels, pixels));
}

QTEST_MAIN(TestTrayPicture)
#include "tst_traypicture.moc"
