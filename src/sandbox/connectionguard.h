// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

class QTcpSocket;

namespace QciAuth {

/// Ends a connection that is idle, or whose request grows without end: Qt's server (6.4) bounds neither.
class ConnectionGuard : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionGuard)

public:
    /// A request above this many bytes is not answered; the connection is dropped.
    static constexpr qint64 maximumRequestSize = qint64{16} * 1024 * 1024;

    /// Watches \a socket, which owns it, and drops it after \a idleTimeout without a byte in either direction.
    /// Must be made before anything else reads from the socket.
    ConnectionGuard(QTcpSocket *socket, std::chrono::milliseconds idleTimeout);

private:
    void countArrived();
    void startOver();

    QTcpSocket *m_socket;
    QTimer m_idleTimer;
    qint64 m_unanswered = 0; ///< bytes received since the last answer
};

} // namespace QciAuth
