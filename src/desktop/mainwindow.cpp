// SPDX-License-Identifier: Apache-2.0
#include "mainwindow.h"

#include "aboutbox.h"
#include "preferences.h"
#include "profilestore.h"
#include "raisewindow.h"
#include "secretclipboard.h"
#include "secretstore.h"
#include "session.h"
#include "sessiondisplay.h"
#include "sessions.h"
#include "shortname.h"
#include "ui_mainwindow.h"

#include <QCloseEvent>
#include <QPointer>
#include <QScreen>
#include <QScrollBar>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

constexpr std::chrono::minutes healthIntervalHidden{5};

// Qt 6.4 leaves its old font to whatever has a style sheet of its own.
void renewStyleSheets(const QWidget &window)
{
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        if (const QString sheet = widget->styleSheet(); !sheet.isEmpty())
            widget->setStyleSheet(sheet);
    }
}

} // namespace

MainWindow::MainWindow(const Parts &parts, QWidget *parent)
    : QMainWindow(parent)
    , m_parts(parts)
    , m_ui(std::make_unique<Ui::MainWindow>())
    , m_monitor(parts.connector, this)
    , m_closer(*this, parts.sharing, this)
    , m_commands(parts.clipboard, parts.connector, m_closer.guard(), this)
    , m_noticeChoice(parts.environment, this)
    , m_loginDesk(*this, {parts.secrets, parts.profiles, parts.sharing, parts.connector, parts.environment}, this)
{
    m_ui->setupUi(this);
    m_display = std::make_unique<SessionDisplay>(SessionDisplay::Parts{*m_ui->tokenPage, *m_ui->noticeBar,
                                                     *m_ui->statusBar, m_noticeChoice, m_commands.secretClipboard()},
        this);
    const QSize grown(scaledToFont(width(), font()), scaledToFont(height(), font()));
    resize(grown.boundedTo(screen()->availableSize()));
    m_ui->profileBar->follow(parts.sessions);
    // Each comes right after the first, and so before what was set before it.
    QWidget *first = m_ui->profileBar->firstInTabOrder();
    m_ui->servicePanel->followInTabOrder(first);
    m_ui->tokenPage->followInTabOrder(first);
    m_ui->emptyPage->followInTabOrder(first);
    m_ui->noticeBar->followInTabOrder(first);
    alignCaptions();
    setUpActions();

    connect(&m_noticeChoice, &NoticeChoice::changed, m_display.get(), &SessionDisplay::update);
    connect(&m_commands.secretClipboard(), &SecretClipboard::changed, m_display.get(), &SessionDisplay::update);
    m_ui->servicePanel->follow(m_monitor);
    connect(&m_monitor, &ServiceMonitor::checked, &parts.sessions, &Sessions::serviceChecked);
    connect(&parts.preferences, &Preferences::changed, this, &MainWindow::followPreferences);
    followPreferences();
    connect(&m_loginDesk, &LoginDesk::loggedIn, this, &MainWindow::adopt);
    connect(&m_closer, &WindowCloser::held, this, [this](const QString &why) {
        statusBar()->showMessage(why); // until that ends
        emit said(why);
    });
    connect(&m_closer, &WindowCloser::removalGivenUp, this, &MainWindow::showRemovalGivenUp);
}

MainWindow::~MainWindow()
{
    m_commands.secretClipboard().clear();
}

void MainWindow::alignCaptions()
{
    // The values of both groups stand in one column.
    const int captionWidth = std::max(m_ui->tokenPage->captionWidth(), m_ui->servicePanel->captionWidth());
    m_ui->tokenPage->setCaptionWidth(captionWidth);
    m_ui->servicePanel->setCaptionWidth(captionWidth);
}

void MainWindow::setUpActions()
{
    connect(m_ui->profileBar, &ProfileBar::profileChosen, this, &MainWindow::showProfile);
    connect(m_ui->profileBar, &ProfileBar::logOutRequested, this, &MainWindow::logOut);
    connect(m_ui->noticeBar, &NoticeBar::actionTriggered, this, &MainWindow::actOnNotice);
    connect(m_ui->noticeBar, &NoticeBar::dismissed, this, [this] {
        m_noticeChoice.setOwn({});
        m_display->update();
    });
    connect(m_ui->emptyPage, &EmptyPage::logInRequested, this, &MainWindow::openLogin);
    connect(m_ui->logInAction, &QAction::triggered, this, &MainWindow::openLogin);
    connect(m_ui->logOutAction, &QAction::triggered, this, &MainWindow::logOut);
    connect(m_ui->tokenPage, &TokenPage::copyHeaderRequested, m_ui->copyHeaderAction, &QAction::trigger);
    const std::initializer_list<std::pair<QAction *, TokenText::Form>> copies{
        {m_ui->copyHeaderAction, TokenText::Form::Header}, {m_ui->copyTokenAction, TokenText::Form::Bare},
        {m_ui->copyCurlAction, TokenText::Form::Curl}, {m_ui->copyPythonAction, TokenText::Form::PythonHeaders},
        {m_ui->copyEnvironmentAction, TokenText::Form::Environment}};
    for (const auto &[action, form] : copies)
        connect(action, &QAction::triggered, this, [this, form = form] { m_commands.copyToken(*m_session, form); });
    m_ui->tokenPage->setCopyAsMenu(m_ui->copyAsMenu);
    m_ui->tokenPage->nameShortcuts(m_ui->copyHeaderAction->shortcut(), m_ui->refreshAction->shortcut());
    connect(m_ui->tokenPage, &TokenPage::copyIdRequested, this,
        [this](const QString &id, const QString &what) { m_commands.copyId(*m_session, id, what); });
    connect(&m_commands, &SessionCommands::said, this, &MainWindow::say);
    connect(&m_commands, &SessionCommands::copied, this, &MainWindow::copied);
    connect(&m_commands, &SessionCommands::removalFailed, this, [this](const QString &why) {
        statusBar()->clearMessage(); // nobody waits for it any more
        showOwnNotice(why);
    });
    connect(&m_commands, &SessionCommands::removalMadeUp, this, [this] { showOwnNotice({}); });
    connect(m_ui->tokenPage, &TokenPage::refreshRequested, this, &MainWindow::refresh);
    connect(m_ui->refreshAction, &QAction::triggered, this, &MainWindow::refresh);
    connect(m_ui->preferencesAction, &QAction::triggered, this, &MainWindow::preferencesRequested);
    // What has to be scrolled can be scrolled by keyboard.
    connect(m_ui->centralWidget->verticalScrollBar(), &QScrollBar::rangeChanged, this,
        [this](int, int last) { m_ui->centralWidget->setFocusPolicy(last > 0 ? Qt::TabFocus : Qt::NoFocus); });
    connect(m_ui->quitAction, &QAction::triggered, &m_closer, &WindowCloser::quit);
    connect(m_ui->activityAction, &QAction::triggered, this, &MainWindow::activityRequested);
    connect(m_ui->diagnosticsAction, &QAction::triggered, this, [this] { emit diagnosticsRequested(m_monitor); });
    connect(m_ui->aboutAction, &QAction::triggered, this,
        [this] { (new AboutBox(m_ui->statusBar->keychainText(), this))->open(); });
}

void MainWindow::expectProfile(const QString &name)
{
    setWindowTitle(tr("QCi Auth — %1").arg(shortName(name)));
    m_ui->profileBar->showProfiles({name}, name);
    const bool isKnown = m_parts.profiles.profile(name).has_value();
    showPage(isKnown);
    m_ui->tokenPage->showWaiting();
    centralWidget()->setEnabled(false);
    menuBar()->setEnabled(false);
}

void MainWindow::showProfile(const QString &name)
{
    centralWidget()->setEnabled(true);
    menuBar()->setEnabled(true);
    Session &session = m_parts.sessions.session(name);
    if (m_session == &session)
        return;
    if (m_session) {
        m_session->disconnect(this);
        m_session->disconnect(&m_monitor);
    }
    m_session = &session;
    m_display->follow(session);
    m_noticeChoice.setOwn({});
    m_ui->noticeBar->setNotice(std::nullopt); // one that was closed, was closed for the other profile
    connect(m_session, &Session::stateChanged, this, &MainWindow::showSession);
    connect(m_session, &Session::tokenRefreshed, this, &MainWindow::showKeychainName);
    connect(m_session, &Session::refreshFailed, &m_monitor, &ServiceMonitor::check);
    listProfiles();
    showKeychainName();
    m_monitor.watch(m_session->profile());
    setWindowTitle(tr("QCi Auth — %1").arg(m_isSandbox ? tr("Sandbox") : shortName(name)));
    if (!m_isSandbox)
        m_parts.profiles.setCurrentName(name); // where that fails, the next start shows another one first, no more
    showSession();
    emit sessionShown(m_session);
}

void MainWindow::listProfiles()
{
    if (!m_session)
        return;
    const QString shown = m_session->profile().name;
    // A profile that another program has renamed is shown under its new name.
    const QString current = m_parts.profiles.currentName();
    if (current != shown && m_parts.sessions.isGone(shown) && m_parts.profiles.profile(current))
        return showProfile(current);
    m_parts.sessions.endGone(shown);
    QStringList names = m_parts.profiles.names();
    if (!names.contains(shown))
        names.append(shown);
    m_ui->profileBar->showProfiles(names, shown);
}

void MainWindow::activate(const QString &activationToken)
{
    takeBackQuit();
    raiseWindow(*this, activationToken);
}

// Whoever starts the program again, or wants to log in, does not want it to quit after all.
void MainWindow::takeBackQuit()
{
    if (m_closer.guard().takeBack())
        statusBar()->clearMessage();
}

void MainWindow::showSandbox(const QString &url, const QString &apiToken)
{
    m_isSandbox = true;
    m_ui->profileBar->showSandbox();
    setWindowTitle(tr("QCi Auth — %1").arg(tr("Sandbox")));
    m_loginDesk.openForSandbox(url, apiToken);
}

void MainWindow::showOwnNotice(const QString &text)
{
    m_noticeChoice.setOwn(text);
    showSession();
}

void MainWindow::wake()
{
    m_parts.sessions.recheck();
    m_monitor.check();
}

void MainWindow::adopt(Login &login)
{
    m_noticeChoice.setOwn({});
    Session &session = m_parts.sessions.adopt(login);
    showProfile(session.profile().name);
    // The same profile may have got another address.
    m_monitor.watch(session.profile());
    say(tr("Logged in"));
}

void MainWindow::openLogin()
{
    takeBackQuit();
    m_loginDesk.open(m_session->profile());
}

void MainWindow::logOut()
{
    m_commands.logOut(*m_session);
}

void MainWindow::refresh()
{
    m_monitor.check();
    m_commands.refresh(*m_session);
}

void MainWindow::say(const QString &text)
{
    m_ui->statusBar->say(text);
    emit said(text);
}

void MainWindow::actOnNotice(Notice::Action action)
{
    switch (action) {
    case Notice::Action::None:
        break;
    case Notice::Action::Refresh:
        refresh();
        break;
    case Notice::Action::LogIn:
        openLogin();
        break;
    case Notice::Action::ReadKeychain:
        m_session->start();
        showKeychainName();
        break;
    }
}

void MainWindow::showPage(bool isLoggedIn)
{
    m_ui->pages->setCurrentWidget(
        isLoggedIn ? static_cast<QWidget *>(m_ui->tokenPage) : static_cast<QWidget *>(m_ui->emptyPage));
    if (!isLoggedIn && m_ui->profileBar->hasLogOutFocus())
        m_ui->emptyPage->focusLogIn();
    m_ui->profileBar->showLogOut(isLoggedIn);
}

void MainWindow::showSession()
{
    // Another process may have changed the profile, or logged in elsewhere under it.
    if (!m_monitor.profile().connectsLike(m_session->profile()))
        m_monitor.watch(m_session->profile());
    const bool isLoggedIn = m_session->state() != Session::State::LoggedOut;
    showPage(isLoggedIn);
    m_ui->logOutAction->setEnabled(isLoggedIn);
    m_ui->tokenPage->showSession(*m_session);
    for (QAction *action : {m_ui->copyHeaderAction, m_ui->copyAsMenu->menuAction(), m_ui->refreshAction})
        action->setEnabled(hasToken());
    m_ui->servicePanel->setVisible(!m_session->profile().url.isEmpty());
    // Keys would go nowhere where what had them is hidden by now, or was disabled while the keychain was asked.
    if (const QWidget *focused = focusWidget();
        !focused || focused->focusPolicy() == Qt::NoFocus || !focused->isVisibleTo(this) || !focused->isEnabled()) {
        if (isLoggedIn)
            m_ui->tokenPage->focusCopyHeader();
        else
            m_ui->emptyPage->focusLogIn();
    }

    m_noticeChoice.followKeychain(*m_session, m_ui->noticeBar->isVisible());
    m_display->update();
}

void MainWindow::showKeychainName()
{
    m_parts.secrets.name().then([guard = QPointer(this)](const QString &name) {
        if (guard)
            guard->m_ui->statusBar->showKeychain(name);
    });
}

bool MainWindow::isSeen() const
{
    return isVisible() && !isMinimized();
}

void MainWindow::followPreferences()
{
    const Preferences::Values &chosen = m_parts.preferences.values();
    m_commands.secretClipboard().setStay(chosen.clearClipboardAfter);
    const std::chrono::seconds hidden = std::max<std::chrono::seconds>(chosen.checkInterval, healthIntervalHidden);
    m_monitor.setInterval(isSeen() ? chosen.checkInterval : hidden);
}

// Hidden and minimised it costs next to nothing; once it is seen again it is up to date at once.
void MainWindow::followVisibility()
{
    if (std::exchange(m_wasSeen, isSeen()) == isSeen())
        return; // it has been maximised, say
    followPreferences();
    m_display->setSeen(isSeen());
    if (isSeen())
        m_monitor.check();
    m_display->update();
}

void MainWindow::paintEvent(QPaintEvent *event)
{
    QMainWindow::paintEvent(event);
    if (!std::exchange(m_isPainted, true))
        emit firstPainted();
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    followVisibility();
}

void MainWindow::hideEvent(QHideEvent *event)
{
    QMainWindow::hideEvent(event);
    followVisibility();
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange) {
        followVisibility();
    } else if (event->type() == QEvent::PaletteChange) {
        alignCaptions();
    } else if (event->type() == QEvent::FontChange) {
        renewStyleSheets(*this);
        alignCaptions();
    }
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    event->setAccepted(m_closer.mayClose());
}

void MainWindow::copyHeader()
{
    m_ui->copyHeaderAction->trigger();
}

bool MainWindow::hasToken() const
{
    return m_ui->tokenPage->offersToken();
}

void MainWindow::showRemovalGivenUp()
{
    statusBar()->clearMessage();
    showOwnNotice(tr("The keychain does not answer, so the API token may still be in it. Check whether the "
                     "keychain shows a prompt; or quit again to leave it there."));
    show(); // it may have been quit by the tray
}

} // namespace QciAuth
