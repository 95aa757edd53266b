// SPDX-License-Identifier: Apache-2.0
#include "elidedlabel.h"

#include "futures.h"
#include "screenreader.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHelpEvent>
#include <QTest>
#include <QToolTip>

using namespace QciAuth;
using namespace Qt::StringLiterals;

class TestElidedLabel : public QObject
{
    Q_OBJECT

private slots:
    void cleanup();

    void longTextNeedsNoMoreRoomThanShortText();
    void longTextTakesNoRoomFromItsNeighbours();
    void asMuchRoomAsWantedIsAskedFor();
    void roomThatIsAskedForIsEnough();
    void roomyLabelShowsAll();
    void tightLabelKeepsBothEnds();
    void textItselfStaysWhole();
    void tooltipHoldsWhatDoesNotFit();
    void tooltipIsCutAndPlain();
    void fittingTextHasNoTooltip();
    void tooltipOfItsOwnIsShown();
    void markupIsText();
    void menuCopiesTheWhole();

private:
    static QImage picture(const QString &text, int width);
    static void hover(ElidedLabel &label);
};

void TestElidedLabel::cleanup()
{
    QToolTip::hideText();
    QTRY_VERIFY_WITH_TIMEOUT(!QToolTip::isVisible(), patienceMs);
}

QImage TestElidedLabel::picture(const QString &text, int width)
{
    ElidedLabel label;
    label.setText(text);
    label.resize(width, 24);
    return label.grab().toImage();
}

void TestElidedLabel::hover(ElidedLabel &label)
{
    QHelpEvent event(QEvent::ToolTip, QPoint(2, 2), label.mapToGlobal(QPoint(2, 2)));
    QApplication::sendEvent(&label, &event);
}

void TestElidedLabel::longTextNeedsNoMoreRoomThanShortText()
{
    ElidedLabel label;
    const QSize empty = label.minimumSizeHint();
    label.setText(QString(500, u'x'));
    QCOMPARE(label.minimumSizeHint(), empty);
    QVERIFY(empty.height() >= label.fontMetrics().height());
    QVERIFY(empty.width() > 0);
}

void TestElidedLabel::longTextTakesNoRoomFromItsNeighbours()
{
    ElidedLabel label;
    label.setText(QString(4096, u'x'));
    QVERIFY(label.sizeHint().width() < 400);
    label.setText(u"two\nlines"_s);
    const int height = label.sizeHint().height();
    label.setText(u"one"_s);
    QCOMPARE(label.sizeHint().height(), height);
}

void TestElidedLabel::asMuchRoomAsWantedIsAskedFor()
{
    ElidedLabel label;
    label.setText(u"Zwischenablage wird in 45 s geleert"_s);
    const int whole = label.fontMetrics().horizontalAdvance(label.text());
    QVERIFY(label.sizeHint().width() < whole);

    label.setWantedLetters(60);

    QVERIFY(label.sizeHint().width() >= whole);
    QVERIFY(label.sizeHint().width() <= whole + 1);
}

void TestElidedLabel::roomThatIsAskedForIsEnough()
{
    ElidedLabel label;
    label.setWantedLetters(100);
    // Letters are no whole number of pixels wide.
    for (int seconds = 45; seconds > 0; --seconds) {
        const QString text = u"Zwischenablage leert sich in %1 s"_s.arg(seconds);
        label.setText(text);
        QCOMPARE(label.fontMetrics().elidedText(text, Qt::ElideMiddle, label.sizeHint().width()), text);
    }
}

void TestElidedLabel::roomyLabelShowsAll()
{
    QVERIFY(picture(u"organization-1234-a"_s, 400) != picture(u"organization-5678-a"_s, 400));
}

void TestElidedLabel::tightLabelKeepsBothEnds()
{
    const QString middle(60, u'-');
    // Different in the middle alone: that is what is left out.
    QCOMPARE(picture(u"begin"_s + middle + u"1"_s + middle + u"end"_s, 120),
        picture(u"begin"_s + middle + u"2"_s + middle + u"end"_s, 120));
    QVERIFY(picture(u"begin"_s + middle + u"end"_s, 120) != picture(u"Begin"_s + middle + u"end"_s, 120));
    QVERIFY(picture(u"begin"_s + middle + u"end"_s, 120) != picture(u"begin"_s + middle + u"End"_s, 120));
}

void TestElidedLabel::textItselfStaysWhole()
{
    ElidedLabel label;
    label.setText(QString(500, u'x'));
    label.resize(50, 24);
    label.grab();
    QCOMPARE(label.text(), QString(500, u'x'));
    QCOMPARE(spokenName(label), QString(500, u'x'));
}

void TestElidedLabel::tooltipHoldsWhatDoesNotFit()
{
    ElidedLabel label;
    label.setText(u"https://a-service-with-a-long-name.example.org/and/a/path"_s);
    label.resize(80, 24);
    label.show();
    hover(label);
    QVERIFY(QToolTip::text().contains(label.text()));
}

void TestElidedLabel::tooltipIsCutAndPlain()
{
    ElidedLabel label;
    label.setText(u"<img src=x>"_s + QString(5000, u'x'));
    label.resize(80, 24);
    label.show();
    hover(label);
    QVERIFY(QToolTip::text().contains("&lt;img"_L1));
    QVERIFY(QToolTip::text().size() < 1'200);
    QVERIFY(QToolTip::text().contains(QChar(0x2026)));
}

void TestElidedLabel::fittingTextHasNoTooltip()
{
    ElidedLabel label;
    label.setText(u"short"_s);
    label.resize(400, 24);
    label.show();
    hover(label);
    QCOMPARE(QToolTip::text(), QString());
}

void TestElidedLabel::tooltipOfItsOwnIsShown()
{
    ElidedLabel label;
    label.setText(QString(500, u'x'));
    label.setToolTip(u"what to do about it"_s);
    label.resize(80, 24);
    label.show();
    hover(label);
    QCOMPARE(QToolTip::text(), u"what to do about it"_s);
}

void TestElidedLabel::markupIsText()
{
    ElidedLabel label;
    label.setText(u"<b>bold</b>"_s);
    QCOMPARE(label.textFormat(), Qt::PlainText);
    QCOMPARE(spokenName(label), u"<b>bold</b>"_s);
    QVERIFY(label.sizeHint().width() >= label.fontMetrics().horizontalAdvance(u"<b>bold</b>"_s));
}

void TestElidedLabel::menuCopiesTheWhole()
{
    ElidedLabel label;
    const QString text = QString(4000, u'x') + QString::fromUtf8("\U0001F512 \u05E9\u05DC\u05D5\u05DD");
    label.setText(text);
    QCOMPARE(label.contextMenuPolicy(), Qt::ActionsContextMenu);
    QCOMPARE(label.actions().size(), 1);
    QCOMPARE(label.actions().constFirst()->text(), u"Copy"_s);
    label.actions().constFirst()->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), text);
}

QTEST_MAIN(TestElidedLabel)
#include "tst_elidedlabel.moc"
