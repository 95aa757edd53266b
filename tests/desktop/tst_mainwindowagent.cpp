// SPDX-License-Identifier: Apache-2.0
#include "agent.h"
#include "futures.h"
#include "httpanswers.h"
#include "logindialog.h"
#include "testtokens.h"
#include "windowbench.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = Session::State;

namespace {

constexpr std::chrono::milliseconds briefly{10};

/// A window that other programs of the user can ask, as Application puts it together.
class AgentWindowBench : public WindowBench
{
public:
    AgentWindowBench()
        : agent(sessions, profiles)
    {
    }

    void openWithAgent()
    {
        open();
        QObject::connect(&agent, &Agent::activated, &window(), &MainWindow::activate);
        QObject::connect(&agent, &Agent::profilesChanged, &window(), &MainWindow::listProfiles);
    }
    void ask(const QString &verb, const QString &profileName = u"default"_s)
    {
        agent.answer({{u"verb"_s, verb}, {u"profile"_s, profileName}});
    }
    QStringList listed()
    {
        QStringList names;
        for (int i = 0; i < profileBox().count(); ++i)
            names.append(profileBox().itemText(i));
        return names;
    }

    Agent agent;
};

} // namespace

/// What other programs of the user make the window do.
class TestMainWindowAgent : public QObject
{
    Q_OBJECT

private slots:
    void activateShowsTheWindow_data();
    void activateShowsTheWindow();
    void activateKeepsAMaximisedWindow();
    void activateLeavesTheKeysToTheDialog();
    void activateEndsTheWaitForTheKeychainBeforeQuitting();
    void quitWaitsForARotatedToken_data();
    void quitWaitsForARotatedToken();
    void quitWaitsForAnAnswer_data();
    void quitWaitsForAnAnswer();
    void quitWaitsForALogin_data();
    void quitWaitsForALogin();
    void activateEndsTheWaitForAnExchangeBeforeQuitting_data();
    void activateEndsTheWaitForAnExchangeBeforeQuitting();

    void loginElsewhereIsShown();
    void logoutElsewhereIsShown();
    void profilesOfOthersAreListed();
    void removedProfileIsShownAsLoggedOut();
    void renamedProfileIsFollowed();
    void serviceOfAnotherLoginIsWatched();
    void profilesChangedBeforeTheFirstPictureIsNoTrouble();
};

void TestMainWindowAgent::activateShowsTheWindow_data()
{
    QTest::addColumn<QString>("how");
    QTest::newRow("hidden") << u"hidden"_s;
    QTest::newRow("minimised") << u"minimised"_s;
    QTest::newRow("behind") << u"behind"_s;
}

void TestMainWindowAgent::activateShowsTheWindow()
{
    QFETCH(const QString, how);
    AgentWindowBench bench;
    bench.openWithAgent();
    QWidget other;
    other.show();
    other.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&other, patienceMs));
    if (how == u"hidden")
        bench.window().hide();
    if (how == u"minimised")
        bench.window().showMinimized();
    bench.ask(u"activate"_s);
    QVERIFY(QTest::qWaitForWindowActive(&bench.window(), patienceMs));
    QVERIFY(bench.window().isVisible());
    QVERIFY(!bench.window().isMinimized());
}

void TestMainWindowAgent::activateKeepsAMaximisedWindow()
{
    AgentWindowBench bench;
    bench.openWithAgent();
    bench.window().showMaximized();
    bench.window().setWindowState(bench.window().windowState() | Qt::WindowMinimized);
    bench.ask(u"activate"_s);
    QTRY_VERIFY_WITH_TIMEOUT(bench.window().isMaximized() && !bench.window().isMinimized(), patienceMs);
}

void TestMainWindowAgent::activateLeavesTheKeysToTheDialog()
{
    AgentWindowBench bench;
    bench.openWithAgent();
    bench.click(u"Log in…"_s);
    auto *dialog = bench.window().findChild<LoginDialog *>();
    QVERIFY(dialog);
    QVERIFY(QTest::qWaitForWindowActive(dialog, patienceMs));
    QWidget other;
    other.show();
    other.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&other, patienceMs));
    bench.ask(u"activate"_s);
    QVERIFY(QTest::qWaitForWindowActive(dialog, patienceMs));
}

void TestMainWindowAgent::activateEndsTheWaitForTheKeychainBeforeQuitting()
{
    AgentWindowBench bench;
    QVERIFY(bench.sessionIn(State::Active));
    bench.openWithAgent();
    bench.secrets.holdNext(ScriptedSecretStore::Operation::Remove);
    bench.click(u"Log out"_s);
    bench.window().close();
    QCOMPARE(bench.status(), u"Waiting for the keychain…"_s);
    bench.ask(u"activate"_s);
    QCOMPARE(bench.status(), QString());
    bench.secrets.release();
    QTRY_COMPARE_WITH_TIMEOUT(bench.status(), u"Logged out"_s, patienceMs);
    QVERIFY(bench.window().isVisible());
}

void TestMainWindowAgent::quitWaitsForARotatedToken_data()
{
    QTest::addColumn<bool>("answers");
    QTest::newRow("keychain answers late") << true;
    QTest::newRow("keychain hangs") << false;
}

void TestMainWindowAgent::quitWaitsForARotatedToken()
{
    QFETCH(const bool, answers);
    AgentWindowBench bench;
    QVERIFY(bench.sessionIn(State::Active));
    bench.openWithAgent();
    const QString rotated = TestTokens::apiToken();
    const QString key = bench.profile().refreshTokenKey();
    bench.secrets.setObserver([&bench, key](const QString &call) {
        if (call == u"write "_s + key)
            bench.secrets.holdNext(ScriptedSecretStore::Operation::Write);
    });
    QJsonObject answer = exchangeObject(TestTokens::accessToken(), bench.clock.now().addSecs(3600));
    answer.insert(u"refresh_token"_s, rotated);
    bench.answerExchanges(jsonAnswer("200 OK", answer));
    bench.clock.advance(1s);
    bench.click(u"Refresh now"_s);
    QTRY_VERIFY_WITH_TIMEOUT(bench.secrets.isHolding(), patienceMs);

    if (!answers)
        bench.window().closer().guard().setPatience(briefly);
    QVERIFY(!bench.window().close());
    QCOMPARE(bench.status(), u"Waiting for the refresh to end…"_s);
    if (answers)
        bench.secrets.release();
    QTRY_VERIFY_WITH_TIMEOUT(!bench.window().isVisible(), patienceMs);
    QVERIFY(bench.secrets.secret(key) == (answers ? rotated : bench.apiToken));
    bench.close();
    bench.secrets.release();
}

void TestMainWindowAgent::quitWaitsForAnAnswer_data()
{
    QTest::addColumn<bool>("answers");
    QTest::newRow("service answers late") << true;
    QTest::newRow("service hangs") << false;
}

// From when the service may have made a new API token: it may be the only one that is worth anything.
void TestMainWindowAgent::quitWaitsForAnAnswer()
{
    QFETCH(const bool, answers);
    AgentWindowBench bench;
    QVERIFY(bench.sessionIn(State::Active));
    bench.openWithAgent();
    const QString rotated = TestTokens::apiToken();
    QJsonObject answer = exchangeObject(TestTokens::accessToken(), bench.clock.now().addSecs(3600));
    answer.insert(u"refresh_token"_s, rotated);
    QPointer<QTcpSocket> asked;
    bench.server.setHandler([&asked](const WireRequest &request, QTcpSocket &socket) {
        if (request.body.contains("refresh_token"))
            asked = &socket;
    });
    bench.clock.advance(1s);
    const auto refresh = bench.session().refreshNow();
    QTRY_VERIFY_WITH_TIMEOUT(asked, patienceMs);

    if (!answers)
        bench.window().closer().guard().setPatience(briefly);
    QVERIFY(!bench.window().close());
    QCOMPARE(bench.status(), u"Waiting for the refresh to end…"_s);
    QVERIFY(!bench.window().close());
    if (answers)
        LoopbackServer::answer(*asked, jsonAnswer("200 OK", answer));
    QTRY_VERIFY_WITH_TIMEOUT(!bench.window().isVisible(), patienceMs);
    QVERIFY(bench.secrets.secret(bench.profile().refreshTokenKey()) == (answers ? rotated : bench.apiToken));
}

void TestMainWindowAgent::quitWaitsForALogin_data()
{
    QTest::addColumn<bool>("answers");
    QTest::newRow("keychain answers late") << true;
    QTest::newRow("keychain hangs") << false;
}

// The token that was stored for another address has gone before the new one is there.
void TestMainWindowAgent::quitWaitsForALogin()
{
    QFETCH(const bool, answers);
    AgentWindowBench bench;
    bench.serveTokens(1h);
    const Profile profile = bench.profile();
    Profile before = profile;
    before.url = u"http://127.0.0.1:1/"_s;
    QVERIFY(!bench.profiles.save(before));
    bench.secrets.putSecret(profile.refreshTokenKey(), TestTokens::apiToken());
    bench.openWithAgent();
    bench.secrets.setObserver([&bench, key = profile.refreshTokenKey()](const QString &call) {
        if (call == u"write "_s + key)
            bench.secrets.holdNext(ScriptedSecretStore::Operation::Write);
    });
    bench.window().openLogin();
    auto *dialog = bench.window().findChild<LoginDialog *>();
    QVERIFY(dialog);
    dialog->setProfile(profile);
    findSpoken<QLineEdit>(*dialog, u"API token"_s)->setText(bench.apiToken);
    QTest::mouseClick(findSpoken<QPushButton>(*dialog, u"Log in"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(bench.secrets.isHolding(), patienceMs);

    bench.window().closer().quit();
    QVERIFY(bench.window().isVisible());
    QCOMPARE(bench.status(), u"Waiting for the login to end…"_s);
    if (answers)
        bench.secrets.release();
    QTRY_VERIFY_WITH_TIMEOUT(!bench.window().isVisible(), patienceMs);
    QCOMPARE(bench.secrets.secret(profile.refreshTokenKey()) == bench.apiToken, answers);
    bench.close();
    bench.secrets.release();
}

void TestMainWindowAgent::activateEndsTheWaitForAnExchangeBeforeQuitting_data()
{
    QTest::addColumn<bool>("answers");
    QTest::newRow("service answers") << true;
    QTest::newRow("service hangs") << false;
}

void TestMainWindowAgent::activateEndsTheWaitForAnExchangeBeforeQuitting()
{
    QFETCH(const bool, answers);
    AgentWindowBench bench;
    QVERIFY(bench.sessionIn(State::Active));
    bench.openWithAgent();
    bench.holdExchanges();
    bench.clock.advance(1s);
    const int before = bench.exchanges();
    const auto refresh = bench.session().refreshNow();
    QTRY_VERIFY_WITH_TIMEOUT(bench.exchanges() > before, patienceMs);
    if (!answers)
        bench.window().closer().guard().setPatience(briefly);
    QVERIFY(!bench.window().close());
    bench.ask(u"activate"_s);
    QCOMPARE(bench.status(), QString());
    if (answers) {
        bench.session().logOut(); // ends the exchange
        QVERIFY(QTest::qWaitFor([&refresh] { return refresh.isFinished(); }, patienceMs));
    } else {
        QTimer later; // than the end of the wait
        later.setSingleShot(true);
        later.start(2 * briefly);
        QTRY_VERIFY_WITH_TIMEOUT(!later.isActive(), patienceMs);
    }
    QVERIFY(bench.window().isVisible());
}

void TestMainWindowAgent::loginElsewhereIsShown()
{
    AgentWindowBench bench;
    bench.openWithAgent();
    QVERIFY(bench.button(u"Log in…"_s));
    bench.storeLogin();
    bench.ask(u"reload"_s);
    QTRY_VERIFY_WITH_TIMEOUT(bench.says(u"Organization ID: org-1"_s), patienceMs);
    QVERIFY(!bench.button(u"Log in…"_s));
    QVERIFY(bench.button(u"Log out"_s));
    QTRY_VERIFY_WITH_TIMEOUT(bench.says(u"Service: "_s + bench.profile().url), patienceMs);
    QCOMPARE(bench.exchanges(), 1);
}

void TestMainWindowAgent::logoutElsewhereIsShown()
{
    AgentWindowBench bench;
    QVERIFY(bench.sessionIn(State::Active));
    bench.openWithAgent();
    QVERIFY(succeeds(bench.sharing.forget(bench.profile(), bench.secrets)));
    bench.ask(u"reload"_s);
    QTRY_VERIFY_WITH_TIMEOUT(bench.button(u"Log in…"_s), patienceMs);
    QVERIFY(!bench.button(u"Log out"_s));
}

void TestMainWindowAgent::profilesOfOthersAreListed()
{
    AgentWindowBench bench;
    QVERIFY(bench.sessionIn(State::Active));
    bench.openWithAgent();
    QSignalSpy chosen(&bench.profileBox(), &QComboBox::textActivated);
    bench.storeLogin(u"a"_s);
    bench.storeLogin(u"work"_s);
    bench.ask(u"reload"_s, u"work"_s);
    QCOMPARE(bench.listed(), QStringList({u"a"_s, u"default"_s, u"work"_s}));
    QCOMPARE(bench.profileBox().currentText(), u"default"_s);
    QVERIFY(!bench.profiles.remove(u"a"_s));
    bench.ask(u"reload"_s, u"a"_s);
    QCOMPARE(bench.listed(), QStringList({u"default"_s, u"work"_s}));
    QCOMPARE(bench.profileBox().currentText(), u"default"_s);
    QVERIFY(chosen.isEmpty());
}

void TestMainWindowAgent::removedProfileIsShownAsLoggedOut()
{
    AgentWindowBench bench;
    QVERIFY(bench.sessionIn(State::Active));
    bench.openWithAgent();
    QVERIFY(bench.says(u"Organization ID: org-1"_s));
    QVERIFY(!bench.profiles.remove(u"default"_s));
    QVERIFY(succeeds(bench.sharing.forget(bench.profile(), bench.secrets)));
    bench.ask(u"reload"_s);
    QTRY_VERIFY_WITH_TIMEOUT(bench.button(u"Log in…"_s), patienceMs);
    QCOMPARE(bench.profileBox().currentText(), u"default"_s);
    QVERIFY(!bench.says(u"Service: "_s + bench.profile().url));
    // And it can be logged in to again.
    bench.storeLogin();
    bench.ask(u"reload"_s);
    QTRY_VERIFY_WITH_TIMEOUT(bench.says(u"Organization ID: org-1"_s), patienceMs);
}

void TestMainWindowAgent::renamedProfileIsFollowed()
{
    AgentWindowBench bench;
    QVERIFY(bench.sessionIn(State::Active));
    bench.openWithAgent();
    QVERIFY(bench.says(u"Organization ID: org-1"_s));
    // As `qci-auth profile rename` does it.
    bench.storeLogin(u"renamed"_s);
    QVERIFY(!bench.profiles.setCurrentName(u"renamed"_s));
    QVERIFY(succeeds(bench.sharing.forget(bench.profile(), bench.secrets)));
    QVERIFY(!bench.profiles.remove(u"default"_s));
    bench.ask(u"reload"_s);
    QTRY_COMPARE_WITH_TIMEOUT(bench.profileBox().currentText(), u"renamed"_s, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(bench.says(u"Organization ID: org-1"_s), patienceMs);
    QCOMPARE(bench.profileBox().count(), 1);
}

void TestMainWindowAgent::serviceOfAnotherLoginIsWatched()
{
    AgentWindowBench bench;
    QVERIFY(bench.sessionIn(State::Active));
    bench.openWithAgent();
    QTRY_VERIFY_WITH_TIMEOUT(bench.says(u"Service: "_s + bench.profile().url), patienceMs);
    DesktopBench elsewhere;
    Profile moved = bench.profile();
    moved.url = elsewhere.server.urlText();
    moved.timeout = 7s;
    QVERIFY(!bench.profiles.save(moved));
    bench.ask(u"reload"_s);
    QTRY_VERIFY_WITH_TIMEOUT(bench.says(u"Service: "_s + moved.url), patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(elsewhere.server.requests().size() >= 3, patienceMs); // exchange, health, version
    QVERIFY(bench.session().profile().connectsLike(moved));
}

void TestMainWindowAgent::profilesChangedBeforeTheFirstPictureIsNoTrouble()
{
    AgentWindowBench bench;
    const auto window = bench.makeWindow();
    window->expectProfile(u"default"_s);
    window->listProfiles();
    window->activate(QString());
    window->showProfile(u"default"_s);
    QVERIFY(window->isVisible());
}

QTEST_MAIN(TestMainWindowAgent)
#include "tst_mainwindowagent.moc"
