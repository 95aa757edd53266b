// SPDX-License-Identifier: Apache-2.0
#include "sessiontext.h"

#include "errortext.h"
#include "livesecrets.h"
#include "servicemonitor.h"
#include "session.h"

#include <QLocale>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <array>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

using State = Session::State;
using std::chrono::milliseconds;

constexpr std::chrono::minutes ending{10};
constexpr std::chrono::seconds skewWorthSaying{60};

milliseconds remaining(const Session &session, const QDateTime &now)
{
    return session.info() ? session.info()->remaining(now) : milliseconds::zero();
}

// The locale's short one, which may have seconds; where not, they follow as minutes follow hours. The long format may
// be of another kind, in Japanese with words between the numbers, and stands in only where the short one has such
// words.
QString timeFormat(bool withSeconds)
{
    static const QRegularExpression seconds(uR"(\W?s+)"_s);
    static const QRegularExpression minutes(uR"([Hh]+([:.])mm)"_s);
    static const QRegularExpression zone(uR"(\s*[\[(]?\bt+\b[\])]?\s*)"_s);
    QString format = QLocale().timeFormat(QLocale::ShortFormat).remove(seconds);
    if (!withSeconds)
        return format;
    const QRegularExpressionMatch match = minutes.match(format);
    if (!match.hasMatch())
        return QLocale().timeFormat(QLocale::LongFormat).remove(zone);
    return format.insert(match.capturedEnd(), match.captured(1) + u"ss"_s);
}

bool isTransient(const AuthError &error)
{
    return error.kind() == AuthError::Kind::Transient;
}

} // namespace

SessionText::Moment SessionText::moment(const Session &session, const QDateTime &now)
{
    using std::chrono::minutes;
    const milliseconds left = remaining(session, now);
    return {.minute = std::chrono::floor<minutes>(milliseconds(now.toMSecsSinceEpoch())).count(),
        .minutesLeft = left > milliseconds::zero() ? std::chrono::floor<minutes>(left).count() : -1,
        .isEnding = isEnding(session, now)};
}

QString SessionText::state(const Session &session)
{
    if (session.isExchanging())
        return session.info() ? tr("Refreshing…") : tr("Logging in…");
    switch (session.state()) {
    case State::LoggedOut:
        return tr("Logged out");
    case State::Starting:
        return tr("Waiting for the keychain…");
    case State::Locked:
        return tr("Keychain locked");
    case State::Active:
        return tr("Logged in");
    case State::RefreshFailing:
        return session.info() ? tr("Refreshing fails") : tr("No token yet");
    case State::Expired:
        return tr("Token expired");
    case State::LoginRequired:
        return tr("Login required");
    }
    return {};
}

QString SessionText::summary(Session &session)
{
    const bool isFailing = session.state() == State::RefreshFailing;
    const milliseconds left = remaining(session, session.now());
    if ((session.state() != State::Active && !isFailing) || session.isExchanging() || left <= milliseconds::zero())
        return state(session);
    const auto minutes = static_cast<int>(std::chrono::floor<std::chrono::minutes>(left).count());
    if (minutes == 0)
        return isFailing ? tr("Refreshing fails, under 1 min left") : tr("under 1 min left");
    constexpr int minutesOfHours = 120;
    if (minutes >= minutesOfHours)
        return isFailing ? tr("Refreshing fails, %n h left", nullptr, minutes / 60)
                         : tr("%n h left", nullptr, minutes / 60);
    return isFailing ? tr("Refreshing fails, %n min left", nullptr, minutes) : tr("%n min left", nullptr, minutes);
}

// A token that never lives longer than ten minutes is no warning by itself.
bool SessionText::isEnding(const Session &session, const QDateTime &now)
{
    return session.state() == State::Active &&
           remaining(session, now) < std::min<milliseconds>(ending, session.info()->margin());
}

QString SessionText::headline(const Session &session, const QDateTime &now)
{
    return isEnding(session, now) && !session.isExchanging() ? tr("Expires soon") : state(session);
}

double SessionText::share(const Session &session, const QDateTime &now)
{
    const auto &info = session.info();
    if (!info)
        return 0;
    const milliseconds lifetime = info->remaining(info->obtainedAt);
    if (lifetime <= milliseconds::zero())
        return 0;
    return std::clamp(
        static_cast<double>(info->remaining(now).count()) / static_cast<double>(lifetime.count()), 0.0, 1.0);
}

Tone SessionText::tone(const Session &session, const QDateTime &now)
{
    switch (session.state()) {
    case State::LoggedOut:
    case State::Starting:
        return Tone::Neutral;
    case State::Locked:
    case State::RefreshFailing:
        return Tone::Warning;
    case State::Expired:
    case State::LoginRequired:
        return Tone::Bad;
    case State::Active:
        return isEnding(session, now) ? Tone::Warning : Tone::Accent;
    }
    return Tone::Neutral;
}

QString SessionText::iconName(const Session &session)
{
    switch (session.state()) {
    case State::LoggedOut:
        return u"key"_s;
    case State::Starting:
        return u"waiting"_s;
    case State::Locked:
        return u"lock"_s;
    case State::Active:
        return u"good"_s;
    case State::RefreshFailing:
        return u"warning"_s;
    case State::Expired:
        return u"expired"_s;
    case State::LoginRequired:
        return u"log-in"_s;
    }
    return {};
}

QString SessionText::countdown(const Session &session, const QDateTime &now)
{
    QString text;
    writeCountdown(text, session, now);
    return text;
}

void SessionText::writeCountdown(QString &text, const Session &session, const QDateTime &now)
{
    text.resize(0);
    const milliseconds left = remaining(session, now);
    if (left <= milliseconds::zero())
        return;
    const auto seconds = static_cast<long long>(std::chrono::floor<std::chrono::seconds>(left).count());
    constexpr std::size_t longest = 32;
    std::array<char, longest> letters = {};
    const int length = seconds < 3600
                           ? std::snprintf(letters.data(), letters.size(), "%02lld:%02lld", seconds / 60, seconds % 60)
                           : std::snprintf(letters.data(), letters.size(), "%lld:%02lld:%02lld", seconds / 3600,
                                 seconds / 60 % 60, seconds % 60);
    text.append(QLatin1StringView(letters.data(), length));
}

QString SessionText::clockTime(const QDateTime &instant, const QDateTime &now, bool withSeconds)
{
    const QDateTime local = instant.toLocalTime();
    const QString time = QLocale().toString(local.time(), timeFormat(withSeconds));
    if (local.date() == now.toLocalTime().date())
        return time;
    return u"%1 %2"_s.arg(QLocale().toString(local.date(), QLocale::ShortFormat), time);
}

QString SessionText::fullTime(const QDateTime &instant)
{
    const QDateTime local = instant.toLocalTime();
    return u"%1 %2"_s.arg(
        QLocale().toString(local.date(), QLocale::LongFormat), QLocale().toString(local.time(), timeFormat(true)));
}

QString SessionText::expiry(const Session &session, const QDateTime &now)
{
    if (!session.info())
        return {};
    const QString time = clockTime(session.info()->expiresAt, now, true);
    if (remaining(session, now) <= milliseconds::zero())
        return tr("expired %1").arg(time);
    if (session.state() != State::Active || !session.nextAttemptAt())
        return tr("expires %1").arg(time);
    return tr("expires %1, renews itself about %2").arg(time, clockTime(*session.nextAttemptAt(), now, false));
}

QString SessionText::spokenExpiry(const Session &session, const QDateTime &now)
{
    if (session.state() == State::LoggedOut)
        return tr("Logged out");
    if (!session.info())
        return tr("No token yet");
    const milliseconds left = remaining(session, now);
    if (left <= milliseconds::zero())
        return tr("Token expired");
    const auto minutes = static_cast<int>(std::chrono::floor<std::chrono::minutes>(left).count());
    return minutes == 0 ? tr("Token expires in less than a minute")
                        : tr("Token expires in %n minutes", nullptr, minutes);
}

std::optional<Notice> SessionText::notice(const Session &session, const QDateTime &now)
{
    const QUrl url(session.profile().url);
    const auto &error = session.lastError();
    switch (session.state()) {
    case State::LoggedOut:
        if (!error)
            return std::nullopt;
        return Notice{Tone::Warning, errorText(*error, url), Notice::Action::ReadKeychain};
    case State::Starting:
        return std::nullopt;
    case State::Locked:
        return Notice{Tone::Warning, errorText(*error, url), Notice::Action::ReadKeychain};
    case State::LoginRequired:
        return Notice{Tone::Bad, error ? errorText(*error, url) : tr("Log in again to go on."), Notice::Action::LogIn};
    case State::RefreshFailing:
    case State::Expired:
        return failureNotice(session, now);
    case State::Active:
        break;
    }
    if (session.storageError())
        return Notice{Tone::Warning,
            tr("You are logged in for this run only: the API token is not stored. %1")
                .arg(errorText(*session.storageError(), url)),
            Notice::Action::None};
    return skewNotice(session);
}

std::optional<Notice> SessionText::failureNotice(const Session &session, const QDateTime &now)
{
    const auto &error = session.lastError();
    if (!error)
        return std::nullopt;
    const QUrl url(session.profile().url);
    QString text = isTransient(*error) ? tr("Refreshing fails: %1.").arg(shortErrorText(*error))
                                       : tr("Refreshing fails: %1").arg(errorText(*error, url));
    if (remaining(session, now) > milliseconds::zero())
        text = Notice::bothSentences(
            text, tr("Token valid until %1.").arg(clockTime(session.info()->expiresAt, now, false)));
    QString progress;
    if (const auto next = session.nextAttemptAt(); next && !session.isExchanging()) {
        const qint64 seconds = std::max<qint64>(now.secsTo(*next), 0);
        constexpr qint64 twoMinutes = 120;
        progress =
            seconds < twoMinutes ? tr("Next try in %1 s.").arg(seconds) : tr("Next try in %1 min.").arg(seconds / 60);
    }
    const Tone tone = session.state() == State::Expired ? Tone::Bad : Tone::Warning;
    return Notice{tone, text, Notice::Action::Refresh, progress};
}

std::optional<Notice> SessionText::skewNotice(const Session &session)
{
    const milliseconds skew = session.profile().skew;
    if (std::chrono::abs(skew) <= skewWorthSaying)
        return std::nullopt;
    const auto minutes = std::chrono::round<std::chrono::minutes>(std::chrono::abs(skew)).count();
    const QString text = skew > milliseconds::zero()
                             ? tr("The clock of this computer is %1 min behind the service's. Times here are "
                                  "corrected; set the clock for other programs.")
                             : tr("The clock of this computer is %1 min ahead of the service's. Times here are "
                                  "corrected; set the clock for other programs.");
    return Notice{Tone::Neutral, text.arg(minutes), Notice::Action::None};
}

QString SessionText::health(const ServiceMonitor &monitor)
{
    if (monitor.healthMessage())
        return tr("%1, %2 ms")
            .arg(LiveSecrets::redactAll(monitor.healthMessage()->simplified()),
                QString::number(monitor.latency().count()));
    if (monitor.error())
        return tr("unreachable, %1").arg(shortErrorText(*monitor.error()));
    return tr("asking…");
}

QString SessionText::version(const ServiceMonitor &monitor)
{
    if (!monitor.version())
        return tr("unknown");
    return LiveSecrets::redactAll(
        u"%1 %2"_s.arg(monitor.version()->applicationName, monitor.version()->version).simplified());
}

} // namespace QciAuth
