// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "activitylog.h"
#include "activityrecorder.h"
#include "agent.h"
#include "autostart.h"
#include "clock.h"
#include "connector.h"
#include "environment.h"
#include "keychainsecretstore.h"
#include "preferences.h"
#include "profilestore.h"
#include "runtimefolder.h"
#include "sessions.h"
#include "sessionstarter.h"
#include "sharedexchange.h"
#include "translations.h"

#include <QObject>
#include <QPointer>
#include <QTemporaryDir>

#include <memory>
#include <optional>

namespace QciAuth {

class ActivityDialog;
class AgentServer;
class CheckBoxOutlines;
class EndSignals;
class MainWindow;
class RunningWindow;
class SandboxProcess;
class ServiceMonitor;
class WakeSignals;
class WindowPlacement;
class WindowTray;

/// Builds the parts of the desktop program, hands them to each other, and shows the window.
class Application : public QObject
{
    Q_OBJECT

public:
    /// How the program is started.
    struct Options
    {
        bool sandbox = false; ///< start a sandbox service, and log in to that
        /// Show no window where a tray shows the program; one that is open already stays as it is. Not in a sandbox,
        /// which begins with a dialog.
        bool hidden = false;
    };

    explicit Application(const Options &options, QObject *parent = nullptr);
    ~Application() override;

    /// Shows the window, or lets another one that runs already come to the front in its place; false there, and the
    /// program is to end.
    /// @param activationToken  RunningWindow::activationTokenOfStart(), read before there was a QApplication.
    bool start(const QString &activationToken);

private:
    void showLanguageOfUser();
    bool isOnlyOne(const RunningWindow &running);
    void showWindow();
    QString firstName() const;
    void begin(const QString &profileName);
    void settleIn();
    void showPreferences();
    void startSandbox();
    void showActivity();
    void copyDiagnostics(ServiceMonitor &service);
    void followEnd();

    Options m_options;
    std::optional<QTemporaryDir> m_sandboxConfiguration; ///< profiles of a sandbox end with it
    std::optional<RuntimeFolder> m_runtimeFolder;        ///< a sandbox neither asks nor answers others
    SystemClock m_clock;
    Environment m_environment;
    KeychainSecretStore m_secrets;
    KeychainSecretStore m_sharedSecrets; ///< waits for nobody
    ProfileStore m_profiles;
    Preferences m_preferences;
    Translations m_translations; ///< of the language at the start
    Autostart m_autostart;
    SharedExchange m_sharing;
    Connector m_connector;
    Sessions m_sessions;
    ActivityLog m_activity;
    ActivityRecorder m_recorder;
    SessionStarter m_starter;
    Agent m_agent;
    std::unique_ptr<AgentServer> m_agentServer;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<CheckBoxOutlines> m_checkBoxOutlines;
    std::unique_ptr<WindowPlacement> m_placement;
    QPointer<ActivityDialog> m_activityDialog; ///< the window's, once it was asked for
    std::unique_ptr<WindowTray> m_tray;
    std::unique_ptr<EndSignals> m_endSignals;
    std::unique_ptr<WakeSignals> m_wakeSignals;
    std::unique_ptr<SandboxProcess> m_sandbox;
};

} // namespace QciAuth
