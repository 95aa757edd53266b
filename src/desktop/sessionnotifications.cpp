// SPDX-License-Identifier: Apache-2.0
#include "sessionnotifications.h"

#include "preferences.h"
#include "sessions.h"
#include "shortname.h"

#include <algorithm>

namespace QciAuth {

using Kind = NotificationEpisodes::Kind;

SessionNotifications::SessionNotifications(const Sessions &sessions, const Preferences &preferences, QObject *parent)
    : QObject(parent)
    , m_sessions(sessions)
    , m_preferences(preferences)
{
    connect(&sessions, &Sessions::added, this, &SessionNotifications::observe);
    connect(&sessions, &Sessions::stateChanged, this, &SessionNotifications::observe);
    connect(&sessions, &Sessions::loggedIn, this, &SessionNotifications::endByLogin);
    connect(&sessions, &Sessions::ended, this, [this](const QString &profileName) {
        if (m_episodes.take(profileName).end() == Kind::Over)
            emit withdrawn(profileName);
    });
    // Not now: nobody can be connected yet.
    QMetaObject::invokeMethod(
        this,
        [this] {
            for (Session *session : m_sessions.all())
                observe(session);
        },
        Qt::QueuedConnection);
}

void SessionNotifications::observe(Session *session)
{
    const auto &info = session->info();
    // After a refusal the keychain is asked for another API token first; then a login is required, or it goes on.
    const auto &error = session->lastError();
    const auto left = info ? std::max(info->remaining(session->now()), std::chrono::milliseconds::zero())
                           : std::chrono::milliseconds::zero();
    const QString &profile = session->profile().name;
    NotificationEpisodes &episodes = m_episodes[profile];
    const Kind kind = episodes.observe({.state = session->state(),
        .isExchanging = session->isExchanging(),
        .hasFailed = error && error->kind() != AuthError::Kind::Rejected,
        .remaining = left,
        .at = session->now()});
    if (isWanted(kind)) {
        if (kind != Kind::WorkingAgain)
            episodes.shown();
        emit notified(notification(kind, profile, left > left.zero()));
    } else if (kind == Kind::WorkingAgain || kind == Kind::Over) {
        emit withdrawn(profile);
    }
}

// Whoever logs in by hand sits before the window, which says that it has worked. Told it is where that comes by itself,
// and where another program has logged in: the user may be looking elsewhere.
void SessionNotifications::endByLogin(const QString &profileName)
{
    const auto episodes = m_episodes.find(profileName);
    if (episodes != m_episodes.end() && episodes->end() == Kind::Over)
        emit withdrawn(profileName);
}

bool SessionNotifications::isWanted(Kind kind) const
{
    const Preferences::Values &chosen = m_preferences.values();
    switch (kind) {
    case Kind::None:
    case Kind::Over:
        return false;
    case Kind::LoginRequired:
        return chosen.notifyLoginRequired;
    case Kind::RefreshFailing:
    case Kind::NoTokenYet:
        return chosen.notifyRefreshFailing;
    case Kind::WorkingAgain:
        return chosen.notifyWorkingAgain;
    }
    return false;
}

Notification SessionNotifications::notification(Kind kind, const QString &profile, bool isValid)
{
    const QString name = shortName(profile.simplified());
    switch (kind) {
    case Kind::None:
    case Kind::Over:
        break;
    case Kind::LoginRequired:
        return {.subject = profile,
            .title = tr("Login required: %1").arg(name),
            .text = tr("The service refuses the API token. Log in again to go on."),
            .action = tr("Log in…"),
            .isUrgent = true};
    case Kind::RefreshFailing:
        return {.subject = profile,
            .title = tr("Refreshing fails: %1").arg(name),
            .text = isValid ? tr("The access token expires in less than 5 minutes.")
                            : tr("There is no valid access token any more."),
            .action = tr("Show"),
            .isUrgent = true};
    case Kind::NoTokenYet:
        return {.subject = profile,
            .title = tr("No token yet: %1").arg(name),
            .text = tr("Since the program started, no access token could be fetched. It tries again by itself."),
            .action = tr("Show"),
            .isUrgent = true};
    case Kind::WorkingAgain:
        return {.subject = profile,
            .title = tr("Working again: %1").arg(name),
            .text = tr("There is a valid access token again."),
            .action = tr("Show")};
    }
    return {};
}

} // namespace QciAuth
