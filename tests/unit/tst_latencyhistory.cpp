// SPDX-License-Identifier: Apache-2.0
#include "latencyhistory.h"

#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Latencies = QList<int>; // milliseconds; negative: failed
Q_DECLARE_METATYPE(QciAuth::LatencyHistory::Summary)

class TestLatencyHistory : public QObject
{
    Q_OBJECT

private slots:
    void summaryIsRight_data();
    void summaryIsRight();
    void nothingAnsweredHasNoSummary_data();
    void nothingAnsweredHasNoSummary();
    void oldestGoesFirst();
    void clearForgetsAll();

private:
    static LatencyHistory historyOf(const Latencies &latencies);
};

LatencyHistory TestLatencyHistory::historyOf(const Latencies &latencies)
{
    LatencyHistory history;
    QDateTime at = QDateTime::fromSecsSinceEpoch(1'750'000'000).toUTC();
    for (const int latency : latencies) {
        at = at.addSecs(60);
        std::optional<AuthError> failure;
        if (latency < 0)
            failure = AuthError(AuthError::Kind::Transient, AuthError::Cause::TimedOut, u"timed out"_s);
        history.add({at, std::chrono::milliseconds(latency), failure});
    }
    return history;
}

void TestLatencyHistory::summaryIsRight_data()
{
    QTest::addColumn<Latencies>("latencies");
    QTest::addColumn<LatencyHistory::Summary>("expected");
    QTest::newRow("one") << Latencies{12} << LatencyHistory::Summary{12ms, 12ms, 12ms};
    QTest::newRow("two") << Latencies{30, 10} << LatencyHistory::Summary{10ms, 20ms, 30ms};
    QTest::newRow("odd") << Latencies{30, 10, 11} << LatencyHistory::Summary{10ms, 11ms, 30ms};
    QTest::newRow("even") << Latencies{50, 10, 20, 40} << LatencyHistory::Summary{10ms, 30ms, 50ms};
    QTest::newRow("outlier") << Latencies{10, 30'000, 12} << LatencyHistory::Summary{10ms, 12ms, 30'000ms};
    // What failed says nothing about how fast an answer is, however quick the failure.
    QTest::newRow("failures") << Latencies{-1, 10, -20'000, 20, -1} << LatencyHistory::Summary{10ms, 15ms, 20ms};
    QTest::newRow("at once") << Latencies{0, 0} << LatencyHistory::Summary{0ms, 0ms, 0ms};
}

void TestLatencyHistory::summaryIsRight()
{
    QFETCH(const Latencies, latencies);
    QFETCH(const LatencyHistory::Summary, expected);
    const LatencyHistory history = historyOf(latencies);
    QVERIFY(history.summary() == expected);
    QCOMPARE(history.failures(),
        static_cast<int>(std::count_if(latencies.begin(), latencies.end(), [](int latency) { return latency < 0; })));
}

void TestLatencyHistory::nothingAnsweredHasNoSummary_data()
{
    QTest::addColumn<Latencies>("latencies");
    QTest::newRow("nothing asked") << Latencies{};
    QTest::newRow("all failed") << Latencies{-1, -1, -1};
}

void TestLatencyHistory::nothingAnsweredHasNoSummary()
{
    QFETCH(const Latencies, latencies);
    const LatencyHistory history = historyOf(latencies);
    QVERIFY(!history.summary());
    QCOMPARE(history.failures(), latencies.size());
}

void TestLatencyHistory::oldestGoesFirst()
{
    Latencies latencies;
    for (int i = 0; i < 65; ++i)
        latencies.append(i);
    const LatencyHistory history = historyOf(latencies);
    QCOMPARE(history.checks().size(), 60);
    QVERIFY(history.checks().first().latency == 5ms);
    QVERIFY(history.checks().last().latency == 64ms);
}

void TestLatencyHistory::clearForgetsAll()
{
    LatencyHistory history = historyOf({1, -1});
    history.clear();
    QVERIFY(history.checks().isEmpty());
    QCOMPARE(history.failures(), 0);
}

QTEST_GUILESS_MAIN(TestLatencyHistory)
#include "tst_latencyhistory.moc"
