// SPDX-License-Identifier: Apache-2.0
#include "scenes.h"

#include "activitydialog.h"
#include "autostart.h"
#include "futures.h"
#include "httpanswers.h"
#include "logindialog.h"
#include "preferencesdialog.h"
#include "sandboxprocess.h"
#include "testtokens.h"
#include "windowcloser.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace QciAuth {

namespace {

using State = Session::State;

// By object names, which are the same in all languages.
void trigger(WindowBench &bench, const char *action)
{
    bench.window().findChild<QAction *>(QString::fromLatin1(action))->trigger();
}

/// A window whose session is in that state, once the service has answered.
std::function<bool(WindowBench &)> state(State wanted)
{
    return [wanted](WindowBench &bench) {
        return bench.openIn(wanted) && (wanted == State::LoggedOut || waitUntil([&] {
            return bench.label(u"versionLabel"_s).text() == "auth 1.2.3"_L1;
        }));
    };
}

bool openActive(WindowBench &bench)
{
    return state(State::Active)(bench);
}

/// Time has passed, and nothing else has changed.
void letTimePass(WindowBench &bench, std::chrono::seconds time)
{
    bench.clock.advance(time);
    bench.window().hide();
    bench.window().show();
    waitUntil([&] { return bench.label(u"healthLabel"_s).text().startsWith("OK"_L1); });
}

bool openHalfWay(WindowBench &bench)
{
    const bool opened = openActive(bench);
    letTimePass(bench, 10min + 48s);
    return opened;
}

bool openEnding(WindowBench &bench)
{
    const bool opened = openActive(bench);
    bench.holdExchanges();
    letTimePass(bench, 53min + 18s);
    return opened;
}

bool openRefreshing(WindowBench &bench)
{
    const bool opened = openHalfWay(bench);
    bench.holdExchanges();
    trigger(bench, "refreshAction");
    // The arc is on its way.
    auto *animation = bench.ring().findChild<QTimer *>();
    const QSignalSpy moved(animation, &QTimer::timeout);
    return opened && waitUntil([&] { return moved.size() >= 4; });
}

bool openCopied(WindowBench &bench)
{
    const bool opened = openHalfWay(bench);
    trigger(bench, "copyHeaderAction");
    return opened && waitUntil([&] { return !bench.status().isEmpty(); });
}

bool openCopiedShortlyBeforeItsEnd(WindowBench &bench)
{
    bench.serveTokens(200s);
    const bool opened = bench.openIn(State::Active);
    letTimePass(bench, 170s);
    bench.answerExchanges(DesktopBench::outage());
    trigger(bench, "copyEnvironmentAction");
    return opened && waitUntil([&] { return !bench.status().isEmpty(); });
}

bool openFailing(WindowBench &bench)
{
    const bool opened = state(State::RefreshFailing)(bench);
    bench.answerHealth(bench.outage(), 230ms);
    letTimePass(bench, 2min + 33s);
    return opened;
}

bool openLongNotice(WindowBench &bench)
{
    return openActive(bench) && bench.failRenewal(bench.session(), DesktopBench::notFound());
}

bool openExpired(WindowBench &bench)
{
    bench.answerHealth(bench.outage(), 230ms);
    return state(State::Expired)(bench);
}

bool openWithoutKeychain(WindowBench &bench)
{
    const AuthError none(AuthError::Kind::Local, AuthError::Cause::SecretStoreUnavailable, u"no keychain"_s);
    bench.secrets.failNext(ScriptedSecretStore::Operation::Read, none);
    bench.storeLogin();
    bench.open();
    return waitUntil([&] { return !bench.notice().isEmpty(); });
}

bool openWaiting(WindowBench &bench)
{
    return state(State::Starting)(bench) && waitUntil([&] { return !bench.notice().isEmpty(); });
}

bool openSandbox(WindowBench &bench)
{
    bench.open();
    bench.window().showSandbox(bench.server.urlText(), bench.apiToken);
    return waitUntil([&] { return bench.window().findChild<LoginDialog *>() != nullptr; });
}

bool openMenu(WindowBench &bench, const QString &name)
{
    if (!openHalfWay(bench))
        return false;
    auto *menu = bench.window().findChild<QMenu *>(name);
    QMenuBar *bar = bench.window().menuBar();
    bar->setActiveAction(menu->menuAction());
    menu->popup(bar->mapToGlobal(bar->actionGeometry(menu->menuAction()).bottomLeft()));
    return true;
}

bool openAbout(WindowBench &bench)
{
    const bool opened = openHalfWay(bench);
    trigger(bench, "aboutAction");
    return opened && waitUntil([&] { return bench.window().findChild<QMessageBox *>() != nullptr; });
}

bool openActivity(WindowBench &bench)
{
    const bool opened = openFailing(bench);
    auto *dialog = new ActivityDialog(bench.activity, *QApplication::clipboard(), &bench.window());
    dialog->show();
    return opened && bench.activity.rowCount() > 0;
}

bool openEmptyActivity(WindowBench &bench)
{
    bench.open();
    auto *dialog = new ActivityDialog(bench.activity, *QApplication::clipboard(), &bench.window());
    dialog->show();
    return true;
}

bool openSandboxFailure(WindowBench &bench)
{
    bench.open();
    SandboxProcess sandbox;
    QString said;
    QObject::connect(&sandbox, &SandboxProcess::failed, &bench.window(), [&said](const QString &text) { said = text; });
    sandbox.start(u"/nowhere/qci-auth-sandbox"_s);
    if (!waitUntil([&said] { return !said.isEmpty(); }))
        return false;
    bench.window().showSandboxFailure(said);
    return true;
}

bool openRemovalGivenUp(WindowBench &bench)
{
    const bool opened = openActive(bench);
    bench.secrets.holdNext(ScriptedSecretStore::Operation::Remove);
    trigger(bench, "logOutAction");
    emit bench.window().closer().removalGivenUp();
    return opened && !bench.notice().isEmpty();
}

PreferencesDialog &shownPreferences(WindowBench &bench, Preferences &preferences)
{
    static const QTemporaryDir folder;
    static Autostart autostart({folder.path()}, u"/usr/bin/qci-auth-desktop"_s);
    auto *dialog = new PreferencesDialog(preferences, autostart, bench.translations, &bench.window());
    dialog->open();
    return *dialog;
}

bool openPreferences(WindowBench &bench)
{
    bench.open();
    shownPreferences(bench, bench.preferences);
    return true;
}

bool openPreferencesWithoutAutostart(WindowBench &bench)
{
    static Autostart nowhere({}, {});
    bench.open();
    (new PreferencesDialog(bench.preferences, nowhere, bench.translations, &bench.window()))->open();
    return true;
}

bool openPreferencesWithHints(WindowBench &bench)
{
    static Autostart somewhere({bench.folder.path()}, {});
    Preferences::Values values = bench.preferences.values();
    values.language = bench.translations.language() == "en"_L1 ? u"de"_s : u"en"_s;
    values.notifyWorkingAgain = false;
    bench.preferences.setValues(values);
    bench.open();
    auto *dialog = new PreferencesDialog(bench.preferences, somewhere, bench.translations, &bench.window());
    dialog->setTrayShown(false);
    dialog->open();
    return true;
}

bool openPreferencesOfSandbox(WindowBench &bench)
{
    static Autostart nowhere({}, {});
    bench.open();
    auto *dialog = new PreferencesDialog(bench.preferences, nowhere, bench.translations, &bench.window());
    dialog->showSandbox();
    dialog->open();
    return true;
}

/// What the dialog says where the settings file is none.
bool openDamagedPreferences(WindowBench &bench)
{
    QFile file(bench.folder.filePath(u"desktop.ini"_s));
    if (!file.open(QFile::WriteOnly) || file.write("\xff[none") < 0)
        return false;
    file.close();
    bench.open();
    auto *damaged = new Preferences(bench.folder.path(), &bench.window());
    return shownPreferences(bench, *damaged).findChild<QLabel *>(u"damageLabel"_s)->isVisible();
}

bool openUnsavedPreferences(WindowBench &bench)
{
    bench.open();
    auto *unwritable = new Preferences(u"/dev/null/none"_s, &bench.window());
    PreferencesDialog &dialog = shownPreferences(bench, *unwritable);
    auto *box = dialog.findChild<QCheckBox *>(u"workingAgainBox"_s);
    box->setChecked(!box->isChecked());
    dialog.accept();
    return dialog.findChild<QLabel *>(u"errorLabel"_s)->isVisible();
}

// -- the login dialog ---------------------------------------------------------------------------------------------

QWidget *loginDialog(WindowBench &bench)
{
    return bench.window().findChild<LoginDialog *>();
}

template<typename Widget>
Widget *part(WindowBench &bench, const char *name)
{
    return loginDialog(bench)->findChild<Widget *>(QString::fromLatin1(name));
}

bool openLogin(WindowBench &bench)
{
    bench.open();
    trigger(bench, "logInAction");
    return waitUntil([&] { return loginDialog(bench) != nullptr; });
}

bool openLoginWithoutKeychain(WindowBench &bench)
{
    static MissingSecretStore none;
    bench.open();
    const Environment environment((QProcessEnvironment()));
    (new LoginDialog(none, bench.profiles, bench.sharing, bench.connector, environment, &bench.window()))->open();
    return waitUntil([&] { return part<QLabel>(bench, "keepReason")->isVisible(); });
}

bool openFilledLogin(WindowBench &bench)
{
    if (!openLogin(bench))
        return false;
    part<QLineEdit>(bench, "urlEdit")->setText(bench.server.urlText());
    part<QLineEdit>(bench, "tokenEdit")->setText(bench.apiToken);
    return waitUntil([&] { return part<QLabel>(bench, "serviceHint")->text().contains("auth 1.2.3"_L1); });
}

bool openLoginInProgress(WindowBench &bench)
{
    const bool opened = openFilledLogin(bench);
    bench.holdExchanges();
    part<QPushButton>(bench, "logInButton")->click();
    return opened;
}

bool openRefusedLogin(WindowBench &bench)
{
    const bool opened = openFilledLogin(bench);
    bench.answerExchanges(bench.refusal());
    part<QPushButton>(bench, "logInButton")->click();
    return opened && waitUntil([&] { return part<QLabel>(bench, "errorLabel")->isVisible(); });
}

bool openAdvancedLogin(WindowBench &bench)
{
    const bool opened = openFilledLogin(bench);
    part<QCheckBox>(bench, "advancedBox")->setChecked(true);
    part<QCheckBox>(bench, "insecureBox")->setChecked(true);
    return opened && waitUntil([&] { return part<QLabel>(bench, "serviceHint")->text().contains("auth 1.2.3"_L1); });
}

} // namespace

QList<Scene> scenes()
{
    return {
        {u"logged-out"_s, state(State::LoggedOut)},
        {u"login"_s, openLogin},
        {u"login-filled"_s, openFilledLogin},
        {u"login-progress"_s, openLoginInProgress},
        {u"login-refused"_s, openRefusedLogin},
        {u"login-advanced"_s, openAdvancedLogin},
        {u"login-no-keychain"_s, openLoginWithoutKeychain},
        {u"waiting"_s, openWaiting},
        {u"active-new"_s, openActive},
        {u"active"_s, openHalfWay},
        {u"copied"_s, openCopied},
        {u"copied-ending"_s, openCopiedShortlyBeforeItsEnd},
        {u"refreshing"_s, openRefreshing},
        {u"last-minutes"_s, openEnding},
        {u"failing"_s, openFailing},
        {u"failing-long-notice"_s, openLongNotice},
        {u"expired"_s, openExpired},
        {u"login-required"_s, state(State::LoginRequired)},
        {u"locked"_s, state(State::Locked)},
        {u"no-keychain"_s, openWithoutKeychain},
        {u"removal-given-up"_s, openRemovalGivenUp},
        {u"sandbox"_s, openSandbox},
        {u"sandbox-failure"_s, openSandboxFailure},
        {u"menu-profile"_s, [](WindowBench &bench) { return openMenu(bench, u"profileMenu"_s); }},
        {u"menu-token"_s, [](WindowBench &bench) { return openMenu(bench, u"tokenMenu"_s); }},
        {u"activity"_s, openActivity},
        {u"activity-empty"_s, openEmptyActivity},
        {u"preferences"_s, openPreferences},
        {u"preferences-hints"_s, openPreferencesWithHints},
        {u"preferences-sandbox"_s, openPreferencesOfSandbox},
        {u"preferences-no-autostart"_s, openPreferencesWithoutAutostart},
        {u"preferences-damaged"_s, openDamagedPreferences},
        {u"preferences-unsaved"_s, openUnsavedPreferences},
        {u"about"_s, openAbout},
    };
}

} // namespace QciAuth
