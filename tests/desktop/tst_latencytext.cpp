// SPDX-License-Identifier: Apache-2.0
#include "checks.h"
#include "latencytext.h"

#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;

class TestLatencyText : public QObject
{
    Q_OBJECT

private slots:
    void historyIsSaid_data();
    void historyIsSaid();
    void checkHasItsTime();
    void checkOfAnotherDayHasItsDate();
};

void TestLatencyText::historyIsSaid_data()
{
    QTest::addColumn<QList<int>>("latencies");
    QTest::addColumn<QString>("brief");
    QTest::addColumn<QString>("summary");
    QTest::newRow("nothing") << QList<int>{} << QString() << u"not checked yet"_s;
    QTest::newRow("one") << QList{12} << u"12 ms"_s << u"shortest 12 ms, median 12 ms, longest 12 ms; failed: 0 of 1"_s;
    QTest::newRow("several") << QList{12, 8, 140, -1} << u"8 ms – 140 ms, median 12 ms"_s
                             << u"shortest 8 ms, median 12 ms, longest 140 ms; failed: 1 of 4"_s;
    QTest::newRow("outlier") << QList{12, 30'000, 14} << u"12 ms – 30 s, median 14 ms"_s
                             << u"shortest 12 ms, median 14 ms, longest 30 s; failed: 0 of 3"_s;
    QTest::newRow("all failed") << QList{-1, -1} << u"no answer"_s << u"failed: 2 of 2"_s;
}

void TestLatencyText::historyIsSaid()
{
    QFETCH(const QList<int>, latencies);
    QTEST(LatencyText::brief(historyOf(latencies)), "brief");
    QTEST(LatencyText::summary(historyOf(latencies)), "summary");
}

void TestLatencyText::checkHasItsTime()
{
    QCOMPARE(LatencyText::check(historyOf({12}), 0), u"12:00:07: 12 ms"_s);
    QCOMPARE(LatencyText::check(historyOf({-1}), 0), u"12:00:07: failed, connection refused"_s);
}

void TestLatencyText::checkOfAnotherDayHasItsDate()
{
    using namespace std::chrono_literals;
    const QDateTime monday(QDate(2026, 3, 2), QTime(23, 50));
    LatencyHistory history;
    history.add({monday.toUTC(), 12ms});
    history.add({monday.addSecs(600).toUTC(), 14ms});
    const QString date = QLocale().toString(monday.date(), QLocale::ShortFormat);
    QCOMPARE(LatencyText::check(history, 0), date + u" 23:50:00: 12 ms"_s);
    QCOMPARE(LatencyText::check(history, 1), u"00:00:00: 14 ms"_s);
}

QTEST_MAIN(TestLatencyText)
#include "tst_latencytext.moc"
