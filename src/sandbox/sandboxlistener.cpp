// SPDX-License-Identifier: Apache-2.0
#include "sandboxlistener.h"

#include "connectionguard.h"

#include <QTcpSocket>

#include <memory>

namespace QciAuth {

SandboxListener::SandboxListener(std::chrono::milliseconds idleTimeout, QObject *parent)
    : QTcpServer(parent)
    , m_idleTimeout(idleTimeout)
{
}

void SandboxListener::incomingConnection(qintptr descriptor)
{
    const qsizetype open = findChildren<QTcpSocket *>(QString(), Qt::FindDirectChildrenOnly).size();
    auto socket = std::make_unique<QTcpSocket>(this);
    if (!socket->setSocketDescriptor(descriptor) || open >= maximumConnections) {
        return;
    }
    new ConnectionGuard(socket.get(), m_idleTimeout);
    addPendingConnection(socket.release());
}

} // namespace QciAuth
