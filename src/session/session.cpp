// SPDX-License-Identifier: Apache-2.0
#include "session.h"

#include "clock.h"
#include "connector.h"
#include "logging.h"
#include "login.h"
#include "profilestore.h"
#include "readyfuture.h"

#include <QPointer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace QciAuth {

using std::chrono::milliseconds;

namespace {

AuthError cancelled()
{
    return AuthError(AuthError::Kind::Cancelled, AuthError::Cause::Cancelled, u"cancelled"_s);
}

} // namespace

Session::Session(const Profile &profile, SecretStore &secrets, ProfileStore &profiles, const SharedExchange &sharing,
    const Connector &connector, RandomSource random, QObject *parent)
    : QObject(parent)
    , m_profiles(profiles)
    , m_clock(connector.clock())
    , m_logins(secrets, profiles, sharing)
    , m_login(profile, profiles, sharing, connector)
    , m_schedule(std::move(random))
{
}

Session::~Session()
{
    blockSignals(true);
    ++m_generation;
    m_exchange.drop();
    m_login.end();
    m_start.end().succeed();
    m_exchange.fail(cancelled());
}

void Session::start()
{
    ++m_generation;
    // A file that somebody has damaged is no logout: what is known goes on.
    if (const auto problem = m_profiles.problem(profile().name))
        return loginNotRead(*problem);
    m_start.begin();
    m_locked = false;
    m_lastError.reset();
    const auto isCurrent = currency();
    update();
    if (!isCurrent())
        return; // whoever was told has logged out
    m_logins.login(profile(), isCurrent)
        .then([this, isCurrent](const StoredLogin &login) {
            if (isCurrent())
                loginRead(login);
        })
        .onFailed([this, isCurrent](const AuthError &error) {
            if (isCurrent())
                loginNotRead(error);
        });
}

void Session::loginRead(const StoredLogin &login)
{
    // Damaged while the keychain took its time: no profile does not mean that it has been removed.
    if (const auto problem = m_profiles.problem(profile().name))
        return loginNotRead(*problem);
    Waiters<void> startWaiters = m_start.end();
    if (!login.apiToken.isEmpty() && useStoredLogin(login)) {
        catchUp();
    } else {
        // Somebody has logged in without storing the API token, has logged out, or has removed the profile.
        const auto stored = m_profiles.profile(profile().name);
        m_info.reset();
        m_exchange.drop();
        m_login.end();
        m_schedule.stop();
        m_loginRequired = false;
        m_login.setProfile(stored.value_or(Profile{.name = profile().name, .url = {}, .caCertificateFile = {}}));
        if (login.accessToken && stored)
            takeOver(login.accessToken->info, true);
        else
            update();
        m_exchange.fail(cancelled());
    }
    startWaiters.succeed();
}

void Session::loginNotRead(const AuthError &error)
{
    Waiters<void> startWaiters = m_start.end();
    m_lastError = error;
    m_locked = error.cause() == AuthError::Cause::SecretStoreLocked;
    update();
    startWaiters.succeed();
}

bool Session::useStoredLogin(const StoredLogin &login)
{
    const auto stored = m_profiles.profile(profile().name);
    if (!stored)
        return false;
    const auto change = m_login.changeTo(*stored, login.apiToken);
    if (change == CurrentLogin::Change::Login)
        m_info.reset(); // first: whoever waits for a token must not get another account's
    if (change != CurrentLogin::Change::None)
        m_exchange.drop();
    m_loginRequired = false;
    try {
        m_login.use(*stored, login.apiToken);
    } catch (const AuthError &error) {
        m_lastError = error;
        update();
        m_exchange.fail(error);
        return true;
    }
    // The one at hand may be valid for longer, where it could not be shared.
    if (login.accessToken && (!m_info || m_info->expiresAt < login.accessToken->info.expiresAt)) {
        m_info = login.accessToken->info; // still valid, should the exchange fail
        m_fromCache = true;
    }
    // An exchange that is under way is not given up for a cached token: it may bring a new API token.
    if (login.accessToken && !m_exchange.isUnderWay() && isNotDue(*login.accessToken)) {
        takeOver(AccessTokenInfo(*m_info), m_fromCache);
    } else {
        scheduledExchange();
        update();
    }
    return true;
}

void Session::adopt(Login &login)
{
    ++m_generation;
    m_info.reset(); // first: whoever waits for a token must not get another account's
    m_exchange.drop();
    const AccessTokenInfo info = m_login.adopt(login);
    Waiters<void> startWaiters = m_start.end();
    m_locked = m_loginRequired = false;
    m_schedule.stop();
    m_exchange.fail(cancelled());
    takeOver(info, false);
    startWaiters.succeed(); // last: whoever asks now must find the new token, not start an exchange to be forgotten
}

QFuture<void> Session::logOut()
{
    ++m_generation;
    m_info.reset(); // first: whoever waits for a token must not get it now
    m_exchange.drop();
    const bool isStored = isKept();
    const bool mayBeStored = isStored || storageError();
    m_lastError.reset();
    m_login.end();
    m_locked = m_loginRequired = false;
    m_schedule.stop();
    Waiters<void> startWaiters = m_start.end();
    update();
    startWaiters.succeed();
    m_exchange.fail(cancelled());
    return mayBeStored ? m_logins.forget(profile(), isStored) : readyFuture();
}

QFuture<AccessTokenInfo> Session::refreshNow()
{
    if (m_start.isUnderWay())
        return afterStart([this] { return refreshNow(); });
    return exchange(
        Trigger::Request, [&clock = m_clock, requestedAt = m_clock.now()](const AccessTokenCache::Entry &entry) {
            return entry.isStoredSince(requestedAt, clock.now());
        });
}

QFuture<AccessTokenInfo> Session::token(std::optional<milliseconds> least)
{
    if (m_start.isUnderWay())
        return orValidToken(afterStart([this, least] { return token(least); }));
    const QPointer guard(this); // Qt 6.4 asserts that the context of a continuation lives
    const auto isEnough = [guard, least](const AccessTokenInfo &info) {
        return guard && guard->isValid(info) && info.remaining(guard->now()) >= least.value_or(info.margin());
    };
    if (m_info && isEnough(*m_info))
        return readyFuture(*m_info);
    // Where tokens live shorter than wanted, a new one is the best there is.
    const auto suffices = [isEnough, &clock = m_clock, askedAt = m_clock.now()](const AccessTokenCache::Entry &entry) {
        return isEnough(entry.info) || entry.isStoredSince(askedAt, clock.now());
    };
    return orValidToken(exchange(Trigger::Request, suffices));
}

QFuture<AccessTokenInfo> Session::orValidToken(QFuture<AccessTokenInfo> answer)
{
    return answer.onFailed([guard = QPointer(this)](const AuthError &error) -> AccessTokenInfo {
        if (error.kind() == AuthError::Kind::Cancelled || !guard || !guard->hasValidToken())
            throw AuthError(error);
        return *guard->m_info;
    });
}

QFuture<void> Session::started()
{
    if (!m_start.isUnderWay())
        return readyFuture();
    return m_start.join(this, startPatience).onFailed([](const AuthError &) {});
}

QFuture<AccessTokenInfo> Session::afterStart(const std::function<QFuture<AccessTokenInfo>()> &ask)
{
    return m_start.join(this, startPatience)
        .then([guard = QPointer(this), ask] {
            return guard ? ask() : QtFuture::makeExceptionalFuture<AccessTokenInfo>(cancelled());
        })
        .unwrap();
}

QFuture<AccessTokenInfo> Session::scheduledExchange()
{
    return exchange(Trigger::Schedule,
        [guard = QPointer(this)](const AccessTokenCache::Entry &entry) { return guard && guard->isNotDue(entry); });
}

QFuture<AccessTokenInfo> Session::exchange(Trigger trigger, const SharedExchange::Suffices &suffices)
{
    if (!m_login.hasApiToken()) {
        const AuthError notLoggedIn(AuthError::Kind::Local, AuthError::Cause::MissingToken, u"not logged in"_s);
        return QtFuture::makeExceptionalFuture<AccessTokenInfo>(m_lastError.value_or(notLoggedIn));
    }
    QFuture<AccessTokenInfo> answer = m_exchange.join(suffices);
    if (m_exchange.isUnderWay())
        return answer;
    const auto isCurrent = [guard = QPointer(this), number = m_exchange.begin(trigger)] {
        return guard && guard->m_exchange.isCurrent(number);
    };
    send(isCurrent)
        .then([this, isCurrent](const SharedExchange::Result &result) {
            if (isCurrent())
                exchangeEnded(result);
        })
        .onFailed([this, isCurrent](const AuthError &error) {
            if (isCurrent())
                exchangeFailed(error);
        });
    update();
    return answer;
}

QFuture<SharedExchange::Result> Session::send(const std::function<bool()> &isCurrent)
{
    const auto post = [this, isCurrent] {
        if (!isCurrent())
            return QtFuture::makeExceptionalFuture<AccessTokenInfo>(cancelled());
        m_schedule.attemptStarted(now()); // not before: the lock and the keychain may have taken their time
        return m_login.post();
    };
    const auto suffices = [this, isCurrent](const AccessTokenCache::Entry &entry) {
        return isCurrent() && isValid(entry.info) && m_exchange.suffices(entry);
    };
    return m_login.exchange(suffices, post);
}

void Session::exchangeEnded(const SharedExchange::Result &result)
{
    m_exchange.drop(); // first, as always: its connection may be given up below
    m_login.takeStorageError();
    if (!result.newerApiToken.isEmpty()) {
        // Those who wait for this exchange get what the newer login brings.
        if (const auto problem = m_profiles.problem(profile().name))
            exchangeFailed(*problem); // it may belong to another service
        else if (!useStoredLogin({.apiToken = result.newerApiToken}))
            exchangeFailed(cancelled());
        return;
    }
    if (!result.isFromCache)
        m_login.answered(result.info);
    if (isValid(result.info))
        takeOver(result.info, result.isFromCache);
    else
        expiredMeanwhile(result.info);
}

// The keychain has taken longer to store the token than that lives, or the machine has slept meanwhile. Nobody gets it,
// nor does it take the place of one that is still valid; but the API token is a good one.
void Session::expiredMeanwhile(const AccessTokenInfo &info)
{
    m_loginRequired = m_locked = false;
    if (!m_schedule.nextAttemptAt())
        m_schedule.succeeded(info);
    exchangeFailed(AuthError(AuthError::Kind::Transient, AuthError::Cause::SecretStoreTimedOut,
        u"the access token expired before it was stored"_s));
}

void Session::takeOver(const AccessTokenInfo &info, bool isFromCache)
{
    Waiters<AccessTokenInfo> waiters = m_exchange.end();
    m_info = info;
    m_fromCache = isFromCache;
    m_lastError.reset();
    m_loginRequired = m_locked = false; // the client may have a token that the keychain does not hand out
    if (m_login.hasApiToken())
        m_schedule.succeeded(info);
    qCDebug(sessionLog) << "refreshed; next at" << m_schedule.nextAttemptAt().value_or(QDateTime());
    const QPointer guard(this);
    update();
    if (guard)
        emit tokenRefreshed(info.expiresAt);
    if (guard && m_info)
        waiters.succeed(info);
    else
        waiters.fail(cancelled()); // whoever was told has logged out
}

void Session::exchangeFailed(const AuthError &error)
{
    m_login.takeStorageError();
    Waiters<AccessTokenInfo> waiters = m_exchange.end();
    if (error.kind() == AuthError::Kind::Cancelled) {
        if (m_exchange.trigger() == Trigger::Schedule || m_schedule.nextAttemptAt())
            m_schedule.postpone(now()); // what is overdue still would be tried again at once, without end
        update();
    } else if (error.kind() == AuthError::Kind::Rejected && isKept()) {
        rejected(error);
    } else {
        m_loginRequired = m_loginRequired || error.kind() == AuthError::Kind::Rejected;
        if (m_exchange.trigger() == Trigger::Schedule)
            m_schedule.failed(now(), error, m_info ? m_info->remaining(now()) : milliseconds::zero());
        else
            m_schedule.requestFailed(now(), error);
        qCDebug(sessionLog) << "refresh failed; next at" << m_schedule.nextAttemptAt().value_or(QDateTime());
        tellFailure(error);
    }
    waiters.fail(error);
}

void Session::tellFailure(const AuthError &error)
{
    m_lastError = error;
    const QPointer guard(this);
    update();
    if (guard)
        emit refreshFailed(error);
}

// Before giving up: another process may have logged in again and stored a new token.
void Session::rejected(const AuthError &error)
{
    // An exchange that a user starts meanwhile makes the question pointless only where it succeeds.
    const auto isCurrent = [this, isCurrentLogin = currency(), apiToken = m_login.apiToken(), info = m_info,
                               rejection = ++m_rejections] {
        return isCurrentLogin() && rejection == m_rejections && m_login.apiToken() == apiToken && m_info == info;
    };
    m_lastError = error;
    m_schedule.stop();
    update(); // the keychain may take its time
    if (!isCurrent())
        return;
    m_logins.apiToken(profile(), isCurrent).then([this, error, isCurrent](const QString &stored) {
        if (!isCurrent())
            return;
        const bool isNew = !stored.isEmpty() && !m_login.has(stored);
        if (const auto problem = m_profiles.problem(profile().name); isNew && problem) {
            // Nobody can tell yet which service it belongs to.
            m_schedule.failed(now(), *problem, milliseconds::zero());
            tellFailure(*problem);
        } else if (!isNew || !useStoredLogin({.apiToken = stored})) {
            m_loginRequired = true;
            tellFailure(error);
        }
    });
}

void Session::catchUp()
{
    if (!m_exchange.isUnderWay())
        m_login.catchUp(currency(), [this] { update(); });
}

void Session::timerEvent(QTimerEvent *event)
{
    if (!m_timer.takes(*event))
        return QObject::timerEvent(event);
    recheck();
}

void Session::recheck()
{
    const auto next = m_schedule.nextAttemptAt();
    if (m_login.hasApiToken() && !m_exchange.isUnderWay() && next && *next <= now())
        return void(scheduledExchange());
    const QPointer guard(this);
    update();
    if (guard)
        catchUp();
}

void Session::serviceChecked(bool isWell)
{
    if (!isWell)
        m_schedule.serviceIsUnwell();
    else if (m_login.hasApiToken() && !m_exchange.isUnderWay() && m_schedule.serviceIsWell(now()))
        update();
}

// The keychain may answer after this session has ended, and Qt 6.4 asserts that the context of a continuation lives.
std::function<bool()> Session::currency()
{
    return [guard = QPointer(this), generation = m_generation] { return guard && generation == guard->m_generation; };
}

// Whether the schedule would leave this token alone for now.
bool Session::isNotDue(const AccessTokenCache::Entry &entry)
{
    return entry.info.remaining(now()) > RefreshSchedule::longestLead(entry.info);
}

bool Session::isValid(const AccessTokenInfo &info)
{
    return info.remaining(now()) > milliseconds::zero();
}

bool Session::hasValidToken()
{
    return m_info && isValid(*m_info);
}

void Session::update()
{
    if (m_start.isUnderWay() && !hasValidToken())
        m_state = State::Starting;
    else if (m_locked)
        m_state = State::Locked;
    else if (m_loginRequired)
        m_state = State::LoginRequired;
    else if (!m_login.hasApiToken() && !hasValidToken())
        m_state = State::LoggedOut;
    else if (hasValidToken())
        m_state = m_lastError ? State::RefreshFailing : State::Active;
    else if (m_info)
        m_state = State::Expired;
    else
        m_state = m_lastError ? State::RefreshFailing : State::Starting;
    m_accessToken.set(m_info ? QStringList(m_info->accessToken) : QStringList());
    arm();
    emit stateChanged();
}

void Session::arm()
{
    if (!m_schedule.nextAttemptAt() && !hasValidToken())
        return m_timer.stop();
    const QDateTime current = now();
    milliseconds due = milliseconds::max();
    if (m_info && m_info->expiresAt > current)
        due = m_info->remaining(current);
    // Also where it has passed while this was not looking.
    if (const auto pause = m_schedule.pause(current); pause && m_login.hasApiToken() && !m_exchange.isUnderWay())
        due = std::min(due, *pause);
    m_timer.start(due, this);
}

} // namespace QciAuth
