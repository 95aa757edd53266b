// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandboxservice.h"

#include <QObject>
#include <QString>

#include <chrono>

class QHttpServer;
class QHttpServerRequest;
class QHttpServerResponder;
class QTcpSocket;

namespace QciAuth {

class SandboxListener;

/// Puts a SandboxService on a loopback port.
class SandboxServer : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SandboxServer)

public:
    struct Timing
    {
        std::chrono::milliseconds latency{0};                            ///< each answer waits as long
        std::chrono::milliseconds idleTimeout = std::chrono::minutes{3}; ///< must be above the latency
    };

    /// Answers from \a service, which it takes over.
    SandboxServer(SandboxService service, Timing timing, QObject *parent = nullptr);

    /// Listens on 127.0.0.1 at \a port, 0 for a free one. Returns false where that fails; see errorText().
    bool listen(quint16 port);

    /// Returns the port listened on, 0 before listen() succeeded.
    quint16 port() const;

    /// Returns a sentence for the user: what failed, why, and what to do. Empty before listen() failed.
    QString errorText() const;

private:
    void receive(const QHttpServerRequest &request, QHttpServerResponder &&responder, QTcpSocket *socket);

    SandboxService m_service;
    Timing m_timing;
    QHttpServer *m_http;
    SandboxListener *m_listener = nullptr; ///< m_http's, once it listens
    quint16 m_port = 0;
    QString m_errorText;
};

} // namespace QciAuth
