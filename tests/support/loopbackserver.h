// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "wirerequest.h"

#include <QByteArrayList>
#include <QObject>
#include <QSslConfiguration>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

class QTcpServer;
class QTcpSocket;

namespace QciAuth {

/// A server on a free port of 127.0.0.1 that does to its clients what a test wants, and records what they send.
class LoopbackServer final : public QObject
{
    Q_OBJECT

public:
    /// Answers a complete request: writes raw bytes, closes, drips, or leaves the client hanging.
    using Handler = std::function<void(const WireRequest &request, QTcpSocket &socket)>;
    /// Sees a connection's bytes as they arrive, one by one.
    using ByteHandler = std::function<void(const QByteArray &received, QTcpSocket &socket)>;
    /// Sees a connection that came about, before any of its bytes.
    using ConnectionHandler = std::function<void(QTcpSocket &socket)>;

    /// @param tls  what to show; without it the server speaks no TLS.
    explicit LoopbackServer(const std::optional<QSslConfiguration> &tls = std::nullopt);
    ~LoopbackServer() override;

    /// `http://127.0.0.1:PORT/`, or https.
    QUrl url() const;
    QString urlText() const { return url().toString(); }

    void setHandler(Handler handler) { m_handler = std::move(handler); }
    /// Every request gets this answer, after which the connection is closed.
    void setAnswer(const QByteArray &answer);
    void setByteHandler(ByteHandler handler) { m_byteHandler = std::move(handler); }
    void setConnectionHandler(ConnectionHandler handler) { m_connectionHandler = std::move(handler); }
    /// No connection gets through any more.
    void close();

    /// The requests that arrived complete, in their order.
    const QList<WireRequest> &requests() const { return m_requests; }
    /// Everything received, by connection.
    const QByteArrayList &connections() const { return m_connections; }

    /// Writes the answer and closes.
    static void answer(QTcpSocket &socket, const QByteArray &bytes);
    /// Ends the connection with a TCP reset, after what has been written.
    static void reset(QTcpSocket &socket);
    /// Writes `start` at once and `unit` again and again from then on, as long as the client listens.
    static void drip(QTcpSocket &socket, const QByteArray &start, const QByteArray &unit,
        std::chrono::milliseconds interval = std::chrono::milliseconds{10});

signals:
    void requestReceived();
    void connectionClosed();

private:
    void listen();
    void accept();
    void read(QTcpSocket &socket, qsizetype connection);

    std::unique_ptr<QTcpServer> m_server;
    Handler m_handler;
    ByteHandler m_byteHandler;
    ConnectionHandler m_connectionHandler;
    QList<WireRequest> m_requests;
    QByteArrayList m_connections;
    bool m_speaksTls = false;
};

} // namespace QciAuth
