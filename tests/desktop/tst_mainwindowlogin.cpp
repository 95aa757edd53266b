// SPDX-License-Identifier: Apache-2.0
#include "windowbench.h"

#include "futures.h"
#include "logindialog.h"

#include <QAction>
#include <QCheckBox>
#include <QLineEdit>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <algorithm>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = Session::State;

/// How users log in and out in the window.
class TestMainWindowLogin : public QObject
{
    Q_OBJECT

private slots:
    void loginLeadsToTheToken();
    void loginUnderAnotherNameTurnsToIt();
    void cancelledLoginChangesNothing();
    void thereIsOneLoginDialog();
    void logoutForgetsEverything();
    void loginEndsTheNoticeOfAFailedLogout();
    void failedLogoutSaysThatTheTokenIsStillThere();
    void quitThatFailsWaitsNoLonger_data();
    void quitThatFailsWaitsNoLonger();
    void sandboxIsSaidPlainly();
    void sandboxIsOfferedAgain();
    void failedSandboxIsSaid();
};

void TestMainWindowLogin::loginLeadsToTheToken()
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

void TestMainWindowLogin::loginUnderAnotherNameTurnsToIt()
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

void TestMainWindowLogin::cancelledLoginChangesNothing()
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

void TestMainWindowLogin::thereIsOneLoginDialog()
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

void TestMainWindowLogin::logoutForgetsEverything()
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

void TestMainWindowLogin::loginEndsTheNoticeOfAFailedLogout()
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

void TestMainWindowLogin::failedLogoutSaysThatTheTokenIsStillThere()
{
    WindowBench bench;
    QVERIFY(bench.openIn(State::Active));
    bench.secrets.failNext(ScriptedSecretStore::Operation::Remove,
        {AuthError::Kind::Local, AuthError::Cause::SecretStoreLocked, u"locked"_s});
    bench.click(u"Log out"_s);
    QTRY_VERIFY_WITH_TIMEOUT(bench.notice().contains("is still there"_L1), patienceMs);
    QCOMPARE(bench.session().state(), State::LoggedOut);
}

void TestMainWindowLogin::quitThatFailsWaitsNoLonger_data()
{
    QTest::addColumn<bool>("answers");
    QTest::addColumn<QString>("said");
    QTest::newRow("keychain refuses") << true << u"is still there"_s;
    QTest::newRow("keychain hangs") << false << u"may still be in it"_s;
}

void TestMainWindowLogin::quitThatFailsWaitsNoLonger()
{
    QFETCH(const bool, answers);
    QFETCH(const QString, said);
    WindowBench bench;
    QVERIFY(bench.openIn(State::Active));
    bench.secrets.holdNext(ScriptedSecretStore::Operation::Remove);
    bench.secrets.failNext(ScriptedSecretStore::Operation::Remove,
        {AuthError::Kind::Local, AuthError::Cause::SecretStoreLocked, u"locked"_s});
    if (!answers)
        bench.window().closer().guard().setPatience(10ms);
    bench.click(u"Log out"_s);
    bench.window().close();
    QCOMPARE(bench.status(), u"Waiting for the keychain…"_s);
    if (answers)
        bench.secrets.release();
    QTRY_VERIFY_WITH_TIMEOUT(bench.notice().contains(said), patienceMs);
    QCOMPARE(bench.status(), QString());
    QVERIFY(bench.window().isVisible());
    bench.close();
    bench.secrets.release();
}

void TestMainWindowLogin::sandboxIsSaidPlainly()
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

void TestMainWindowLogin::sandboxIsOfferedAgain()
{
    WindowBench bench;
    bench.open();
    bench.window().showSandbox(bench.server.urlText(), bench.apiToken);
    for (int i = 0; i < 2; ++i) {
        QPointer<LoginDialog> dialog = bench.window().findChild<LoginDialog *>();
        QVERIFY(dialog);
        QCOMPARE(findSpoken<QLineEdit>(*dialog, u"API URL"_s)->text(), bench.server.urlText());
        QCOMPARE(findSpoken<QLineEdit>(*dialog, u"API token"_s)->text(), bench.apiToken);
        QVERIFY(!findSpoken<QCheckBox>(*dialog, u"Keep me logged in"_s)->isChecked());
        dialog->close();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog, patienceMs);
        bench.click(u"Log in…"_s);
    }
}

void TestMainWindowLogin::failedSandboxIsSaid()
{
    WindowBench bench;
    bench.open();
    bench.window().showSandboxFailure(u"The sandbox cannot be started."_s);
    QCOMPARE(bench.notice(), u"The sandbox cannot be started."_s);
}

QTEST_MAIN(TestMainWindowLogin)
#include "tst_mainwindowlogin.moc"
