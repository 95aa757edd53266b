// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connector.h"
#include "fakeclock.h"
#include "fakenetwork.h"
#include "login.h"
#include "profilelock.h"
#include "profilestore.h"
#include "scriptedsecretstore.h"
#include "servicestandin.h"
#include "session.h"
#include "sharedexchange.h"
#include "virtualtime.h"

#include <chrono>
#include <functional>
#include <memory>

namespace QciAuth {

/// All that a session meets: time, a network, a keychain, other processes, and the service's own view of things.
class SessionWorld
{
public:
    /// @param folder  for profiles and locks; what another world left there goes.
    SessionWorld(VirtualTime &time, RandomWalk &random, const QString &folder);
    ~SessionWorld();
    Q_DISABLE_COPY_MOVE(SessionWorld)

    /// Time passes; timers fire, each at its own instant. Less than that where very many do.
    /// @param onEach  called after each.
    void advance(std::chrono::milliseconds duration, const std::function<void()> &onEach);
    /// The machine sleeps: no timer sees it.
    void suspend(std::chrono::milliseconds duration);
    /// Somebody sets the wall clock.
    void setWall(std::chrono::milliseconds by);

    /// The service's clock, which is right.
    QDateTime serviceTime() const { return m_serviceTime; }
    /// How far the wall clock has gone, less what it was set back: what passed for whoever believes it.
    std::chrono::milliseconds believed() const { return m_believed; }
    /// Time without sleeps and settings of the clock.
    std::chrono::milliseconds elapsed() const { return clock.monotonic(); }

    /// A new session in place of the one there was, not started.
    void makeSession();

    // What another process does. Each is done at once, where no other holds the lock of the profile.
    bool loginElsewhere(const QString &apiToken);
    bool exchangeElsewhere();
    bool logOutElsewhere();
    bool removeProfileElsewhere();
    bool takeLock();
    void releaseLock();

    QString storedApiToken() { return secrets.secret(profile.refreshTokenKey()); }
    QString storedAccessToken() { return secrets.secret(profile.accessTokenKey()); }
    bool isLockHeldElsewhere() const { return m_lock != nullptr; }

    VirtualTime &time;
    RandomWalk &random;
    FakeClock clock;
    ServiceStandIn service;
    FakeNetwork network;
    ScriptedSecretStore secrets;
    ProfileStore profiles;
    SharedExchange sharing;
    Connector connector;
    Profile profile; ///< as it is stored
    std::unique_ptr<Session> session;
    std::unique_ptr<Login> login; ///< while one is under way

private:
    ProfileLock::Held lock() const;
    void shareAccessToken(const QString &apiToken);

    QString m_folder;
    QDateTime m_serviceTime;
    std::chrono::milliseconds m_believed{};
    ProfileLock::Held m_lock;
};

} // namespace QciAuth
