// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accesstokencache.h"
#include "accesstokeninfo.h"
#include "autherror.h"
#include "currentlogin.h"
#include "livesecrets.h"
#include "loginstore.h"
#include "openexchange.h"
#include "openstart.h"
#include "rechecktimer.h"
#include "refreshschedule.h"

#include <QFuture>
#include <QObject>

#include <chrono>
#include <functional>
#include <optional>

namespace QciAuth {

class Clock;
class Connector;
class Login;
class ProfileStore;
class SecretStore;

/// Who is logged in under one profile, and for how long: keeps the API token of a profile, exchanges it when the
/// access token is due, and says what state that is in (behaviour.md, Refresh and Time). Access tokens are shared with
/// the other processes of the user where the API token is in the keychain.
class Session : public QObject
{
    Q_OBJECT

public:
    enum class State {
        LoggedOut,      ///< no API token
        Starting,       ///< waiting for the keychain, or for the first exchange
        Locked,         ///< the keychain has the API token and does not hand it out
        Active,         ///< the access token is valid
        RefreshFailing, ///< the last exchange failed; `info()` is still valid, or there has been none yet
        Expired,        ///< the access token has expired; exchanges go on
        LoginRequired,  ///< the service refuses the API token; nothing is tried until a new login
    };
    Q_ENUM(State)

    /// The wall clock is looked at again at least this often while anything is scheduled.
    static constexpr std::chrono::milliseconds recheckInterval = RecheckTimer::interval;
    /// Whoever asks for a token waits this long for a start that is under way.
    static constexpr std::chrono::milliseconds startPatience{4'000};

    /// The references must outlive the session.
    Session(const Profile &profile, SecretStore &secrets, ProfileStore &profiles, const SharedExchange &sharing,
        const Connector &connector, RandomSource random, QObject *parent = nullptr);
    ~Session() override;

    const Profile &profile() const { return m_login.profile(); }
    State state() const { return m_state; }
    /// The last access token, valid or not.
    const std::optional<AccessTokenInfo> &info() const { return m_info; }
    bool isExchanging() const { return m_exchange.isUnderWay(); }
    /// Whether another process has exchanged for `info()`.
    bool isFromCache() const { return m_fromCache; }
    /// Why the last exchange failed, or the keychain could not be read; nothing after a success.
    const std::optional<AuthError> &lastError() const { return m_lastError; }
    /// Why the API token is not in the keychain although the user wanted that.
    const std::optional<AuthError> &storageError() const { return m_login.storageError(); }
    /// Whether the API token is in the keychain, so that the login outlives this run.
    bool isKept() const { return m_login.isKept(); }
    /// When the next exchange starts by itself; nothing where none is planned.
    std::optional<QDateTime> nextAttemptAt() const { return m_schedule.nextAttemptAt(); }
    /// The service's time, in UTC.
    QDateTime now() const { return m_login.now(); }

    /// Reads the login from the keychain: the access token that another process has left, or an API token, which is
    /// exchanged. Also the way to try again after the keychain was locked, and to take over what another process has
    /// changed.
    void start();
    /// Done once a start that is under way has ended, or has taken too long. Never fails.
    QFuture<void> started();
    /// Takes over what a successful login brought.
    void adopt(Login &login);
    /// Forgets both tokens now and takes the API token out of the keychain. Fails with AuthError where it could
    /// not be taken out; it then is still stored.
    QFuture<void> logOut();

    /// Exchanges now, even where that was given up; a token that another process gets from now on will do. Never
    /// retries by itself; fails with AuthError. Waits for a start that is under way, as token() does.
    QFuture<AccessTokenInfo> refreshNow();
    /// A token with at least `least` left (where not given: its margin), exchanging first where needed. Where that
    /// fails, one that is still valid; else fails with AuthError. Waits for a start that is under way.
    QFuture<AccessTokenInfo> token(std::optional<std::chrono::milliseconds> least = std::nullopt);

    /// Does what is due by the wall clock. Called by an own timer; to be called, too, when the network or the machine
    /// comes back.
    void recheck();
    /// Somebody has asked the profile's service how it is. Once it is well again, a refresh that failed because it was
    /// not is tried again soon.
    void serviceChecked(bool isWell);
    /// From now on somebody else calls recheck() every `recheckInterval` as long as `isScheduled()`, for many sessions
    /// at once: a timer for each would wake the machine as often as there are sessions.
    void leaveRecheckToOthers() { m_timer.leaveToOthers(); }
    /// Whether time alone will change anything: an exchange is planned, or the token expires. stateChanged() tells.
    bool isScheduled() const { return m_timer.isScheduled(); }

signals:
    /// Any of the properties changed.
    void stateChanged();
    void tokenRefreshed(const QDateTime &expiresAt);
    void refreshFailed(const QciAuth::AuthError &error);

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    using Trigger = OpenExchange::Trigger;

    /// @param suffices  which token of another process will do.
    QFuture<AccessTokenInfo> exchange(Trigger trigger, const SharedExchange::Suffices &suffices);
    QFuture<AccessTokenInfo> scheduledExchange();
    /// The token at hand where the answer fails while it is valid.
    QFuture<AccessTokenInfo> orValidToken(QFuture<AccessTokenInfo> answer);
    QFuture<AccessTokenInfo> afterStart(const std::function<QFuture<AccessTokenInfo>()> &ask);
    QFuture<SharedExchange::Result> send(const std::function<bool()> &isCurrent);
    void exchangeEnded(const SharedExchange::Result &result);
    void exchangeFailed(const AuthError &error);
    void tellFailure(const AuthError &error);
    void expiredMeanwhile(const AccessTokenInfo &info);
    void takeOver(const AccessTokenInfo &info, bool isFromCache);
    void rejected(const AuthError &error);
    void loginRead(const StoredLogin &login);
    void loginNotRead(const AuthError &error);
    /// Exchanges a token out of the keychain, but only with the service that it belongs to: the one that the profile
    /// names now, which another process may have changed. A cached access token saves the exchange.
    bool useStoredLogin(const StoredLogin &login);
    void catchUp();
    /// Tells, later, whether nobody has logged in or out or ended the session since.
    std::function<bool()> currency();
    bool isNotDue(const AccessTokenCache::Entry &entry);
    bool isValid(const AccessTokenInfo &info);
    bool hasValidToken();
    void update();
    void arm();

    ProfileStore &m_profiles;
    const Clock &m_clock;
    LoginStore m_logins;
    CurrentLogin m_login;
    RefreshSchedule m_schedule;
    RecheckTimer m_timer;
    std::optional<AccessTokenInfo> m_info;
    std::optional<AuthError> m_lastError;
    int m_generation = 0; ///< moves on at every login, logout and start: the keychain's late answers are thrown away
    int m_rejections = 0; ///< so far; the keychain is asked on behalf of the last one
    OpenStart m_start;
    OpenExchange m_exchange;
    LiveSecrets m_accessToken; ///< of `info()`: one from the keychain is known to nobody else here
    State m_state = State::LoggedOut;
    bool m_fromCache = false;
    bool m_loginRequired = false;
    bool m_locked = false;
};

} // namespace QciAuth
