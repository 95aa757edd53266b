// SPDX-License-Identifier: Apache-2.0
#include "windowbench.h"

#include "futures.h"

#include <QAction>
#include <QApplication>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QTranslator>

#include <utility>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = Session::State;

namespace {

/// Calls a key as it is called in German.
class GermanKeys final : public QTranslator
{
public:
    QString translate(const char *context, const char *text, const char *, int) const override
    {
        return QLatin1StringView(context) == "QShortcut"_L1 && QLatin1StringView(text) == "Ctrl"_L1 ? u"Strg"_s
                                                                                                    : QString();
    }
    bool isEmpty() const override { return false; }
};

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

private slots:
    void loggedOutWindowOffersOneThing();
    void firstPictureComesBeforeAnythingIsAsked();
    void partsHaveTheirNames();
    void toolTipsNameTheShortcuts();
    void fontsMayBeMeasuredInPixels();
    void unreachableServiceIsReadOut();
    void serviceIsAskedAgainWhenTheMachineWakes();

    void slowKeychainIsSaid();
    void quickKeychainNeedsNoNotice();
    void keychainIsNamed();
    void missingKeychainIsNamed();
    void bypassedProxyIsSaid();

    void keyboardReachesEverything();
    void closedWindowEndsTheProgram();
    void quitKeyEndsTheProgram();
    void preferencesHaveTheirKey();
};

void TestMainWindow::loggedOutWindowOffersOneThing()
{
    WindowBench bench;
    bench.open();
    QCOMPARE(spokenNames<QPushButton>(bench.window()), QStringList{u"Log in…"_s});
    QVERIFY(bench.says(u"Logged out"_s));
    QVERIFY(bench.label(u"emptyText"_s).isVisible());
    QVERIFY(bench.label(u"emptyText"_s).text().contains("API token"_L1));
    QCOMPARE(bench.notice(), QString());
    QCOMPARE(bench.window().windowTitle(), u"QCi Auth — default"_s);
    QVERIFY(!bench.label(u"sandboxLabel"_s).isVisible());
    // The keychain of somebody who never logged in is left alone.
    QCOMPARE(bench.secrets.calls(), QStringList());
}

void TestMainWindow::firstPictureComesBeforeAnythingIsAsked()
{
    WindowBench bench;
    bench.storeLogin();
    const auto window = bench.makeWindow();
    QSignalSpy painted(window.get(), &MainWindow::firstPainted);
    window->expectProfile(u"default"_s);
    window->show();
    QTRY_COMPARE_WITH_TIMEOUT(painted.size(), 1, patienceMs);
    QCOMPARE(window->windowTitle(), u"QCi Auth — default"_s);
    QVERIFY(spokenNames<QLabel>(*window).contains(u"Waiting for the keychain…"_s));
    QCOMPARE(bench.secrets.calls(), QStringList());
    QCOMPARE(bench.server.requests().size(), 0);
    QVERIFY(!findSpoken<QPushButton>(*window, u"Copy bearer header"_s)->isEnabled());

    window->showProfile(u"default"_s);
    QTRY_VERIFY_WITH_TIMEOUT(spokenNames<QLabel>(*window).contains(u"Logged in"_s), patienceMs);
    QVERIFY(findSpoken<QPushButton>(*window, u"Copy bearer header"_s)->isEnabled());
    QCOMPARE(window->findChild<QComboBox *>(u"profileBox"_s)->count(), 1);
    window->repaint();
    QCOMPARE(painted.size(), 1);
}

void TestMainWindow::partsHaveTheirNames()
{
    WindowBench bench;
    bench.answerHealth(DesktopBench::healthSaying(u"OK"_s), 12ms);
    QVERIFY(bench.openIn(State::Active));
    for (const QString &name :
        {u"Log out"_s, u"Copy bearer header"_s, u"Refresh now"_s, u"Copy organization ID"_s, u"Copy user ID"_s})
        QVERIFY2(bench.button(name) && bench.button(name)->isEnabled(), qPrintable(name));
    QCOMPARE(spokenName(bench.profileBox()), u"Profile"_s);
    for (const QString &name : {u"Organization ID: org-1"_s, u"User ID: user-1"_s, u"Logged in"_s})
        QVERIFY2(bench.says(name), qPrintable(name));
    QTRY_VERIFY_WITH_TIMEOUT(bench.says(u"Health: OK, 12 ms"_s), patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(bench.says(u"Version: auth 1.2.3"_s), patienceMs);
    QVERIFY(bench.says(u"Service: "_s + bench.server.urlText()));
    // The health calls took 12 ms of the hour.
    QVERIFY(bench.says(u"Token expires in 60 minutes"_s) || bench.says(u"Token expires in 59 minutes"_s));
    // On the menu entries, which show them.
    QCOMPARE(bench.window().findChild<QAction *>(u"copyHeaderAction"_s)->shortcut(), QKeySequence(u"Ctrl+Shift+C"_s));
    QCOMPARE(bench.window().findChild<QAction *>(u"refreshAction"_s)->shortcut(), QKeySequence(Qt::Key_F5));
}

void TestMainWindow::toolTipsNameTheShortcuts()
{
    GermanKeys german;
    QCoreApplication::installTranslator(&german);
    WindowBench bench;
    QVERIFY(bench.openIn(State::Active));
    for (const auto &[name, keys] :
        {std::pair(u"Copy bearer header"_s, u" (Strg+Shift+C)"_s), std::pair(u"Refresh now"_s, u" (F5)"_s)}) {
        const QString said = bench.button(name)->toolTip();
        QVERIFY2(said.endsWith(keys) && said.count(u'(') == 1, qPrintable(said));
    }
}

void TestMainWindow::fontsMayBeMeasuredInPixels()
{
    const QFont before = QApplication::font();
    QFont font = before;
    font.setPixelSize(20);
    QApplication::setFont(font);
    QTest::failOnWarning(QRegularExpression(u"QFont"_s));
    {
        WindowBench bench;
        bench.open();
        QCOMPARE(bench.label(u"userLabel"_s).font().pixelSize(), 20);
        for (const QString &caption : {u"userCaption"_s, u"healthCaption"_s})
            QCOMPARE(bench.label(caption).font().pixelSize(), 18);
    }
    QApplication::setFont(before);
}

void TestMainWindow::unreachableServiceIsReadOut()
{
    WindowBench bench;
    bench.answerHealth(DesktopBench::outage());
    QVERIFY(bench.openIn(State::Active));
    QTRY_VERIFY_WITH_TIMEOUT(bench.says(u"Health: unreachable, service answers 503"_s), patienceMs);
    QVERIFY(bench.label(u"healthLabel"_s).toolTip().contains("Try again later"_L1));
    QVERIFY(!bench.label(u"healthIcon"_s).pixmap().isNull());
}

void TestMainWindow::serviceIsAskedAgainWhenTheMachineWakes()
{
    WindowBench bench;
    QVERIFY(bench.openIn(State::Active));
    QTRY_VERIFY_WITH_TIMEOUT(bench.says(u"Health: OK, 0 ms"_s), patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(bench.says(u"Version: auth 1.2.3"_s), patienceMs);
    bench.answerHealth(DesktopBench::outage());
    bench.clock.advance(1h);
    const int before = bench.exchanges();
    bench.window().wake();
    QTRY_VERIFY_WITH_TIMEOUT(bench.says(u"Health: unreachable, service answers 503"_s), patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(bench.exchanges() > before, patienceMs);
}

void TestMainWindow::slowKeychainIsSaid()
{
    WindowBench bench;
    QVERIFY(bench.openIn(State::Starting));
    QCOMPARE(bench.notice(), QString());
    QVERIFY(bench.says(u"Waiting for the keychain…"_s));
    QTRY_COMPARE_WITH_TIMEOUT(
        bench.notice(), u"Waiting for the keychain. If it shows a prompt, answer it."_s, patienceMs);
    QVERIFY(bench.says(u"Notice: "_s + bench.notice()));
    bench.secrets.release();
    QTRY_COMPARE_WITH_TIMEOUT(bench.session().state(), State::Active, patienceMs);
    QCOMPARE(bench.notice(), QString());
    QVERIFY(bench.says(u"Logged in"_s));
}

void TestMainWindow::quickKeychainNeedsNoNotice()
{
    WindowBench bench;
    bench.storeLogin();
    bench.open();
    QCOMPARE(bench.notice(), QString());
    QTRY_COMPARE_WITH_TIMEOUT(bench.session().state(), State::Active, patienceMs);
    QCOMPARE(bench.notice(), QString());
}

void TestMainWindow::keychainIsNamed()
{
    WindowBench bench;
    bench.open();
    QTRY_VERIFY_WITH_TIMEOUT(bench.says(u"Keychain: memory"_s), patienceMs);
}

void TestMainWindow::missingKeychainIsNamed()
{
    const DesktopBench bench;
    MissingSecretStore none;
    ProfileStore profiles(bench.profiles.folder());
    Sessions sessions(none, profiles, bench.sharing, bench.connector, [] { return 0.0; });
    const Environment environment{QProcessEnvironment()};
    MainWindow window({.sessions = sessions,
        .secrets = none,
        .profiles = profiles,
        .sharing = bench.sharing,
        .connector = bench.connector,
        .environment = environment,
        .preferences = bench.preferences,
        .clipboard = *QGuiApplication::clipboard()});
    window.showProfile(u"default"_s);
    window.show();
    QTRY_VERIFY_WITH_TIMEOUT(spokenNames<QLabel>(window).contains(u"No keychain"_s), patienceMs);
}

void TestMainWindow::bypassedProxyIsSaid()
{
    QProcessEnvironment variables;
    variables.insert(u"all_proxy"_s, u"socks5h://127.0.0.1:1"_s);
    WindowBench bench(variables);
    QVERIFY(bench.openIn(State::Active));
    QVERIFY2(bench.notice().startsWith("The proxy in all_proxy"_L1), qPrintable(bench.notice()));
}

void TestMainWindow::keyboardReachesEverything()
{
    WindowBench bench;
    QVERIFY(bench.openIn(State::RefreshFailing));
    QVERIFY(!bench.notice().isEmpty());
    bench.profileBox().setFocus();
    QStringList visited;
    do {
        visited.append(QApplication::focusWidget()->objectName());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    } while (QApplication::focusWidget() != &bench.profileBox() && visited.size() < 30);
    // From top to bottom; logging out, which costs most, comes last.
    QCOMPARE(visited,
        QStringList({u"profileBox"_s, u"noticeAction"_s, u"noticeClose"_s, u"copyHeaderButton"_s, u"copyAsButton"_s,
            u"refreshButton"_s, u"copyOrganizationButton"_s, u"copyUserButton"_s, u"sparkline"_s, u"logOutButton"_s}));
}

void TestMainWindow::closedWindowEndsTheProgram()
{
    WindowBench bench;
    bench.open();
    QTimer::singleShot(0, &bench.window(), &QWidget::close);
    QCOMPARE(QApplication::exec(), 0);
}

void TestMainWindow::quitKeyEndsTheProgram()
{
    WindowBench bench;
    bench.open();
    QTimer::singleShot(
        0, &bench.window(), [&bench] { QTest::keyClick(&bench.window(), Qt::Key_Q, Qt::ControlModifier); });
    QCOMPARE(QApplication::exec(), 0);
}

void TestMainWindow::preferencesHaveTheirKey()
{
    WindowBench bench;
    bench.open();
    const QSignalSpy requested(&bench.window(), &MainWindow::preferencesRequested);
    QTest::keyClick(&bench.window(), Qt::Key_Comma, Qt::ControlModifier);
    QCOMPARE(requested.size(), 1);
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
