// SPDX-License-Identifier: Apache-2.0
#include "agentserver.h"

#include "agentclient.h"
#include "agentconnection.h"
#include "agentpeer.h"
#include "logging.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cstdlib>

#ifdef Q_OS_UNIX
#include <sys/un.h>
#endif

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

// Clients that come at once wait here for the next turn of the event loop.
constexpr int backlog = 1024;

// Whoever makes the lock file writes its content at once: one that stays without was left by a program that was killed.
constexpr std::chrono::milliseconds emptyFilePatience{1'000};

bool isTooLong([[maybe_unused]] const QString &path)
{
#ifdef Q_OS_UNIX
    return QFile::encodeName(path).size() >= static_cast<qsizetype>(sizeof(sockaddr_un::sun_path));
#else
    return false;
#endif
}

void removeIfAbandoned(QLockFile &lock)
{
    qint64 pid = 0;
    QString host;
    QString program;
    const QDateTime changedAt = QFileInfo(lock.fileName()).lastModified();
    const bool isOld = std::abs(changedAt.msecsTo(QDateTime::currentDateTime())) >= emptyFilePatience.count();
    if (isOld && !lock.getLockInfo(&pid, &host, &program))
        lock.removeStaleLockFile(); // leaves it where somebody holds it after all
}

} // namespace

AgentServer::AgentServer(const QString &folder, const Handler &handler, QObject *parent,
    std::chrono::milliseconds idleLimit, int connectionLimit)
    : QObject(parent)
    , m_folder(folder)
    , m_handler(handler)
    , m_idleLimit(idleLimit)
    , m_connectionLimit(connectionLimit)
{
    m_server.setListenBacklogSize(backlog);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    m_idleTimer.setSingleShot(true);
    connect(&m_server, &AgentListener::connected, this, &AgentServer::takeOn);
    connect(&m_idleTimer, &QTimer::timeout, this, &AgentServer::turnAwayIdle);
}

AgentServer::~AgentServer()
{
    qDeleteAll(findChildren<AgentConnection *>(Qt::FindDirectChildrenOnly));
}

AgentServer::Outcome AgentServer::listen()
{
    if (m_server.isListening())
        return Outcome::Listening;
    const QString path = AgentClient::socketPath(m_folder);
    if (m_folder.isEmpty() || isTooLong(path))
        return fail(tr("its path is empty or too long for a socket"));
    // Whoever holds the lock owns the socket: of two programs that start at once, only one removes the other's remains.
    auto lock = std::make_unique<QLockFile>(m_folder + u"/agent.lock"_s);
    lock->setStaleLockTime(0);
    if (!lock->tryLock())
        removeIfAbandoned(*lock);
    if (!lock->isLocked() && !lock->tryLock()) {
        if (lock->error() == QLockFile::LockFailedError)
            return Outcome::AnotherRuns;
        return fail(tr("no file can be made in it"));
    }
    QLocalServer::removeServer(path);
    if (!m_server.listen(path))
        return fail(m_server.errorString());
#ifdef Q_OS_UNIX
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
#endif
    m_lock = std::move(lock);
    m_errorText.clear();
    return Outcome::Listening;
}

AgentServer::Outcome AgentServer::fail(const QString &reason)
{
    m_errorText = tr("Other programs cannot ask this window, because the folder %1 cannot be used (%2). Check its "
                     "permissions and the room on the disk, and start the window again.")
                      .arg(QDir::toNativeSeparators(m_folder), reason);
    return Outcome::Failed;
}

void AgentServer::takeOn(qintptr descriptor)
{
    const bool isOurs = isPeerOfSameUser(descriptor);
    if (!isOurs)
        qCWarning(sessionLog, "a program of another user asked the agent and was turned away");
    if (!isOurs || m_connections.size() >= m_connectionLimit) {
        AgentStream(descriptor, AgentConnection::longestRequest).close();
        return;
    }
    auto *connection = new AgentConnection(descriptor, m_handler, m_idleLimit, this);
    m_connections.append(connection);
    connect(connection, &AgentConnection::closed, this, [this, connection] { m_connections.removeOne(connection); });
    if (!m_idleTimer.isActive())
        m_idleTimer.start(m_idleLimit);
    connection->start();
}

void AgentServer::turnAwayIdle()
{
    QDeadlineTimer next(m_idleLimit);
    const QList<AgentConnection *> connections = m_connections;
    for (AgentConnection *connection : connections) {
        if (connection->idleDeadline().hasExpired())
            connection->close();
        else
            next = std::min(next, connection->idleDeadline());
    }
    if (!m_connections.isEmpty())
        m_idleTimer.start(std::chrono::ceil<std::chrono::milliseconds>(next.remainingTimeAsDuration()));
}

} // namespace QciAuth
