// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connector.h"
#include "fakeclock.h"
#include "loopbackserver.h"
#include "profile.h"
#include "profilestore.h"
#include "scriptedsecretstore.h"
#include "session.h"
#include "sharedexchange.h"

#include <QTemporaryDir>

#include <chrono>
#include <functional>
#include <memory>

namespace QciAuth {

/// All that a session needs, fresh for one test: a fake clock, a scripted store, profiles in a temporary folder, and a
/// service on a real socket.
class Workbench
{
public:
    Workbench();

    /// Every exchange from now on brings a new access token that lives this long.
    void serveTokens(std::chrono::seconds lifetime = std::chrono::hours{1});
    /// Every request from now on gets this answer.
    void serve(const QByteArray &answer) { server.setAnswer(answer); }
    /// No request gets an answer.
    void serveNothing() { server.setHandler({}); }
    /// Every exchange is refused like a wrong API token.
    /// @param meanwhile  what happens before each answer.
    void serveRejection(const std::function<void()> &meanwhile = [] {});
    /// Every exchange fails like a service that is down.
    void serveFailure();

    /// A session of the profile, not started.
    std::unique_ptr<Session> session();
    /// A session with a stored API token that has exchanged once; nothing where that fails.
    std::unique_ptr<Session> activeSession();
    /// Waits until the session has that state.
    static bool waitForState(const Session &session, Session::State state);
    /// Waits until that many requests have arrived.
    bool waitForRequests(qsizetype count) const;
    /// Lets everything happen that is due without time passing.
    static void settle();

    void storeToken(const QString &token) { secrets.putSecret(profile.refreshTokenKey(), token); }
    /// Another process has exchanged for that one.
    bool leaveAccessToken(const QString &token);
    QString storedToken() { return secrets.secret(profile.refreshTokenKey()); }
    /// The API token of the last request; empty where that was none.
    QString sentToken() const;

    QTemporaryDir folder;
    FakeClock clock;
    LoopbackServer server;
    ScriptedSecretStore secrets;
    ProfileStore profiles;
    SharedExchange sharing;
    Connector connector;
    Profile profile; ///< `default`, at the server; saved
    QString apiToken;
    QString accessToken; ///< the last that was served
    double random = 0.5; ///< what the random source of sessions gives
};

} // namespace QciAuth
