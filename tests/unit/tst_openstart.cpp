// SPDX-License-Identifier: Apache-2.0
#include "futures.h"
#include "openstart.h"

#include <QObject>
#include <QTest>

#include <memory>

using namespace QciAuth;
using namespace std::chrono_literals;

class TestOpenStart : public QObject
{
    Q_OBJECT

private slots:
    void allWhoWaitedAreToldOfTheEnd();
    void secondStartKeepsWhoWaits();
    void whoAsksAgainWaitsForTheNextStart();
    void nobodyWaitsTooLong();
    void answeredWaitHoldsNothing();
    void timeEndsNoWaitAfterTheOwner();

private:
    static constexpr auto veryLong = 24h;

    QObject m_owner;
};

void TestOpenStart::allWhoWaitedAreToldOfTheEnd()
{
    OpenStart start;
    QVERIFY(!start.isUnderWay());
    start.begin();
    QVERIFY(start.isUnderWay());
    const auto first = start.join(&m_owner, veryLong);
    const auto second = start.join(&m_owner, veryLong);
    Waiters<void> waiters = start.end();
    QVERIFY(!start.isUnderWay());
    QVERIFY(!first.isFinished() && !second.isFinished()); // whoever ends it says when they may go on
    waiters.succeed();
    QVERIFY(first.isFinished() && succeeds(first));
    QVERIFY(second.isFinished() && succeeds(second));
}

void TestOpenStart::secondStartKeepsWhoWaits()
{
    OpenStart start;
    start.begin();
    const auto waiter = start.join(&m_owner, veryLong);
    start.begin();
    QVERIFY(start.isUnderWay());
    QVERIFY(!waiter.isFinished());
    start.end().succeed();
    QVERIFY(waiter.isFinished() && succeeds(waiter));
}

void TestOpenStart::whoAsksAgainWaitsForTheNextStart()
{
    OpenStart start;
    start.begin();
    QFuture<void> again;
    const auto waiter = start.join(&m_owner, veryLong).then([this, &start, &again] {
        start.begin();
        again = start.join(&m_owner, veryLong);
    });
    start.end().succeed();
    QVERIFY(waiter.isFinished());
    QVERIFY(!again.isFinished());
    start.end().succeed();
    QVERIFY(again.isFinished() && succeeds(again));
}

void TestOpenStart::nobodyWaitsTooLong()
{
    OpenStart start;
    start.begin();
    const auto patient = start.join(&m_owner, veryLong);
    const auto error = errorOf(start.join(&m_owner, 1ms));
    QVERIFY(error);
    QCOMPARE(error->kind(), AuthError::Kind::Local);
    QCOMPARE(error->cause(), AuthError::Cause::SecretStoreTimedOut);
    QVERIFY(start.isUnderWay());
    QVERIFY(!patient.isFinished());
}

// The timer runs on, and what follows on the answer brings a token.
void TestOpenStart::answeredWaitHoldsNothing()
{
    OpenStart start;
    start.begin();
    std::weak_ptr<int> token;
    {
        const auto waiter = start.join(&m_owner, veryLong).then([&token] {
            auto brought = std::make_shared<int>();
            token = brought;
            return brought;
        });
        start.end().succeed();
        QVERIFY(waiter.isFinished());
        QVERIFY(!token.expired());
    }
    QVERIFY(token.expired());
}

void TestOpenStart::timeEndsNoWaitAfterTheOwner()
{
    OpenStart start;
    start.begin();
    auto owner = std::make_unique<QObject>();
    const auto waiter = start.join(owner.get(), 0ms);
    owner.reset();
    QVERIFY(errorOf(start.join(&m_owner, 1ms))); // by now it would have ended
    QVERIFY(!waiter.isFinished());
}

QTEST_GUILESS_MAIN(TestOpenStart)
#include "tst_openstart.moc"
