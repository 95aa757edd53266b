// SPDX-License-Identifier: Apache-2.0
#include "sandboxserver.h"

#include "sandboxlistener.h"

#include <QHttpServer>
#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QMetaEnum>
#include <QPointer>
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

// The header of requests and the writing of answers are of another kind from Qt 6.8 on.
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
SandboxHeaders headersOf(const QHttpServerRequest &request)
{
    return request.headers().toListOfPairs();
}

void write(const SandboxResponse &response, bool withBody, bool closing, QHttpServerResponder &responder)
{
    QHttpHeaders headers = QHttpHeaders::fromListOfPairs(response.headers);
    if (closing) {
        headers.append(QHttpHeaders::WellKnownHeader::Connection, "close");
    }
    // Qt adds the length.
    responder.write(withBody ? response.body : QByteArray(), headers,
        static_cast<QHttpServerResponder::StatusCode>(response.status));
}
#else
SandboxHeaders headersOf(const QHttpServerRequest &request)
{
    return request.headers();
}

void write(const SandboxResponse &response, bool withBody, bool closing, QHttpServerResponder &responder)
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
}
#endif

} // namespace

SandboxServer::SandboxServer(SandboxService service, Timing timing, QObject *parent)
    : QObject(parent)
    , m_service(std::move(service))
    , m_timing(timing)
    , m_http(new QHttpServer(this))
{
    // No routes: what is "missing" to Qt is everything, so that the service decides on 404 and 405 too.
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    m_http->setMissingHandler(this, [this](const QHttpServerRequest &request, QHttpServerResponder &responder) {
        if (QTcpSocket *const socket = m_listener->connectionFrom(request.remotePort())) {
            receive(request, std::move(responder), socket);
        }
    });
#else
    m_http->setMissingHandler([this](const QHttpServerRequest &request, QHttpServerResponder &&responder) {
        QTcpSocket *const socket = responder.socket();
        receive(request, std::move(responder), socket);
    });
#endif
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
    m_listener = listener.release();
    m_http->bind(m_listener);
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

void SandboxServer::receive(const QHttpServerRequest &request, QHttpServerResponder &&responder, QTcpSocket *socket)
{
    // A copy, because Qt reuses its request object for the next one on the connection.
    SandboxRequest received{methodName(request.method()), request.url().path(), headersOf(request), request.body()};
    const bool closing = wantsClose(request);
    // Where the socket is gone by then, nobody is answered. Shared only because the timer wants a copy.
    auto kept = std::make_shared<QHttpServerResponder>(std::move(responder));
    QTimer::singleShot(m_timing.latency, Qt::PreciseTimer, this,
        [this, socket = QPointer(socket), closing, kept = std::move(kept), received = std::move(received)]() mutable {
            if (socket && socket->state() == QAbstractSocket::ConnectedState) {
                write(m_service.handle(received), received.method != "HEAD", closing, *kept);
                if (closing) {
                    kept.reset();
                    socket->disconnectFromHost();
                }
            }
        });
}

} // namespace QciAuth
