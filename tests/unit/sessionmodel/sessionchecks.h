// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attemptwatch.h"
#include "sessionmodel.h"
#include "sessionworld.h"
#include "walkreport.h"

#include <QObject>
#include <QPointer>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace QciAuth {

/// What must hold of a session whatever happens to it. Looks at everything that goes in and comes out, and says in the
/// report what must not be.
class SessionChecks : public QObject
{
    Q_OBJECT

public:
    SessionChecks(SessionWorld &world, WalkReport &report);

    /// Looks at the world's session from now on, which is new.
    void watchSession();
    /// A future that the session has given out: must end sometime, and well.
    void watch(const QString &name, bool servesValidToken, const std::function<QFuture<AccessTokenInfo>()> &call);
    void watch(
        const QString &name, QFuture<void> future, const std::function<void()> &onSuccess = [] {});
    /// The request of a login is not the session's.
    void expectLogin(const QString &apiToken) { m_loginApiToken = apiToken; }
    void answer(FakeReply &reply, const ServiceStandIn::Planned &planned);

    // What is about to happen to the session, or has happened beside it.
    void beforeStart();
    void beforeLogOut();
    void beforeAdopt(const QString &apiToken);
    void adopted();
    void forgetSession();
    void changedElsewhere(bool isOtherLogin);
    void wallSetBack();

    /// After every step, and whenever time has passed.
    void look();
    /// When everything has answered: no future may be left.
    void lookAtAsks();
    /// When there is no session any more.
    void lookAtEnd();

    std::size_t requestCount() const { return m_requestCount; }
    /// What the request was sent with.
    static QString apiTokenOf(const FakeReply &reply);

signals:
    /// The session has told something; whoever listens may call it.
    void told();

private:
    /// Somebody who waits.
    struct Ask
    {
        QString name;
        bool isToken;
        bool mayBeCancelled = false;
        bool isOver = false;
    };
    /// When an answer told the service's time.
    struct KnownTime
    {
        QDateTime serviceTime;
        std::chrono::milliseconds elapsed;
        bool wasSetBack = false;
    };

    void sent(FakeReply &reply);
    void served(const AccessTokenInfo &info, const QString &name);
    void failed(const Ask &ask, const AuthError &error, bool servesValidToken);
    void expiredMeanwhile();
    void lookAtState();
    void lookAtToken();
    void lookAtPlan();
    void lookAtTimers();
    void lookAtStore();
    void allowLoss();
    bool isQuiet();
    bool somebodyWaits() const;

    SessionWorld &m_world;
    WalkReport &m_report;
    SessionModel m_model;
    AttemptWatch m_attempts;
    std::vector<std::shared_ptr<Ask>> m_asks;
    QPointer<FakeReply> m_open;
    bool m_awaitsAnswer = false; ///< of the session's request
    QString m_openApiToken;      ///< of that request
    QString m_apiToken;          ///< of the session, as last seen
    QString m_loginApiToken;
    QString m_loginRotated; ///< the API token that its answer brought
    std::optional<KnownTime> m_knownTime;
    std::optional<AccessTokenInfo> m_held;
    QDateTime m_toldAt;
    std::optional<std::chrono::milliseconds> m_overdueSince;
    std::chrono::milliseconds m_lastBusyAt{};
    std::size_t m_requestCount = 0;
    int m_logouts = 0;
    bool m_startsNow = false;       ///< the next request follows from a start
    bool m_startedSince = false;    ///< since the request under way
    bool m_isOtherElsewhere = true; ///< the keychain may hold another login than the session
    bool m_mayLose = true;
    bool m_isLoggedOut = false; ///< for good: neither token may be stored
};

} // namespace QciAuth
