// SPDX-License-Identifier: Apache-2.0
#include "agentclient.h"

#include "agentpeer.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <limits>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>
#else
#include <QCryptographicHash>
#endif

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

constexpr int protocolVersion = 1;

std::optional<QJsonObject> parsed(const QByteArray &line)
{
    const QJsonDocument document = QJsonDocument::fromJson(line);
    if (!document.isObject() || document["version"_L1].toInt() != protocolVersion)
        return std::nullopt;
    return document.object();
}

bool isInterim(const QJsonObject &answer)
{
    return answer.value("pending"_L1).toBool();
}

#ifdef Q_OS_UNIX

#ifdef MSG_NOSIGNAL
constexpr int sendFlags = MSG_NOSIGNAL | MSG_DONTWAIT;
#else
constexpr int sendFlags = MSG_DONTWAIT; // SO_NOSIGPIPE is set instead
#endif

/// One connection to the agent, closed at destruction.
class Connection
{
public:
    Connection() = default;
    ~Connection()
    {
        if (m_socket >= 0)
            ::close(m_socket);
    }
    Q_DISABLE_COPY_MOVE(Connection)

    bool open(const QByteArray &path, const QDeadlineTimer &deadline)
    {
        sockaddr_un address = {};
        struct stat info = {};
        if (path.isEmpty() || static_cast<std::size_t>(path.size()) >= sizeof(address.sun_path))
            return false;
        if (::lstat(path.constData(), &info) != 0 || !S_ISSOCK(info.st_mode) || info.st_uid != ::geteuid())
            return false;
        address.sun_family = AF_UNIX;
        std::memcpy(address.sun_path, path.constData(), static_cast<std::size_t>(path.size()));
        m_socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
        if (m_socket < 0)
            return false;
        ::fcntl(m_socket, F_SETFD, FD_CLOEXEC);
#ifdef SO_NOSIGPIPE
        const int on = 1;
        ::setsockopt(m_socket, SOL_SOCKET, SO_NOSIGPIPE, &on, sizeof(on));
#endif
        return connectTo(address, deadline) && isPeerOfSameUser(m_socket);
    }

    bool send(QByteArrayView data, const QDeadlineTimer &deadline)
    {
        while (!data.isEmpty()) {
            const ssize_t count = ::send(m_socket, data.data(), static_cast<std::size_t>(data.size()), sendFlags);
            if (count >= 0)
                data = data.sliced(count);
            else if (errno == EPIPE || errno == ECONNRESET)
                return true; // an agent that does not want the rest may have said why
            else if (!mayGoOn(POLLOUT, deadline))
                return false;
        }
        return true;
    }

    /// The next line without its end.
    std::optional<QByteArray> line(const QDeadlineTimer &deadline)
    {
        std::array<char, 4096> piece = {};
        qsizetype end = -1;
        while ((end = m_received.indexOf('\n')) < 0) {
            const ssize_t count = ::recv(m_socket, piece.data(), piece.size(), MSG_DONTWAIT);
            if (count == 0 || (count < 0 && !mayGoOn(POLLIN, deadline)))
                return std::nullopt;
            if (count < 0)
                continue;
            m_received.append(piece.data(), count);
            m_total += count;
            if (m_total > AgentClient::longestAnswer)
                return std::nullopt;
        }
        const QByteArray line = m_received.first(end);
        m_received.remove(0, end + 1);
        return line;
    }

private:
    // Without waiting, a full queue of connections is an error at once on Linux; many clients may come together.
    bool connectTo(const sockaddr_un &address, const QDeadlineTimer &deadline)
    {
        while (!deadline.hasExpired()) {
            using std::chrono::microseconds;
            const auto left = // none at all would mean no limit
                std::max(microseconds(1), std::chrono::ceil<microseconds>(deadline.remainingTimeAsDuration()));
            timeval limit = {};
            limit.tv_sec = static_cast<decltype(limit.tv_sec)>(left.count() / 1'000'000);
            limit.tv_usec = static_cast<decltype(limit.tv_usec)>(left.count() % 1'000'000);
            ::setsockopt(m_socket, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof(limit));
            if (::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof(address)) == 0 ||
                errno == EISCONN)
                return true;
            if (errno != EINTR)
                return false;
        }
        return false;
    }

    // After a call that failed: whether it is worth another try, which may be now or when the socket is ready.
    bool mayGoOn(short events, const QDeadlineTimer &deadline)
    {
        if (errno == EINTR)
            return !deadline.hasExpired();
        if (errno != EAGAIN && errno != EWOULDBLOCK)
            return false;
        pollfd watched = {.fd = m_socket, .events = events, .revents = 0};
        const auto limit = std::min<qint64>(deadline.remainingTime(), std::numeric_limits<int>::max());
        const int ready = ::poll(&watched, 1, static_cast<int>(limit));
        return ready > 0 || (ready < 0 && errno == EINTR && !deadline.hasExpired());
    }

    int m_socket = -1;
    QByteArray m_received;
    qsizetype m_total = 0;
};

#else

/// One connection to the agent's pipe. A file has no time limit; the pipe's end tells of a window that has gone.
class Connection
{
public:
    bool open(const QByteArray &path, const QDeadlineTimer &)
    {
        m_pipe.setFileName(QString::fromUtf8(path));
        return !path.isEmpty() && m_pipe.open(QIODevice::ReadWrite | QIODevice::Unbuffered);
    }

    bool send(QByteArrayView data, const QDeadlineTimer &)
    {
        return m_pipe.write(data.data(), data.size()) == data.size();
    }

    std::optional<QByteArray> line(const QDeadlineTimer &)
    {
        const QByteArray line = m_pipe.readLine(AgentClient::longestAnswer + 1);
        if (!line.endsWith('\n'))
            return std::nullopt;
        return line.chopped(1);
    }

private:
    QFile m_pipe;
};

#endif

} // namespace

AgentClient::AgentClient(
    const QString &folder, std::chrono::milliseconds signOfLifeLimit, std::chrono::milliseconds answerLimit)
    : m_path(folder.isEmpty() ? QString() : socketPath(folder))
    , m_signOfLifeLimit(signOfLifeLimit)
    , m_answerLimit(answerLimit)
{
}

QString AgentClient::socketPath(const QString &folder)
{
#ifdef Q_OS_UNIX
    return folder + u"/agent.sock"_s;
#else
    // Pipes have no folders: each user's own folder gives each a name of their own.
    const QByteArray hash = QCryptographicHash::hash(folder.toUtf8(), QCryptographicHash::Sha256).toHex();
    return u"\\\\.\\pipe\\qci-auth-"_s + QString::fromLatin1(hash.first(32));
#endif
}

std::optional<QJsonObject> AgentClient::ask(const QJsonObject &request) const
{
    const QDeadlineTimer signOfLife(m_signOfLifeLimit);
    const QDeadlineTimer end(m_answerLimit);
    Connection connection;
    if (!connection.open(QFile::encodeName(m_path), signOfLife) ||
        !connection.send(QJsonDocument(request).toJson(QJsonDocument::Compact) + '\n', signOfLife))
        return std::nullopt;
    for (auto line = connection.line(signOfLife); line; line = connection.line(end)) {
        const auto answer = parsed(*line);
        if (!answer || !isInterim(*answer))
            return answer;
    }
    return std::nullopt;
}

} // namespace QciAuth
