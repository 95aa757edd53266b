// SPDX-License-Identifier: Apache-2.0
#include "icons.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QPalette>
#include <QRegularExpression>
#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;

namespace {

constexpr int sizes[] = {16, 22, 32, 48};

bool isEmpty(const QImage &image)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).alpha() > 0)
                return false;
        }
    }
    return true;
}

bool hasColor(const QImage &image, const QColor &color)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            if (pixel.alpha() == 255 && pixel.rgb() == color.rgb())
                return true;
        }
    }
    return false;
}

} // namespace

class TestIcons : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { QApplication::setPalette(QPalette()); }

    void iconIsDrawnAtEverySize_data();
    void iconIsDrawnAtEverySize();
    void iconFollowsThePalette();
    void disabledIconIsThePalettesDisabledText();
    void pictureHasItsColour_data();
    void pictureHasItsColour();
    void pictureIsSharpOnDenseScreens();
    void copyDrawsTheSame();
    void unknownIconIsEmpty();
    void strokesAreThoseOfTheFamily_data();
    void strokesAreThoseOfTheFamily();
    void smallIconIsNoGreyHaze_data();
    void smallIconIsNoGreyHaze();
    void programHasAnIcon();

private:
    static void addIcons();
};

void TestIcons::addIcons()
{
    QTest::addColumn<QString>("name");
    const QStringList files = QDir(u":/icons"_s).entryList({u"*.svg"_s});
    QVERIFY(files.size() >= 10);
    for (const QString &file : files)
        QTest::newRow(qPrintable(file)) << file.chopped(4);
}

void TestIcons::iconIsDrawnAtEverySize_data()
{
    addIcons();
}

void TestIcons::iconIsDrawnAtEverySize()
{
    QFETCH(const QString, name);
    const QIcon drawn = icon(name);
    QVERIFY(!drawn.isNull());
    for (const int size : sizes) {
        const QPixmap pixmap = drawn.pixmap(QSize(size, size), 1.0);
        QCOMPARE(pixmap.size(), QSize(size, size));
        QVERIFY(!isEmpty(pixmap.toImage()));
    }
}

void TestIcons::iconFollowsThePalette()
{
    const QIcon drawn = icon(u"copy"_s);
    for (const QColor &color : {QColor(0x102030), QColor(0xf0e0d0)}) {
        QPalette palette;
        palette.setColor(QPalette::ButtonText, color);
        QApplication::setPalette(palette);
        QVERIFY(hasColor(drawn.pixmap(QSize(48, 48), 1.0).toImage(), color));
    }
}

void TestIcons::disabledIconIsThePalettesDisabledText()
{
    QPalette palette;
    palette.setColor(QPalette::Active, QPalette::ButtonText, QColor(0x102030));
    palette.setColor(QPalette::Disabled, QPalette::ButtonText, QColor(0x8090a0));
    QApplication::setPalette(palette);
    const QImage image = icon(u"copy"_s).pixmap(QSize(48, 48), 1.0, QIcon::Disabled).toImage();
    QVERIFY(hasColor(image, QColor(0x8090a0)));
    QVERIFY(!hasColor(image, QColor(0x102030)));
}

void TestIcons::pictureHasItsColour_data()
{
    addIcons();
}

void TestIcons::pictureHasItsColour()
{
    QFETCH(const QString, name);
    for (const int size : sizes) {
        const QImage image = iconPixmap(name, QColor(0xB31D28), size, 1.0).toImage();
        QVERIFY(!isEmpty(image));
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor pixel = image.pixelColor(x, y);
                // Edges are half transparent, and lose precision there.
                QVERIFY(pixel.alpha() < 128 || std::abs(pixel.red() - 0xB3) <= 2);
                QVERIFY(pixel.alpha() < 128 || std::abs(pixel.green() - 0x1D) <= 2);
            }
        }
    }
}

void TestIcons::pictureIsSharpOnDenseScreens()
{
    const QPixmap dense = iconPixmap(u"warning"_s, Qt::black, 22, 1.5);
    QCOMPARE(dense.size(), QSize(33, 33));
    QCOMPARE(dense.devicePixelRatio(), 1.5);
    QCOMPARE(dense.deviceIndependentSize().toSize(), QSize(22, 22));
}

void TestIcons::copyDrawsTheSame()
{
    const QIcon original = icon(u"lock"_s);
    QIcon changed = original;
    changed.addPixmap(QPixmap(1, 1)); // makes it detach
    QCOMPARE(changed.pixmap(QSize(32, 32), 1.0).toImage(), original.pixmap(QSize(32, 32), 1.0).toImage());
}

void TestIcons::unknownIconIsEmpty()
{
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"no-such-icon"_s));
    QVERIFY(isEmpty(iconPixmap(u"no-such-icon"_s, Qt::black, 16, 1.0).toImage()));
}

void TestIcons::strokesAreThoseOfTheFamily_data()
{
    addIcons();
}

void TestIcons::strokesAreThoseOfTheFamily()
{
    QFETCH(const QString, name);
    QFile file(u":/icons/%1.svg"_s.arg(name));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString svg = QString::fromUtf8(file.readAll());
    QVERIFY(svg.contains(uR"(viewBox="0 0 24 24")"_s));
    QVERIFY(svg.contains(uR"(stroke-linecap="round" stroke-linejoin="round")"_s));
    static const QRegularExpression width(uR"re(stroke-width="([^"]*)")re"_s);
    QStringList widths;
    for (const QRegularExpressionMatch &match : width.globalMatch(svg))
        widths.append(match.captured(1));
    QCOMPARE(widths.value(0), u"1.5"_s);
    widths.removeAll(u"1.5"_s);
    widths.removeAll(u".6"_s); // of a dot
    QVERIFY2(widths.isEmpty(), qPrintable(widths.join(u' ')));
}

void TestIcons::smallIconIsNoGreyHaze_data()
{
    addIcons();
}

// A stroke of less than 1.5 pixels is seldom more than half as strong as its colour.
void TestIcons::smallIconIsNoGreyHaze()
{
    QFETCH(const QString, name);
    const QImage image = iconPixmap(name, Qt::black, 16, 1.0).toImage();
    int strong = 0;
    int weak = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const int alpha = image.pixelColor(x, y).alpha();
            strong += alpha >= 160;
            weak += alpha >= 16 && alpha < 160;
        }
    }
    QVERIFY2(strong * 10 >= weak * 4, qPrintable(u"%1 strong, %2 weak"_s.arg(strong).arg(weak)));
}

void TestIcons::programHasAnIcon()
{
    for (const int size : {16, 22, 32, 48, 256}) {
        const QImage image = programIcon().pixmap(size).toImage();
        QVERIFY(!isEmpty(image));
        // What it shows is white, also where there are few pixels for it.
        QVERIFY(hasColor(image, Qt::white));
    }
}

QTEST_MAIN(TestIcons)
#include "tst_icons.moc"
