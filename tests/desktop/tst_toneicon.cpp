// SPDX-License-Identifier: Apache-2.0
#include "toneicon.h"

#include "futures.h"
#include "icons.h"

#include <QApplication>
#include <QScreen>
#include <QTemporaryFile>
#include <QTest>
#include <QWindow>

using namespace QciAuth;
using namespace Qt::StringLiterals;

namespace {

constexpr int usualSize = 16;
constexpr double coarse = 1;
constexpr double fine = 2;

QImage expected(const ToneIcon &icon, Tone tone)
{
    const int size = scaledToFont(usualSize, icon.font());
    return iconPixmap(u"warning"_s, toneColor(tone, icon.palette()), size, icon.devicePixelRatioF()).toImage();
}

} // namespace

class TestToneIcon : public QObject
{
    Q_OBJECT

private slots:
    void showsItsIcon();
    void sameIconIsNotDrawnAgain();
    void paletteIsFollowed();
    void fontIsFollowed();
    void nextScreenIsFollowed();
};

void TestToneIcon::showsItsIcon()
{
    ToneIcon icon;
    icon.setIcon(u"warning"_s, Tone::Warning, usualSize);
    QCOMPARE(icon.pixmap().toImage(), expected(icon, Tone::Warning));
    icon.setIcon(u"warning"_s, Tone::Bad, usualSize);
    QCOMPARE(icon.pixmap().toImage(), expected(icon, Tone::Bad));
    QVERIFY(expected(icon, Tone::Bad) != expected(icon, Tone::Warning));
}

void TestToneIcon::sameIconIsNotDrawnAgain()
{
    ToneIcon icon;
    icon.setIcon(u"warning"_s, Tone::Warning, usualSize);
    const qint64 before = icon.pixmap().cacheKey();
    icon.setIcon(u"warning"_s, Tone::Warning, usualSize);
    QCOMPARE(icon.pixmap().cacheKey(), before);
}

void TestToneIcon::paletteIsFollowed()
{
    ToneIcon icon;
    icon.setIcon(u"warning"_s, Tone::Warning, usualSize);
    const QImage light = icon.pixmap().toImage();
    icon.setPalette(QPalette(QColor(0x2a2a2a), QColor(0x1e1e1e)));
    QCOMPARE(icon.pixmap().toImage(), expected(icon, Tone::Warning));
    QVERIFY(icon.pixmap().toImage() != light);
}

void TestToneIcon::fontIsFollowed()
{
    ToneIcon icon;
    icon.setIcon(u"warning"_s, Tone::Warning, usualSize);
    const QSize before = icon.sizeHint();
    icon.setFont(scaledFont(icon.font(), 2));
    QCOMPARE(icon.pixmap().toImage(), expected(icon, Tone::Warning));
    QVERIFY(icon.sizeHint().width() > before.width());
}

void TestToneIcon::nextScreenIsFollowed()
{
    const QList<QScreen *> screens = QGuiApplication::screens();
    QCOMPARE(screens.size(), 2);
    ToneIcon icon;
    icon.setIcon(u"warning"_s, Tone::Warning, usualSize);
    icon.setScreen(screens.first());
    icon.show();
    for (QScreen *screen : {screens.last(), screens.first()}) {
        icon.move(screen->availableGeometry().topLeft());
        QTRY_COMPARE_WITH_TIMEOUT(icon.screen(), screen, patienceMs);
        if (icon.windowHandle()->devicePixelRatio() != screen->devicePixelRatio())
            QSKIP("The offscreen platform of this Qt does not tell windows how fine another screen is");
        QTRY_COMPARE_WITH_TIMEOUT(icon.pixmap().devicePixelRatio(), screen->devicePixelRatio(), patienceMs);
        QCOMPARE(icon.devicePixelRatioF(), screen->devicePixelRatio());
        QCOMPARE(icon.pixmap().toImage(), expected(icon, Tone::Warning));
    }
}

// Two screens, one of them fine.
int main(int argc, char *argv[])
{
    QTemporaryFile screens;
    if (!screens.open())
        return 1;
    screens.write(
        u"{\"screens\": [{\"name\": \"coarse\", \"x\": 0, \"y\": 0, \"width\": 800, \"height\": 600, \"dpr\": %1},"
        "{\"name\": \"fine\", \"x\": 800, \"y\": 0, \"width\": 800, \"height\": 600, \"dpr\": %2}]}"_s.arg(coarse)
            .arg(fine)
            .toUtf8());
    screens.close();
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + screens.fileName().toUtf8());
    QApplication application(argc, argv);
    TestToneIcon test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_toneicon.moc"
