// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>
#include <functional>
#include <thread>

namespace QciAuth {

/// An agent that does with its one client what a test wants, in a thread of its own, while the test's thread asks.
class RawAgent
{
public:
    /// Gets the connected socket, which is closed afterwards.
    using Script = std::function<void(int socket)>;

    /// Listens at the path. @param script  what to do; without one, nobody ever accepts, as in a stopped program.
    explicit RawAgent(const QString &path, const Script &script = {});
    ~RawAgent();
    Q_DISABLE_COPY_MOVE(RawAgent)

    bool isListening() const { return m_isListening; }

    /// What comes up to the end of a line, or of the connection.
    static QByteArray readLine(int socket);
    /// Sends it all; false where the client has gone.
    static bool write(int socket, const QByteArray &data);
    /// Whether the client stays for that long, sending nothing.
    static bool staysFor(int socket, std::chrono::milliseconds time);
    /// A connection to the path, or -1; does not wait for room in the queue.
    static int connectTo(const QString &path);

private:
    int m_listener = -1;
    bool m_isListening = false;
    std::thread m_thread;
};

} // namespace QciAuth
