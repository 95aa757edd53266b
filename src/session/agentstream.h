// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QObject>

#include <optional>

#ifdef Q_OS_UNIX
#include <QSocketNotifier>
#else
#include <QLocalSocket>
#endif

namespace QciAuth {

/// The agent's end of one connection: lines come in, answers go out. Never waits, and takes in no more than one line of
/// the greatest length before that is taken away.
///
/// On Unix it does without QLocalSocket, which for every client looks up its signals by name and makes large buffers:
/// for clients that ask once, that is more work than their answers.
class AgentStream : public QObject
{
    Q_OBJECT

public:
    /// @param descriptor   of a connected socket or pipe, whose owner this becomes.
    /// @param longestLine  bytes of a line with its end.
    AgentStream(qintptr descriptor, qsizetype longestLine, QObject *parent = nullptr);
    ~AgentStream() override;

    /// Takes in what is there without waiting for the event loop. received(), ended() or closed() may follow.
    void receive();
    /// The next line, without its end; nothing where none is there as a whole.
    std::optional<QByteArray> takeLine();
    /// Whether there is no room for more of the line.
    bool isFull() const { return m_received.size() >= m_longestLine; }
    /// Whether ended() has been told: no more lines will come than are there.
    bool hasEnded() const { return m_hasEnded; }
    /// Sends at once what the client takes now, and the rest as it takes that.
    void send(const QByteArray &data);
    /// Whether there is something that the client has not taken yet.
    bool isSending() const;
    /// Ends the connection now, without closed().
    void close();

signals:
    /// There is more to take, or no room for more.
    void received();
    /// What the client did not take at first has gone.
    void sent();
    /// The client sends no more, and still reads. Only Unix tells that from an end of the connection.
    void ended();
    /// The client has ended the connection.
    void closed();

private:
    void makeRoom();

    qsizetype m_longestLine;
    QByteArray m_received;
    bool m_hasEnded = false;
#ifdef Q_OS_UNIX
    bool stillReads() const;
    void sendRest();

    int m_descriptor;
    QSocketNotifier m_canReceive;
    QSocketNotifier *m_canSend = nullptr; ///< for the client that does not read
    QByteArray m_unsent;
#else
    QLocalSocket m_socket;
#endif
};

} // namespace QciAuth
