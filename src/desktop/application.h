// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clock.h"
#include "connector.h"
#include "environment.h"
#include "keychainsecretstore.h"
#include "profilestore.h"
#include "sessions.h"
#include "sharedexchange.h"

#include <QObject>
#include <QTemporaryDir>

#include <memory>
#include <optional>

namespace QciAuth {

class MainWindow;
class SandboxProcess;
class WakeSignals;

/// Builds the parts of the desktop program, hands them to each other, and shows the window.
class Application : public QObject
{
    Q_OBJECT

public:
    /// @param sandbox  whether to start a sandbox service and log in to that.
    explicit Application(bool sandbox, QObject *parent = nullptr);
    ~Application() override;

    void start();

private:
    void startSandbox();

    std::optional<QTemporaryDir> m_sandboxConfiguration; ///< profiles of a sandbox end with it
    SystemClock m_clock;
    Environment m_environment;
    KeychainSecretStore m_secrets;
    KeychainSecretStore m_sharedSecrets; ///< waits for nobody
    ProfileStore m_profiles;
    SharedExchange m_sharing;
    Connector m_connector;
    Sessions m_sessions;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<WakeSignals> m_wakeSignals;
    std::unique_ptr<SandboxProcess> m_sandbox;
};

} // namespace QciAuth
