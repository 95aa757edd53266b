// SPDX-License-Identifier: Apache-2.0
#include "agentconnection.h"

#include "autherror.h"
#include "sessionreport.h"

#include <QFutureWatcher>
#include <QJsonDocument>
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
    qintptr descriptor, const AgentServer::Handler &handler, std::chrono::milliseconds idleLimit, QObject *parent)
    : QObject(parent)
    , m_stream(descriptor, longestRequest)
    , m_handler(handler)
    , m_idleLimit(idleLimit)
    , m_idleDeadline(idleLimit)
{
    connect(&m_stream, &AgentStream::received, this, &AgentConnection::process);
    connect(&m_stream, &AgentStream::sent, this, &AgentConnection::process);
    connect(&m_stream, &AgentStream::ended, this, &AgentConnection::process);
    connect(&m_stream, &AgentStream::closed, this, &AgentConnection::close);
}

// A request waits until the answer before it has left: who sends without reading fills no memory here.
void AgentConnection::process()
{
    while (!m_isAwaitingAnswer && !m_isEnding && !m_stream.isSending()) {
        const auto line = m_stream.takeLine();
        if (line)
            handle(*line);
        else if (m_stream.isFull())
            refuse(u"the request is longer than %1 bytes"_s.arg(longestRequest));
        else
            break;
    }
    // The idle limit ends what the client never takes.
    if ((m_isEnding || (m_stream.hasEnded() && !m_isAwaitingAnswer)) && !m_stream.isSending())
        close();
}

void AgentConnection::handle(const QByteArray &line)
{
    const QJsonDocument document = QJsonDocument::fromJson(line);
    if (!document.isObject())
        return refuse(u"a request is one JSON object on a line"_s);
    awaitRequest();
    if (document["version"_L1].toInt() != protocolVersion)
        return m_stream.send(badRequest(u"the version of the request is not %1"_s.arg(protocolVersion)));
    const QFuture<QByteArray> future = m_handler(document.object());
    if (future.isFinished())
        answer(future);
    else
        awaitAnswer(future);
}

void AgentConnection::awaitAnswer(const QFuture<QByteArray> &future)
{
    m_isAwaitingAnswer = true;
    m_idleDeadline = QDeadlineTimer(QDeadlineTimer::Forever);
    m_stream.send(SessionReport::line({{u"pending"_s, true}}));
    // A watcher of its own may go at any time, and hears of promises that were dropped too.
    auto *watcher = new QFutureWatcher<QByteArray>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        if (m_isEnding)
            return;
        awaitRequest();
        answer(watcher->future());
        process();
    });
    watcher->setFuture(future);
}

void AgentConnection::answer(const QFuture<QByteArray> &future)
{
    const AuthError nothing(AuthError::Kind::Cancelled, AuthError::Cause::Cancelled, u"no answer was made"_s);
    try {
        QFuture<QByteArray>(future).waitForFinished(); // it has; this throws what it failed with
        m_stream.send(future.resultCount() > 0 ? future.result() : errorLine(nothing));
    } catch (const AuthError &error) {
        m_stream.send(errorLine(error));
    }
}

void AgentConnection::refuse(const QString &text)
{
    m_stream.send(badRequest(text));
    m_isEnding = true;
}

void AgentConnection::awaitRequest()
{
    m_isAwaitingAnswer = false;
    m_idleDeadline.setRemainingTime(m_idleLimit);
}

void AgentConnection::close()
{
    m_isEnding = true;
    m_stream.disconnect(this);
    m_stream.close();
    deleteLater();
    emit closed();
}

} // namespace QciAuth
