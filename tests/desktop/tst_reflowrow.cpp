// SPDX-License-Identifier: Apache-2.0
#include "reflowrow.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QTest>
#include <QVBoxLayout>

using namespace QciAuth;
using namespace Qt::StringLiterals;

namespace {

/// A square beside a text that wraps, in a column of which the rest is empty.
class Bench
{
public:
    Bench()
        : row(new ReflowRow(&window))
        , square(new QWidget(row))
        , text(new QLabel(u"one two three four five six seven eight nine ten"_s, row))
    {
        square->setFixedSize(100, 100);
        text->setWordWrap(true);
        text->setMinimumWidth(80);
        auto *layout = new QHBoxLayout;
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(24);
        layout->addWidget(square);
        layout->addWidget(text, 1);
        row->setLayout(layout);
        auto *column = new QVBoxLayout(&window);
        column->setContentsMargins(0, 0, 0, 0);
        column->addWidget(row);
        column->addStretch(1);
        window.show();
    }

    void setWidth(int width)
    {
        window.resize(width, 400);
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    }

    bool isRow() const { return text->geometry().left() > square->geometry().right(); }
    bool isColumn() const { return text->geometry().top() > square->geometry().bottom(); }

    QWidget window;
    ReflowRow *row;
    QWidget *square;
    QLabel *text;
};

} // namespace

class TestReflowRow : public QObject
{
    Q_OBJECT

private slots:
    void partsStandWhereThereIsRoom();
    void asksForNoMoreWidthThanItsWidestPart();
    void heightIsWhatThePartsNeed_data();
    void heightIsWhatThePartsNeed();
    void leastWidthMakesAColumn();
    void hiddenPartTakesNoRoom();
};

void TestReflowRow::partsStandWhereThereIsRoom()
{
    Bench bench;
    bench.setWidth(300);
    QVERIFY(bench.isRow());
    bench.setWidth(100 + 24 + 80);
    QVERIFY(bench.isRow());
    bench.setWidth(100 + 24 + 79);
    QVERIFY(bench.isColumn());
    bench.setWidth(300);
    QVERIFY(bench.isRow());
}

void TestReflowRow::asksForNoMoreWidthThanItsWidestPart()
{
    const Bench bench;
    QCOMPARE(bench.row->minimumSizeHint().width(), 100);
}

void TestReflowRow::heightIsWhatThePartsNeed_data()
{
    QTest::addColumn<int>("width");
    for (const int width : {100, 150, 203, 204, 250, 400})
        QTest::addRow("%d", width) << width;
}

void TestReflowRow::heightIsWhatThePartsNeed()
{
    QFETCH(const int, width);
    Bench bench;
    bench.setWidth(width);
    QVERIFY(bench.text->height() >= bench.text->heightForWidth(bench.text->width()));
    QCOMPARE(bench.square->height(), 100);
    QCOMPARE(bench.row->height(), bench.row->heightForWidth(width));
}

void TestReflowRow::leastWidthMakesAColumn()
{
    Bench bench;
    bench.row->setLeastWidth(350);
    bench.setWidth(349);
    QVERIFY(bench.isColumn());
    bench.setWidth(350);
    QVERIFY(bench.isRow());
}

void TestReflowRow::hiddenPartTakesNoRoom()
{
    Bench bench;
    bench.row->setLeastWidth(350);
    bench.square->hide();
    bench.setWidth(300); // the window learns that it may be narrower
    bench.setWidth(90);
    QCOMPARE(bench.text->geometry().topLeft(), QPoint(0, 0));
    QCOMPARE(bench.text->width(), 90);
    QCOMPARE(bench.row->minimumSizeHint().width(), 80);
    QCOMPARE(bench.row->height(), bench.text->heightForWidth(90));
}

QTEST_MAIN(TestReflowRow)
#include "tst_reflowrow.moc"
