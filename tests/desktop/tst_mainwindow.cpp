// SPDX-License-Identifier: Apache-2.0
#include "windowbench.h"

#include "futures.h"
#include "httpanswers.h"
#include "login.h"
#include "logindialog.h"
#include "memorysecretstore.h"
#include "servicemonitor.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QTranslator>

#include <algorithm>

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
    void cleanup();

    void loggedOutWindowOffersOneThing();
    void firstPictureComesBeforeAnythingIsAsked();
    void partsHaveTheirNames();
    void toolTipsNameTheShortcuts();
    void fontsMayBeMeasuredInPixels();
    void unreachableServiceIsReadOut();
    void serviceIsAskedAgainWhenTheMachineWakes();
    void refreshingWorksAgainSoonAfterAnOutage();
    void loginLeadsToTheToken();
    void loginUnderAnotherNameTurnsToIt();
    void cancelledLoginChangesNothing();
    void thereIsOneLoginDialog();

    void shortcutCopiesTheHeader();
    void headerWithTimeLeftIsCopiedAsItIs();
    void headerAboutToExpireIsRenewedFirst();
    void failedRenewalCopiesWhatIsStillValid();
    void nothingValidIsNotCopied();
    void idsAreCopied_data();
    void idsAreCopied();

    void shortcutRefreshes();
    void refreshButtonRefreshes();
    void failedRefreshIsSaid();
    void logoutForgetsEverything();
    void loginEndsTheNoticeOfAFailedLogout();
    void failedLogoutSaysThatTheTokenIsStillThere();

    void profilesAreListed();
    void profileSwitchShowsTheOther();
    void loginThatCouldNotBeSavedIsShown();
    void profileIsRememberedForTheNextRun();
    void noticeOfOneProfileIsNotThatOfAnother();

    void slowKeychainIsSaid();
    void quickKeychainNeedsNoNotice();
    void keychainIsNamed();
    void missingKeychainIsNamed();
    void bypassedProxyIsSaid();
    void sandboxIsSaidPlainly();
    void failedSandboxIsSaid();

    void keyboardReachesEverything();
    void closedWindowEndsTheProgram();
    void quitKeyEndsTheProgram();
    void preferencesHaveTheirKey();
    void windowMayGoDuringAnExchange();

private:
    static QString clipboardText() { return QGuiApplication::clipboard()->text(); }
};

void TestMainWindow::cleanup()
{
    QGuiApplication::clipboard()->clear();
}

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

void TestMainWindow::refreshingWorksAgainSoonAfterAnOutage()
{
    WindowBench bench;
    QVERIFY(bench.openIn(State::Active));
    bench.answerHealth(DesktopBench::outage());
    bench.random = 0.999;
    for (int i = 0; i < 8; ++i)
        QVERIFY(bench.failRenewal(bench.session(), DesktopBench::outage()));
    QVERIFY2(bench.notice().contains("Next try in 4 min"_L1), qPrintable(bench.notice()));
    QTRY_VERIFY_WITH_TIMEOUT(bench.says(u"Health: unreachable, service answers 503"_s), patienceMs);
    bench.clock.advance(20s);
    const int before = bench.exchanges();

    bench.serveTokens(1h);
    bench.answerHealth(DesktopBench::healthSaying(u"OK"_s));
    bench.random = 0.0;
    auto *monitor = bench.window().findChild<ServiceMonitor *>();
    QTRY_VERIFY_WITH_TIMEOUT(!monitor->isChecking(), patienceMs);
    monitor->check(); // which it does by itself every minute
    QTRY_COMPARE_WITH_TIMEOUT(bench.session().state(), State::Active, patienceMs);
    QCOMPARE(bench.notice(), QString());
    QVERIFY(bench.says(u"Logged in"_s));
    QCOMPARE(bench.exchanges(), before + 1);
}

void TestMainWindow::loginLeadsToTheToken()
{
    WindowBench bench;
    bench.open();
    bench.click(u"Log in…"_s);
    auto *dialog = bench.window().findChild<LoginDialog *>();
    QVERIFY(dialog);
    QVERIFY(dialog->isVisible());
    findSpoken<QLineEdit>(*dialog, u"API URL"_s)->setText(bench.server.urlText());
    findSpoken<QLineEdit>(*dialog, u"API token"_s)->setText(bench.apiToken);
    QSignalSpy gone(dialog, &QObject::destroyed);
    QTest::mouseClick(findSpoken<QPushButton>(*dialog, u"Log in"_s), Qt::LeftButton);
    QVERIFY(gone.wait(patienceMs));
    QCOMPARE(bench.session().state(), State::Active);
    QCOMPARE(bench.exchanges(), 1);
    QVERIFY(bench.says(u"Organization ID: org-1"_s));
    QVERIFY(bench.says(u"Token expires in 60 minutes"_s));
    QCOMPARE(bench.status(), u"Logged in"_s);
    QTRY_VERIFY_WITH_TIMEOUT(bench.says(u"Health: OK, 0 ms"_s), patienceMs);
    QVERIFY(!bench.button(u"Log in…"_s));
}

void TestMainWindow::loginUnderAnotherNameTurnsToIt()
{
    WindowBench bench;
    QVERIFY(bench.openIn(State::Active));
    bench.window().findChild<QAction *>(u"logInAction"_s)->trigger();
    auto *dialog = bench.window().findChild<LoginDialog *>();
    QVERIFY(dialog);
    findSpoken<QLineEdit>(*dialog, u"Profile name"_s)->setText(u"work"_s);
    findSpoken<QLineEdit>(*dialog, u"API token"_s)->setText(bench.apiToken);
    QTest::mouseClick(findSpoken<QPushButton>(*dialog, u"Log in"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(bench.window().windowTitle(), u"QCi Auth — work"_s, patienceMs);
    QCOMPARE(bench.profileBox().currentText(), u"work"_s);
    QCOMPARE(bench.session(u"work"_s).state(), State::Active);
    QCOMPARE(bench.session().state(), State::Active);
}

void TestMainWindow::cancelledLoginChangesNothing()
{
    WindowBench bench;
    bench.open();
    bench.click(u"Log in…"_s);
    auto *dialog = bench.window().findChild<LoginDialog *>();
    QVERIFY(dialog);
    QSignalSpy gone(dialog, &QObject::destroyed);
    // From the event loop, as a key comes: what is to be deleted later waits for its next round.
    QTimer::singleShot(0, dialog, [dialog] { QTest::keyClick(dialog, Qt::Key_Escape); });
    QVERIFY(gone.size() == 1 || gone.wait(patienceMs));
    QCOMPARE(bench.session().state(), State::LoggedOut);
    QVERIFY(bench.button(u"Log in…"_s));
}

void TestMainWindow::thereIsOneLoginDialog()
{
    WindowBench bench;
    bench.open();
    const auto visible = [&bench] {
        const auto dialogs = bench.window().findChildren<LoginDialog *>();
        return std::count_if(
            dialogs.begin(), dialogs.end(), [](const LoginDialog *dialog) { return dialog->isVisible(); });
    };
    bench.window().openLogin();
    auto *first = bench.window().findChild<LoginDialog *>();
    QVERIFY(first);
    findSpoken<QLineEdit>(*first, u"API URL"_s)->setText(u"typed"_s);
    bench.window().openLogin();
    QCOMPARE(visible(), 1);
    QVERIFY(first->isVisible());
    QCOMPARE(findSpoken<QLineEdit>(*first, u"API URL"_s)->text(), u"typed"_s);
    // One that is closed is there until the event loop comes round.
    first->close();
    bench.window().openLogin();
    QCOMPARE(visible(), 1);
    bench.window().showSandbox(bench.server.urlText(), bench.apiToken);
    QCOMPARE(visible(), 1);
}

void TestMainWindow::shortcutCopiesTheHeader()
{
    WindowBench bench;
    QVERIFY(bench.openIn(State::Active));
    QTest::keyClick(&bench.window(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE_WITH_TIMEOUT(clipboardText(), u"Authorization: Bearer "_s + bench.accessToken(), patienceMs);
    QCOMPARE(bench.status(), u"Bearer header copied"_s);
}

void TestMainWindow::headerWithTimeLeftIsCopiedAsItIs()
{
    WindowBench bench;
    bench.serveTokens(200s);
    QVERIFY(bench.openIn(State::Active));
    bench.clock.advance(140s); // a minute is left
    bench.click(u"Copy bearer header"_s);
    QTRY_COMPARE_WITH_TIMEOUT(clipboardText(), u"Authorization: Bearer "_s + bench.accessToken(), patienceMs);
    QCOMPARE(bench.exchanges(), 1);
    QCOMPARE(bench.status(), u"Bearer header copied"_s);
}

void TestMainWindow::headerAboutToExpireIsRenewedFirst()
{
    WindowBench bench;
    bench.serveTokens(200s);
    QVERIFY(bench.openIn(State::Active));
    const QString before = bench.accessToken();
    bench.clock.advance(140s + 1ms);
    bench.click(u"Copy bearer header"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!clipboardText().isEmpty(), patienceMs);
    QCOMPARE(bench.exchanges(), 2);
    QVERIFY(bench.accessToken() != before);
    QCOMPARE(clipboardText(), u"Authorization: Bearer "_s + bench.accessToken());
    QCOMPARE(bench.status(), u"Refreshed, and bearer header copied"_s);
}

void TestMainWindow::failedRenewalCopiesWhatIsStillValid()
{
    WindowBench bench;
    bench.serveTokens(200s);
    QVERIFY(bench.openIn(State::Active));
    bench.clock.advance(170s);
    bench.answerExchanges(DesktopBench::outage());
    bench.click(u"Copy bearer header"_s);
    QTRY_COMPARE_WITH_TIMEOUT(clipboardText(), u"Authorization: Bearer "_s + bench.accessToken(), patienceMs);
    QCOMPARE(bench.exchanges(), 2);
    // Whoever pastes it must know that it is about to be worth nothing.
    QCOMPARE(bench.status(), u"Bearer header copied, but it expires in 30 s"_s);
}

void TestMainWindow::nothingValidIsNotCopied()
{
    WindowBench bench;
    QVERIFY(bench.openIn(State::Expired));
    QGuiApplication::clipboard()->setText(u"notes of somebody"_s);
    bench.click(u"Copy bearer header"_s);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status(), u"Nothing copied: service answers 503"_s, patienceMs);
    QCOMPARE(clipboardText(), u"notes of somebody"_s);
}

void TestMainWindow::idsAreCopied_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("status");
    QTest::newRow("organization") << u"Copy organization ID"_s << u"org-1"_s << u"Organization ID copied"_s;
    QTest::newRow("user") << u"Copy user ID"_s << u"user-1"_s << u"User ID copied"_s;
}

void TestMainWindow::idsAreCopied()
{
    QFETCH(const QString, button);
    WindowBench bench;
    QVERIFY(bench.openIn(State::Active));
    bench.click(button);
    QTEST(clipboardText(), "id");
    QTEST(bench.status(), "status");
}

void TestMainWindow::shortcutRefreshes()
{
    WindowBench bench;
    QVERIFY(bench.openIn(State::Active));
    QTest::keyClick(&bench.window(), Qt::Key_F5);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status(), u"Refreshed"_s, patienceMs);
    QCOMPARE(bench.exchanges(), 2);
}

void TestMainWindow::refreshButtonRefreshes()
{
    WindowBench bench;
    QVERIFY(bench.openIn(State::Active));
    bench.clock.advance(30min);
    bench.click(u"Refresh now"_s);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status(), u"Refreshed"_s, patienceMs);
    QCOMPARE(bench.ring().text(), u"1:00:00"_s);
    QCOMPARE(bench.exchanges(), 2);
}

void TestMainWindow::failedRefreshIsSaid()
{
    WindowBench bench;
    QVERIFY(bench.openIn(State::Active));
    bench.answerExchanges(DesktopBench::outage());
    bench.click(u"Refresh now"_s);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status(), u"Not refreshed: service answers 503"_s, patienceMs);
    QCOMPARE(bench.notice(), u"Refreshing fails: service answers 503. Token valid until %1. Next try in 50 min."_s.arg(
                                 bench.session().info()->expiresAt.toLocalTime().toString(u"HH:mm"_s)));
    // Without what counts down: a screen reader would be told of it again and again.
    QVERIFY(bench.says(u"Notice: "_s + bench.notice().section(u" Next try"_s, 0, 0)));
}

void TestMainWindow::logoutForgetsEverything()
{
    WindowBench bench;
    QVERIFY(bench.openIn(State::Active));
    bench.click(u"Log out"_s);
    QTRY_COMPARE_WITH_TIMEOUT(bench.status(), u"Logged out"_s, patienceMs);
    QCOMPARE(bench.session().state(), State::LoggedOut);
    QVERIFY(bench.button(u"Log in…"_s));
    QVERIFY(!bench.button(u"Log out"_s));
    QCOMPARE(bench.secrets.secret(bench.profile().refreshTokenKey()), QString());
    QCOMPARE(bench.label(u"organizationLabel"_s).text(), QString());
    QVERIFY(!bench.window().findChild<QAction *>(u"copyHeaderAction"_s)->isEnabled());
    QVERIFY(!bench.window().findChild<QAction *>(u"refreshAction"_s)->isEnabled());
    QVERIFY(!bench.window().findChild<QAction *>(u"logOutAction"_s)->isEnabled());
}

void TestMainWindow::failedLogoutSaysThatTheTokenIsStillThere()
{
    WindowBench bench;
    QVERIFY(bench.openIn(State::Active));
    bench.secrets.failNext(ScriptedSecretStore::Operation::Remove,
        {AuthError::Kind::Local, AuthError::Cause::SecretStoreLocked, u"locked"_s});
    bench.click(u"Log out"_s);
    QTRY_VERIFY_WITH_TIMEOUT(bench.notice().contains("is still there"_L1), patienceMs);
    QCOMPARE(bench.session().state(), State::LoggedOut);
}

void TestMainWindow::loginEndsTheNoticeOfAFailedLogout()
{
    WindowBench bench;
    QVERIFY(bench.openIn(State::Active));
    bench.secrets.failNext(ScriptedSecretStore::Operation::Remove,
        {AuthError::Kind::Local, AuthError::Cause::SecretStoreLocked, u"locked"_s});
    bench.click(u"Log out"_s);
    QTRY_VERIFY_WITH_TIMEOUT(bench.notice().contains("is still there"_L1), patienceMs);
    bench.click(u"Log in…"_s);
    auto *dialog = bench.window().findChild<LoginDialog *>();
    QVERIFY(dialog);
    findSpoken<QLineEdit>(*dialog, u"API token"_s)->setText(bench.apiToken);
    QTest::mouseClick(findSpoken<QPushButton>(*dialog, u"Log in"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(bench.session().state(), State::Active, patienceMs);
    QCOMPARE(bench.notice(), QString());
}

void TestMainWindow::profilesAreListed()
{
    WindowBench bench;
    bench.storeLogin(u"work"_s);
    bench.storeLogin(u"a/b & c"_s);
    QVERIFY(bench.openIn(State::Active));
    QStringList names;
    for (int i = 0; i < bench.profileBox().count(); ++i)
        names.append(bench.profileBox().itemText(i));
    QCOMPARE(names, QStringList({u"a/b & c"_s, u"default"_s, u"work"_s}));
    QCOMPARE(bench.profileBox().currentText(), u"default"_s);
}

void TestMainWindow::profileSwitchShowsTheOther()
{
    WindowBench bench;
    QVERIFY(bench.openIn(State::Active));
    const DesktopBench other;
    Profile work = bench.profile(u"work"_s);
    work.url = other.server.urlText();
    bench.profiles.save(work);
    bench.window().showProfile(u"work"_s);
    QTRY_COMPARE_WITH_TIMEOUT(bench.session(u"work"_s).state(), State::LoggedOut, patienceMs);
    QVERIFY(bench.button(u"Log in…"_s));
    QTRY_VERIFY_WITH_TIMEOUT(bench.says(u"Service: "_s + work.url), patienceMs);
    QCOMPARE(bench.window().windowTitle(), u"QCi Auth — work"_s);

    // Back by keyboard.
    bench.profileBox().setFocus();
    QTest::keyClick(&bench.profileBox(), Qt::Key_Up);
    QCOMPARE(bench.window().windowTitle(), u"QCi Auth — default"_s);
    QVERIFY(bench.says(u"Organization ID: org-1"_s));
    QCOMPARE(bench.exchanges(), 1);
}

void TestMainWindow::loginThatCouldNotBeSavedIsShown()
{
    WindowBench bench;
    QVERIFY(bench.openIn(State::Active));
    bench.secrets.failNext(ScriptedSecretStore::Operation::Remove,
        {AuthError::Kind::Local, AuthError::Cause::SecretStoreUnavailable, u"no keychain"_s});
    Login login(bench.secrets, bench.profiles, bench.sharing, bench.connector);
    const QSignalSpy succeeded(&login, &Login::succeeded);
    login.start(bench.profile(u"new"_s), bench.apiToken, Login::Keep::Nothing);
    QTRY_COMPARE_WITH_TIMEOUT(succeeded.size(), 1, patienceMs);
    QVERIFY(!bench.profiles.profile(u"new"_s));
    bench.sessions.adopt(login);
    bench.window().showProfile(u"new"_s);
    QCOMPARE(bench.profileBox().currentText(), u"new"_s); // not the saved one instead
    QVERIFY(bench.button(u"Copy bearer header"_s)->isEnabled());
}

void TestMainWindow::profileIsRememberedForTheNextRun()
{
    WindowBench bench;
    bench.storeLogin(u"work"_s);
    bench.open();
    bench.window().showProfile(u"work"_s);
    QCOMPARE(ProfileStore(bench.profiles.folder()).currentName(), u"work"_s);
}

void TestMainWindow::noticeOfOneProfileIsNotThatOfAnother()
{
    WindowBench bench;
    bench.storeLogin(u"work"_s);
    QVERIFY(bench.openIn(State::Active));
    bench.secrets.failNext(ScriptedSecretStore::Operation::Remove,
        {AuthError::Kind::Local, AuthError::Cause::SecretStoreLocked, u"locked"_s});
    bench.click(u"Log out"_s);
    QTRY_VERIFY_WITH_TIMEOUT(bench.notice().contains("is still there"_L1), patienceMs);
    bench.window().showProfile(u"work"_s);
    QTRY_COMPARE_WITH_TIMEOUT(bench.session(u"work"_s).state(), State::Active, patienceMs);
    QCOMPARE(bench.notice(), QString());
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

void TestMainWindow::sandboxIsSaidPlainly()
{
    WindowBench bench;
    bench.open();
    bench.window().showSandbox(bench.server.urlText(), bench.apiToken);
    QCOMPARE(bench.window().windowTitle(), u"QCi Auth — Sandbox"_s);
    QVERIFY(bench.says(u"Sandbox"_s));
    auto *dialog = bench.window().findChild<LoginDialog *>();
    QVERIFY(dialog);
    QVERIFY(dialog->isVisible());
    QCOMPARE(findSpoken<QLineEdit>(*dialog, u"API URL"_s)->text(), bench.server.urlText());
    QCOMPARE(findSpoken<QLineEdit>(*dialog, u"API token"_s)->text(), bench.apiToken);
    QTest::mouseClick(findSpoken<QPushButton>(*dialog, u"Log in"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(bench.says(u"Logged in"_s), patienceMs);
    QCOMPARE(bench.window().windowTitle(), u"QCi Auth — Sandbox"_s);
    QVERIFY(bench.says(u"Sandbox"_s));
    // The next run without a sandbox does not start in it.
    QCOMPARE(bench.profiles.currentName(), u"default"_s);
}

void TestMainWindow::failedSandboxIsSaid()
{
    WindowBench bench;
    bench.open();
    bench.window().showSandboxFailure(u"The sandbox cannot be started."_s);
    QCOMPARE(bench.notice(), u"The sandbox cannot be started."_s);
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

void TestMainWindow::windowMayGoDuringAnExchange()
{
    WindowBench bench;
    QVERIFY(bench.openIn(State::Active));
    bench.holdExchanges();
    bench.clock.advance(59min + 30s);
    bench.click(u"Copy bearer header"_s);
    bench.click(u"Refresh now"_s);
    QTRY_COMPARE_WITH_TIMEOUT(bench.exchanges(), 2, patienceMs);
    bench.close();
    QSignalSpy changed(&bench.session(), &Session::stateChanged);
    bench.session().logOut();
    QTRY_VERIFY_WITH_TIMEOUT(changed.size() > 0, patienceMs);
    QCOMPARE(clipboardText(), QString());
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
