// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agentserver.h"
#include "agentstream.h"

#include <QByteArray>
#include <QDeadlineTimer>

namespace QciAuth {

/// One client of the agent: takes its requests one after the other, and deletes itself when the client has gone or is
/// turned away.
class AgentConnection : public QObject
{
    Q_OBJECT

public:
    /// Bytes of a request with the end of its line.
    static constexpr qsizetype longestRequest = 4096;

    /// @param descriptor  of the connected socket; see AgentStream.
    AgentConnection(
        qintptr descriptor, const AgentServer::Handler &handler, std::chrono::milliseconds idleLimit, QObject *parent);

    /// Answers what the client has sent already.
    void start() { m_stream.receive(); }
    /// Time until the client is turned away for sending nothing; none while it waits for an answer.
    QDeadlineTimer idleDeadline() const { return m_idleDeadline; }
    /// Turns the client away.
    void close();

signals:
    /// The connection is none any more.
    void closed();

private:
    void process();
    void handle(const QByteArray &line);
    void awaitAnswer(const QFuture<QByteArray> &future);
    void answer(const QFuture<QByteArray> &future);
    void refuse(const QString &text);
    void awaitRequest();

    AgentStream m_stream;
    AgentServer::Handler m_handler;
    std::chrono::milliseconds m_idleLimit;
    QDeadlineTimer m_idleDeadline;
    bool m_isAwaitingAnswer = false;
    bool m_isEnding = false;
};

} // namespace QciAuth
