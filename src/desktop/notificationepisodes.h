// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "session.h"

#include <QDateTime>

#include <chrono>
#include <optional>

namespace QciAuth {

/// Decides what of a session's life is worth a notification: each kind once per episode of trouble (desktop.md). An
/// episode ends when a token is good again, or at a logout.
class NotificationEpisodes
{
public:
    enum class Kind {
        None,
        LoginRequired,  ///< nothing goes on before the user logs in
        RefreshFailing, ///< and the token ends soon, or has ended
        NoTokenYet,     ///< since the program started, which was a while ago
        WorkingAgain,   ///< after one of those that was shown
        Over,           ///< nothing is to be told, and what was shown no longer holds
    };

    /// With less time left than this, failing refreshes are told.
    static constexpr std::chrono::minutes endsSoon{5};
    /// Before there was any token, failures are told no earlier: a program that starts with the desktop may be quicker
    /// than the network.
    static constexpr std::chrono::minutes patienceAtStart{1};

    /// How a session is.
    struct Observation
    {
        Session::State state = Session::State::LoggedOut;
        bool isExchanging = false;             ///< then the state is that of a trial: nothing is told before it ends
        bool hasFailed = false;                ///< the last exchange
        std::chrono::milliseconds remaining{}; ///< time that the token has left; zero without one
        QDateTime at{};
    };

    /// What is to be told now.
    Kind observe(const Observation &seen);
    /// What was to be told last is shown. Else nobody needs to hear of its end.
    void shown() { m_isShown = true; }
    /// The user has ended the episode, and knows. Over, or None where nothing was shown.
    Kind end();

private:
    Kind failing(const QDateTime &at);

    bool m_hadToken = false; ///< a valid one, in this run
    std::optional<QDateTime> m_failsSince;
    bool m_toldLoginRequired = false;
    bool m_toldFailing = false;
    bool m_isShown = false; ///< any of these
};

} // namespace QciAuth
