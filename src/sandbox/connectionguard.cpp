// SPDX-License-Identifier: Apache-2.0
#include "connectionguard.h"

#include <QTcpSocket>

namespace QciAuth {

ConnectionGuard::ConnectionGuard(QTcpSocket *socket, std::chrono::milliseconds idleTimeout)
    : QObject(socket)
    , m_socket(socket)
{
    m_idleTimer.setSingleShot(true);
    m_idleTimer.setInterval(idleTimeout);
    connect(&m_idleTimer, &QTimer::timeout, socket, &QTcpSocket::abort);
    connect(socket, &QTcpSocket::readyRead, this, &ConnectionGuard::countArrived);
    connect(socket, &QTcpSocket::bytesWritten, this, &ConnectionGuard::startOver);
    m_idleTimer.start();
}

void ConnectionGuard::countArrived()
{
    m_idleTimer.start();
    m_unanswered += m_socket->bytesAvailable();
    if (m_unanswered > maximumRequestSize) {
        // Later, because the server is about to read from this socket.
        QMetaObject::invokeMethod(m_socket, &QTcpSocket::abort, Qt::QueuedConnection);
    }
}

void ConnectionGuard::startOver()
{
    m_idleTimer.start();
    m_unanswered = 0;
}

} // namespace QciAuth
