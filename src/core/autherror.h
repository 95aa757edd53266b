// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QException>
#include <QString>

#include <chrono>
#include <optional>

namespace QciAuth {

/// Why a call failed. Every asynchronous result of the library fails with this exception.
///
/// `kind()` tells what to do next (behaviour.md, Refresh); `cause()` tells what happened; `message()` is a technical
/// text for logs and programs. No member ever holds a token.
class AuthError final : public QException
{
public:
    /// What a caller should do about it.
    enum class Kind {
        Transient,    ///< try again later, with backoff
        Rejected,     ///< the service refuses the API token: log in again
        WrongAddress, ///< the URL is not that of a QCi service, or has moved
        Untrusted,    ///< the server's certificate cannot be trusted
        Local,        ///< something on this machine: configuration, files, keychain
        Cancelled,    ///< the caller gave up
    };

    /// What happened.
    enum class Cause {
        MissingUrl,
        InvalidUrl,
        InsecureUrl,
        MissingToken,
        InvalidToken,
        CertificateFile,
        HostNotFound,
        ConnectionRefused,
        ConnectionLost,
        TimedOut,
        NetworkDown,
        ProxyFailed,
        Certificate,
        Handshake,
        Redirected,
        HttpStatus,
        NotQciService,
        MalformedAnswer,
        TooLarge,
        SecretStoreUnavailable,  ///< there is no keychain to talk to
        SecretStoreLocked,       ///< the keychain is there, but was not unlocked
        SecretStoreTimedOut,     ///< the keychain does not answer
        SecretStoreFailed,       ///< the keychain refused, or did not keep what it was given
        Configuration,           ///< settings cannot be written
        UnreadableConfiguration, ///< settings are there and make no sense
        Cancelled,
    };

    /// @param httpStatus  the answer's status, 0 where there was no complete answer.
    /// @param retryAfter  what the server asked for, already clamped (behaviour.md).
    AuthError(Kind kind, Cause cause, const QString &message, int httpStatus = 0,
        std::optional<std::chrono::seconds> retryAfter = std::nullopt);

    Kind kind() const { return m_kind; }
    Cause cause() const { return m_cause; }
    int httpStatus() const { return m_httpStatus; }
    std::optional<std::chrono::seconds> retryAfter() const { return m_retryAfter; }

    /// Technical text without secrets; for an HTTP error the Python client's (api.md).
    QString message() const { return m_message; }

    /// `message()` as UTF-8.
    const char *what() const noexcept override { return m_what.constData(); }
    void raise() const override;
    AuthError *clone() const override;

private:
    Kind m_kind;
    Cause m_cause;
    int m_httpStatus;
    std::optional<std::chrono::seconds> m_retryAfter;
    QString m_message;
    QByteArray m_what;
};

} // namespace QciAuth
