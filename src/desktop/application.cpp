// SPDX-License-Identifier: Apache-2.0
#include "application.h"

#include "accessmanager.h"
#include "mainwindow.h"
#include "sandboxprocess.h"
#include "wakesignals.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QIcon>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

// A sandbox's tokens never meet those of real profiles.
QString keychainService(bool sandbox)
{
    return sandbox ? u"qci-auth-sandbox"_s : KeychainSecretStore::defaultService();
}

} // namespace

Application::Application(bool sandbox, QObject *parent)
    : QObject(parent)
    , m_sandboxConfiguration(sandbox ? std::optional<QTemporaryDir>(std::in_place) : std::nullopt)
    , m_secrets(keychainService(sandbox))
    , m_sharedSecrets(
          keychainService(sandbox), KeychainSecretStore::shortWatchdog, KeychainSecretStore::Prompting::Never)
    , m_profiles(sandbox ? m_sandboxConfiguration->path() : ProfileStore::defaultFolder())
    , m_sharing(m_sharedSecrets, m_clock, QString())
    , m_connector(m_clock, makeAccessManager, m_environment.caCertificateFiles())
    , m_sessions(
          m_secrets, m_profiles, m_sharing, m_connector, [] { return QRandomGenerator::global()->generateDouble(); })
{
    MainWindow::Parts parts{.sessions = m_sessions,
        .secrets = m_secrets,
        .profiles = m_profiles,
        .sharing = m_sharing,
        .connector = m_connector,
        .environment = m_environment,
        .clipboard = *QApplication::clipboard()};
    m_window = std::make_unique<MainWindow>(parts);
}

Application::~Application() = default;

void Application::start()
{
    const QString name = m_sandboxConfiguration ? u"sandbox"_s : m_profiles.currentName();
    m_window->expectProfile(name);
    // What the first picture does not need comes after it.
    connect(
        m_window.get(), &MainWindow::firstPainted, this,
        [this, name] {
            m_window->showProfile(name);
            QApplication::setWindowIcon(QIcon(u":/qci-auth.svg"_s));
            m_wakeSignals = std::make_unique<WakeSignals>();
            connect(m_wakeSignals.get(), &WakeSignals::woken, m_window.get(), &MainWindow::wake);
            if (m_sandboxConfiguration)
                startSandbox();
        },
        Qt::QueuedConnection);
    m_window->show();
}

void Application::startSandbox()
{
    m_sandbox = std::make_unique<SandboxProcess>();
    connect(m_sandbox.get(), &SandboxProcess::started, m_window.get(), &MainWindow::showSandbox);
    connect(m_sandbox.get(), &SandboxProcess::failed, m_window.get(), &MainWindow::showSandboxFailure);
    m_sandbox->start(QDir(QApplication::applicationDirPath()).filePath(u"qci-auth-sandbox"_s));
}

} // namespace QciAuth
