// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "chosenprofile.h"
#include "tokenanswers.h"

#include <QByteArray>
#include <QFuture>
#include <QJsonObject>
#include <QObject>

namespace QciAuth {

class ProfileStore;
class Session;
class Sessions;

/// What the running program answers to other programs of the user (behaviour.md, Local agent). Never hands out an API
/// token.
///
/// A request is an object with `verb` and, where it is about a profile, `profile`; without one the default profile is
/// meant.
/// - `token` [`min_ttl_s`, `force`]: the members of SessionReport::token(), and `url`. Exchanges where needed.
/// - `status` [`offline`]: the members of SessionReport::status(), and `url`. Exchanges where there is no valid token,
/// unless it
///   is to be offline.
/// - `reload`: another process has logged in or out, or changed the profile: reads the keychain anew,
///   and answers when that is done.
/// - `activate` [`activation_token`] [`hidden`]: shows the window; the token is the window system's leave to raise it.
///   Hidden: shows nothing, and answers that there is one.
class Agent : public QObject
{
    Q_OBJECT

public:
    /// The references must outlive the agent.
    Agent(Sessions &sessions, const ProfileStore &profiles, QObject *parent = nullptr);

    /// The answer as SessionReport::line() has it. Never fails: what went wrong is the member of
    /// SessionReport::error().
    QFuture<QByteArray> answer(const QJsonObject &request);

signals:
    void activated(const QString &activationToken);
    /// Profiles were added, removed or logged in to by another process.
    void profilesChanged();

private:
    QFuture<QByteArray> token(const QString &profileName, const QJsonObject &request);
    QFuture<QByteArray> status(const QString &profileName, bool isOffline);
    QFuture<QByteArray> reload(const QString &profileName);

    Sessions &m_sessions;
    const ProfileStore &m_profiles;
    ChosenProfile m_chosen;
    TokenAnswers m_tokenAnswers;
};

} // namespace QciAuth
