// SPDX-License-Identifier: Apache-2.0
#include "windowplacement.h"

#include "futures.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QScreen>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

using namespace QciAuth;
using namespace Qt::StringLiterals;

namespace {

/// A window of the usual size, which remembers its place.
struct PlacedWindow
{
    explicit PlacedWindow(const QString &folder)
    {
        widget.setMinimumSize(100, 100);
        widget.resize(500, 400);
        placement = std::make_unique<WindowPlacement>(widget, folder);
    }

    QWidget widget;
    std::unique_ptr<WindowPlacement> placement;
};

} // namespace

class TestWindowPlacement : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void windowIsWhereItCanBeSeen_data();
    void windowIsWhereItCanBeSeen();
    void placeIsRemembered();
    void maximizedWindowRemembersBothSizes();
    void hidingRemembersThePlace();
    void minimizingIsNoPlace();
    void windowThatWasNeverMovedWritesNothing();
    void unpluggedScreenIsNoPlace();
    void windowComesBackWhereItIsLost();
    void nonsenseIsNoPlace_data();
    void nonsenseIsNoPlace();
    void damagedFileIsKeptBeside();
    void unwritableFileIsNoHarm();

private:
    QString folder() const { return m_folder->filePath(u"qci-auth"_s); }
    QString file() const { return folder() + u"/window.ini"_s; }
    void write(const QByteArray &content) const;
    void show(PlacedWindow &window) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestWindowPlacement::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    // What the cases below are made for.
    QCOMPARE(QGuiApplication::primaryScreen()->availableGeometry(), QRect(0, 0, 800, 800));
}

void TestWindowPlacement::write(const QByteArray &content) const
{
    QVERIFY(QDir().mkpath(folder()));
    QFile target(file());
    QVERIFY(target.open(QIODevice::WriteOnly));
    QCOMPARE(target.write(content), content.size());
}

void TestWindowPlacement::show(PlacedWindow &window) const
{
    window.widget.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window.widget, patienceMs));
}

void TestWindowPlacement::windowIsWhereItCanBeSeen_data()
{
    const QList<QRect> one{QRect(0, 0, 1920, 1080)};
    const QList<QRect> two{QRect(0, 0, 1920, 1080), QRect(1920, 200, 1280, 1024)};
    const QList<QRect> left{QRect(0, 30, 1920, 1050), QRect(-1280, 0, 1280, 1024)};
    QTest::addColumn<QRect>("wanted");
    QTest::addColumn<QList<QRect>>("screens");
    QTest::addColumn<QRect>("seen");
    QTest::newRow("inside") << QRect(100, 100, 500, 460) << one << QRect(100, 100, 500, 460);
    QTest::newRow("partly outside, as somebody put it")
        << QRect(1700, 900, 500, 460) << one << QRect(1700, 900, 500, 460);
    QTest::newRow("between two screens") << QRect(1700, 300, 500, 460) << two << QRect(1700, 300, 500, 460);
    QTest::newRow("on the second") << QRect(2500, 300, 500, 460) << two << QRect(2500, 300, 500, 460);
    QTest::newRow("the second is gone") << QRect(2500, 300, 500, 460) << one << QRect(1420, 300, 500, 460);
    QTest::newRow("the left one is gone") << QRect(-1000, 300, 500, 460) << one << QRect(0, 300, 500, 460);
    QTest::newRow("on the left one") << QRect(-1000, 300, 500, 460) << left << QRect(-1000, 300, 500, 460);
    QTest::newRow("a strip too narrow to take hold of")
        << QRect(1890, 300, 500, 460) << one << QRect(1420, 300, 500, 460);
    QTest::newRow("title bar above the screen") << QRect(300, -30, 500, 460) << one << QRect(300, 0, 500, 460);
    QTest::newRow("title bar under a panel") << QRect(300, 10, 500, 460) << left << QRect(300, 30, 500, 460);
    QTest::newRow("below") << QRect(300, 1070, 500, 460) << one << QRect(300, 620, 500, 460);
    QTest::newRow("larger than the screen") << QRect(-50, -50, 3000, 2000) << one << QRect(0, 0, 1920, 1080);
    QTest::newRow("far away") << QRect(-999999, 999999, 99999, 99999) << one << QRect(0, 0, 1920, 1080);
}

void TestWindowPlacement::windowIsWhereItCanBeSeen()
{
    QFETCH(const QRect, wanted);
    QFETCH(const QList<QRect>, screens);
    QTEST(WindowPlacement::seen(wanted, screens), "seen");
}

void TestWindowPlacement::placeIsRemembered()
{
    {
        PlacedWindow window(folder());
        QCOMPARE(window.widget.size(), QSize(500, 400));
        show(window);
        window.widget.resize(450, 350);
        window.widget.move(120, 90);
        QTRY_COMPARE(window.widget.pos(), QPoint(120, 90));
    }
    PlacedWindow next(folder());
    QCOMPARE(next.widget.size(), QSize(450, 350));
    show(next);
    QCOMPARE(next.widget.pos(), QPoint(120, 90));
    QCOMPARE(next.widget.size(), QSize(450, 350));
}

void TestWindowPlacement::maximizedWindowRemembersBothSizes()
{
    {
        PlacedWindow window(folder());
        show(window);
        window.widget.resize(450, 350);
        window.widget.move(120, 90);
        QTRY_VERIFY(QFile::exists(file()));
        QCOMPARE(window.widget.pos(), QPoint(120, 90));
        window.widget.showMaximized();
        QTRY_VERIFY(window.widget.width() > 450);
    }
    PlacedWindow next(folder());
    next.widget.show();
    QVERIFY(next.widget.isMaximized());
    QTRY_VERIFY(next.widget.width() > 450);
    next.widget.showNormal();
    QTRY_COMPARE(next.widget.size(), QSize(450, 350));
}

void TestWindowPlacement::hidingRemembersThePlace()
{
    PlacedWindow window(folder());
    show(window);
    window.widget.move(60, 70);
    QTRY_COMPARE(window.widget.pos(), QPoint(60, 70));
    window.widget.hide();
    PlacedWindow next(folder());
    QCOMPARE(next.widget.pos(), QPoint(60, 70));
}

void TestWindowPlacement::minimizingIsNoPlace()
{
    {
        PlacedWindow window(folder());
        show(window);
        window.widget.move(60, 70);
        QTRY_VERIFY(QFile::exists(file()));
        QCOMPARE(window.widget.pos(), QPoint(60, 70));
        window.widget.showMinimized();
    }
    PlacedWindow next(folder());
    QCOMPARE(next.widget.pos(), QPoint(60, 70));
    QVERIFY(!next.widget.isMinimized());
}

void TestWindowPlacement::windowThatWasNeverMovedWritesNothing()
{
    {
        write("[window]\nplace=60 70 450 350\nmaximized=false\nnewer=1\n");
        PlacedWindow window(folder());
        show(window);
    }
    QFile source(file());
    QVERIFY(source.open(QIODevice::ReadOnly));
    QCOMPARE(source.readAll(), "[window]\nplace=60 70 450 350\nmaximized=false\nnewer=1\n"_ba);
}

void TestWindowPlacement::unpluggedScreenIsNoPlace()
{
    write("[window]\nplace=2500 300 450 350\n");
    PlacedWindow window(folder());
    show(window);
    QCOMPARE(window.widget.pos(), QPoint(350, 300));
    QCOMPARE(window.widget.size(), QSize(450, 350));
}

// What happens when a screen goes is up to window system and window manager; in the end the window is here.
void TestWindowPlacement::windowComesBackWhereItIsLost()
{
    PlacedWindow window(folder());
    show(window);
    window.widget.move(2500, 300);
    QTRY_COMPARE(window.widget.pos(), QPoint(2500, 300));
    emit QGuiApplication::primaryScreen()->availableGeometryChanged({});
    QTRY_COMPARE_WITH_TIMEOUT(window.widget.pos(), QPoint(300, 300), patienceMs);

    // Also where it was hidden meanwhile.
    window.widget.move(-3000, 300);
    QTRY_COMPARE(window.widget.pos(), QPoint(-3000, 300));
    window.widget.hide();
    window.widget.show();
    QTRY_COMPARE_WITH_TIMEOUT(window.widget.pos(), QPoint(0, 300), patienceMs);
}

void TestWindowPlacement::nonsenseIsNoPlace_data()
{
    QTest::addColumn<QByteArray>("content");
    for (const char *value : {"", "1 2 3", "a b c d", "1 2 0 0", "1 2 -3 -4", "1e3 2 3 4", "99999999 1 500 400",
             "1 2 3 999999999999", "\"1,2\"", "@ByteArray(x)", "1 2 3 4 5"})
        QTest::addRow("%s", value) << "[window]\nplace=" + QByteArray(value) + "\nmaximized=perhaps\n";
    QTest::newRow("not a place in the world") << "[window]\nmaximized=true\n"_ba;
    QTest::newRow("binary") << QByteArray("\x00\xff\x01", 3);
    QTest::newRow("an object") << "[window]\nplace=@Variant(\\0\\0\\0\\tX0\\0)\n"_ba;
}

void TestWindowPlacement::nonsenseIsNoPlace()
{
    QFETCH(const QByteArray, content);
    write(content);
    PlacedWindow window(folder());
    QCOMPARE(window.widget.size(), QSize(500, 400));
    QVERIFY(!window.widget.isMaximized());
}

void TestWindowPlacement::damagedFileIsKeptBeside()
{
    write("garbage");
    {
        PlacedWindow window(folder());
        show(window);
        window.widget.move(60, 70);
        QTRY_COMPARE(window.widget.pos(), QPoint(60, 70));
    }
    QVERIFY(QFile::exists(file() + u".damaged"_s));
    PlacedWindow next(folder());
    QCOMPARE(next.widget.pos(), QPoint(60, 70));
}

void TestWindowPlacement::unwritableFileIsNoHarm()
{
    QVERIFY(QDir().mkpath(file())); // a folder in its place
    PlacedWindow window(folder());
    show(window);
    window.widget.move(60, 70);
    QTRY_COMPARE(window.widget.pos(), QPoint(60, 70));
    window.widget.hide();
    QVERIFY(QDir(file()).exists());
}

QTEST_MAIN(TestWindowPlacement)
#include "tst_windowplacement.moc"
