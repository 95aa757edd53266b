// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "notice.h"
#include "theme.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QString>

#include <chrono>
#include <optional>

namespace QciAuth {

class ServiceMonitor;
class Session;

/// What the window says about a session and its service, in words (desktop.md). No text holds a token.
/// `now` is the service's time throughout.
class SessionText
{
    Q_DECLARE_TR_FUNCTIONS(QciAuth::SessionText)

public:
    /// While this is the same, and the session tells of nothing new, all texts but those that count seconds are the
    /// same.
    struct Moment
    {
        qint64 minute = 0; ///< of the clock
        qint64 minutesLeft = 0;
        bool isEnding = false;

        bool operator==(const Moment &) const = default;
    };
    static Moment moment(const Session &session, const QDateTime &now);

    /// The state in two or three words.
    static QString state(const Session &session);
    /// The state and, where there is a valid token, the time left: few words for a list.
    static QString summary(Session &session);
    /// The same for where a countdown stands beside it: it also says that the token expires soon.
    static QString headline(const Session &session, const QDateTime &now);
    /// Whether the last ten minutes of a token run without anything having failed.
    static bool isEnding(const Session &session, const QDateTime &now);
    /// How much of the token's lifetime is left, 0 to 1; 0 where there is no token.
    static double share(const Session &session, const QDateTime &now);
    static Tone tone(const Session &session, const QDateTime &now);
    /// Name of the icon that goes with the state.
    static QString iconName(const Session &session);
    /// Time left as `mm:ss`, from an hour on `h:mm:ss`; empty where there is no valid token.
    static QString countdown(const Session &session, const QDateTime &now);
    /// The same, written over `text`, whose memory it takes.
    static void writeCountdown(QString &text, const Session &session, const QDateTime &now);
    /// When the token expires and is renewed, in local time.
    static QString expiry(const Session &session, const QDateTime &now);
    /// The countdown for a screen reader, changing no more often than once a minute.
    static QString spokenExpiry(const Session &session, const QDateTime &now);
    /// What needs saying about the session, if anything.
    static std::optional<Notice> notice(const Session &session, const QDateTime &now);

    /// The instant in local time, as the locale has it; with the date where that is not the day of `now`.
    static QString clockTime(const QDateTime &instant, const QDateTime &now, bool withSeconds);
    /// The same with the date in words, whatever day that is.
    static QString fullTime(const QDateTime &instant);

    static QString health(const ServiceMonitor &monitor);
    static QString version(const ServiceMonitor &monitor);

private:
    static std::optional<Notice> failureNotice(const Session &session, const QDateTime &now);
    static std::optional<Notice> skewNotice(const Session &session);
};

} // namespace QciAuth
