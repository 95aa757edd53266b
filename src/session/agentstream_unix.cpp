// SPDX-License-Identifier: Apache-2.0
#include "agentstream.h"

#include <algorithm>
#include <array>
#include <cerrno>

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace QciAuth {

namespace {

#ifdef MSG_NOSIGNAL
constexpr int sendFlags = MSG_NOSIGNAL | MSG_DONTWAIT;
#else
constexpr int sendFlags = MSG_DONTWAIT; // SO_NOSIGPIPE is set instead
#endif

constexpr std::size_t pieceSize = 4096;

bool isForLater(int error)
{
    return error == EAGAIN || error == EWOULDBLOCK || error == EINTR;
}

} // namespace

AgentStream::AgentStream(qintptr descriptor, qsizetype longestLine, QObject *parent)
    : QObject(parent)
    , m_longestLine(longestLine)
    , m_descriptor(static_cast<int>(descriptor))
    , m_canReceive(descriptor, QSocketNotifier::Read)
{
#ifdef SO_NOSIGPIPE
    const int on = 1;
    ::setsockopt(m_descriptor, SOL_SOCKET, SO_NOSIGPIPE, &on, sizeof(on));
#endif
    connect(&m_canReceive, &QSocketNotifier::activated, this, &AgentStream::receive);
}

AgentStream::~AgentStream()
{
    close();
}

// One piece at a time, however fast the client sends: others want their turn, and the window too.
void AgentStream::receive()
{
    if (m_descriptor < 0 || isFull())
        return;
    std::array<char, pieceSize> piece = {};
    const auto room = static_cast<std::size_t>(m_longestLine - m_received.size());
    const ssize_t count = ::recv(m_descriptor, piece.data(), std::min(room, piece.size()), MSG_DONTWAIT);
    if (count < 0 && isForLater(errno))
        return;
    if (count == 0 && stillReads()) {
        m_hasEnded = true;
        m_canReceive.setEnabled(false); // or it would be told of the end without end
        emit ended();
        return;
    }
    if (count <= 0) {
        close();
        emit closed();
        return;
    }
    m_received.append(piece.data(), count);
    if (isFull())
        m_canReceive.setEnabled(false); // or it would be told of what there is no room for without end
    emit received();
}

bool AgentStream::stillReads() const
{
    pollfd peer = {.fd = m_descriptor, .events = 0, .revents = 0};
    return ::poll(&peer, 1, 0) == 0; // it tells unasked where both directions have ended
}

void AgentStream::makeRoom()
{
    m_canReceive.setEnabled(m_descriptor >= 0 && !m_hasEnded);
}

void AgentStream::send(const QByteArray &data)
{
    if (m_descriptor < 0)
        return;
    m_unsent += data; // shares it where nothing is left from before
    sendRest();
}

void AgentStream::sendRest()
{
    while (!m_unsent.isEmpty()) {
        const ssize_t count =
            ::send(m_descriptor, m_unsent.constData(), static_cast<std::size_t>(m_unsent.size()), sendFlags);
        if (count == m_unsent.size() || (count < 0 && !isForLater(errno))) {
            m_unsent.clear(); // of a client that has gone, receive() hears
        } else if (count > 0) {
            m_unsent.remove(0, count);
        } else {
            break;
        }
    }
    if (!m_canSend && isSending()) {
        m_canSend = new QSocketNotifier(m_descriptor, QSocketNotifier::Write, this);
        connect(m_canSend, &QSocketNotifier::activated, this, [this] {
            sendRest();
            if (!isSending())
                emit sent();
        });
    } else if (m_canSend) {
        m_canSend->setEnabled(isSending());
    }
}

bool AgentStream::isSending() const
{
    return !m_unsent.isEmpty();
}

void AgentStream::close()
{
    if (m_descriptor < 0)
        return;
    m_canReceive.setEnabled(false);
    if (m_canSend)
        m_canSend->setEnabled(false);
    ::close(m_descriptor);
    m_descriptor = -1;
    m_unsent.clear();
}

} // namespace QciAuth
