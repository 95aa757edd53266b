// SPDX-License-Identifier: Apache-2.0
#include "futures.h"
#include "httpanswers.h"
#include "testtokens.h"
#include "workbench.h"

#include <QAbstractEventDispatcher>
#include <QSignalSpy>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;
using std::chrono::seconds;
using State = Session::State;

namespace {

constexpr seconds year = 24h * 365;
// `Date` has whole seconds.
constexpr seconds tolerance{2};

/// What is wrong with a machine's clock, ahead where above zero.
struct ClockFault
{
    seconds offset{};         ///< from the beginning
    seconds jumpInExchange{}; ///< set by that while each exchange that succeeds is under way
    seconds jumpLater{};      ///< set by that ten minutes after the first exchange
    seconds rememberedSkew{}; ///< of an earlier run
    int otherExchanges = 0;   ///< at most, beyond those of a right clock
};

/// A service whose time is right, and a session on a machine whose time is not.
class ClockBench
{
public:
    explicit ClockBench(const ClockFault &fault)
        : m_fault(fault)
        , m_start(m_bench.clock.now())
    {
        m_bench.clock.jumpWall(fault.offset);
        m_bench.profile.skew = fault.rememberedSkew;
        if (m_bench.profiles.save(m_bench.profile))
            qFatal("the temporary folder cannot be written");
        m_bench.server.setHandler([this](const WireRequest &, QTcpSocket &socket) { serve(socket); });
        m_bench.storeToken(m_bench.apiToken);
        m_session = m_bench.session();
    }

    Session &session() { return *m_session; }
    Workbench &bench() { return m_bench; }
    qsizetype exchanges() const { return m_bench.server.requests().size(); }
    /// The service's time.
    QDateTime truth() const { return m_start.addMSecs((m_bench.clock.monotonic() + m_slept).count()); }
    void setDown(bool isDown) { m_isDown = isDown; }
    void leaveOutDate() { m_hasDate = false; }

    /// Time goes by, and the session looks at the clock as its timer would make it.
    bool pass(milliseconds time)
    {
        m_bench.clock.advance(time);
        return look();
    }
    bool look()
    {
        m_session->recheck();
        return waitUntil([this] { return !m_session->isExchanging(); });
    }
    void jump(seconds by) { m_bench.clock.jumpWall(by); }
    void sleep(seconds time)
    {
        m_bench.clock.jumpWall(time);
        m_slept += time;
    }

    /// Whether the session takes its token for valid.
    bool hasToken() const { return m_session->state() == State::Active || m_session->state() == State::RefreshFailing; }
    /// How long its token really lives.
    seconds left() const { return seconds(truth().secsTo(m_session->info()->expiresAt)); }

private:
    void serve(QTcpSocket &socket)
    {
        if (!m_isDown) // else nothing tells the machine that it has not slept
            jump(m_fault.jumpInExchange);
        const AnswerHeaders headers = m_hasDate ? AnswerHeaders{{"Date", httpDate(truth())}} : AnswerHeaders();
        LoopbackServer::answer(socket, m_isDown
                                           ? httpAnswer("503 Service Unavailable", headers, {})
                                           : exchangeAnswer(TestTokens::accessToken(), truth().addSecs(3600), headers));
    }

    const ClockFault m_fault;
    Workbench m_bench;
    const QDateTime m_start;
    milliseconds m_slept{};
    bool m_isDown = false;
    bool m_hasDate = true;
    std::unique_ptr<Session> m_session;
};

} // namespace

Q_DECLARE_METATYPE(ClockFault)

/// Clocks that are wrong, that are set, and that sleep.
class TestClockFaults : public QObject
{
    Q_OBJECT

private slots:
    void neitherLoopsNorServesAnExpiredToken_data();
    void neitherLoopsNorServesAnExpiredToken();
    void clockAheadOfAServiceThatTellsNoTimeDoesNotLoop_data();
    void clockAheadOfAServiceThatTellsNoTimeDoesNotLoop();
    void sleepIsOverWithin35Seconds_data();
    void sleepIsOverWithin35Seconds();
    void tokenThatOutlivesASleepIsKept();
    void clockIsLookedAtEvery30Seconds_data();
    void clockIsLookedAtEvery30Seconds();
};

void TestClockFaults::neitherLoopsNorServesAnExpiredToken_data()
{
    QTest::addColumn<ClockFault>("fault");
    QTest::newRow("right") << ClockFault{};
    const std::pair<const char *, seconds> spans[]{{"a year", year}, {"20 minutes", 20min}, {"a day", 24h},
        {"an hour, as a wrong time zone", 1h}, {"a minute", 1min}, {"a second", 1s}};
    for (const auto &[name, span] : spans) {
        QTest::addRow("%s ahead", name) << ClockFault{.offset = span};
        QTest::addRow("%s behind", name) << ClockFault{.offset = -span};
    }
    for (const auto &[name, span] : {std::pair("a year", year), std::pair("20 minutes", seconds(20min))}) {
        QTest::addRow("set %s ahead in an exchange", name) << ClockFault{.jumpInExchange = span, .otherExchanges = 1};
        QTest::addRow("set %s back in an exchange", name) << ClockFault{.jumpInExchange = -span, .otherExchanges = 1};
        QTest::addRow("set %s ahead", name) << ClockFault{.jumpLater = span, .otherExchanges = 1};
        QTest::addRow("set %s back", name) << ClockFault{.jumpLater = -span, .otherExchanges = 1};
        QTest::addRow("%s ahead, then right", name)
            << ClockFault{.offset = span, .jumpLater = -span, .otherExchanges = 1};
        QTest::addRow("%s behind, then right", name)
            << ClockFault{.offset = -span, .jumpLater = span, .otherExchanges = 1};
        QTest::addRow("right, but %s ahead in an earlier run", name) << ClockFault{.rememberedSkew = -span};
        QTest::addRow("right, but %s behind in an earlier run", name) << ClockFault{.rememberedSkew = span};
    }
}

void TestClockFaults::neitherLoopsNorServesAnExpiredToken()
{
    QFETCH(const ClockFault, fault);
    ClockBench clocks(fault);
    Session &session = clocks.session();
    session.start();
    QVERIFY(Workbench::waitForState(session, State::Active));
    for (int i = 0; i < 20; ++i)
        QVERIFY(clocks.look());
    QCOMPARE(clocks.exchanges(), 1);
    const qint64 wait = clocks.truth().secsTo(*session.nextAttemptAt());
    QVERIFY2(std::abs(wait - 2970) <= tolerance.count(), QByteArray::number(wait).constData());

    const QDateTime start = clocks.truth();
    bool isSet = false;
    while (start.secsTo(clocks.truth()) < qint64{3} * 3600) {
        if (!isSet && start.secsTo(clocks.truth()) >= 600) {
            clocks.jump(fault.jumpLater);
            isSet = true;
        }
        QVERIFY(clocks.pass(30s));
        QCOMPARE(session.state(), State::Active);
        QVERIFY(clocks.left() > 9min);
    }
    QVERIFY2(clocks.exchanges() >= 4 && clocks.exchanges() <= 4 + fault.otherExchanges,
        QByteArray::number(clocks.exchanges()).constData());

    // To the end of the last token, with a service that gives no other.
    clocks.setDown(true);
    const qsizetype before = clocks.exchanges();
    int minutes = 0;
    for (; clocks.left() > -3min; ++minutes) {
        QVERIFY(clocks.pass(1min));
        if (clocks.left() < -tolerance)
            QVERIFY(!clocks.hasToken());
        if (clocks.left() > tolerance)
            QVERIFY(clocks.hasToken());
    }
    QVERIFY(errorOf(session.token(0s)));
    QVERIFY(clocks.exchanges() - before <= minutes + 1);
}

void TestClockFaults::clockAheadOfAServiceThatTellsNoTimeDoesNotLoop_data()
{
    QTest::addColumn<seconds>("offset");
    QTest::newRow("a year") << year;
    QTest::newRow("two hours") << seconds(2h);
}

// Each token seems to have expired before it comes.
void TestClockFaults::clockAheadOfAServiceThatTellsNoTimeDoesNotLoop()
{
    QFETCH(const seconds, offset);
    ClockBench clocks({.offset = offset});
    clocks.leaveOutDate();
    Session &session = clocks.session();
    session.start();
    QVERIFY(Workbench::waitForState(session, State::RefreshFailing));
    QCOMPARE(session.lastError()->cause(), AuthError::Cause::MalformedAnswer);
    for (int i = 0; i < 60; ++i)
        QVERIFY(clocks.pass(1s));
    QVERIFY(clocks.exchanges() > 1);
    QVERIFY(clocks.exchanges() <= 7); // every ten seconds at most
}

void TestClockFaults::sleepIsOverWithin35Seconds_data()
{
    QTest::addColumn<bool>("wasDown");
    QTest::newRow("with a token") << false;
    QTest::newRow("while refreshing failed") << true;
}

void TestClockFaults::sleepIsOverWithin35Seconds()
{
    QFETCH(const bool, wasDown);
    ClockBench clocks({});
    Session &session = clocks.session();
    session.start();
    QVERIFY(Workbench::waitForState(session, State::Active));
    if (wasDown) {
        clocks.setDown(true);
        for (int i = 0; i < 58; ++i)
            QVERIFY(clocks.pass(1min));
        QCOMPARE(session.state(), State::RefreshFailing);
    }
    // Timers stand still in a sleep: what was left of this one is left when the machine wakes.
    const auto timers = QAbstractEventDispatcher::instance()->registeredTimers(&session);
    QCOMPARE(timers.size(), 1);
    const milliseconds interval(timers.first().interval);
    QVERIFY(interval + interval / 20 <= 35s); // a coarse one
    clocks.sleep(8h);
    clocks.setDown(false);
    const qsizetype before = clocks.exchanges();
    QSignalSpy refreshed(&session, &Session::tokenRefreshed);
    QTimerEvent due(timers.first().timerId);
    QCoreApplication::sendEvent(&session, &due);
    QCOMPARE(session.state(), State::Expired);
    QTRY_COMPARE_WITH_TIMEOUT(refreshed.size(), 1, patienceMs);
    QCOMPARE(session.state(), State::Active);
    QCOMPARE(clocks.exchanges(), before + 1);
    QVERIFY(clocks.left() > 59min);
}

void TestClockFaults::tokenThatOutlivesASleepIsKept()
{
    ClockBench clocks({});
    Session &session = clocks.session();
    session.start();
    QVERIFY(Workbench::waitForState(session, State::Active));
    clocks.sleep(30min);
    QVERIFY(clocks.look());
    QCOMPARE(session.state(), State::Active);
    QCOMPARE(clocks.exchanges(), 1);
}

void TestClockFaults::clockIsLookedAtEvery30Seconds_data()
{
    QTest::addColumn<int>("minutes");
    QTest::addColumn<bool>("isDown");
    QTest::newRow("after an exchange") << 0 << false;
    QTest::newRow("when it is nearly due") << 49 << false;
    QTest::newRow("while refreshing fails") << 58 << true;
    QTest::newRow("after the token has expired") << 120 << true;
}

void TestClockFaults::clockIsLookedAtEvery30Seconds()
{
    QFETCH(const int, minutes);
    QFETCH(const bool, isDown);
    ClockBench clocks({});
    Session &session = clocks.session();
    session.start();
    QVERIFY(Workbench::waitForState(session, State::Active));
    clocks.setDown(isDown);
    for (int i = 0; i < minutes; ++i)
        QVERIFY(clocks.pass(1min));
    const auto timers = QAbstractEventDispatcher::instance()->registeredTimers(&session);
    QCOMPARE(timers.size(), 1);
    QVERIFY(milliseconds(timers.first().interval) <= 30s);
}

QTEST_GUILESS_MAIN(TestClockFaults)
#include "tst_clockfaults.moc"
