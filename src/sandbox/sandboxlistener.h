// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTcpServer>

#include <chrono>

namespace QciAuth {

/// Accepts the sandbox's connections, a bounded number at a time, each with a ConnectionGuard.
class SandboxListener : public QTcpServer
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SandboxListener)

public:
    /// Further connections are closed at once. Well below what a process may open, because Qt stops accepting for
    /// good when that is used up.
    static constexpr qsizetype maximumConnections = 256;

    /// Drops connections after \a idleTimeout without traffic.
    explicit SandboxListener(std::chrono::milliseconds idleTimeout, QObject *parent = nullptr);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    std::chrono::milliseconds m_idleTimeout;
};

} // namespace QciAuth
