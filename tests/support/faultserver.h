// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "loopbackserver.h"

#include <QHash>
#include <QList>
#include <QObject>

#include <functional>
#include <optional>

namespace QciAuth {

/// What a server does to one connection.
struct FaultScript
{
    enum class Moment {
        Connection,    ///< before the client has said anything; over TLS, once it is encrypted
        FirstByte,     ///< where the client speaks TLS and the server does not: within the handshake
        HalfOfRequest, ///< in the middle of the body
        Request,       ///< when the request is complete
    };
    enum class Ending { Close, Reset, Hang };

    QByteArray answer{};           ///< written at once
    QByteArray dripped{};          ///< then, one byte a packet
    QByteArray endlessly{};        ///< then, again and again for as long as the client listens
    Ending ending = Ending::Close; ///< then
    Moment moment = Moment::Request;
    std::function<void()> meanwhile{}; ///< what else happens, before all of that
};

/// A server on 127.0.0.1, with TLS or without, that plays a script on each connection, and records what came.
class FaultServer final : public QObject
{
    Q_OBJECT

public:
    /// @param tls  what to show; without it the server speaks no TLS.
    explicit FaultServer(const std::optional<QSslConfiguration> &tls = std::nullopt);

    QUrl url() const { return m_server.url(); }
    /// One after the other by connection; the last goes on for all later ones.
    void setScripts(const QList<FaultScript> &scripts);
    /// No connection gets through any more.
    void close() { m_server.close(); }

    /// The requests that arrived complete, with their bodies.
    const QList<WireRequest> &requests() const { return m_server.requests(); }
    /// Everything received, by connection; of a connection over TLS, what was encrypted.
    const QByteArrayList &connections() const { return m_server.connections(); }
    /// How often these bytes were received.
    qsizetype countOf(const QByteArray &bytes) const;

private:
    void perform(FaultScript::Moment moment, QTcpSocket &socket);
    void noteByte(const QByteArray &received, QTcpSocket &socket);

    QList<FaultScript> m_scripts;
    QHash<const QTcpSocket *, FaultScript> m_pending; ///< not performed yet
    LoopbackServer m_server;                          ///< last: its sockets tell when they end
};

} // namespace QciAuth
