// SPDX-License-Identifier: Apache-2.0
#include "sandboxserver.h"

#include "sandboxlistener.h"

#include <QHttpServer>
#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QMetaEnum>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>
#include <memory>

namespace QciAuth {

using namespace Qt::StringLiterals;

namespace {

QByteArray methodName(QHttpServerRequest::Method method)
{
    return QByteArray(QMetaEnum::fromType<QHttpServerRequest::Method>().valueToKey(static_cast<int>(method))).toUpper();
}

bool wantsClose(const QHttpServerRequest &request)
{
    const QList<QByteArray> options = request.value("connection").split(',');
    return std::any_of(options.begin(), options.end(),
        [](const QByteArray &option) { return option.trimmed().compare("close", Qt::CaseInsensitive) == 0; });
}

void send(const SandboxResponse &response, bool withBody, bool closing, QHttpServerResponder &responder)
{
    responder.writeStatusLine(static_cast<QHttpServerResponder::StatusCode>(response.status));
    for (const auto &[name, value] : response.headers) {
        responder.writeHeader(name, value);
    }
    responder.writeHeader("Content-Length", QByteArray::number(response.body.size()));
    if (closing) {
        responder.writeHeader("Connection", "close");
    }
    responder.writeBody(withBody ? response.body : QByteArray());

    if (closing) {
        responder.socket()->disconnectFromHost();
    }
}

} // namespace

SandboxServer::SandboxServer(SandboxService service, Timing timing, QObject *parent)
    : QObject(parent)
    , m_service(std::move(service))
    , m_timing(timing)
    , m_http(new QHttpServer(this))
{
    // No routes: what is "missing" to Qt is everything, so that the service decides on 404 and 405 too.
    m_http->setMissingHandler([this](const QHttpServerRequest &request, QHttpServerResponder &&responder) {
        receive(request, std::move(responder));
    });
}

bool SandboxServer::listen(quint16 port)
{
    auto listener = std::make_unique<SandboxListener>(m_timing.idleTimeout);
    if (!listener->listen(QHostAddress::LocalHost, port)) {
        m_errorText =
            listener->serverError() == QAbstractSocket::AddressInUseError
                ? u"Cannot listen on 127.0.0.1 port %1 because another program uses it; end that program or choose "
                  "another port with --port."_s.arg(port)
                : u"Cannot listen on 127.0.0.1 port %1 because the system refuses (%2); choose another port with "
                  "--port."_s.arg(QString::number(port), listener->errorString());
        return false;
    }
    m_port = listener->serverPort();
    m_http->bind(listener.release());
    return true;
}

quint16 SandboxServer::port() const
{
    return m_port;
}

QString SandboxServer::errorText() const
{
    return m_errorText;
}

void SandboxServer::receive(const QHttpServerRequest &request, QHttpServerResponder &&responder)
{
    // A copy, because Qt reuses its request object for the next one on the connection.
    SandboxRequest received{methodName(request.method()), request.url().path(), request.headers(), request.body()};
    const bool closing = wantsClose(request);
    // The socket as context: where it is gone by then, nobody is answered. Shared only because the timer wants a copy.
    QTcpSocket *const socket = responder.socket();
    auto kept = std::make_shared<QHttpServerResponder>(std::move(responder));
    QTimer::singleShot(m_timing.latency, Qt::PreciseTimer, socket,
        [this, socket, closing, kept = std::move(kept), received = std::move(received)] {
            if (socket->state() == QAbstractSocket::ConnectedState) {
                send(m_service.handle(received), received.method != "HEAD", closing, *kept);
            }
        });
}

} // namespace QciAuth
