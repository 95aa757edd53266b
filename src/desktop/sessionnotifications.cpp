// SPDX-License-Identifier: Apache-2.0
#include "sessionnotifications.h"

#include "preferences.h"
#include "sessions.h"

#include <algorithm>

namespace QciAuth {

using Kind = NotificationEpisodes::Kind;

SessionNotifications::SessionNotifications(const Sessions &sessions, const Preferences &preferences, QObject *parent)
    : QObject(parent)
    , m_preferences(preferences)
{
    for (Session *session : sessions.all())
        watch(*session);
    connect(&sessions, &Sessions::added, this, [this](Session *session) { watch(*session); });
}

void SessionNotifications::watch(Session &session)
{
    connect(&session, &Session::stateChanged, this, [this, &session] { observe(session); });
    connect(&session, &QObject::destroyed, this, [this, &session] { m_episodes.remove(&session); });
    observe(session);
}

void SessionNotifications::observe(Session &session)
{
    const auto &info = session.info();
    // After a refusal the keychain is asked for another API token first; then a login is required, or it goes on.
    const auto &error = session.lastError();
    const auto left = info ? std::max(info->remaining(session.now()), std::chrono::milliseconds::zero())
                           : std::chrono::milliseconds::zero();
    const Kind kind = m_episodes[&session].observe({.state = session.state(),
        .isExchanging = session.isExchanging(),
        .hasFailed = error && error->kind() != AuthError::Kind::Rejected,
        .remaining = left});
    if (kind == Kind::None || !isWanted(kind))
        return;
    emit notified(notification(kind, session.profile().name, left > left.zero()));
}

bool SessionNotifications::isWanted(Kind kind) const
{
    const Preferences::Values &chosen = m_preferences.values();
    switch (kind) {
    case Kind::None:
        return false;
    case Kind::LoginRequired:
        return chosen.notifyLoginRequired;
    case Kind::RefreshFailing:
        return chosen.notifyRefreshFailing;
    case Kind::WorkingAgain:
        return chosen.notifyWorkingAgain;
    }
    return false;
}

Notification SessionNotifications::notification(Kind kind, const QString &profile, bool isValid)
{
    const QString name = profile.simplified();
    switch (kind) {
    case Kind::None:
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
    case Kind::WorkingAgain:
        return {.subject = profile,
            .title = tr("Working again: %1").arg(name),
            .text = tr("There is a valid access token again."),
            .action = tr("Show")};
    }
    return {};
}

} // namespace QciAuth
