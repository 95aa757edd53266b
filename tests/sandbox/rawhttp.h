// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QTcpSocket>

#include <optional>

namespace QciAuth {

/// An HTTP answer as it was on the wire.
struct RawReply
{
    QByteArray statusLine;
    QList<QByteArray> headerLines;
    QByteArray body;

    /// Returns the three digits of the status line, 0 where it has none.
    int status() const;
    /// Returns the only value of the header \a name, nothing where it is absent or there twice.
    QByteArray header(const QByteArray &name) const;
};

/// A connection to the sandbox on which a test puts its own bytes.
class RawConnection
{
public:
    explicit RawConnection(quint16 port);

    void send(const QByteArray &bytes);
    /// Waits for the next answer; \a withBody is false for an answer to HEAD. Nothing where it does not come.
    std::optional<RawReply> receive(bool withBody = true);
    /// Waits until the server has closed the connection.
    bool waitForClose();
    bool isOpen() const;
    void abort();

private:
    std::optional<RawReply> takeReply(bool withBody);

    QTcpSocket m_socket;
    QByteArray m_received;
};

/// Returns a request's bytes; \a headers are whole lines with their CRLF.
QByteArray rawRequest(
    const QByteArray &method, const QByteArray &path, const QByteArray &headers = {}, const QByteArray &body = {});

/// Sends \a request on a connection of its own and returns the answer, with status 0 where there is none.
RawReply ask(quint16 port, const QByteArray &request);

} // namespace QciAuth
