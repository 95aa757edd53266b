// SPDX-License-Identifier: Apache-2.0
#include "loopbackserver.h"

#include <QHostAddress>
#include <QSslServer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <sys/socket.h>

using namespace Qt::StringLiterals;

namespace QciAuth {

LoopbackServer::LoopbackServer(const std::optional<QSslConfiguration> &tls)
    : m_speaksTls(tls.has_value())
{
    if (tls) {
        auto server = std::make_unique<QSslServer>();
        server->setSslConfiguration(*tls);
        m_server = std::move(server);
    } else {
        m_server = std::make_unique<QTcpServer>();
    }
    listen();
}

LoopbackServer::~LoopbackServer() = default;

QUrl LoopbackServer::url() const
{
    const QString scheme = m_speaksTls ? u"https"_s : u"http"_s;
    return QUrl(u"%1://127.0.0.1:%2/"_s.arg(scheme).arg(m_server->serverPort()));
}

void LoopbackServer::setAnswer(const QByteArray &bytes)
{
    m_handler = [bytes](const WireRequest &, QTcpSocket &socket) { answer(socket, bytes); };
}

void LoopbackServer::close()
{
    m_server->close();
}

void LoopbackServer::answer(QTcpSocket &socket, const QByteArray &bytes)
{
    socket.write(bytes);
    socket.disconnectFromHost();
}

void LoopbackServer::reset(QTcpSocket &socket)
{
    socket.flush();
    // Closing takes the friendly way unless it is told to linger for no time at all.
    const linger none{.l_onoff = 1, .l_linger = 0};
    ::setsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &none, sizeof(none));
    socket.abort();
}

void LoopbackServer::drip(
    QTcpSocket &socket, const QByteArray &start, const QByteArray &unit, std::chrono::milliseconds interval)
{
    socket.write(start);
    auto *timer = new QTimer(&socket);
    connect(timer, &QTimer::timeout, &socket, [&socket, unit] {
        // What the client does not take is not piled up.
        constexpr qint64 enough = 1'000'000;
        if (socket.bytesToWrite() < enough)
            socket.write(unit);
    });
    timer->start(interval);
}

void LoopbackServer::listen()
{
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &LoopbackServer::accept);
    if (!m_server->listen(QHostAddress::LocalHost))
        qFatal("no free port on 127.0.0.1");
}

void LoopbackServer::accept()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        const qsizetype connection = m_connections.size();
        m_connections.append(QByteArray());
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, connection] { read(*socket, connection); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::disconnected, this, &LoopbackServer::connectionClosed);
        if (m_connectionHandler)
            m_connectionHandler(*socket);
        read(*socket, connection);
    }
}

void LoopbackServer::read(QTcpSocket &socket, qsizetype connection)
{
    while (socket.bytesAvailable() > 0) {
        m_connections[connection] += m_byteHandler ? socket.read(1) : socket.readAll();
        if (m_byteHandler)
            m_byteHandler(m_connections.at(connection), socket);
    }
    // One request a connection: clients send `Connection: close`. More than that shows in connections().
    const auto request = WireRequest::fromBytes(m_connections.at(connection));
    if (!request || socket.property("handled").toBool())
        return;
    socket.setProperty("handled", true);
    m_requests.append(*request);
    if (m_handler)
        m_handler(*request, socket);
    emit requestReceived();
}

} // namespace QciAuth
