// SPDX-License-Identifier: Apache-2.0
#include "futures.h"
#include "servicemonitor.h"
#include "windowbench.h"

#include <QAbstractEventDispatcher>
#include <QLineEdit>
#include <QPaintEvent>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <algorithm>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = Session::State;

namespace {

using std::chrono::milliseconds;

/// What has been painted of a window.
class PaintWatch final : public QObject
{
public:
    explicit PaintWatch(QWidget &window)
        : m_window(window)
    {
        qApp->installEventFilter(this);
    }

    QRegion painted;

    /// All that is due has been painted, and is forgotten.
    void settle()
    {
        QCoreApplication::processEvents();
        painted = {};
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        auto *widget = qobject_cast<QWidget *>(watched);
        if (event->type() == QEvent::Paint && widget && widget->window() == &m_window)
            painted += static_cast<QPaintEvent *>(event)->region().translated(widget->mapTo(&m_window, QPoint()));
        return false;
    }

private:
    QWidget &m_window;
};

/// Which widgets' names for screen readers are set once more. Whoever sets a name tells a screen reader of it, were it
/// the same; where there is no screen reader, such a name is known by its being another copy.
class NameWatch
{
public:
    explicit NameWatch(const QWidget &window)
    {
        for (const QWidget *widget : window.findChildren<QWidget *>())
            m_names.insert(widget, widget->accessibleName());
    }

    QStringList named() const
    {
        QStringList named;
        for (auto name = m_names.cbegin(); name != m_names.cend(); ++name) {
            if (name.key()->accessibleName().constData() != name.value().constData())
                named.append(name.key()->objectName());
        }
        return named;
    }

private:
    QHash<const QWidget *, QString> m_names;
};

QRect placeOf(const QWidget &widget)
{
    return {widget.mapTo(widget.window(), QPoint()), widget.size()};
}

/// Intervals of the timers that run for the object and all that it owns, the shortest first.
QList<milliseconds> runningTimers(const QList<QObject *> &owners)
{
    QList<milliseconds> intervals;
    for (QObject *owner : owners) {
        QList<QObject *> objects = owner->findChildren<QObject *>();
        objects.append(owner);
        for (QObject *object : objects) {
            for (const auto &timer : QAbstractEventDispatcher::instance()->registeredTimers(object))
                intervals.append(milliseconds(timer.interval));
        }
    }
    std::sort(intervals.begin(), intervals.end());
    return intervals;
}

struct IdleBench : WindowBench
{
    /// The window shows a session and the first answers of its service, and nothing is under way.
    bool openIdleIn(State state)
    {
        return openIn(state) &&
               QTest::qWaitFor([this] { return healthChecks() > 0 && !monitor().isChecking(); }, patienceMs);
    }
    ServiceMonitor &monitor() { return *window().findChild<ServiceMonitor *>(); }
    QList<milliseconds> timers() { return runningTimers({&window(), &sessions}); }
    qsizetype healthChecks()
    {
        const auto requests = server.requests();
        return std::count_if(requests.begin(), requests.end(),
            [](const WireRequest &request) { return request.requestLine.contains("/health "); });
    }
    void takeAway(const QString &how)
    {
        if (how == "hidden"_L1)
            window().hide();
        else
            window().showMinimized();
    }
};

} // namespace

class TestMainWindowIdle : public QObject
{
    Q_OBJECT

private slots:
    void unseenWindowHasTwoSlowTimers_data();
    void unseenWindowHasTwoSlowTimers();
    void unseenWindowDoesNotAnimate_data();
    void unseenWindowDoesNotAnimate();
    void seenWindowTicksOnceASecond();
    void loggedOutWindowDoesNotTick();
    void tickPaintsNothingButTheRing();
    void tickThatChangesNothingPaintsNothing();
    void tickIsReadOutOnceAMinute();
    void countdownToTheNextTryIsNotReadOut();
    void answerThatChangesNothingPaintsNoMoreThanTheHistory();
    void serviceIsAskedAtStartAndAtLogin();
    void windowThatStaysInSightDoesNotAskTheService_data();
    void windowThatStaysInSightDoesNotAskTheService();
    void serviceIsAskedAsOftenAsChosen_data();
    void serviceIsAskedAsOftenAsChosen();

private:
    static void addWays();
};

void TestMainWindowIdle::addWays()
{
    QTest::addColumn<QString>("how");
    QTest::newRow("hidden") << u"hidden"_s;
    QTest::newRow("minimised") << u"minimised"_s;
}

void TestMainWindowIdle::unseenWindowHasTwoSlowTimers_data()
{
    addWays();
}

void TestMainWindowIdle::unseenWindowHasTwoSlowTimers()
{
    QFETCH(const QString, how);
    IdleBench bench;
    QVERIFY(bench.openIdleIn(State::Active));
    bench.takeAway(how);
    // The look at the clock, and the next question for the service's health.
    QTRY_COMPARE_WITH_TIMEOUT(bench.timers(), (QList<milliseconds>{30s, 5min}), patienceMs);
}

void TestMainWindowIdle::unseenWindowDoesNotAnimate_data()
{
    addWays();
}

void TestMainWindowIdle::unseenWindowDoesNotAnimate()
{
    QFETCH(const QString, how);
    IdleBench bench;
    QVERIFY(bench.openIdleIn(State::Active));
    bench.holdExchanges();
    bench.click(u"Refresh now"_s);
    QVERIFY(bench.ring().isBusy());
    QCOMPARE(runningTimers({&bench.ring()}).size(), 1);
    bench.takeAway(how);
    QCOMPARE(runningTimers({&bench.ring()}), QList<milliseconds>());
    bench.window().showNormal();
    QCOMPARE(runningTimers({&bench.ring()}).size(), 1);
}

void TestMainWindowIdle::seenWindowTicksOnceASecond()
{
    IdleBench bench;
    QVERIFY(bench.openIdleIn(State::Active));
    QTRY_COMPARE_WITH_TIMEOUT(bench.timers().size(), 3, patienceMs);
    const QList<milliseconds> timers = bench.timers();
    QVERIFY(timers.at(0) > 0ms && timers.at(0) <= 1005ms);
    QCOMPARE(timers.mid(1), (QList<milliseconds>{30s, 60s}));
}

void TestMainWindowIdle::loggedOutWindowDoesNotTick()
{
    IdleBench bench;
    QVERIFY(bench.openIn(State::LoggedOut));
    QTRY_COMPARE_WITH_TIMEOUT(bench.timers(), QList<milliseconds>{60s}, patienceMs);
}

void TestMainWindowIdle::tickPaintsNothingButTheRing()
{
    IdleBench bench;
    QVERIFY(bench.openIdleIn(State::Active));
    PaintWatch watch(bench.window());
    watch.settle();
    bench.clock.advance(2s);
    QTRY_COMPARE_WITH_TIMEOUT(bench.ring().text(), u"59:58"_s, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!watch.painted.isEmpty(), patienceMs);
    QVERIFY2(placeOf(bench.ring()).contains(watch.painted.boundingRect()), qPrintable(QDebug::toString(watch.painted)));
}

void TestMainWindowIdle::tickThatChangesNothingPaintsNothing()
{
    IdleBench bench;
    QVERIFY(bench.openIdleIn(State::Active));
    PaintWatch watch(bench.window());
    watch.settle();
    QSignalSpy ticked(&bench.countdownTimer(), &QTimer::timeout);
    for (int i = 0; i < 2; ++i)
        QVERIFY(ticked.wait(patienceMs));
    QCoreApplication::processEvents();
    QVERIFY2(watch.painted.isEmpty(), qPrintable(QDebug::toString(watch.painted)));
}

void TestMainWindowIdle::tickIsReadOutOnceAMinute()
{
    IdleBench bench;
    QVERIFY(bench.openIdleIn(State::Active));
    bench.clock.advance(1s);
    QTRY_COMPARE_WITH_TIMEOUT(bench.ring().text(), u"59:59"_s, patienceMs);
    const NameWatch watch(bench.window());
    for (const QString &text : {u"59:58"_s, u"59:57"_s}) {
        bench.clock.advance(1s);
        QTRY_COMPARE_WITH_TIMEOUT(bench.ring().text(), text, patienceMs);
    }
    QCOMPARE(watch.named(), QStringList());
    bench.clock.advance(1min);
    QTRY_COMPARE_WITH_TIMEOUT(bench.ring().text(), u"58:57"_s, patienceMs);
    QCOMPARE(watch.named(), QStringList(u"expiryLabel"_s)); // by one of those that show it
}

void TestMainWindowIdle::countdownToTheNextTryIsNotReadOut()
{
    IdleBench bench;
    QVERIFY(bench.openIdleIn(State::RefreshFailing));
    const NameWatch watch(bench.window());
    for (int i = 0; i < 2; ++i) {
        const QString before = bench.notice();
        QVERIFY2(before.contains(u"Next try in"_s), qPrintable(before));
        bench.clock.advance(1s);
        QTRY_VERIFY_WITH_TIMEOUT(bench.notice() != before, patienceMs);
    }
    QVERIFY2(!watch.named().contains(u"noticeText"_s), qPrintable(watch.named().join(u' ')));
}

void TestMainWindowIdle::answerThatChangesNothingPaintsNoMoreThanTheHistory()
{
    IdleBench bench;
    QVERIFY(bench.openIdleIn(State::Active));
    PaintWatch watch(bench.window());
    watch.settle();
    QSignalSpy changed(&bench.monitor(), &ServiceMonitor::stateChanged);
    bench.monitor().check();
    QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 2, patienceMs);
    QCoreApplication::processEvents();
    const auto &history = *bench.window().findChild<QWidget *>(u"sparkline"_s);
    QVERIFY(!watch.painted.isEmpty());
    QVERIFY2((watch.painted - placeOf(history) - placeOf(bench.ring())).isEmpty(),
        qPrintable(QDebug::toString(watch.painted)));
}

void TestMainWindowIdle::serviceIsAskedAtStartAndAtLogin()
{
    IdleBench bench;
    QVERIFY(bench.openIdleIn(State::Active));
    QCOMPARE(bench.healthChecks(), 1);
    bench.click(u"Log out"_s);
    QTRY_COMPARE_WITH_TIMEOUT(bench.session().state(), State::LoggedOut, patienceMs);
    const qsizetype before = bench.healthChecks();
    bench.click(u"Log in…"_s);
    auto *dialog = bench.window().findChild<QWidget *>(u"LoginDialog"_s);
    QVERIFY(dialog);
    auto *token = findSpoken<QLineEdit>(*dialog, u"API token"_s);
    QVERIFY(token);
    token->setText(bench.apiToken);
    QTest::mouseClick(findSpoken<QPushButton>(*dialog, u"Log in"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(bench.session().state(), State::Active, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(bench.monitor().history().checks().size() > 1, patienceMs);
    QVERIFY(bench.healthChecks() > before);
}

void TestMainWindowIdle::windowThatStaysInSightDoesNotAskTheService_data()
{
    QTest::addColumn<Qt::WindowState>("state");
    QTest::newRow("maximised") << Qt::WindowMaximized;
    QTest::newRow("full screen") << Qt::WindowFullScreen;
}

void TestMainWindowIdle::windowThatStaysInSightDoesNotAskTheService()
{
    QFETCH(const Qt::WindowState, state);
    IdleBench bench;
    QVERIFY(bench.openIdleIn(State::Active));
    for (const Qt::WindowStates next : {Qt::WindowStates(state), Qt::WindowStates()}) {
        bench.window().setWindowState(next);
        QCoreApplication::processEvents();
        QCOMPARE(bench.window().windowState() & ~Qt::WindowActive, next);
        QVERIFY(!bench.monitor().isChecking());
        QCOMPARE(bench.monitor().history().checks().size(), 1);
    }
}

void TestMainWindowIdle::serviceIsAskedAsOftenAsChosen_data()
{
    QTest::addColumn<QString>("how");
    QTest::addColumn<int>("chosenSeconds");
    QTest::addColumn<int>("seenSeconds");
    QTest::addColumn<int>("unseenSeconds");
    for (const QString &how : {u"hidden"_s, u"minimised"_s}) {
        QTest::addRow("%s, as it comes", qPrintable(how)) << how << 60 << 60 << 300;
        QTest::addRow("%s, often", qPrintable(how)) << how << 10 << 10 << 300;
        QTest::addRow("%s, rarely", qPrintable(how)) << how << 3600 << 3600 << 3600;
    }
}

void TestMainWindowIdle::serviceIsAskedAsOftenAsChosen()
{
    QFETCH(const QString, how);
    QFETCH(const int, chosenSeconds);
    QFETCH(const int, seenSeconds);
    QFETCH(const int, unseenSeconds);
    IdleBench bench;
    QVERIFY(bench.openIdleIn(State::Active));
    Preferences::Values values = bench.preferences.values();
    values.checkInterval = std::chrono::seconds(chosenSeconds);
    bench.preferences.setValues(values);
    QCOMPARE(runningTimers({&bench.monitor()}), QList<milliseconds>{std::chrono::seconds(seenSeconds)});
    bench.takeAway(how);
    QCOMPARE(runningTimers({&bench.monitor()}), QList<milliseconds>{std::chrono::seconds(unseenSeconds)});
    const qsizetype before = bench.healthChecks();
    bench.window().showNormal();
    QCOMPARE(runningTimers({&bench.monitor()}), QList<milliseconds>{std::chrono::seconds(seenSeconds)});
    // What it shows may be five minutes old.
    QTRY_VERIFY_WITH_TIMEOUT(bench.healthChecks() > before, patienceMs);
}

QTEST_MAIN(TestMainWindowIdle)
#include "tst_mainwindowidle.moc"
