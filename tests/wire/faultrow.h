// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "autherror.h"
#include "faultserver.h"
#include "testtokens.h"

#include <QMetaType>
#include <QSslConfiguration>

#include <chrono>
#include <optional>
#include <utility>

namespace QciAuth {

/// What a session must make of a fault.
struct FaultOutcome
{
    std::optional<AuthError::Kind> kind{}; ///< nothing: it is none, and the exchange succeeds
    AuthError::Cause cause = AuthError::Cause::Cancelled;
    std::optional<std::chrono::seconds> nextTry{}; ///< from now; nothing: none
    int httpStatus = 0;
    qsizetype requests = 1;                       ///< on the wire, as far as they got
    std::optional<AuthError::Cause> otherCause{}; ///< as good, where it depends on who is faster
    int otherHttpStatus = 0;

    /// Refused: no other try.
    static FaultOutcome rejected(int httpStatus);
    /// A fault that passes, and another try after the least pause where nothing asks for a longer one.
    static FaultOutcome transient(
        AuthError::Cause cause, int httpStatus = 0, std::chrono::seconds nextTry = std::chrono::seconds{10});
    /// An address that is wrong, or whom nobody trusts: another try in a quarter of an hour.
    static FaultOutcome wrongAddress(AuthError::Cause cause, int httpStatus);
    static FaultOutcome untrusted();
    /// A new token that lives that long.
    static FaultOutcome accepted(std::chrono::seconds lifetime = std::chrono::hours{1});

    /// The same, with that many requests.
    FaultOutcome with(qsizetype count) const;
    /// The same, with another cause that will do.
    FaultOutcome orCause(AuthError::Cause other, int httpStatus = 0) const;

    bool fits(const AuthError &error) const;
};

/// One fault, and what is expected of a session that meets it.
struct FaultRow
{
    QString apiToken = TestTokens::apiToken();
    QString accessToken = TestTokens::accessToken(); ///< that the service answers with, where it does

    /// What the server does, by connection. `ELSEWHERE` in an answer's head stands for the address of another server.
    QList<FaultScript> scripts{};
    std::optional<QSslConfiguration> tls{}; ///< what the server shows; nothing: it speaks no TLS
    bool isListening = true;

    QString url{};          ///< of the profile; empty: the server's own
    bool claimsTls = false; ///< the profile says https, whatever the server speaks
    QString caFile{};       ///< of the profile
    std::chrono::milliseconds timeout = std::chrono::seconds{20}; ///< of the profile
    /// Environment variables; `SERVER` stands for the server's host and port.
    QList<std::pair<QByteArray, QByteArray>> environment{};

    FaultOutcome outcome{};
};

} // namespace QciAuth

Q_DECLARE_METATYPE(QciAuth::FaultRow)
