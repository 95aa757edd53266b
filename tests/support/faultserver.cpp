// SPDX-License-Identifier: Apache-2.0
#include "faultserver.h"

#include <QSslConfiguration>
#include <QTcpSocket>
#include <QTimer>

#include <memory>

namespace QciAuth {

namespace {

void end(const FaultScript &script, QTcpSocket &socket)
{
    if (!script.endlessly.isEmpty()) {
        LoopbackServer::drip(socket, {}, script.endlessly, std::chrono::milliseconds{1});
        return;
    }
    switch (script.ending) {
    case FaultScript::Ending::Close:
        socket.disconnectFromHost();
        break;
    case FaultScript::Ending::Reset:
        LoopbackServer::reset(socket);
        break;
    case FaultScript::Ending::Hang:
        break;
    }
}

// A few each time around the event loop, so that the client gets to read in between.
void drip(const FaultScript &script, QTcpSocket &socket)
{
    socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    auto *timer = new QTimer(&socket);
    QObject::connect(timer, &QTimer::timeout, &socket, [timer, &socket, script, next = qsizetype(0)]() mutable {
        constexpr int packetsAtOnce = 10;
        for (int i = 0; i < packetsAtOnce && next < script.dripped.size(); ++i) {
            socket.write(script.dripped.sliced(next++, 1));
            socket.flush();
        }
        if (next < script.dripped.size())
            return;
        timer->stop();
        end(script, socket);
    });
    timer->start(0);
}

} // namespace

FaultServer::FaultServer(const std::optional<QSslConfiguration> &tls)
    : m_server(tls)
{
    m_server.setConnectionHandler([this](QTcpSocket &socket) {
        const qsizetype connection = m_server.connections().size() - 1;
        if (m_scripts.isEmpty())
            return;
        m_pending.insert(&socket, m_scripts.value(connection, m_scripts.last()));
        connect(&socket, &QObject::destroyed, this, [this, key = &socket] { m_pending.remove(key); });
        perform(FaultScript::Moment::Connection, socket);
    });
    m_server.setByteHandler([this](const QByteArray &received, QTcpSocket &socket) { noteByte(received, socket); });
    m_server.setHandler(
        [this](const WireRequest &, QTcpSocket &socket) { perform(FaultScript::Moment::Request, socket); });
}

void FaultServer::setScripts(const QList<FaultScript> &scripts)
{
    m_scripts = scripts;
}

qsizetype FaultServer::countOf(const QByteArray &bytes) const
{
    qsizetype count = 0;
    for (const QByteArray &received : connections())
        count += received.count(bytes);
    return count;
}

void FaultServer::perform(FaultScript::Moment moment, QTcpSocket &socket)
{
    const auto pending = m_pending.constFind(&socket);
    if (pending == m_pending.cend() || pending->moment != moment)
        return;
    const FaultScript script = m_pending.take(&socket);
    if (script.meanwhile)
        script.meanwhile();
    socket.write(script.answer);
    if (script.dripped.isEmpty())
        end(script, socket);
    else
        drip(script, socket);
}

void FaultServer::noteByte(const QByteArray &received, QTcpSocket &socket)
{
    using Moment = FaultScript::Moment;
    perform(Moment::FirstByte, socket);
    const auto pending = m_pending.constFind(&socket);
    if (pending == m_pending.cend() || pending->moment != Moment::HalfOfRequest)
        return;
    // The body holds a token of unknown length: its middle is where it would be if it ended now and once more.
    const qsizetype bodyStart = received.indexOf("\r\n\r\n") + 4;
    if (bodyStart < 4)
        return;
    const auto complete = WireRequest::fromBytes(received + QByteArray(received.size() - bodyStart, ' '));
    if (complete)
        perform(Moment::HalfOfRequest, socket);
}

} // namespace QciAuth
