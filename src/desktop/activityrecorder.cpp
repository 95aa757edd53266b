// SPDX-License-Identifier: Apache-2.0
#include "activityrecorder.h"

#include "activitylog.h"
#include "errortext.h"
#include "session.h"
#include "sessions.h"
#include "sessiontext.h"

#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

using Cause = AuthError::Cause;
using State = Session::State;

bool isKeychainFault(const AuthError &error)
{
    return error.cause() == Cause::SecretStoreUnavailable || error.cause() == Cause::SecretStoreLocked ||
           error.cause() == Cause::SecretStoreTimedOut || error.cause() == Cause::SecretStoreFailed;
}

std::optional<Cause> keychainFault(const std::optional<AuthError> &error)
{
    return error && isKeychainFault(*error) ? std::optional(error->cause()) : std::nullopt;
}

} // namespace

ActivityRecorder::ActivityRecorder(ActivityLog &log, Sessions &sessions, QObject *parent)
    : QObject(parent)
    , m_log(log)
{
    for (const QString &name : sessions.names())
        follow(sessions.find(name));
    connect(&sessions, &Sessions::added, this, &ActivityRecorder::follow);
    connect(&sessions, &Sessions::stateChanged, this, &ActivityRecorder::stateChanged);
    connect(&sessions, &Sessions::tokenRefreshed, this, &ActivityRecorder::tokenRefreshed);
    connect(&sessions, &Sessions::refreshFailed, this, &ActivityRecorder::refreshFailed);
    connect(&sessions, &Sessions::loggedIn, this, [this](const QString &name) { m_newLogins.insert(name); });
    connect(&sessions, &Sessions::ended, this, [this](const QString &name, bool wasStored) {
        m_seen.remove(name);
        if (wasStored)
            m_log.add(name, tr("The profile was removed or renamed by another program"));
    });
}

void ActivityRecorder::follow(Session *session)
{
    m_seen.insert(session->profile().name, {});
    // It has come with what happened at once.
    stateChanged(session);
    if (session->info())
        tokenRefreshed(session);
    if (const auto &error = session->lastError(); error && !isKeychainFault(*error))
        refreshFailed(session, *error);
}

void ActivityRecorder::tokenRefreshed(Session *session)
{
    const QString time = SessionText::clockTime(session->info()->expiresAt, m_log.now(), true);
    const QString name = session->profile().name;
    Seen &seen = m_seen[name];
    const bool wasRefused = std::exchange(seen.wasRefused, false);
    const bool isFirst = !std::exchange(seen.isLoggedIn, true) && !wasRefused;
    if (m_newLogins.remove(name))
        m_log.addOwnWords(name, tr("Logged in; the token expires %1").arg(time));
    else if (isFirst) // the user has done nothing now: an earlier run or another program has
        m_log.addOwnWords(name, tr("Login found in the keychain; the token expires %1").arg(time));
    else if (session->isFromCache())
        m_log.addOwnWords(name, tr("Took over a token that another program got; it expires %1").arg(time));
    else
        m_log.addOwnWords(name, tr("Refreshed; the token expires %1").arg(time));
}

void ActivityRecorder::refreshFailed(Session *session, const AuthError &error)
{
    if (error.kind() == AuthError::Kind::Rejected)
        addFailure(*session, tr("Login required: %1"), "Login required: %1", error);
    else
        addFailure(*session, tr("Not refreshed: %1"), "Not refreshed: %1", error);
}

void ActivityRecorder::stateChanged(Session *session)
{
    Seen &seen = m_seen[session->profile().name];
    const State before = std::exchange(seen.state, session->state());
    if (before != seen.state && seen.state == State::LoggedOut && before != State::Starting)
        m_log.add(session->profile().name, tr("Logged out"));
    if (before != seen.state && seen.state == State::Expired)
        m_log.add(session->profile().name, tr("The token has expired"));
    if (seen.state == State::LoggedOut || seen.state == State::LoginRequired) {
        seen.isLoggedIn = false;
        seen.wasRefused = seen.state == State::LoginRequired;
    }
    const auto readFault = keychainFault(session->lastError());
    if (std::exchange(seen.readFault, readFault) != readFault && readFault)
        addFailure(*session, tr("The API token could not be read: %1"), "The API token could not be read: %1",
            *session->lastError());
    const auto storageFault = session->storageError() ? std::optional(session->storageError()->cause()) : std::nullopt;
    if (std::exchange(seen.storageFault, storageFault) != storageFault) {
        if (storageFault)
            addFailure(*session, tr("The API token could not be stored: %1"), "The API token could not be stored: %1",
                *session->storageError());
        else if (seen.isLoggedIn)
            m_log.add(session->profile().name, tr("The API token is stored now"));
    }
}

void ActivityRecorder::addFailure(
    const Session &session, const QString &text, const char *plain, const AuthError &error)
{
    m_log.add(session.profile().name, text.arg(shortErrorText(error)),
        QString::fromLatin1(plain).arg(shortErrorText(error, TextLanguage::English)));
}

} // namespace QciAuth
