// SPDX-License-Identifier: Apache-2.0
#include "rawagent.h"

#include <QFile>

#include <array>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace QciAuth {

namespace {

sockaddr_un addressOf(const QString &path)
{
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    const QByteArray encoded = QFile::encodeName(path);
    std::memcpy(address.sun_path, encoded.constData(),
        std::min(static_cast<std::size_t>(encoded.size()), sizeof(address.sun_path) - 1));
    return address;
}

} // namespace

RawAgent::RawAgent(const QString &path, const Script &script)
    : m_listener(::socket(AF_UNIX, SOCK_STREAM, 0))
{
    const sockaddr_un address = addressOf(path);
    m_isListening = ::bind(m_listener, reinterpret_cast<const sockaddr *>(&address), sizeof(address)) == 0 &&
                    ::listen(m_listener, 0) == 0;
    if (!m_isListening || !script)
        return;
    // Signals that a test sends itself are for the thread that asks.
    sigset_t all = {};
    sigset_t before = {};
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    m_thread = std::thread([listener = m_listener, script] {
        const int socket = ::accept(listener, nullptr, nullptr);
        if (socket < 0)
            return;
        script(socket);
        ::close(socket);
    });
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

RawAgent::~RawAgent()
{
    ::shutdown(m_listener, SHUT_RDWR); // no client may have come
    if (m_thread.joinable())
        m_thread.join();
    ::close(m_listener);
}

QByteArray RawAgent::readLine(int socket)
{
    QByteArray line;
    std::array<char, 4096> piece = {};
    while (!line.contains('\n')) {
        const ssize_t count = ::recv(socket, piece.data(), piece.size(), 0);
        if (count <= 0)
            break;
        line.append(piece.data(), count);
    }
    return line;
}

bool RawAgent::write(int socket, const QByteArray &data)
{
    qsizetype written = 0;
    while (written < data.size()) {
        const ssize_t count =
            ::send(socket, data.constData() + written, static_cast<std::size_t>(data.size() - written), MSG_NOSIGNAL);
        if (count < 0)
            return false;
        written += count;
    }
    return true;
}

bool RawAgent::staysFor(int socket, std::chrono::milliseconds time)
{
    pollfd watched = {.fd = socket, .events = POLLIN, .revents = 0};
    return ::poll(&watched, 1, static_cast<int>(time.count())) == 0;
}

int RawAgent::connectTo(const QString &path)
{
    const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0);
    const sockaddr_un address = addressOf(path);
    if (::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof(address)) == 0)
        return socket;
    ::close(socket);
    return -1;
}

} // namespace QciAuth
