// SPDX-License-Identifier: Apache-2.0
#include "sandboxlistener.h"

#include "connectionguard.h"

#include <algorithm>
#include <memory>

namespace QciAuth {

SandboxListener::SandboxListener(std::chrono::milliseconds idleTimeout, QObject *parent)
    : QTcpServer(parent)
    , m_idleTimeout(idleTimeout)
{
}

QTcpSocket *SandboxListener::connectionFrom(quint16 port) const
{
    const auto found = std::find_if(m_connections.begin(), m_connections.end(),
        [port](const QPointer<QTcpSocket> &socket) { return socket && socket->peerPort() == port; });
    return found != m_connections.end() ? found->data() : nullptr;
}

void SandboxListener::incomingConnection(qintptr descriptor)
{
    m_connections.removeIf([](const QPointer<QTcpSocket> &socket) { return socket.isNull(); });
    auto socket = std::make_unique<QTcpSocket>(this);
    if (!socket->setSocketDescriptor(descriptor) || m_connections.size() >= maximumConnections) {
        return;
    }
    new ConnectionGuard(socket.get(), m_idleTimeout);
    m_connections.append(socket.get());
    addPendingConnection(socket.release());
}

} // namespace QciAuth
