// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "closetotray.h"
#include "notifier.h"
#include "sessionnotifications.h"
#include "trayicon.h"

#include <QObject>
#include <QPointer>

namespace QciAuth {

class MainWindow;
class Preferences;
class Session;
class Sessions;

/// Ties the window to what stands for it elsewhere on the desktop: its icon in the tray, its notifications.
class WindowTray final : public QObject
{
    Q_OBJECT

public:
    /// The references must outlive this.
    WindowTray(MainWindow &window, const Sessions &sessions, Preferences &preferences, QObject *parent = nullptr);
    ~WindowTray() override;

    /// Whether a tray shows the program now.
    bool isShown() const { return m_icon.isShown(); }
    CloseToTray &closeToTray() { return m_closeToTray; }

signals:
    /// isShown() has another answer.
    void shownChanged(bool isShown);

private:
    void setUpIcon();
    void follow(Session *session);
    void read();
    void sayAnswer(const QString &text);
    void sayWhereItIs();
    void comeTo(const QString &profile, const QString &activationToken);

    MainWindow &m_window;
    const Sessions &m_sessions;
    Preferences &m_preferences;
    TrayIcon m_icon;
    CloseToTray m_closeToTray;
    Notifier m_notifier;
    SessionNotifications m_notifications;
    QPointer<Session> m_session;
    bool m_awaitsAnswer = false; ///< to what was asked for in the icon's menu
};

} // namespace QciAuth
