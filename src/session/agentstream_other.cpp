// SPDX-License-Identifier: Apache-2.0
#include "agentstream.h"

namespace QciAuth {

AgentStream::AgentStream(qintptr descriptor, qsizetype longestLine, QObject *parent)
    : QObject(parent)
    , m_longestLine(longestLine)
{
    m_socket.setReadBufferSize(longestLine);
    m_socket.setSocketDescriptor(descriptor);
    connect(&m_socket, &QLocalSocket::readyRead, this, &AgentStream::receive);
    // Queued, or each answer that leaves at once would start the next from within.
    connect(
        &m_socket, &QLocalSocket::bytesWritten, this,
        [this] {
            if (!isSending())
                emit sent();
        },
        Qt::QueuedConnection);
    connect(&m_socket, &QLocalSocket::disconnected, this, &AgentStream::closed);
}

AgentStream::~AgentStream()
{
    close();
}

void AgentStream::receive()
{
    makeRoom();
    if (!m_received.isEmpty())
        emit received();
}

void AgentStream::makeRoom()
{
    if (m_socket.bytesAvailable() > 0 && !isFull())
        m_received += m_socket.read(m_longestLine - m_received.size());
}

void AgentStream::send(const QByteArray &data)
{
    m_socket.write(data);
    m_socket.flush(); // the client measures the time, whatever the window does next
}

bool AgentStream::isSending() const
{
    return m_socket.bytesToWrite() > 0;
}

void AgentStream::close()
{
    m_socket.disconnect(this);
    m_socket.abort();
}

} // namespace QciAuth
