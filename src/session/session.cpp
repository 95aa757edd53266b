// SPDX-License-Identifier: Apache-2.0
#include "session.h"

#include "authclient.h"
#include "clock.h"
#include "connector.h"
#include "logging.h"
#include "login.h"
#include "profilestore.h"
#include "secretstore.h"

#include <QPointer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace QciAuth {

using std::chrono::milliseconds;

namespace {

// `Date` has whole seconds: a smaller change is noise, not worth a write to the disk.
constexpr milliseconds leastSkewChange{2'000};

} // namespace

Session::Session(const Profile &profile, SecretStore &secrets, ProfileStore &profiles, const Connector &connector,
    RandomSource random, QObject *parent)
    : QObject(parent)
    , m_profile(profile)
    , m_secrets(secrets)
    , m_profiles(profiles)
    , m_connector(connector)
    , m_schedule(std::move(random))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Session::recheck);
}

Session::~Session()
{
    blockSignals(true);
    ++m_generation;
    dropClient();
}

QDateTime Session::now()
{
    return m_client ? m_client->now() : m_connector.clock().now().addMSecs(m_profile.skew.count());
}

void Session::start()
{
    ++m_generation;
    m_readingKeychain = true;
    m_locked = false;
    m_lastError.reset();
    update();
    const auto isCurrent = currency();
    m_secrets.read(m_profile.refreshTokenKey())
        .then([this, isCurrent](const std::optional<QString> &apiToken) {
            if (isCurrent())
                tokenRead(apiToken);
        })
        .onFailed([this, isCurrent](const AuthError &error) {
            if (isCurrent())
                tokenNotRead(error);
        });
}

void Session::tokenRead(const std::optional<QString> &apiToken)
{
    m_readingKeychain = false;
    if (!apiToken || apiToken->isEmpty() || !useStoredToken(*apiToken))
        update();
}

void Session::tokenNotRead(const AuthError &error)
{
    m_readingKeychain = false;
    m_lastError = error;
    m_locked = error.cause() == AuthError::Cause::SecretStoreLocked;
    update();
}

bool Session::useStoredToken(const QString &apiToken)
{
    const auto stored = m_profiles.profile(m_profile.name);
    if (!stored)
        return false;
    m_profile = *stored;
    dropClient();
    m_kept = true;
    m_loginRequired = false;
    try {
        m_client = m_connector.client(m_profile, apiToken);
    } catch (const AuthError &error) {
        m_lastError = error;
        update();
        return true;
    }
    exchange(Trigger::Schedule);
    return true;
}

void Session::adopt(Login &login)
{
    ++m_generation;
    m_info.reset(); // first: whoever waits for a token must not get another account's
    dropClient();
    m_profile = login.profile();
    m_client = login.takeClient();
    m_storageError = login.storageError();
    m_kept = login.isKept();
    m_readingKeychain = m_locked = m_loginRequired = false;
    m_schedule.stop();
    exchanged(*m_client->cachedAccessTokenInfo());
}

QFuture<void> Session::logOut()
{
    ++m_generation;
    m_info.reset(); // first: whoever waits for a token must not get it now
    dropClient();
    const bool mayBeStored = m_kept || m_storageError;
    const bool isStored = m_kept;
    m_lastError.reset();
    m_storageError.reset();
    m_readingKeychain = m_locked = m_loginRequired = false;
    m_schedule.stop();
    update();
    if (!mayBeStored)
        return QtFuture::makeReadyFuture();
    return m_secrets.remove(m_profile.refreshTokenKey()).onFailed([isStored](const AuthError &error) {
        if (isStored || error.cause() != AuthError::Cause::SecretStoreUnavailable)
            throw AuthError(error);
    });
}

QFuture<AccessTokenInfo> Session::refreshNow()
{
    if (m_client)
        return exchange(Trigger::Request);
    using Kind = AuthError::Kind;
    const AuthError error =
        m_lastError.value_or(AuthError(Kind::Local, AuthError::Cause::MissingToken, u"not logged in"_s));
    return QtFuture::makeExceptionalFuture<AccessTokenInfo>(error);
}

QFuture<AccessTokenInfo> Session::token(milliseconds least)
{
    if (m_info && m_info->remaining(now()) >= least)
        return QtFuture::makeReadyFuture(*m_info);
    return refreshNow().onFailed(this, [this](const AuthError &error) -> AccessTokenInfo {
        if (error.kind() == AuthError::Kind::Cancelled || !hasValidToken())
            throw AuthError(error);
        return *m_info;
    });
}

QFuture<AccessTokenInfo> Session::exchange(Trigger trigger)
{
    QFuture<AccessTokenInfo> answer = m_client->postAccessTokens();
    if (!m_exchanging) {
        m_exchanging = true;
        m_trigger = trigger;
        ++m_exchangeId;
        m_schedule.attemptStarted(now());
        update();
    }
    // Every caller passes the answer on; the first to hear it acts upon it.
    const auto isNews = [this, id = m_exchangeId] { return m_exchanging && id == m_exchangeId; };
    return answer
        .then(this,
            [this, isNews](const AccessTokenInfo &info) {
                if (isNews())
                    exchanged(info);
                return info;
            })
        .onFailed(this, [this, isNews](const AuthError &error) -> AccessTokenInfo {
            if (isNews())
                exchangeFailed(error);
            throw AuthError(error);
        });
}

void Session::exchanged(const AccessTokenInfo &info)
{
    m_exchanging = false;
    m_info = info;
    m_lastError.reset();
    m_loginRequired = false;
    m_schedule.succeeded(info);
    const milliseconds drift = m_client->skew() - m_profile.skew;
    m_profile.skew = m_client->skew();
    if (std::chrono::abs(drift) >= leastSkewChange)
        m_profiles.saveSkew(m_profile);
    if (!info.refreshToken.isEmpty() && info.refreshToken != m_client->apiToken())
        storeRotatedToken(info.refreshToken);
    qCDebug(sessionLog) << "refreshed; next at" << m_schedule.nextAttemptAt().value_or(QDateTime());
    update();
    emit tokenRefreshed(info.expiresAt);
}

void Session::exchangeFailed(const AuthError &error)
{
    m_exchanging = false;
    if (error.kind() == AuthError::Kind::Cancelled)
        return update();
    if (error.kind() == AuthError::Kind::Rejected && m_kept)
        return rejected(error);
    m_lastError = error;
    m_loginRequired = m_loginRequired || error.kind() == AuthError::Kind::Rejected;
    if (m_trigger == Trigger::Schedule)
        m_schedule.failed(now(), error, hasValidToken());
    else
        m_schedule.requestFailed(now(), error);
    qCDebug(sessionLog) << "refresh failed; next at" << m_schedule.nextAttemptAt().value_or(QDateTime());
    update();
    emit refreshFailed(error);
}

// Before giving up: another process may have logged in again and stored a new token.
void Session::rejected(const AuthError &error)
{
    // An exchange that a user starts meanwhile makes the question pointless.
    const auto isCurrent = [this, isCurrentLogin = currency(), id = m_exchangeId] {
        return isCurrentLogin() && id == m_exchangeId;
    };
    m_lastError = error;
    m_schedule.stop();
    update(); // the keychain may take its time
    const auto giveUp = [this, error] {
        m_loginRequired = true;
        update();
        emit refreshFailed(error);
    };
    m_secrets.read(m_profile.refreshTokenKey())
        .then([this, isCurrent, giveUp](const std::optional<QString> &stored) {
            if (!isCurrent())
                return;
            const bool isNew = m_client && stored && !stored->isEmpty() && *stored != m_client->apiToken();
            if (!isNew || !useStoredToken(*stored))
                giveUp();
        })
        .onFailed([isCurrent, giveUp](const AuthError &) {
            if (isCurrent())
                giveUp();
        });
}

void Session::storeRotatedToken(const QString &apiToken)
{
    // The client that carries the new token takes over where the old one stands; what it knows is in m_info.
    dropClient();
    m_client = m_connector.client(m_profile, apiToken);
    if (!m_kept)
        return;
    const auto isCurrent = currency();
    m_secrets.write(m_profile.refreshTokenKey(), apiToken).onFailed([this, isCurrent](const AuthError &error) {
        if (!isCurrent())
            return;
        m_storageError = error;
        update();
    });
}

void Session::dropClient()
{
    m_exchanging = false;
    if (!m_client)
        return;
    m_client->abort();
    m_client.release()->deleteLater(); // not now: this may run in one of its own answers
}

void Session::recheck()
{
    const auto next = m_schedule.nextAttemptAt();
    if (m_client && !m_exchanging && next && *next <= now())
        exchange(Trigger::Schedule);
    else
        update();
}

// The keychain may answer after this session has ended, and Qt 6.4 asserts that the context of a continuation lives.
std::function<bool()> Session::currency()
{
    return [guard = QPointer(this), generation = m_generation] { return guard && generation == guard->m_generation; };
}

bool Session::hasValidToken()
{
    return m_info && m_info->remaining(now()) > milliseconds::zero();
}

void Session::update()
{
    if (m_readingKeychain)
        m_state = State::Starting;
    else if (m_locked)
        m_state = State::Locked;
    else if (m_loginRequired)
        m_state = State::LoginRequired;
    else if (!m_client)
        m_state = State::LoggedOut;
    else if (hasValidToken())
        m_state = m_lastError ? State::RefreshFailing : State::Active;
    else if (m_info)
        m_state = State::Expired;
    else
        m_state = m_lastError ? State::RefreshFailing : State::Starting;
    arm();
    emit stateChanged();
}

void Session::arm()
{
    if (!m_schedule.nextAttemptAt() && !hasValidToken()) {
        m_timer.stop();
        return;
    }
    // Never longer than the re-check interval: timers stand still while the machine sleeps, and overflow.
    const QDateTime current = now();
    milliseconds wait = recheckInterval;
    for (const QDateTime &due :
        {m_schedule.nextAttemptAt().value_or(QDateTime()), m_info ? m_info->expiresAt : QDateTime()}) {
        if (due.isValid() && due > current)
            wait = std::min(wait, milliseconds(current.msecsTo(due)));
    }
    m_timer.setTimerType(wait < recheckInterval ? Qt::PreciseTimer : Qt::CoarseTimer);
    m_timer.start(wait);
}

} // namespace QciAuth
