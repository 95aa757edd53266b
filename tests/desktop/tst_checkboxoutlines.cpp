// SPDX-License-Identifier: Apache-2.0
#include "checkboxoutlines.h"
#include "contrast.h"

#include <QApplication>
#include <QCheckBox>
#include <QEvent>
#include <QPalette>
#include <QStyle>
#include <QStyleOptionButton>
#include <QTest>
#include <QVBoxLayout>

#include <algorithm>

using namespace QciAuth;
using namespace Qt::StringLiterals;

namespace {

/// What WCAG 2.1 asks of the parts that tell what a control is.
constexpr double leastContrast = 3;

QPalette paletteOn(int grey)
{
    const bool dark = grey < 128;
    QPalette palette(QColor(grey, grey, grey), QColor(grey, grey, grey));
    const QColor text = dark ? QColor(0xf0f0f0) : QColor(0x202020);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(role, text);
    palette.setColor(QPalette::Base, dark ? QColor(0x1b1e20) : QColor(Qt::white));
    return palette;
}

/// A window with a check box that nobody has ticked.
class Window final : public QWidget
{
public:
    Window()
        : m_box(new QCheckBox(u"Start"_s))
    {
        auto *layout = new QVBoxLayout(this);
        layout->addWidget(m_box);
        show();
    }

    QCheckBox &box() { return *m_box; }

    /// The least contrast of the four edges of the box with the window.
    double outline()
    {
        QStyleOptionButton option;
        option.initFrom(m_box);
        const QRect indicator = m_box->style()->subElementRect(QStyle::SE_CheckBoxIndicator, &option, m_box);
        const QImage image = grab().toImage();
        const QPoint middle = m_box->mapTo(this, indicator.center());
        const int reach = indicator.width();
        double least = 21;
        for (const QPoint &way : {QPoint(1, 0), QPoint(-1, 0), QPoint(0, 1), QPoint(0, -1)}) {
            double best = 1;
            for (int step = reach / 3; step <= reach; ++step) {
                const QPoint at = middle + step * way;
                if (image.rect().contains(at))
                    best = std::max(best, contrast(image.pixelColor(at), palette().color(QPalette::Window)));
            }
            least = std::min(least, best);
        }
        return least;
    }

private:
    QCheckBox *m_box;
};

/// Counts the events of one kind that a window gets.
class EventCounter final : public QObject
{
public:
    EventCounter(QWidget &window, QEvent::Type type)
        : m_type(type)
    {
        window.installEventFilter(this);
    }

    int count() const { return m_count; }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        m_count += event->type() == m_type;
        return false;
    }

private:
    QEvent::Type m_type;
    int m_count = 0;
};

} // namespace

class TestCheckBoxOutlines : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { QApplication::setPalette(QPalette()); }

    void outlineIsSeen_data();
    void outlineIsSeen();
    void paletteIsFollowed();
    void paletteIsFollowedOnce();
    void groundAndTextStay();
};

void TestCheckBoxOutlines::outlineIsSeen_data()
{
    QTest::addColumn<int>("grey");
    for (const int grey : {0xff, 0xef, 0xe3, 0x1e, 0x2a, 0x35})
        QTest::addRow("#%02X", static_cast<unsigned>(grey)) << grey;
}

void TestCheckBoxOutlines::outlineIsSeen()
{
    QFETCH(const int, grey);
    QApplication::setPalette(paletteOn(grey));
    Window window;
    const CheckBoxOutlines outlines(window);
    const double ratio = window.outline();
    QVERIFY2(ratio >= leastContrast, qPrintable(QString::number(ratio)));
    // One that comes later has it, too.
    Window dialog;
    QVERIFY(dialog.outline() >= leastContrast);
}

void TestCheckBoxOutlines::paletteIsFollowed()
{
    QApplication::setPalette(paletteOn(0xef));
    Window window;
    const CheckBoxOutlines outlines(window);
    for (const int grey : {0x2a, 0xef, 0x35}) {
        QApplication::setPalette(paletteOn(grey));
        // Windows are told a moment later.
        QTRY_COMPARE(window.box().palette().color(QPalette::WindowText), paletteOn(grey).color(QPalette::WindowText));
        QTRY_VERIFY2(window.outline() >= leastContrast, qPrintable(QString::number(window.outline())));
    }
}

// And then there is nothing to do until the next change.
void TestCheckBoxOutlines::paletteIsFollowedOnce()
{
    Window window;
    Window other;
    const CheckBoxOutlines outlines(window);
    const CheckBoxOutlines others(other);
    EventCounter changes(window, QEvent::ApplicationPaletteChange);
    for (const int grey : {0x2a, 0xef}) {
        QApplication::setPalette(paletteOn(grey));
        constexpr int rounds = 10; // each of which does what the one before has left to do
        for (int round = 0; round < rounds; ++round)
            QCoreApplication::processEvents();
        const int before = changes.count();
        QVERIFY(before > 0);
        QCoreApplication::processEvents();
        QCOMPARE(changes.count(), before);
    }
}

void TestCheckBoxOutlines::groundAndTextStay()
{
    QApplication::setPalette(paletteOn(0x2a));
    Window window;
    const CheckBoxOutlines outlines(window);
    const QImage image = window.grab().toImage();
    QCOMPARE(image.pixelColor(window.box().geometry().topRight()), QColor(0x2a, 0x2a, 0x2a));
    QCOMPARE(window.palette().color(QPalette::Window), QColor(0x2a, 0x2a, 0x2a));
    QCOMPARE(window.box().palette().color(QPalette::WindowText), QColor(0xf0f0f0));
}

QTEST_MAIN(TestCheckBoxOutlines)
#include "tst_checkboxoutlines.moc"
