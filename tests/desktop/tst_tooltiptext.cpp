// SPDX-License-Identifier: Apache-2.0
#include "tooltiptext.h"

#include <QLabel>
#include <QTest>
#include <QTextDocument>

#include <algorithm>

using namespace QciAuth;
using namespace Qt::StringLiterals;

namespace {

/// What a tooltip of that text shows, line by line.
QStringList shown(const QString &text)
{
    QTextDocument document;
    document.setHtml(toolTipText(text));
    return document.toPlainText().split(u'\n');
}

} // namespace

class TestToolTipText : public QObject
{
    Q_OBJECT

private slots:
    void textIsShownAsItIs_data();
    void textIsShownAsItIs();
    void longTextStaysBearable_data();
    void longTextStaysBearable();
    void noLetterIsTornApart();
};

void TestToolTipText::textIsShownAsItIs_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << u"auth 1.2.3"_s;
    QTest::newRow("ampersand") << u"R&D &lt; sales"_s;
    QTest::newRow("markup") << u"<img src='/etc/hostname'><b>x</b>"_s;
    QTest::newRow("right to left") << QString::fromUtf8("\u05E9\u05DC\u05D5\u05DD");
    QTest::newRow("nothing") << QString();
}

void TestToolTipText::textIsShownAsItIs()
{
    QFETCH(const QString, text);
    QCOMPARE(shown(text), QStringList(text));
    QVERIFY(Qt::mightBeRichText(toolTipText(text)));
}

void TestToolTipText::longTextStaysBearable_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("one word") << QString(4096, u'x');
    QTest::newRow("words") << u"word "_s.repeated(900);
    QTest::newRow("lines") << u"line\n"_s.repeated(900);
    QTest::newRow("emoji") << QString::fromUtf8("\U0001F469\u200D\U0001F680").repeated(800);
    QTest::newRow("accents") << (u"x"_s + QString(4096, QChar(0x0301)));
}

void TestToolTipText::longTextStaysBearable()
{
    QFETCH(const QString, text);
    const QStringList lines = shown(text);
    QVERIFY(lines.size() > 1);
    QVERIFY(lines.size() <= 12);
    QVERIFY(std::all_of(lines.begin(), lines.end(), [](const QString &line) { return line.size() <= 82; }));
    QVERIFY(lines.constLast().endsWith(QChar(0x2026)));
    QLabel tip(toolTipText(text));
    QVERIFY(tip.sizeHint().width() < 1'600);
}

void TestToolTipText::noLetterIsTornApart()
{
    const QString emoji = QString::fromUtf8("\U0001F469\u200D\U0001F680");
    for (QString line : shown(u"x"_s + emoji.repeated(40))) {
        line.remove(emoji);
        QVERIFY2(line.isEmpty() || line == "x"_L1, qPrintable(line));
    }
}

QTEST_MAIN(TestToolTipText)
#include "tst_tooltiptext.moc"
