// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "activitylog.h"
#include "activityrecorder.h"
#include "countdownring.h"
#include "desktopbench.h"
#include "mainwindow.h"
#include "screenreader.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>

#include <memory>

class QTimer;

namespace QciAuth {

/// A window on the bench's sessions.
class WindowBench : public DesktopBench
{
public:
    explicit WindowBench(const QProcessEnvironment &variables = {});
    ~WindowBench();

    ActivityLog activity{clock};

    /// Shows the window with the default profile.
    void open();
    /// Brings the session into that state, then opens; false where it does not get there.
    bool openIn(Session::State state);
    void close() { m_window.reset(); }
    /// Another window on the same sessions.
    std::unique_ptr<MainWindow> makeWindow();

    MainWindow &window() { return *m_window; }
    Session &session(const QString &name = QStringLiteral("default")) { return sessions.session(name); }

    QPushButton *button(const QString &name) { return findSpoken<QPushButton>(*m_window, name); }
    void click(const QString &name);
    QLabel &label(const QString &objectName) { return *m_window->findChild<QLabel *>(objectName); }
    CountdownRing &ring() { return *m_window->findChild<CountdownRing *>(QStringLiteral("ring")); }
    /// Whose time-out is the next second of the countdown.
    QTimer &countdownTimer();
    QComboBox &profileBox() { return *m_window->findChild<QComboBox *>(QStringLiteral("profileBox")); }
    /// What the notice bar says; empty where it is not there.
    QString notice();
    QString status();
    /// Whether a label says so to a screen reader.
    bool says(const QString &name) { return spokenNames<QLabel>(*m_window).contains(name); }

private:
    ActivityRecorder m_recorder{activity, sessions};
    Environment m_environment;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace QciAuth
