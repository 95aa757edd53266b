// SPDX-License-Identifier: Apache-2.0
#include "application.h"

#include "accessmanager.h"
#include "activitydialog.h"
#include "agentserver.h"
#include "checkboxoutlines.h"
#include "diagnostics.h"
#include "endsignals.h"
#include "icons.h"
#include "mainwindow.h"
#include "preferencesdialog.h"
#include "runningwindow.h"
#include "sandboxprocess.h"
#include "servicemonitor.h"
#include "wakesignals.h"
#include "windowplacement.h"
#include "windowtray.h"

#include <QApplication>
#include <QClipboard>
#include <QDeadlineTimer>
#include <QDir>
#include <QIcon>
#include <QRandomGenerator>
#include <QThread>
#include <QTimer>

#include <chrono>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

// A sandbox's tokens never meet those of real profiles.
QString keychainService(bool sandbox)
{
    return sandbox ? u"qci-auth-sandbox"_s : KeychainSecretStore::defaultService();
}

// A sandbox is not what the desktop is to start.
QStringList autostartFolders(bool sandbox)
{
    return sandbox ? QStringList() : Autostart::systemFolders();
}

// A window that starts at the same time listens by then.
constexpr std::chrono::seconds runningWindowPatience{5};
constexpr std::chrono::milliseconds pauseBetweenQuestions{20};
// The keychain is asked by then, and the first answer of a service that is near is on the screen.
constexpr std::chrono::milliseconds settlingPause{20};

void say(const QString &text)
{
    std::fprintf(stderr, "qci-auth-desktop: %s\n", qPrintable(text));
}

} // namespace

Application::Application(const Options &options, QObject *parent)
    : QObject(parent)
    , m_options{.sandbox = options.sandbox, .hidden = options.hidden && !options.sandbox}
    , m_sandboxConfiguration(options.sandbox ? std::optional<QTemporaryDir>(std::in_place) : std::nullopt)
    , m_runtimeFolder(options.sandbox ? std::nullopt : std::optional(RuntimeFolder::forUser()))
    , m_secrets(keychainService(options.sandbox))
    , m_sharedSecrets(
          keychainService(options.sandbox), KeychainSecretStore::shortWatchdog, KeychainSecretStore::Prompting::Never)
    , m_profiles(options.sandbox ? m_sandboxConfiguration->path() : ProfileStore::defaultFolder())
    , m_preferences(options.sandbox ? m_sandboxConfiguration->path() : ProfileStore::defaultFolder())
    , m_translations(Preferences(ProfileStore::defaultFolder()).values().language) // a sandbox's is the user's, too
    , m_autostart(autostartFolders(options.sandbox), Autostart::thisProgram())
    , m_sharing(m_sharedSecrets, m_clock, m_runtimeFolder ? m_runtimeFolder->path() : m_sandboxConfiguration->path())
    , m_connector(m_clock, makeAccessManager, m_environment.caCertificateFiles())
    , m_sessions(
          m_secrets, m_profiles, m_sharing, m_connector, [] { return QRandomGenerator::global()->generateDouble(); })
    , m_activity(m_clock)
    , m_recorder(m_activity, m_sessions)
    , m_starter(m_sessions, m_profiles)
    , m_agent(m_sessions, m_profiles)
{
    if (options.sandbox)
        showLanguageOfUser();
}

Application::~Application() = default;

// In a sandbox the language cannot be chosen; the dialog shows what is spoken there.
void Application::showLanguageOfUser()
{
    Preferences::Values values = m_preferences.values();
    values.language = Preferences(ProfileStore::defaultFolder()).values().language;
    m_preferences.setValues(values);
}

bool Application::start(const QString &activationToken)
{
    if (m_runtimeFolder && m_runtimeFolder->path().isEmpty())
        say(m_runtimeFolder->problem());
    else if (m_runtimeFolder && !isOnlyOne(RunningWindow(m_runtimeFolder->path(), activationToken)))
        return false;
    showWindow();
    return true;
}

// Of several programs that start at once, the one with the agent's lock opens the window. No window waits here yet.
bool Application::isOnlyOne(const RunningWindow &running)
{
    const QDeadlineTimer patience(runningWindowPatience);
    m_agentServer = std::make_unique<AgentServer>(
        m_runtimeFolder->path(), [this](const QJsonObject &request) { return m_agent.answer(request); });
    while (true) {
        switch (m_agentServer->listen()) {
        case AgentServer::Outcome::Listening:
            return true;
        case AgentServer::Outcome::Failed:
            say(m_agentServer->errorText());
            return true;
        case AgentServer::Outcome::AnotherRuns:
            break;
        }
        if (m_options.hidden ? running.answers() : running.raise())
            return false;
        if (patience.hasExpired())
            break;
        QThread::msleep(pauseBetweenQuestions.count());
    }
    say(tr("The window that is open already does not answer, so this is a second one, which other programs cannot ask. "
           "End the first one, and start this one again."));
    return true;
}

void Application::showWindow()
{
    MainWindow::Parts parts{.sessions = m_sessions,
        .secrets = m_secrets,
        .profiles = m_profiles,
        .sharing = m_sharing,
        .connector = m_connector,
        .environment = m_environment,
        .preferences = m_preferences,
        .clipboard = *QApplication::clipboard()};
    m_window = std::make_unique<MainWindow>(parts);
    m_checkBoxOutlines = std::make_unique<CheckBoxOutlines>(*m_window);
    connect(&m_agent, &Agent::activated, m_window.get(), &MainWindow::activate);
    connect(&m_agent, &Agent::profilesChanged, m_window.get(), &MainWindow::listProfiles);
    connect(&m_agent, &Agent::profilesChanged, &m_activity,
        [this] { m_activity.add(QString(), tr("Another program changed the profiles or logins")); });
    connect(m_window.get(), &MainWindow::copied, &m_activity,
        [this](const QString &profileName, const QString &said, const QString &fault) {
            if (fault.isEmpty())
                m_activity.addOwnWords(profileName, said);
            else
                m_activity.add(profileName, said, fault);
        });
    connect(m_window.get(), &MainWindow::activityRequested, this, &Application::showActivity);
    connect(m_window.get(), &MainWindow::diagnosticsRequested, this, &Application::copyDiagnostics);
    const QString name = m_sandboxConfiguration ? u"sandbox"_s : firstName();
    m_window->expectProfile(name);
    connect(m_window.get(), &MainWindow::preferencesRequested, this, &Application::showPreferences);
    // What the first picture does not need comes after it.
    connect(
        m_window.get(), &MainWindow::firstPainted, this, [this, name] { begin(name); }, Qt::QueuedConnection);
    if (!m_sandboxConfiguration)
        m_placement = std::make_unique<WindowPlacement>(*m_window, m_profiles.folder());
    followEnd();
    if (m_options.hidden) // there is no first picture to wait for
        QMetaObject::invokeMethod(
            this, [this, name] { begin(name); }, Qt::QueuedConnection);
    else
        m_window->show();
}

// Somebody who logged in with a command, as another than `default`, is to find that login.
QString Application::firstName() const
{
    const QString current = m_profiles.currentName();
    return m_profiles.profile(current) || m_profiles.problem(current) ? current : m_profiles.defaultName();
}

void Application::followEnd()
{
    // The window decides: closed, it may go on in the tray, and dialogs are no reason to stay or to go.
    QApplication::setQuitOnLastWindowClosed(false);
    // A logout that somebody else takes back cannot be told from one that goes on; the window then quits when closed.
    WindowCloser &closer = m_window->closer();
    connect(qApp, &QGuiApplication::commitDataRequest, &closer, &WindowCloser::expectEnd, Qt::DirectConnection);
    m_endSignals = std::make_unique<EndSignals>();
    connect(m_endSignals.get(), &EndSignals::asked, &closer, [&closer] {
        closer.expectEnd();
        closer.quit();
    });
}

void Application::begin(const QString &profileName)
{
    if (m_window->session()) // a window that started hidden is seen for the first time
        return;
    m_window->showProfile(profileName);
#if defined(Q_OS_LINUX)
    // Nearly all of it changes now. Qt sends a whole picture as it is, but copies large parts of one first, to memory
    // that it keeps for the next.
    m_window->update();
#endif
    if (m_sandboxConfiguration)
        startSandbox();
    if (m_options.hidden) // what there is to be seen is in the tray
        settleIn();
    else
        QTimer::singleShot(settlingPause, this, &Application::settleIn);
}

// Takes milliseconds, for what nobody waits for.
void Application::settleIn()
{
    m_starter.start();
    connect(&m_agent, &Agent::profilesChanged, &m_starter, &SessionStarter::start);
    m_tray = std::make_unique<WindowTray>(*m_window, m_sessions, m_preferences);
    if (m_options.hidden)
        m_tray->closeToTray().startHidden();
    QApplication::setWindowIcon(programIcon());
    m_wakeSignals = std::make_unique<WakeSignals>();
    connect(m_wakeSignals.get(), &WakeSignals::woken, m_window.get(), &MainWindow::wake);
}

void Application::showPreferences()
{
    auto *dialog = new PreferencesDialog(m_preferences, m_autostart, m_translations, m_window.get());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (m_options.sandbox)
        dialog->showSandbox();
    if (m_tray) {
        dialog->setTrayShown(m_tray->isShown());
        connect(m_tray.get(), &WindowTray::shownChanged, dialog, &PreferencesDialog::setTrayShown);
    }
    dialog->open();
}

void Application::showActivity()
{
    if (!m_activityDialog)
        m_activityDialog = new ActivityDialog(m_activity, *QApplication::clipboard(), m_window.get());
    m_activityDialog->show();
    m_activityDialog->raise();
    m_activityDialog->activateWindow();
}

void Application::copyDiagnostics(ServiceMonitor &service)
{
    m_secrets.name().then([guard = QPointer(this), monitor = QPointer(&service)](const QString &keychain) {
        if (!guard || !monitor)
            return;
        const bool answers = guard->m_agentServer && guard->m_agentServer->errorText().isEmpty();
        const Diagnostics diagnostics(guard->m_sessions, guard->m_activity, guard->m_environment);
        QApplication::clipboard()->setText(diagnostics.text(*monitor,
            {.language = guard->m_translations.language(), .keychain = keychain, .answersPrograms = answers}));
        guard->m_window->say(tr("Diagnostics copied"));
    });
}

void Application::startSandbox()
{
    m_sandbox = std::make_unique<SandboxProcess>();
    connect(m_sandbox.get(), &SandboxProcess::started, m_window.get(), &MainWindow::showSandbox);
    connect(m_sandbox.get(), &SandboxProcess::failed, m_window.get(), &MainWindow::showSandboxFailure);
    m_sandbox->start(QDir(QApplication::applicationDirPath()).filePath(u"qci-auth-sandbox"_s));
}

} // namespace QciAuth
