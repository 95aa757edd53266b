// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "faultrow.h"
#include "logrecord.h"
#include "workbench.h"

#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace QciAuth {

/// Puts a session before a fault, with a real client over real sockets, and says what it makes wrong.
class FaultBench
{
public:
    enum class TokenBefore {
        None,
        Valid, ///< for five minutes more, so that a new one is due
    };

    FaultBench(const FaultRow &row, TokenBefore before);
    ~FaultBench();

    /// Lets a session start and a caller ask it for a token, and compares with the row; empty where all is as it
    /// should be.
    QStringList differences();

    /// Whether the row's timeout was over before the request got out, as this machine was busy.
    bool hadNoTime() const;

private:
    void setEnvironment();
    void storeTokens();
    /// Makes a difference of it where it is not as it should be.
    void check(bool isRight, const QString &what);
    void checkCaller();
    void checkSession();
    void checkWire();
    void checkNextTry();
    void checkSecrecy();
    void checkRecovery();
    bool succeeds() const { return !m_row.outcome.kind; }

    FaultRow m_row;
    const TokenBefore m_before;
    const QString m_tokenBefore = TestTokens::accessToken();
    LogRecord m_log;
    Workbench m_bench;
    FaultServer m_server;
    LoopbackServer m_elsewhere;
    std::unique_ptr<Session> m_session;
    std::optional<AccessTokenInfo> m_got; ///< by the caller
    std::optional<AuthError> m_error;     ///< of the caller
    std::vector<AuthError> m_told;        ///< by the session's signal
    QStringList m_differences;
};

} // namespace QciAuth
