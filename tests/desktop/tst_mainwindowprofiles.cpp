// SPDX-License-Identifier: Apache-2.0
#include "windowbench.h"

#include "futures.h"
#include "login.h"

#include <QSignalSpy>
#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using State = Session::State;

/// Several profiles in one window.
class TestMainWindowProfiles : public QObject
{
    Q_OBJECT

private slots:
    void profilesAreListed();
    void profileSwitchShowsTheOther();
    void loginThatCouldNotBeSavedIsShown();
    void profileIsRememberedForTheNextRun();
    void noticeOfOneProfileIsNotThatOfAnother();
    void noticeClosedForOneProfileIsShownForAnother();
};

void TestMainWindowProfiles::profilesAreListed()
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

void TestMainWindowProfiles::profileSwitchShowsTheOther()
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

void TestMainWindowProfiles::loginThatCouldNotBeSavedIsShown()
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

void TestMainWindowProfiles::profileIsRememberedForTheNextRun()
{
    WindowBench bench;
    bench.storeLogin(u"work"_s);
    bench.open();
    bench.window().showProfile(u"work"_s);
    QCOMPARE(ProfileStore(bench.profiles.folder()).currentName(), u"work"_s);
}

void TestMainWindowProfiles::noticeOfOneProfileIsNotThatOfAnother()
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

void TestMainWindowProfiles::noticeClosedForOneProfileIsShownForAnother()
{
    WindowBench bench;
    bench.storeLogin(u"work"_s);
    QVERIFY(bench.openIn(State::LoginRequired));
    QTRY_COMPARE_WITH_TIMEOUT(bench.session(u"work"_s).state(), State::LoginRequired, patienceMs);
    const QString refused = bench.notice();
    bench.click(u"Close notice"_s);
    QCOMPARE(bench.notice(), QString());
    bench.window().showProfile(u"work"_s);
    QCOMPARE(bench.notice(), refused);
    QVERIFY(bench.button(u"Log in again…"_s));
}

QTEST_MAIN(TestMainWindowProfiles)
#include "tst_mainwindowprofiles.moc"
