// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>

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

    /// Returns the connection whose other end is \a port of this computer, null where there is none.
    QTcpSocket *connectionFrom(quint16 port) const;

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    std::chrono::milliseconds m_idleTimeout;
    QList<QPointer<QTcpSocket>> m_connections; ///< Qt HttpServer may make them children of its own
};

} // namespace QciAuth
