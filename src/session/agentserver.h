// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agentlistener.h"

#include <QByteArray>
#include <QFuture>
#include <QJsonObject>
#include <QList>
#include <QLockFile>
#include <QObject>
#include <QString>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>

namespace QciAuth {

class AgentConnection;

/// The listening end of the agent (behaviour.md, Local agent): other programs of the same user ask the running window.
///
/// One JSON object a line, both ways, each with `"version":1`. A request that is none is answered with the error kind
/// `bad_request`; one whose answer takes its time first gets `{"version":1,"pending":true}`.
class AgentServer : public QObject
{
    Q_OBJECT

public:
    /// Answers one request of version 1, with a line of SessionReport::line(). The future may finish later, and may
    /// fail with AuthError; the answer then is `{"version":1,"error":{"kind":…,"text":…}}`.
    using Handler = std::function<QFuture<QByteArray>(const QJsonObject &request)>;

    enum class Outcome {
        Listening,
        AnotherRuns, ///< another program listens in this folder, or is about to
        Failed,      ///< `errorText()` tells why
    };

    /// A client that has not sent a whole request by then is turned away.
    static constexpr std::chrono::milliseconds defaultIdleLimit = std::chrono::seconds(5);
    /// A QLocalServer that gets no more descriptors stops for good, and many systems give a program 1024.
    static constexpr int defaultConnectionLimit = 512;

    /// @param folder           the RuntimeFolder's path.
    /// @param connectionLimit  clients at a time; a further one is turned away.
    AgentServer(const QString &folder, const Handler &handler, QObject *parent = nullptr,
        std::chrono::milliseconds idleLimit = defaultIdleLimit, int connectionLimit = defaultConnectionLimit);
    /// Stops listening, removes the socket and drops what is still asked.
    ~AgentServer() override;

    /// Starts to listen, unless another program does so in this folder already. What a killed one left is replaced.
    Outcome listen();
    /// Why `listen()` failed, for the user.
    QString errorText() const { return m_errorText; }

private:
    Outcome fail(const QString &reason);
    void takeOn(qintptr descriptor);
    void turnAwayIdle();

    QString m_folder;
    Handler m_handler;
    std::chrono::milliseconds m_idleLimit;
    int m_connectionLimit;
    QString m_errorText;
    std::unique_ptr<QLockFile> m_lock; // held until after the socket has gone
    AgentListener m_server;
    QList<AgentConnection *> m_connections;
    QTimer m_idleTimer; ///< one for all: it runs while there are connections
};

} // namespace QciAuth
