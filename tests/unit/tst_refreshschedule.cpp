// SPDX-License-Identifier: Apache-2.0
#include "accesstokeninfo.h"
#include "httpanswers.h"
#include "refreshschedule.h"

#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = AuthError::Kind;
using Cause = AuthError::Cause;

class TestRefreshSchedule : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsPlannedAtFirst();
    void renewalIsSpreadBeforeTheMargin_data();
    void renewalIsSpreadBeforeTheMargin();
    void renewalKeepsThePauseAfterAnAttempt();
    void backoffGrowsToItsCap_data();
    void backoffGrowsToItsCap();
    void backoffIsSpreadOverAllOfIt();
    void automaticAttemptsAreTenSecondsApart();
    void retryAfterIsALowerBound_data();
    void retryAfterIsALowerBound();
    void configurationFaultsWaitAQuarterOfAnHour_data();
    void configurationFaultsWaitAQuarterOfAnHour();
    void rejectionStops();
    void cancellationChangesNothing();
    void pauseCountsFromAnAnswerThatSetsTheClockAhead();
    void successEndsTheBackoff();
    void stopForgetsFailures();
    void manyFailuresDoNotOverflow();
    void failedRequestBringsNothingForward_data();
    void failedRequestBringsNothingForward();
    void requestToAWrongAddressDelaysWhatWasPlanned();
    void rejectedRequestStops();
    void configurationFaultOfARequestPutsOffThePlan_data();
    void configurationFaultOfARequestPutsOffThePlan();
    void pauseIsNeverShorterThanBetweenAttempts();
    void recoveryBringsTheNextAttemptForward_data();
    void recoveryBringsTheNextAttemptForward();
    void recoveryKeepsThePauseAfterAnAttempt();
    void recoveryIsWorthOneAttempt();
    void recoveryLeavesOtherPlansAlone_data();
    void recoveryLeavesOtherPlansAlone();
    void recoveryWaitsAsLongAsTheServiceWants();

private:
    AccessTokenInfo token(std::chrono::seconds lifetime) const
    {
        return AccessTokenInfo::fromJson(exchangeObject(u"x"_s, m_now.addSecs(lifetime.count())), m_now);
    }
    static AuthError transient(std::optional<std::chrono::seconds> retryAfter = std::nullopt)
    {
        return {Kind::Transient, Cause::HttpStatus, u"x"_s, 503, retryAfter};
    }
    /// Attempts have failed so often that the next one comes five minutes after the last, which was two minutes ago.
    void failFor(RefreshSchedule &schedule, const AuthError &error = transient()) const
    {
        const QDateTime lastFailure = m_now.addSecs(-120);
        schedule.attemptStarted(lastFailure);
        for (int i = 0; i < 10; ++i)
            schedule.failed(lastFailure, error, 1h);
    }
    qint64 pauseMs(const RefreshSchedule &schedule) const
    {
        return schedule.nextAttemptAt() ? m_now.msecsTo(*schedule.nextAttemptAt()) : -1;
    }

    // The largest number below 1, as good as 1.
    static constexpr double almostOne = 0x1.fffffffffffffp-1;
    const QDateTime m_now = QDateTime::fromString(u"2025-03-09T20:00:00Z"_s, Qt::ISODate);
};

void TestRefreshSchedule::nothingIsPlannedAtFirst()
{
    QVERIFY(!RefreshSchedule([] { return 0.5; }).nextAttemptAt());
}

void TestRefreshSchedule::renewalIsSpreadBeforeTheMargin_data()
{
    QTest::addColumn<double>("random");
    QTest::addColumn<qint64>("lifetime");
    QTest::addColumn<qint64>("secondsBeforeExpiry");
    QTest::newRow("an hour, latest") << 0.0 << qint64(3600) << qint64(600);
    QTest::newRow("an hour, middle") << 0.5 << qint64(3600) << qint64(630);
    QTest::newRow("an hour, earliest") << almostOne << qint64(3600) << qint64(660);
    QTest::newRow("five minutes, latest") << 0.0 << qint64(300) << qint64(150);
    QTest::newRow("five minutes, earliest") << almostOne << qint64(300) << qint64(165);
    QTest::newRow("ninety days, latest") << 0.0 << qint64(86'400 * 90) << qint64(600);
}

void TestRefreshSchedule::renewalIsSpreadBeforeTheMargin()
{
    QFETCH(const double, random);
    QFETCH(const qint64, lifetime);
    QFETCH(const qint64, secondsBeforeExpiry);
    RefreshSchedule schedule([random] { return random; });
    schedule.attemptStarted(m_now);
    schedule.succeeded(token(std::chrono::seconds(lifetime)));
    QCOMPARE(pauseMs(schedule), (lifetime - secondsBeforeExpiry) * 1000);
}

void TestRefreshSchedule::renewalKeepsThePauseAfterAnAttempt()
{
    RefreshSchedule schedule([] { return 0.0; });
    schedule.attemptStarted(m_now);
    schedule.succeeded(token(4s));
    QCOMPARE(pauseMs(schedule), 10'000);
}

void TestRefreshSchedule::backoffGrowsToItsCap_data()
{
    QTest::addColumn<std::chrono::milliseconds>("left");
    QTest::addColumn<QList<qint64>>("pauses"); // ms, with the largest random number
    QTest::newRow("valid token: up to 5 min")
        << std::chrono::milliseconds(1h)
        << QList<qint64>{2'000, 4'000, 8'000, 16'000, 32'000, 64'000, 128'000, 256'000, 300'000, 300'000};
    QTest::newRow("valid for four minutes more: up to these")
        << std::chrono::milliseconds(4min)
        << QList<qint64>{2'000, 4'000, 8'000, 16'000, 32'000, 64'000, 128'000, 240'000, 240'000};
    QTest::newRow("valid for less than a minute: up to 60 s")
        << std::chrono::milliseconds(5s) << QList<qint64>{2'000, 4'000, 8'000, 16'000, 32'000, 60'000, 60'000};
    QTest::newRow("expired: up to 60 s") << std::chrono::milliseconds(-1min)
                                         << QList<qint64>{2'000, 4'000, 8'000, 16'000, 32'000, 60'000};
    QTest::newRow("no valid token: up to 60 s")
        << 0ms << QList<qint64>{2'000, 4'000, 8'000, 16'000, 32'000, 60'000, 60'000, 60'000};
}

void TestRefreshSchedule::backoffGrowsToItsCap()
{
    QFETCH(const std::chrono::milliseconds, left);
    QFETCH(const QList<qint64>, pauses);
    RefreshSchedule schedule([] { return almostOne; });
    for (const qint64 pause : pauses) {
        schedule.attemptStarted(m_now.addSecs(-60)); // long enough ago
        schedule.failed(m_now, transient(), left);
        QCOMPARE(pauseMs(schedule), pause);
    }
}

void TestRefreshSchedule::backoffIsSpreadOverAllOfIt()
{
    for (const double random : {0.0, 0.25, 0.5, almostOne}) {
        RefreshSchedule schedule([random] { return random; });
        schedule.attemptStarted(m_now.addSecs(-60));
        for (int i = 0; i < 9; ++i)
            schedule.failed(m_now, transient(), 1h);
        QCOMPARE(pauseMs(schedule), qRound64(random * 300'000));
    }
}

void TestRefreshSchedule::automaticAttemptsAreTenSecondsApart()
{
    RefreshSchedule schedule([] { return 0.0; });
    schedule.attemptStarted(m_now);
    schedule.failed(m_now, transient(), 1h);
    QCOMPARE(pauseMs(schedule), 10'000);
    // Measured from the start of an attempt, not from its end.
    schedule.attemptStarted(m_now.addSecs(-4));
    schedule.failed(m_now, transient(), 1h);
    QCOMPARE(pauseMs(schedule), 6'000);
}

void TestRefreshSchedule::retryAfterIsALowerBound_data()
{
    QTest::addColumn<double>("random");
    QTest::addColumn<int>("retryAfter");
    QTest::addColumn<qint64>("pause");
    QTest::newRow("longer than the backoff") << almostOne << 120 << qint64(120'000);
    QTest::newRow("longer than the cap") << 0.0 << 3600 << qint64(3'600'000);
    QTest::newRow("shorter than the backoff") << almostOne << 1 << qint64(2'000);
    QTest::newRow("zero") << 0.0 << 0 << qint64(0);
}

void TestRefreshSchedule::retryAfterIsALowerBound()
{
    QFETCH(const double, random);
    QFETCH(const int, retryAfter);
    QFETCH(const qint64, pause);
    RefreshSchedule schedule([random] { return random; });
    schedule.attemptStarted(m_now.addSecs(-60));
    schedule.failed(m_now, transient(std::chrono::seconds(retryAfter)), 1h);
    QCOMPARE(pauseMs(schedule), pause);
}

void TestRefreshSchedule::configurationFaultsWaitAQuarterOfAnHour_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::newRow("wrong address") << Kind::WrongAddress;
    QTest::newRow("untrusted") << Kind::Untrusted;
    QTest::newRow("local") << Kind::Local;
}

void TestRefreshSchedule::configurationFaultsWaitAQuarterOfAnHour()
{
    QFETCH(const Kind, kind);
    for (const auto left : {std::chrono::milliseconds(1h), 0ms}) {
        RefreshSchedule schedule([] { return 0.0; });
        schedule.attemptStarted(m_now);
        schedule.failed(m_now, AuthError(kind, Cause::Redirected, u"x"_s), left);
        QCOMPARE(pauseMs(schedule), 900'000);
    }
}

void TestRefreshSchedule::rejectionStops()
{
    RefreshSchedule schedule([] { return 0.5; });
    schedule.succeeded(token(1h));
    QVERIFY(schedule.nextAttemptAt());
    schedule.failed(m_now, AuthError(Kind::Rejected, Cause::HttpStatus, u"x"_s, 401, 5s), 1h);
    QVERIFY(!schedule.nextAttemptAt());
}

void TestRefreshSchedule::cancellationChangesNothing()
{
    RefreshSchedule schedule([] { return 0.5; });
    schedule.succeeded(token(1h));
    const auto planned = schedule.nextAttemptAt();
    schedule.failed(m_now, AuthError(Kind::Cancelled, Cause::Cancelled, u"x"_s), 1h);
    QCOMPARE(schedule.nextAttemptAt(), planned);
}

void TestRefreshSchedule::pauseCountsFromAnAnswerThatSetsTheClockAhead()
{
    RefreshSchedule schedule([] { return 0.0; });
    schedule.attemptStarted(m_now);
    const QDateTime ahead = m_now.addSecs(3600);
    schedule.succeeded(AccessTokenInfo::fromJson(exchangeObject(u"x"_s, ahead.addSecs(4)), ahead));
    QCOMPARE(schedule.nextAttemptAt(), std::optional(ahead.addSecs(10)));
}

void TestRefreshSchedule::successEndsTheBackoff()
{
    RefreshSchedule schedule([] { return almostOne; });
    schedule.attemptStarted(m_now.addSecs(-60));
    for (int i = 0; i < 5; ++i)
        schedule.failed(m_now, transient(), 1h);
    schedule.succeeded(token(1h));
    schedule.attemptStarted(m_now.addSecs(-60));
    schedule.failed(m_now, transient(), 1h);
    QCOMPARE(pauseMs(schedule), 2'000);
}

void TestRefreshSchedule::stopForgetsFailures()
{
    RefreshSchedule schedule([] { return almostOne; });
    for (int i = 0; i < 5; ++i)
        schedule.failed(m_now, transient(), 1h);
    schedule.stop();
    QVERIFY(!schedule.nextAttemptAt());
    schedule.failed(m_now, transient(), 1h);
    QCOMPARE(pauseMs(schedule), 2'000);
}

void TestRefreshSchedule::manyFailuresDoNotOverflow()
{
    RefreshSchedule schedule([] { return almostOne; });
    for (int i = 0; i < 100'000; ++i)
        schedule.failed(m_now, transient(), 1h);
    QCOMPARE(pauseMs(schedule), 300'000);
}

void TestRefreshSchedule::failedRequestBringsNothingForward_data()
{
    QTest::addColumn<int>("planned"); // seconds from now; below zero: nothing
    QTest::addColumn<int>("retryAfter");
    QTest::addColumn<qint64>("pause");
    QTest::newRow("nothing planned") << -1 << 0 << qint64(-1);
    QTest::newRow("nothing planned, whatever the service says") << -1 << 60 << qint64(-1);
    QTest::newRow("planned for later") << 900 << 0 << qint64(900'000);
    QTest::newRow("planned for later than the service wants") << 900 << 60 << qint64(900'000);
    QTest::newRow("planned for sooner than the service wants") << 20 << 60 << qint64(60'000);
    QTest::newRow("due") << 0 << 0 << qint64(10'000);
}

void TestRefreshSchedule::failedRequestBringsNothingForward()
{
    QFETCH(const int, planned);
    QFETCH(const int, retryAfter);
    QFETCH(const qint64, pause);
    RefreshSchedule schedule([] { return 0.0; });
    if (planned >= 0)
        schedule.failed(m_now, transient(std::chrono::seconds(planned)), 1h);
    schedule.attemptStarted(m_now);
    schedule.requestFailed(m_now, transient(std::chrono::seconds(retryAfter)));
    QCOMPARE(pauseMs(schedule), pause);
}

void TestRefreshSchedule::requestToAWrongAddressDelaysWhatWasPlanned()
{
    RefreshSchedule schedule([] { return 0.0; });
    schedule.failed(m_now, transient(20s), 1h);
    schedule.attemptStarted(m_now);
    schedule.requestFailed(m_now, AuthError(Kind::WrongAddress, Cause::HttpStatus, u"x"_s, 404));
    QCOMPARE(pauseMs(schedule), 900'000);
}

void TestRefreshSchedule::rejectedRequestStops()
{
    RefreshSchedule schedule([] { return 0.0; });
    schedule.succeeded(token(1h));
    schedule.requestFailed(m_now, AuthError(Kind::Rejected, Cause::HttpStatus, u"x"_s, 401));
    QVERIFY(!schedule.nextAttemptAt());
}

void TestRefreshSchedule::configurationFaultOfARequestPutsOffThePlan_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::newRow("wrong address") << Kind::WrongAddress;
    QTest::newRow("not trusted") << Kind::Untrusted;
    QTest::newRow("local") << Kind::Local;
}

void TestRefreshSchedule::configurationFaultOfARequestPutsOffThePlan()
{
    QFETCH(const Kind, kind);
    const AuthError fault(kind, Cause::HttpStatus, u"x"_s, 404);
    RefreshSchedule schedule([] { return 0.0; });
    schedule.failed(m_now, transient(std::chrono::seconds(20)), 1h);
    schedule.requestFailed(m_now, fault);
    QCOMPARE(pauseMs(schedule), 900'000);
    schedule.failed(m_now, transient(std::chrono::seconds(3600)), 1h);
    schedule.requestFailed(m_now, fault);
    QCOMPARE(pauseMs(schedule), 3'600'000);
    schedule.stop();
    schedule.requestFailed(m_now, fault);
    QVERIFY(!schedule.nextAttemptAt());
}

void TestRefreshSchedule::pauseIsNeverShorterThanBetweenAttempts()
{
    RefreshSchedule schedule([] { return 0.0; });
    QVERIFY(!schedule.pause(m_now));
    schedule.failed(m_now, transient(std::chrono::seconds(20)), 1h);
    QVERIFY(schedule.pause(m_now) == 20s);
    QVERIFY(schedule.pause(m_now.addSecs(3600)) == 0s);
    schedule.attemptStarted(m_now.addSecs(3600)); // and ended without a word
    QVERIFY(schedule.pause(m_now.addSecs(3600)) == 10s);
}

void TestRefreshSchedule::recoveryBringsTheNextAttemptForward_data()
{
    QTest::addColumn<Cause>("cause");
    QTest::addColumn<int>("status");
    QTest::addColumn<double>("random");
    QTest::addColumn<qint64>("pause");
    QTest::newRow("server error, first") << Cause::HttpStatus << 500 << 0.0 << qint64(0);
    QTest::newRow("server error, last") << Cause::HttpStatus << 503 << almostOne << qint64(15'000);
    QTest::newRow("unknown host") << Cause::HostNotFound << 0 << 0.5 << qint64(7'500);
    QTest::newRow("connection refused") << Cause::ConnectionRefused << 0 << 0.5 << qint64(7'500);
    QTest::newRow("connection lost") << Cause::ConnectionLost << 0 << 0.5 << qint64(7'500);
    QTest::newRow("no answer") << Cause::TimedOut << 0 << 0.5 << qint64(7'500);
    QTest::newRow("no network") << Cause::NetworkDown << 0 << 0.5 << qint64(7'500);
    QTest::newRow("proxy") << Cause::ProxyFailed << 0 << 0.5 << qint64(7'500);
    QTest::newRow("handshake") << Cause::Handshake << 0 << 0.5 << qint64(7'500);
    QTest::newRow("somebody else answers") << Cause::NotQciService << 200 << 0.5 << qint64(7'500);
}

void TestRefreshSchedule::recoveryBringsTheNextAttemptForward()
{
    QFETCH(const Cause, cause);
    QFETCH(const int, status);
    QFETCH(const double, random);
    double next = almostOne;
    RefreshSchedule schedule([&next] { return next; });
    failFor(schedule, AuthError(Kind::Transient, cause, u"x"_s, status));
    QCOMPARE(pauseMs(schedule), 180'000);
    next = random;
    QVERIFY(schedule.serviceIsWell(m_now));
    QTEST(pauseMs(schedule), "pause");
}

void TestRefreshSchedule::recoveryKeepsThePauseAfterAnAttempt()
{
    double random = almostOne;
    RefreshSchedule schedule([&random] { return random; });
    failFor(schedule);
    schedule.attemptStarted(m_now.addSecs(-1));
    schedule.failed(m_now, transient(), 1h);
    random = 0.0;
    QVERIFY(schedule.serviceIsWell(m_now));
    QCOMPARE(pauseMs(schedule), 9'000);
}

void TestRefreshSchedule::recoveryIsWorthOneAttempt()
{
    double random = almostOne;
    RefreshSchedule schedule([&random] { return random; });
    const auto recover = [&](const QDateTime &now) {
        random = 0.0;
        const bool isSooner = schedule.serviceIsWell(now);
        random = almostOne;
        return isSooner;
    };
    failFor(schedule);
    QVERIFY(recover(m_now));
    // It comes to nothing although the service says that it is well: it is not asked at each such word.
    schedule.attemptStarted(m_now);
    schedule.failed(m_now, transient(), 1h);
    QVERIFY(!recover(m_now.addSecs(60)));
    QCOMPARE(pauseMs(schedule), 300'000);
    schedule.serviceIsUnwell();
    QVERIFY(recover(m_now.addSecs(60)));
    QCOMPARE(pauseMs(schedule), 60'000);
    // After a success it is another outage.
    schedule.succeeded(token(1h));
    failFor(schedule);
    QVERIFY(recover(m_now));
}

void TestRefreshSchedule::recoveryLeavesOtherPlansAlone_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<Cause>("cause");
    QTest::addColumn<int>("status");
    QTest::newRow("too many requests") << Kind::Transient << Cause::HttpStatus << 429;
    QTest::newRow("malformed answer") << Kind::Transient << Cause::MalformedAnswer << 200;
    QTest::newRow("keychain") << Kind::Transient << Cause::SecretStoreTimedOut << 0;
    QTest::newRow("refused") << Kind::Rejected << Cause::HttpStatus << 401;
    QTest::newRow("wrong address") << Kind::WrongAddress << Cause::HttpStatus << 404;
    QTest::newRow("not trusted") << Kind::Untrusted << Cause::Certificate << 0;
    QTest::newRow("settings") << Kind::Local << Cause::UnreadableConfiguration << 0;
}

void TestRefreshSchedule::recoveryLeavesOtherPlansAlone()
{
    QFETCH(const Kind, kind);
    QFETCH(const Cause, cause);
    QFETCH(const int, status);
    const AuthError error(kind, cause, u"x"_s, status);
    double random = almostOne;
    RefreshSchedule schedule([&random] { return random; });
    // Nothing has failed, or only what a user asked for.
    schedule.succeeded(token(1h));
    schedule.requestFailed(m_now, transient());
    auto planned = schedule.nextAttemptAt();
    QVERIFY(!schedule.serviceIsWell(m_now));
    QCOMPARE(schedule.nextAttemptAt(), planned);
    // The last attempt has failed for another reason.
    for (const bool isRequest : {false, true}) {
        failFor(schedule);
        if (isRequest)
            schedule.requestFailed(m_now, error);
        else
            schedule.failed(m_now, error, 1h);
        planned = schedule.nextAttemptAt();
        random = 0.0;
        QVERIFY(!schedule.serviceIsWell(m_now));
        QCOMPARE(schedule.nextAttemptAt(), planned);
        random = almostOne;
    }
}

void TestRefreshSchedule::recoveryWaitsAsLongAsTheServiceWants()
{
    double random = almostOne;
    RefreshSchedule schedule([&random] { return random; });
    failFor(schedule);
    schedule.requestFailed(m_now, transient(40s));
    QCOMPARE(pauseMs(schedule), 180'000);
    random = 0.0;
    QVERIFY(schedule.serviceIsWell(m_now));
    QCOMPARE(pauseMs(schedule), 40'000);

    RefreshSchedule patient([] { return 0.0; });
    patient.failed(m_now, transient(600s), 1h);
    QVERIFY(!patient.serviceIsWell(m_now.addSecs(60)));
    QCOMPARE(pauseMs(patient), 600'000);
}

QTEST_GUILESS_MAIN(TestRefreshSchedule)
#include "tst_refreshschedule.moc"
