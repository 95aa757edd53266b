// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agentserver.h"

#include <QByteArray>
#include <QTimer>

class QLocalSocket;

namespace QciAuth {

/// One client of the agent: takes its requests one after the other, and deletes itself when the client has gone or is
/// turned away.
class AgentConnection : public QObject
{
    Q_OBJECT

public:
    /// Bytes of a request with the end of its line.
    static constexpr qsizetype longestRequest = 4096;

    /// @param socket  connected; becomes a child.
    AgentConnection(QLocalSocket *socket, const AgentServer::Handler &handler, std::chrono::milliseconds idleLimit,
        QObject *parent);

private:
    void process();
    void handle(const QByteArray &line);
    void awaitAnswer(const QFuture<QByteArray> &future);
    void answer(const QFuture<QByteArray> &future);
    void send(const QByteArray &line);
    void refuse(const QString &text);
    void close();

    QLocalSocket *m_socket;
    AgentServer::Handler m_handler;
    QByteArray m_received;
    QTimer m_idleTimer;
    bool m_isAwaitingAnswer = false;
    bool m_isEnding = false;
};

} // namespace QciAuth
