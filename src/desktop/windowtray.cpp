// SPDX-License-Identifier: Apache-2.0
#include "windowtray.h"

#include "mainwindow.h"
#include "preferences.h"
#include "session.h"
#include "sessions.h"

#include <QApplication>

#include <utility>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

// No profile has such a name: that would be empty without the blanks.
const QString &ownSubject()
{
    static const QString subject = u" "_s;
    return subject;
}

} // namespace

WindowTray::WindowTray(MainWindow &window, const Sessions &sessions, Preferences &preferences, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_sessions(sessions)
    , m_preferences(preferences)
    , m_closeToTray(window)
    , m_notifications(sessions, preferences)
{
    setUpIcon();
    const auto followPreferences = [this] { m_closeToTray.setWanted(m_preferences.values().closeToTray); };
    connect(&preferences, &Preferences::changed, this, followPreferences);
    followPreferences();
    connect(&m_closeToTray, &CloseToTray::hidden, this, &WindowTray::sayWhereItIs);
    connect(&m_notifications, &SessionNotifications::notified, &m_notifier, &Notifier::show);
    connect(&m_notifications, &SessionNotifications::withdrawn, &m_notifier, &Notifier::withdraw);
    connect(&m_notifier, &Notifier::activated, this, &WindowTray::comeTo);
    connect(&m_notifier, &Notifier::unavailable, this,
        [this](const Notification &notification) { m_icon.showMessage(notification.title, notification.text); });
    m_window.closer().setCloseToTray(&m_closeToTray);
}

WindowTray::~WindowTray()
{
    m_window.closer().setCloseToTray(nullptr);
}

void WindowTray::setUpIcon()
{
    connect(&m_icon, &TrayIcon::shownChanged, &m_closeToTray, &CloseToTray::setShown);
    connect(&m_icon, &TrayIcon::shownChanged, this, &WindowTray::shownChanged);
    if (m_icon.isShown()) // from the beginning, where the system itself has the tray
        m_closeToTray.setShown(true);
    connect(&m_icon, &TrayIcon::showRequested, &m_window, [this] { m_window.activate({}); });
    connect(&m_icon, &TrayIcon::quitRequested, this, [this] {
        m_awaitsAnswer = true; // there is one where the program has to wait for something
        m_window.closer().quit();
    });
    connect(&m_icon, &TrayIcon::copyRequested, this, [this] {
        m_awaitsAnswer = true;
        m_window.copyHeader();
    });
    connect(&m_icon, &TrayIcon::refreshRequested, this, [this] {
        m_awaitsAnswer = true;
        m_window.refresh();
    });
    connect(&m_window, &MainWindow::said, this, &WindowTray::sayAnswer);
    connect(&m_window, &MainWindow::sessionShown, this, &WindowTray::follow);
    follow(m_window.session());
}

void WindowTray::follow(Session *session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    if (!session)
        return;
    // While it has a token, a session looks at the clock every 30 s and says so: often enough for minutes.
    connect(session, &Session::stateChanged, this, &WindowTray::read);
    read();
}

void WindowTray::read()
{
    m_icon.setReading(TrayReading::of(*m_session, m_session->now()));
    m_icon.setUsable(m_window.hasToken());
}

// The status bar of a window that is hidden or minimised says nothing to anybody.
void WindowTray::sayAnswer(const QString &text)
{
    if (!std::exchange(m_awaitsAnswer, false) || m_window.isSeen())
        return;
    m_notifier.show({.subject = ownSubject(), .title = text, .text = {}, .action = tr("Show")});
}

void WindowTray::sayWhereItIs()
{
    Preferences::Values values = m_preferences.values();
    if (values.toldOfTray)
        return;
    values.toldOfTray = true;
    m_preferences.setValues(values); // where that fails, it is said again after the next start
    m_notifier.show({.subject = ownSubject(),
        .title = tr("QCi Auth goes on in the tray"),
        .text = tr("Click its icon to see the window again. To end the program, choose Quit in the icon's menu."),
        .action = tr("Show")});
}

void WindowTray::comeTo(const QString &profile, const QString &activationToken)
{
    // A dialog that is open has to be closed first: it belongs to the profile that is shown.
    const bool isOfProfile = m_sessions.contains(profile) && !QApplication::activeModalWidget();
    if (isOfProfile)
        m_window.showProfile(profile);
    m_window.activate(activationToken);
    if (isOfProfile && m_session && m_session->state() == Session::State::LoginRequired)
        m_window.openLogin();
}

} // namespace QciAuth
