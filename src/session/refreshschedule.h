// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "autherror.h"

#include <QDateTime>

#include <chrono>
#include <functional>
#include <optional>

namespace QciAuth {

struct AccessTokenInfo;

/// Uniform random numbers in [0, 1).
using RandomSource = std::function<double()>;

/// Decides when a session exchanges by itself (behaviour.md, Refresh): shortly before expiry, spread at random; after
/// failures with full-jitter backoff; never after a rejection. Pure arithmetic: it holds no timer.
class RefreshSchedule
{
public:
    static constexpr std::chrono::milliseconds backoffBase{2'000};
    static constexpr std::chrono::milliseconds backoffCap{300'000};
    static constexpr std::chrono::milliseconds backoffCapExpired{60'000};
    static constexpr std::chrono::milliseconds leastPause{10'000};
    static constexpr std::chrono::milliseconds configurationFaultPause{900'000};
    /// Those who hear that the service is well again come spread over this.
    static constexpr std::chrono::milliseconds recoverySpread{15'000};

    explicit RefreshSchedule(RandomSource random);

    /// The next attempt that is to start by itself; nothing where none is.
    std::optional<QDateTime> nextAttemptAt() const { return m_nextAttemptAt; }

    /// How long it is until then; no less than what has to lie between two attempts.
    std::optional<std::chrono::milliseconds> pause(const QDateTime &now) const;

    /// A token with more than this left is never renewed by itself.
    static std::chrono::milliseconds longestLead(const AccessTokenInfo &info);

    /// An attempt starts now, by itself or because a user asked.
    void attemptStarted(const QDateTime &now);
    /// Plans the renewal of a new token.
    void succeeded(const AccessTokenInfo &info);
    /// Plans the next attempt after a failure. A rejection plans none.
    /// @param left  time that the token at hand still has; zero or less where there is none that is valid.
    void failed(const QDateTime &now, const AuthError &error, std::chrono::milliseconds left);
    /// After a failure of an attempt that a user asked for: it is not tried again for that, but what was planned waits
    /// as long as the service wants, and as long as a configuration fault does. A rejection plans none.
    void requestFailed(const QDateTime &now, const AuthError &error);
    /// After an attempt that came to nothing: the next one comes, but not at once.
    void postpone(const QDateTime &now);
    /// The service is well, as it says itself. Where attempts have failed because it was not, the next one comes soon,
    /// but no sooner than the service wants; once, until it is unwell again. Tells whether that brings it forward.
    bool serviceIsWell(const QDateTime &now);
    /// The service cannot be asked, or is not well.
    void serviceIsUnwell() { m_hasHurried = false; }
    /// Plans nothing any more and forgets past failures.
    void stop();

private:
    std::chrono::milliseconds backoff(std::chrono::milliseconds left) const;
    void planAfterPause(const QDateTime &wanted);
    void waitAsAsked(const QDateTime &now, const AuthError &error);
    void forgetFailures();

    RandomSource m_random;
    int m_failures = 0;
    QDateTime m_lastAttemptAt;
    std::optional<QDateTime> m_nextAttemptAt;
    std::optional<QDateTime> m_notBefore; ///< what the service asked for
    bool m_awaitsService = false;         ///< attempts fail, and will until the service is well
    bool m_hasHurried = false;            ///< since the service was unwell
};

} // namespace QciAuth
