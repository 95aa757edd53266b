// SPDX-License-Identifier: Apache-2.0
#include "rawhttp.h"

#include <QHostAddress>
#include <QTest>

namespace QciAuth {

int RawReply::status() const
{
    return statusLine.mid(9, 3).toInt();
}

QByteArray RawReply::header(const QByteArray &name) const
{
    QList<QByteArray> values;
    for (const QByteArray &line : headerLines) {
        const qsizetype colon = line.indexOf(':');
        if (line.left(colon).compare(name, Qt::CaseInsensitive) == 0) {
            values.append(line.mid(colon + 1).trimmed());
        }
    }
    return values.size() == 1 ? values.constFirst() : QByteArray();
}

RawConnection::RawConnection(quint16 port)
{
    m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    [[maybe_unused]] const bool connected = QTest::qWaitFor([this] { return isOpen(); });
}

void RawConnection::send(const QByteArray &bytes)
{
    m_socket.write(bytes);
    m_socket.flush();
}

std::optional<RawReply> RawConnection::receive(bool withBody)
{
    std::optional<RawReply> reply;
    [[maybe_unused]] const bool came = QTest::qWaitFor([this, withBody, &reply] {
        m_received += m_socket.readAll();
        reply = takeReply(withBody);
        return reply.has_value() || !isOpen();
    });
    return reply;
}

bool RawConnection::waitForClose()
{
    return QTest::qWaitFor([this] { return m_socket.state() == QAbstractSocket::UnconnectedState; });
}

bool RawConnection::isOpen() const
{
    return m_socket.state() == QAbstractSocket::ConnectedState;
}

void RawConnection::abort()
{
    m_socket.abort();
}

std::optional<RawReply> RawConnection::takeReply(bool withBody)
{
    const qsizetype headEnd = m_received.indexOf("\r\n\r\n");
    if (headEnd < 0) {
        return std::nullopt;
    }
    RawReply reply;
    for (const QByteArray &line : m_received.first(headEnd).split('\n')) {
        reply.headerLines.append(line.trimmed());
    }
    reply.statusLine = reply.headerLines.takeFirst();
    const qsizetype bodyStart = headEnd + 4;
    const qsizetype bodySize = withBody ? reply.header("Content-Length").toLongLong() : 0;
    if (m_received.size() < bodyStart + bodySize) {
        return std::nullopt;
    }
    reply.body = m_received.mid(bodyStart, bodySize);
    m_received.remove(0, bodyStart + bodySize);
    return reply;
}

QByteArray rawRequest(
    const QByteArray &method, const QByteArray &path, const QByteArray &headers, const QByteArray &body)
{
    QByteArray request = method + ' ' + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers;
    if (!body.isEmpty()) {
        request += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    }
    return request + "\r\n" + body;
}

RawReply ask(quint16 port, const QByteArray &request)
{
    RawConnection connection(port);
    connection.send(request);
    return connection.receive().value_or(RawReply());
}

} // namespace QciAuth
