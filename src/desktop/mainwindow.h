// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "logindesk.h"
#include "notice.h"
#include "noticechoice.h"
#include "servicemonitor.h"
#include "sessioncommands.h"
#include "windowcloser.h"

#include <QMainWindow>

#include <memory>

class QClipboard;

namespace QciAuth {

namespace Ui {
class MainWindow;
}

class Connector;
class Environment;
class Login;
class Preferences;
class ProfileStore;
class SecretStore;
class Session;
class SessionDisplay;
class Sessions;
class SharedExchange;

/// The window (desktop.md): shows one session and its service, and offers what can be done with them. It only wires:
/// its pages and panels show, SessionDisplay counts, SessionCommands does, NoticeChoice and WindowCloser decide.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    /// What the window works with; all of it must outlive the window.
    struct Parts
    {
        Sessions &sessions;
        SecretStore &secrets;
        ProfileStore &profiles;
        const SharedExchange &sharing;
        const Connector &connector;
        const Environment &environment;
        const Preferences &preferences;
        QClipboard &clipboard;
    };

    explicit MainWindow(const Parts &parts, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Shows a profile of which nothing is known yet: for the first picture, before anything is asked.
    void expectProfile(const QString &name);
    /// Turns to the profile of that name.
    void showProfile(const QString &name);
    /// Says plainly that this is a sandbox, and offers to log in to it.
    void showSandbox(const QString &url, const QString &apiToken);
    /// Says that there is no sandbox after all.
    void showSandboxFailure(const QString &text) { showOwnNotice(text); }
    /// Looks at the clock and at the service now: the machine or the network has come back.
    void wake();

    /// Comes to the front, where another start of the program wants that; see raiseWindow().
    void activate(const QString &activationToken);
    /// Lists the profiles anew: another process has changed them.
    void listProfiles();
    /// Says for a moment what was done.
    void say(const QString &text);

    /// What decides where the window goes when it is closed, and ends the program.
    WindowCloser &closer() { return m_closer; }

    /// What the window shows; null before the first showProfile().
    Session *session() const { return m_session; }
    /// Whether the user can see it.
    bool isSeen() const;
    /// Whether the session has a token to copy and to refresh.
    bool hasToken() const;
    void copyHeader();
    void refresh();
    /// Opens the login dialog of the profile that is shown, or turns to the one that is open.
    void openLogin();

signals:
    /// The status bar says so, which helps only a user who sees it.
    void said(const QString &text);
    /// The window shows another session, and follows it already.
    void sessionShown(QciAuth::Session *session);
    /// The window has its first picture: what that does not need may begin.
    void firstPainted();
    /// The user wants to choose what holds for the window.
    void preferencesRequested();
    /// Something of that profile is on the clipboard now, or the reason why not is known.
    void copied(const QString &profileName, const QString &said, const QString &fault);
    void activityRequested();
    /// @param service  of the profile that is shown.
    void diagnosticsRequested(QciAuth::ServiceMonitor &service);

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void alignCaptions();
    void setUpActions();
    void adopt(Login &login);
    void logOut();
    void actOnNotice(Notice::Action action);

    void takeBackQuit();
    void showPage(bool isLoggedIn);
    void showOwnNotice(const QString &text);
    void showSession();
    void showKeychainName();
    void showRemovalGivenUp();
    void followVisibility();
    void followPreferences();

    Parts m_parts;
    std::unique_ptr<Ui::MainWindow> m_ui;
    ServiceMonitor m_monitor;
    WindowCloser m_closer;
    SessionCommands m_commands;
    NoticeChoice m_noticeChoice;
    LoginDesk m_loginDesk;
    std::unique_ptr<SessionDisplay> m_display; ///< in the parts of m_ui
    Session *m_session = nullptr;
    bool m_isSandbox = false;
    bool m_isPainted = false;
    bool m_wasSeen = false;
};

} // namespace QciAuth
