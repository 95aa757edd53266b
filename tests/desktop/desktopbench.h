// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connector.h"
#include "environment.h"
#include "fakeclock.h"
#include "loopbackserver.h"
#include "preferences.h"
#include "profile.h"
#include "profilestore.h"
#include "readyfuture.h"
#include "scriptedsecretstore.h"
#include "session.h"
#include "sessions.h"
#include "sharedexchange.h"
#include "translations.h"

#include <QTemporaryDir>

#include <chrono>
#include <functional>

namespace QciAuth {

/// A keychain that is none: has no name, and keeps nothing.
class MissingSecretStore final : public MemorySecretStore
{
public:
    QFuture<std::optional<QString>> read(const QString &key) override;
    QFuture<void> write(const QString &key, const QString &secret) override;
    QFuture<void> remove(const QString &key) override;
    QFuture<QString> name() override { return readyFuture(QString()); }
};

/// Sessions as the program has them, with a service on loopback, a clock that stands still and a keychain in memory.
class DesktopBench
{
public:
    DesktopBench();

    LoopbackServer server;
    FakeClock clock;
    ScriptedSecretStore secrets;
    QTemporaryDir folder;
    ProfileStore profiles;
    Preferences preferences;
    Translations translations; ///< English, for its plural forms
    SharedExchange sharing;
    Connector connector;
    Sessions sessions;
    const QString apiToken; ///< of every profile
    double random = 0.0;    ///< what the random source of sessions gives

    /// A profile of the loopback service, saved nowhere yet.
    Profile profile(const QString &name = QStringLiteral("default")) const;
    /// Somebody has logged in under that name in an earlier run.
    void storeLogin(const QString &name = QStringLiteral("default"));

    /// Exchanges bring a new access token, good for that long.
    void serveTokens(std::chrono::milliseconds lifetime);
    /// Exchanges are answered like this.
    void answerExchanges(const QByteArray &answer);
    /// Exchanges are never answered.
    void holdExchanges() { m_exchange = nullptr; }
    /// Health calls are answered like this, after `latency` by the clock; empty: never.
    void answerHealth(const QByteArray &answer, std::chrono::milliseconds latency = {});
    void answerVersion(const QByteArray &answer) { m_version = answer; }
    /// What the service's clock is ahead of ours.
    void setSkew(std::chrono::milliseconds skew) { m_skew = skew; }

    /// The access token that was served last.
    QString accessToken() const { return m_accessToken; }
    /// How often an exchange was asked for.
    int exchanges() const { return m_exchanges; }

    /// Lets the session renew its token when that is due, which fails with this answer; false where it does not.
    bool failRenewal(Session &session, const QByteArray &answer);
    /// Brings the session of the default profile into that state; null where it does not get there. Its token has an
    /// hour left where it has one; ten minutes where refreshing fails.
    Session *sessionIn(Session::State state);

    static QByteArray healthSaying(const QString &message);
    /// An answer that makes an exchange fail with a fault that may pass.
    static QByteArray outage();
    /// An answer that refuses the API token, and repeats it to see whether anybody shows it.
    QByteArray refusal() const;
    /// An answer that is not that of a QCi service.
    static QByteArray notFound();

private:
    void answer(const WireRequest &request, QTcpSocket &socket);

    std::function<QByteArray()> m_exchange;
    QByteArray m_health;
    QByteArray m_version;
    std::chrono::milliseconds m_latency{};
    std::chrono::milliseconds m_skew{};
    QString m_accessToken;
    int m_exchanges = 0;
};

} // namespace QciAuth
