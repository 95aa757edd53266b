// SPDX-License-Identifier: Apache-2.0
#include "windowbench.h"

#include "futures.h"
#include "httpanswers.h"
#include "logindialog.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = Session::State;

namespace {

constexpr int layoutPatienceMs = 2'000; // no more than a few turns of the event loop

/// What is wrong where the content may be higher than the window, which scrolls then.
QString clippedInAScrollingWindow(const QWidget &window)
{
    QStringList clipped = clippedWidgets(window);
    clipped.removeIf(
        [](const QString &line) { return line.startsWith("content "_L1) && line.contains("sticks out"_L1); });
    const auto &area = *window.findChild<QScrollArea *>(u"centralWidget"_s);
    if (area.horizontalScrollBar()->maximum() > 0)
        clipped.append(u"has to be scrolled sideways, by %1"_s.arg(area.horizontalScrollBar()->maximum()));
    return clipped.join(u'\n');
}

/// Whatever goes with the font, of all that has a name.
QStringList looks(const QWidget &window)
{
    QStringList looks;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (widget->objectName().isEmpty() || widget->objectName().startsWith("qt_"_L1) ||
            !widget->isVisibleTo(&window))
            continue;
        QString look = u"%1: %2, at least %3 wide, at most %4"_s.arg(widget->objectName(), widget->font().toString())
                           .arg(widget->minimumWidth())
                           .arg(widget->maximumWidth());
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            look += u", icon %1"_s.arg(button->iconSize().width());
        if (const auto *label = qobject_cast<const QLabel *>(widget); label && !label->pixmap().isNull())
            look += u", picture %1"_s.arg(label->pixmap().deviceIndependentSize().width());
        looks.append(look);
    }
    looks.sort();
    return looks;
}

} // namespace

class TestMainWindowStates : public QObject
{
    Q_OBJECT

private slots:
    void partsFollowTheState_data();
    void partsFollowTheState();
    void lastTenMinutesLookDifferent();
    void ringTravelsDuringAnExchange();
    void ringDrainsWithTheToken();
    void failureEndsWithTheNextSuccess();

    void lockedKeychainIsReadAgainOnDemand();
    void refusedTokenLeadsToTheLoginDialog();
    void whatIsWantedNextStandsOut();
    void failingRefreshIsTriedOnDemand();
    void closedNoticeStaysAwayThroughFurtherTries();
    void closedNoticeMakesWayForWorseNews();

    void themeChangeIsFollowed();
    void nothingIsClippedInASmallWindow_data();
    void nothingIsClippedInASmallWindow();
    void longNoticeIsScrolledWithInASmallWindow();
    void largeFontsAreNotClipped_data();
    void largeFontsAreNotClipped();
    void windowOpensLargerWithLargeFonts();
    void fontChangeIsFollowed_data();
    void fontChangeIsFollowed();
    void noTextHoldsAToken_data();
    void noTextHoldsAToken();

private:
    static void addStates();
};

void TestMainWindowStates::addStates()
{
    QTest::addColumn<State>("state");
    for (const auto state : {State::LoggedOut, State::Starting, State::Locked, State::Active, State::RefreshFailing,
             State::Expired, State::LoginRequired})
        QTest::newRow(QMetaEnum::fromType<State>().valueToKey(static_cast<int>(state))) << state;
}

void TestMainWindowStates::partsFollowTheState_data()
{
    QTest::addColumn<State>("state");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("ringText");
    QTest::addColumn<Tone>("tone");
    QTest::addColumn<double>("share");
    QTest::addColumn<QString>("spoken");
    QTest::addColumn<bool>("canCopy");
    QTest::addColumn<QString>("noticeStart");

    const QString noToken = u"No token yet"_s;
    QTest::newRow("starting") << State::Starting << u"Waiting for the keychain…"_s << QString() << Tone::Neutral << 0.0
                              << noToken << false << QString();
    QTest::newRow("locked") << State::Locked << u"Keychain locked"_s << QString() << Tone::Warning << 0.0 << noToken
                            << false << u"The keychain is locked."_s;
    QTest::newRow("active") << State::Active << u"Logged in"_s << u"1:00:00"_s << Tone::Accent << 1.0
                            << u"Token expires in 60 minutes"_s << true << QString();
    QTest::newRow("failing") << State::RefreshFailing << u"Refreshing fails"_s << u"10:00"_s << Tone::Warning
                             << 600.0 / 3600 << u"Token expires in 10 minutes"_s << true
                             << u"Refreshing fails: service answers 503."_s;
    QTest::newRow("expired") << State::Expired << u"Token expired"_s << QString() << Tone::Bad << 0.0
                             << u"Token expired"_s << true << u"Refreshing fails: service answers 503."_s;
    QTest::newRow("login required") << State::LoginRequired << u"Login required"_s << QString() << Tone::Bad << 0.0
                                    << noToken << true << u"The service refuses the API token (401)."_s;
}

void TestMainWindowStates::partsFollowTheState()
{
    QFETCH(const State, state);
    QFETCH(const bool, canCopy);
    QFETCH(const QString, spoken);
    QFETCH(const QString, noticeStart);
    WindowBench bench;
    QVERIFY(bench.openIn(state));
    QTEST(bench.label(u"stateLabel"_s).text(), "words");
    QTEST(bench.ring().text(), "ringText");
    QTEST(bench.ring().tone(), "tone");
    QTEST(bench.ring().share(), "share");
    QTEST(spokenName(bench.label(u"expiryLabel"_s)), "spoken");
    QVERIFY(!bench.ring().isBusy());
    for (const QString &name : {u"Copy bearer header"_s, u"Refresh now"_s})
        QCOMPARE(bench.button(name)->isEnabled(), canCopy);
    for (const QString &name : {u"copyHeaderAction"_s, u"refreshAction"_s})
        QCOMPARE(bench.window().findChild<QAction *>(name)->isEnabled(), canCopy);
    QCOMPARE(bench.button(u"Copy organization ID"_s)->isEnabled(), bench.session().info().has_value());
    QVERIFY(bench.button(u"Log out"_s)->isEnabled());
    QVERIFY(!bench.button(u"Log in…"_s));
    QCOMPARE(bench.notice().isEmpty(), noticeStart.isEmpty());
    QVERIFY2(bench.notice().startsWith(noticeStart), qPrintable(bench.notice()));
}

void TestMainWindowStates::lastTenMinutesLookDifferent()
{
    WindowBench bench;
    QVERIFY(bench.openIn(State::Active));
    const QImage before = bench.ring().grab().toImage();
    bench.holdExchanges();
    bench.clock.advance(50min + 1s);
    bench.window().hide();
    bench.window().show();
    QCOMPARE(bench.ring().text(), u"09:59"_s);
    QCOMPARE(bench.ring().tone(), Tone::Warning);
    QVERIFY(bench.says(u"Expires soon"_s));
    QVERIFY(bench.ring().grab().toImage() != before);
}

void TestMainWindowStates::ringTravelsDuringAnExchange()
{
    WindowBench bench;
    QVERIFY(bench.openIn(State::Active));
    bench.holdExchanges();
    bench.click(u"Refresh now"_s);
    QVERIFY(bench.ring().isBusy());
    QVERIFY(bench.says(u"Refreshing…"_s));
    QCOMPARE(bench.ring().text(), u"1:00:00"_s);
    bench.session().logOut();
    QVERIFY(!bench.ring().isBusy());
}

void TestMainWindowStates::ringDrainsWithTheToken()
{
    WindowBench bench;
    QVERIFY(bench.openIn(State::Active));
    bench.window().hide();
    bench.clock.advance(15min);
    bench.window().show();
    QCOMPARE(bench.ring().share(), 0.75);
    QCOMPARE(bench.ring().text(), u"45:00"_s);
    QVERIFY(bench.says(u"Token expires in 45 minutes"_s));
}

void TestMainWindowStates::failureEndsWithTheNextSuccess()
{
    WindowBench bench;
    QVERIFY(bench.openIn(State::RefreshFailing));
    QVERIFY(!bench.notice().isEmpty());
    bench.serveTokens(1h);
    bench.click(u"Refresh now"_s);
    QTRY_VERIFY_WITH_TIMEOUT(bench.says(u"Logged in"_s), patienceMs);
    QCOMPARE(bench.notice(), QString());
    QCOMPARE(bench.ring().tone(), Tone::Accent);
}

void TestMainWindowStates::lockedKeychainIsReadAgainOnDemand()
{
    WindowBench bench;
    QVERIFY(bench.openIn(State::Locked));
    bench.click(u"Try now"_s);
    QTRY_VERIFY_WITH_TIMEOUT(bench.says(u"Logged in"_s), patienceMs);
    QCOMPARE(bench.notice(), QString());
}

void TestMainWindowStates::refusedTokenLeadsToTheLoginDialog()
{
    WindowBench bench;
    QVERIFY(bench.openIn(State::LoginRequired));
    bench.click(u"Log in again…"_s);
    auto *dialog = bench.window().findChild<LoginDialog *>();
    QVERIFY(dialog);
    QVERIFY(dialog->isVisible());
    // The stored token is kept until another one is known to work.
    QCOMPARE(bench.secrets.secret(bench.profile().refreshTokenKey()), bench.apiToken);
}

void TestMainWindowStates::whatIsWantedNextStandsOut()
{
    const auto standsOut = [](WindowBench &bench, const QString &name) {
        auto *button = bench.window().findChild<QAbstractButton *>(name);
        const QImage picture = button->grab().toImage();
        return picture.pixelColor(6, picture.height() / 2) == toneColor(Tone::Accent, bench.window().palette());
    };
    WindowBench active;
    QVERIFY(active.openIn(State::Active));
    QVERIFY(standsOut(active, u"copyHeaderButton"_s));
    WindowBench refused;
    QVERIFY(refused.openIn(State::LoginRequired));
    QVERIFY(standsOut(refused, u"noticeAction"_s));
    QVERIFY(!standsOut(refused, u"copyHeaderButton"_s));
    WindowBench failing;
    QVERIFY(failing.openIn(State::RefreshFailing));
    QVERIFY(standsOut(failing, u"copyHeaderButton"_s));
    QVERIFY(!standsOut(failing, u"noticeAction"_s));
}

void TestMainWindowStates::failingRefreshIsTriedOnDemand()
{
    WindowBench bench;
    QVERIFY(bench.openIn(State::RefreshFailing));
    const int before = bench.exchanges();
    bench.click(u"Try now"_s);
    QTRY_COMPARE_WITH_TIMEOUT(bench.exchanges(), before + 1, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status(), u"Not refreshed: service answers 503"_s, patienceMs);
}

void TestMainWindowStates::closedNoticeStaysAwayThroughFurtherTries()
{
    WindowBench bench;
    QVERIFY(bench.openIn(State::RefreshFailing));
    bench.click(u"Close notice"_s);
    QCOMPARE(bench.notice(), QString());
    QSignalSpy failed(&bench.session(), &Session::refreshFailed);
    bench.click(u"Refresh now"_s);
    QCOMPARE(bench.notice(), QString());
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, patienceMs);
    QCOMPARE(bench.notice(), QString());
    // Far off, the next try is given in minutes.
    bench.answerExchanges(httpAnswer("503 Service Unavailable", {{"Retry-After", "600"}}, "busy"));
    bench.click(u"Refresh now"_s);
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 2, patienceMs);
    QCOMPARE(bench.notice(), QString());
}

void TestMainWindowStates::closedNoticeMakesWayForWorseNews()
{
    WindowBench bench;
    QVERIFY(bench.openIn(State::RefreshFailing));
    bench.click(u"Close notice"_s);
    bench.answerExchanges(bench.refusal());
    bench.click(u"Refresh now"_s);
    QTRY_VERIFY_WITH_TIMEOUT(bench.notice().startsWith("The service refuses the API token"_L1), patienceMs);
}

void TestMainWindowStates::themeChangeIsFollowed()
{
    WindowBench bench;
    QVERIFY(bench.openIn(State::RefreshFailing));
    const QPalette light = QApplication::palette();
    const QString lightButton = bench.button(u"Copy bearer header"_s)->styleSheet();
    const QImage lightRing = bench.ring().grab().toImage();

    QPalette dark(QColor(0x2a2a2a), QColor(0x1e1e1e));
    QApplication::setPalette(dark);
    const auto restore = qScopeGuard([&light] { QApplication::setPalette(light); });
    QTRY_VERIFY_WITH_TIMEOUT(bench.button(u"Copy bearer header"_s)->styleSheet() != lightButton, patienceMs);
    QVERIFY(bench.button(u"Copy bearer header"_s)->styleSheet().contains(toneColor(Tone::Accent, dark).name()));
    QVERIFY(bench.ring().grab().toImage() != lightRing);
    const QPalette notice = bench.label(u"noticeText"_s).parentWidget()->palette();
    QVERIFY(notice.color(QPalette::Window).lightness() < 128);
    QVERIFY(notice.color(QPalette::WindowText).lightness() > 128);
}

void TestMainWindowStates::nothingIsClippedInASmallWindow_data()
{
    addStates();
}

void TestMainWindowStates::nothingIsClippedInASmallWindow()
{
    QFETCH(const State, state);
    WindowBench bench;
    QVERIFY(bench.openIn(state));
    bench.window().resize(400, 440);
    QTRY_COMPARE_WITH_TIMEOUT(bench.window().size(), QSize(400, 440), patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(bench.says(u"Version: auth 1.2.3"_s) || state == State::LoggedOut, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(clippedInAScrollingWindow(bench.window()), QString(), layoutPatienceMs);
    // With something to say there may be more than fits, but not on a calm day.
    if (bench.notice().isEmpty())
        QCOMPARE(clippedWidgets(bench.window()).join(u'\n'), QString());
}

void TestMainWindowStates::longNoticeIsScrolledWithInASmallWindow()
{
    WindowBench bench;
    QVERIFY(bench.openIn(State::Active));
    QVERIFY(bench.failRenewal(bench.session(), DesktopBench::notFound()));
    bench.window().resize(400, 440);
    QTRY_COMPARE_WITH_TIMEOUT(bench.window().size(), QSize(400, 440), patienceMs);
    QVERIFY(bench.notice().size() > 140);
    QTRY_COMPARE_WITH_TIMEOUT(clippedInAScrollingWindow(bench.window()), QString(), layoutPatienceMs);
}

void TestMainWindowStates::largeFontsAreNotClipped_data()
{
    addStates();
}

void TestMainWindowStates::largeFontsAreNotClipped()
{
    QFETCH(const State, state);
    const QFont usual = QApplication::font();
    const auto restore = qScopeGuard([&usual] { QApplication::setFont(usual); });
    QApplication::setFont(scaledFont(usual, 2));
    WindowBench bench;
    QVERIFY(bench.openIn(state));
    QTRY_VERIFY_WITH_TIMEOUT(bench.says(u"Version: auth 1.2.3"_s) || state == State::LoggedOut, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(clippedInAScrollingWindow(bench.window()), QString(), layoutPatienceMs);
    bench.window().resize(400, 440);
    QTRY_COMPARE_WITH_TIMEOUT(bench.window().size(), QSize(400, 440), patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(clippedInAScrollingWindow(bench.window()), QString(), layoutPatienceMs);
    // What is below can be reached by keyboard.
    const auto &area = *bench.window().findChild<QScrollArea *>(u"centralWidget"_s);
    QCOMPARE(area.focusPolicy(), area.verticalScrollBar()->maximum() > 0 ? Qt::TabFocus : Qt::NoFocus);
}

void TestMainWindowStates::windowOpensLargerWithLargeFonts()
{
    const QFont usual = QApplication::font();
    const auto restore = qScopeGuard([&usual] { QApplication::setFont(usual); });
    QSize before;
    {
        WindowBench bench;
        bench.open();
        before = bench.window().size();
    }
    QApplication::setFont(scaledFont(usual, 1.5));
    WindowBench bench;
    bench.open();
    QVERIFY(bench.window().width() > before.width());
    QVERIFY(bench.window().height() > before.height());
    QVERIFY(bench.window().screen()->availableSize().width() >= bench.window().width());
}

void TestMainWindowStates::fontChangeIsFollowed_data()
{
    addStates();
}

// While it is open, to what it would look like had it been opened later.
void TestMainWindowStates::fontChangeIsFollowed()
{
    QFETCH(const State, state);
    const QFont usual = QApplication::font();
    const auto restore = qScopeGuard([&usual] { QApplication::setFont(usual); });
    WindowBench bench;
    QVERIFY(bench.openIn(state));
    QTRY_VERIFY_WITH_TIMEOUT(bench.says(u"Version: auth 1.2.3"_s) || state == State::LoggedOut, patienceMs);
    for (const double scale : {2.0, 1.0}) {
        QApplication::setFont(scaledFont(usual, scale));
        QCoreApplication::processEvents();
        QTRY_COMPARE_WITH_TIMEOUT(clippedInAScrollingWindow(bench.window()), QString(), layoutPatienceMs);
        const QStringList changed = looks(bench.window());
        bench.close();
        bench.open();
        QCOMPARE(changed, looks(bench.window()));
    }
}

void TestMainWindowStates::noTextHoldsAToken_data()
{
    addStates();
}

void TestMainWindowStates::noTextHoldsAToken()
{
    QFETCH(const State, state);
    WindowBench bench;
    bench.answerHealth(bench.refusal());
    QVERIFY(bench.openIn(state));
    if (auto *copy = bench.button(u"Copy bearer header"_s); copy && copy->isEnabled()) {
        QTest::mouseClick(copy, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!bench.status().isEmpty(), patienceMs);
    }
    if (state != State::LoggedOut)
        QTRY_VERIFY_WITH_TIMEOUT(bench.label(u"healthLabel"_s).text().startsWith("unreachable"_L1), patienceMs);
    const QString all = allTexts(bench.window()).join(u'\n') + bench.status();
    QVERIFY(all.contains(u"QCi Auth — default"_s));
    QVERIFY2(!all.contains(bench.apiToken), qPrintable(all));
    QVERIFY2(bench.accessToken().isEmpty() || !all.contains(bench.accessToken()), qPrintable(all));
    QGuiApplication::clipboard()->clear();
}

QTEST_MAIN(TestMainWindowStates)
#include "tst_mainwindowstates.moc"
