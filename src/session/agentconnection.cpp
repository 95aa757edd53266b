// SPDX-License-Identifier: Apache-2.0
#include "agentconnection.h"

#include "autherror.h"
#include "sessionreport.h"

#include <QFutureWatcher>
#include <QJsonDocument>
#include <QLocalSocket>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

constexpr int protocolVersion = SessionReport::version;

QByteArray badRequest(const QString &text)
{
    return SessionReport::line({{u"error"_s, QJsonObject{{u"kind"_s, u"bad_request"_s}, {u"text"_s, text}}}});
}

QByteArray errorLine(const AuthError &error)
{
    return SessionReport::line(SessionReport::error(error, QUrl()));
}

} // namespace

AgentConnection::AgentConnection(
    QLocalSocket *socket, const AgentServer::Handler &handler, std::chrono::milliseconds idleLimit, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_handler(handler)
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(longestRequest);
    m_idleTimer.setSingleShot(true);
    m_idleTimer.setInterval(idleLimit);
    connect(&m_idleTimer, &QTimer::timeout, this, &AgentConnection::close);
    connect(m_socket, &QLocalSocket::readyRead, this, &AgentConnection::process);
    // Queued, or each answer that leaves at once would start the next from within.
    connect(m_socket, &QLocalSocket::bytesWritten, this, &AgentConnection::process, Qt::QueuedConnection);
    connect(m_socket, &QLocalSocket::disconnected, this, &AgentConnection::close);
    m_idleTimer.start();
}

// A request waits until the answer before it has left: who sends without reading fills no memory here.
void AgentConnection::process()
{
    while (!m_isAwaitingAnswer && !m_isEnding && m_socket->bytesToWrite() == 0) {
        m_received += m_socket->read(longestRequest - m_received.size());
        const qsizetype end = m_received.indexOf('\n');
        if (end < 0) {
            if (m_received.size() >= longestRequest)
                refuse(u"the request is longer than %1 bytes"_s.arg(longestRequest));
            return;
        }
        const QByteArray line = m_received.first(end);
        m_received.remove(0, end + 1);
        handle(line);
    }
}

void AgentConnection::handle(const QByteArray &line)
{
    const QJsonDocument document = QJsonDocument::fromJson(line);
    if (!document.isObject())
        return refuse(u"a request is one JSON object on a line"_s);
    m_idleTimer.start();
    if (document["version"_L1].toInt() != protocolVersion)
        return send(badRequest(u"the version of the request is not %1"_s.arg(protocolVersion)));
    const QFuture<QByteArray> future = m_handler(document.object());
    if (future.isFinished())
        answer(future);
    else
        awaitAnswer(future);
}

void AgentConnection::awaitAnswer(const QFuture<QByteArray> &future)
{
    m_isAwaitingAnswer = true;
    m_idleTimer.stop();
    send(SessionReport::line({{u"pending"_s, true}}));
    // A watcher of its own may go at any time, and hears of promises that were dropped too.
    auto *watcher = new QFutureWatcher<QByteArray>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        m_isAwaitingAnswer = false;
        m_idleTimer.start();
        answer(watcher->future()); // the next request follows when that has left
    });
    watcher->setFuture(future);
}

void AgentConnection::answer(const QFuture<QByteArray> &future)
{
    const AuthError nothing(AuthError::Kind::Cancelled, AuthError::Cause::Cancelled, u"no answer was made"_s);
    try {
        QFuture<QByteArray>(future).waitForFinished(); // it has; this throws what it failed with
        send(future.resultCount() > 0 ? future.result() : errorLine(nothing));
    } catch (const AuthError &error) {
        send(errorLine(error));
    }
}

void AgentConnection::send(const QByteArray &line)
{
    m_socket->write(line);
    m_socket->flush(); // the client measures the time, whatever the window does next
}

void AgentConnection::refuse(const QString &text)
{
    send(badRequest(text));
    m_isEnding = true;
    m_socket->disconnectFromServer(); // once the answer has left; the idle limit ends it where that never happens
}

void AgentConnection::close()
{
    m_isEnding = true;
    m_idleTimer.stop();
    m_socket->disconnect(this);
    m_socket->abort();
    deleteLater();
}

} // namespace QciAuth
