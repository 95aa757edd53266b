// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QList>
#include <QQueue>
#include <QSet>
#include <QString>

#include <chrono>
#include <functional>
#include <utility>

namespace QciAuth {

/// Header fields in the order of the message; names are compared without case.
using SandboxHeaders = QList<std::pair<QByteArray, QByteArray>>;

/// A request as it reaches the service, free of any socket.
struct SandboxRequest
{
    QByteArray method; ///< in capitals, such as \c POST
    QString path;      ///< decoded, without the query
    SandboxHeaders headers;
    QByteArray body;
};

/// The answer to one request. Content-Length and Connection are left to the connection.
struct SandboxResponse
{
    int status = 200;
    SandboxHeaders headers;
    QByteArray body; ///< a JSON object
};

/// The stand-in's answers without the network: tokens in, tokens out, by the paths and forms of api.md.
class SandboxService
{
public:
    using Clock = std::function<QDateTime()>;                 ///< returns now, in UTC
    using RandomBytes = std::function<QByteArray(qsizetype)>; ///< returns that many unguessable bytes

    /// Bodies above this many bytes are answered with 413.
    static constexpr qsizetype maximumBodySize = qsizetype{64} * 1024;
    /// As many access tokens are known at a time; the oldest make room.
    static constexpr qsizetype maximumIssuedTokens = 4096;

    /// Knows \a apiTokens; the access tokens it issues for them are good for \a lifetime.
    SandboxService(QSet<QByteArray> apiTokens, std::chrono::seconds lifetime, Clock clock, RandomBytes randomBytes);

    /// Returns the answer to \a request: always JSON, always with Content-Type and Date (RFC 9110, 5.6.7).
    SandboxResponse handle(const SandboxRequest &request);

    /// Returns how many access tokens are kept; those that expired go with the next exchange.
    qsizetype issuedTokenCount() const;

private:
    struct Route;

    SandboxResponse route(const SandboxRequest &request);
    SandboxResponse exchange(const SandboxRequest &request);
    SandboxResponse health(const SandboxRequest &request);
    SandboxResponse version(const SandboxRequest &request);
    SandboxResponse allocations(const SandboxRequest &request);

    QByteArray issueAccessToken(const QDateTime &now, const QDateTime &expiresAt);
    bool isGoodAccessToken(const QByteArray &token) const;
    void dropIssuedTokens(const QDateTime &now);

    QSet<QByteArray> m_apiTokens;
    std::chrono::seconds m_lifetime;
    Clock m_clock;
    RandomBytes m_randomBytes;
    QHash<QByteArray, QDateTime> m_expiryOfIssued;
    QQueue<QByteArray> m_issued; ///< the oldest first
};

} // namespace QciAuth
