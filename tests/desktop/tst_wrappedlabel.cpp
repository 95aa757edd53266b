// SPDX-License-Identifier: Apache-2.0
#include "wrappedlabel.h"

#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;

class TestWrappedLabel : public QObject
{
    Q_OBJECT

private slots:
    void isAsHighAsPlainLabel();
    void followsItsText();
    void followsItsFont();
    void followsItsMargins();
    void followsItsStyle();

private:
    static const QString &words();
    static int plainHeight(const WrappedLabel &label, int width);
};

const QString &TestWrappedLabel::words()
{
    static const QString words = u"The service does not answer. Check the network, then try again."_s;
    return words;
}

// What Qt's own label says that has everything like that one.
int TestWrappedLabel::plainHeight(const WrappedLabel &label, int width)
{
    QLabel plain;
    plain.setWordWrap(true);
    plain.setStyleSheet(label.styleSheet());
    plain.setFont(label.font());
    plain.setContentsMargins(label.contentsMargins());
    plain.setText(label.text());
    plain.ensurePolished();
    return plain.heightForWidth(width);
}

void TestWrappedLabel::isAsHighAsPlainLabel()
{
    WrappedLabel label;
    label.setText(words());
    for (int turn = 0; turn < 2; ++turn) {
        for (int width = 60; width < 600; width += 20)
            QCOMPARE(label.heightForWidth(width), plainHeight(label, width));
    }
    QVERIFY(label.heightForWidth(60) > label.heightForWidth(600));
}

void TestWrappedLabel::followsItsText()
{
    WrappedLabel label;
    label.setText(words());
    const int before = label.heightForWidth(200);
    label.setText(words() + words());
    QVERIFY(label.heightForWidth(200) > before);
    QCOMPARE(label.heightForWidth(200), plainHeight(label, 200));
}

void TestWrappedLabel::followsItsFont()
{
    WrappedLabel label;
    label.setText(words());
    const int before = label.heightForWidth(200);
    QFont larger = label.font();
    larger.setPixelSize(40);
    label.setFont(larger);
    QVERIFY(label.heightForWidth(200) > before);
    QCOMPARE(label.heightForWidth(200), plainHeight(label, 200));
}

void TestWrappedLabel::followsItsMargins()
{
    WrappedLabel label;
    label.setText(words());
    const int before = label.heightForWidth(200);
    label.setContentsMargins(0, 30, 0, 30);
    QVERIFY(label.heightForWidth(200) > before);
    QCOMPARE(label.heightForWidth(200), plainHeight(label, 200));
}

void TestWrappedLabel::followsItsStyle()
{
    WrappedLabel label;
    label.setText(words());
    const int before = label.heightForWidth(200);
    label.setStyleSheet(u"QLabel { padding: 30px; }"_s);
    label.ensurePolished();
    QVERIFY(label.heightForWidth(200) > before);
    QCOMPARE(label.heightForWidth(200), plainHeight(label, 200));
}

QTEST_MAIN(TestWrappedLabel)
#include "tst_wrappedlabel.moc"
