// SPDX-License-Identifier: Apache-2.0
#include "soakaccount.h"

#include "authclient.h"
#include "futures.h"
#include "login.h"
#include "soakfaults.h"
#include "testtokens.h"

#include <QEventLoop>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace QciAuth {

using Kind = AuthError::Kind;
using State = Session::State;

namespace {

constexpr auto profileName = "default"_L1;

// For the one fault that lasts as long as the client waits.
constexpr std::chrono::milliseconds timeout{1'000};

} // namespace

SoakAccount::SoakAccount(bool withTls, std::mt19937 &random)
    : m_random(random)
    , m_service(withTls)
    , m_profiles(m_folder.path())
    , m_sharing(m_secrets, m_clock, m_folder.path())
    , m_connector(m_clock, makeAccessManager)
{
    m_profile.name = profileName;
    m_profile.url = m_service.url();
    m_profile.timeout = timeout;
    if (withTls)
        m_profile.caCertificateFile = m_service.caFile();
}

QString SoakAccount::begin()
{
    if (!m_service.isValid())
        return u"the server does not start"_s;
    m_session = std::make_unique<Session>(m_profile, m_secrets, m_profiles, m_sharing, m_connector,
        [this] { return std::uniform_real_distribution<double>()(m_random); });
    return logInAnew();
}

QString SoakAccount::exchange(std::optional<int> fault)
{
    constexpr unsigned onceIn = 20;
    const bool brings = !fault && m_random() % onceIn == 0;
    const QString rotated = brings ? TestTokens::apiToken() : QString();
    const auto next = m_session->nextAttemptAt();
    if (next)
        m_clock.advance(std::chrono::milliseconds(std::max<qint64>(0, m_session->now().msecsTo(*next))));
    if (!m_service.order(m_clock.now(), fault, rotated))
        return u"the server takes no order"_s;
    const QString before = m_session->info() ? m_session->info()->accessToken : QString();
    const bool asks = !next || m_random() % 2 == 0;
    if (asks)
        m_session->refreshNow();
    else
        m_session->recheck();
    // Whoever asks while it is under way waits for the same.
    std::vector<QFuture<AccessTokenInfo>> callers;
    for (unsigned i = m_random() % 4; i > 0; --i)
        callers.push_back(m_session->token(std::chrono::hours{1}));
    if (!waitForEnd())
        return u"the exchange does not end"_s;
    if (!std::all_of(callers.begin(), callers.end(), [](const auto &caller) { return waitFor(caller); }))
        return u"a caller waits in vain"_s;
    const auto expected = fault ? std::optional(soakFaults(m_clock.now()).at(*fault).kind) : std::nullopt;
    return judge(expected, before);
}

// What a session is after an exchange that should have gone that way.
QString SoakAccount::judge(std::optional<Kind> expected, const QString &tokenBefore)
{
    const auto &error = m_session->lastError();
    if (expected != Kind::Transient && error && error->cause() == AuthError::Cause::TimedOut) {
        ++m_slow;
        return {};
    }
    if (expected.has_value() != error.has_value() || (error && error->kind() != *expected))
        return u"the session has: "_s + (error ? error->message() : u"no error"_s);
    const bool isNew = m_session->info() && m_session->info()->accessToken != tokenBefore;
    if (isNew == expected.has_value())
        return expected ? u"the token before is gone"_s : u"there is no new token"_s;
    // A rejection lasts, whatever else comes after it, until an exchange succeeds.
    const bool latches = m_session->state() == State::LoginRequired;
    if (expected == Kind::Rejected && !latches)
        return u"a rejection does not last"_s;
    return latches == m_session->nextAttemptAt().has_value() ? u"the next try is not as it should be"_s : QString();
}

QString SoakAccount::logInAnew()
{
    if (!succeeds(m_session->logOut()))
        return u"the logout fails"_s;
    if (!m_service.order(m_clock.now(), std::nullopt))
        return u"the server takes no order"_s;
    Login login(m_secrets, m_profiles, m_sharing, m_connector);
    std::optional<bool> isLoggedIn;
    QObject::connect(&login, &Login::succeeded, &login, [&isLoggedIn] { isLoggedIn = true; });
    QObject::connect(&login, &Login::failed, &login, [&isLoggedIn] { isLoggedIn = false; });
    do {
        isLoggedIn.reset();
        login.start(m_profile, TestTokens::apiToken(), Login::Keep::ApiToken);
        if (!QTest::qWaitFor([&isLoggedIn] { return isLoggedIn.has_value(); }, patienceMs))
            return u"the login does not end"_s;
        m_slow += *isLoggedIn ? 0 : 1;
    } while (!*isLoggedIn && m_slow < 1000);
    if (!*isLoggedIn)
        return u"the login fails"_s;
    m_session->adopt(login);
    return m_session->state() == State::Active ? QString() : u"nobody is logged in after a login"_s;
}

QString SoakAccount::restart()
{
    m_session = std::make_unique<Session>(m_profile, m_secrets, m_profiles, m_sharing, m_connector,
        [this] { return std::uniform_real_distribution<double>()(m_random); });
    if (!m_service.order(m_clock.now(), std::nullopt))
        return u"the server takes no order"_s;
    m_session->start();
    const bool isUp = QTest::qWaitFor(
        [this] { return !m_session->isExchanging() && m_session->state() != State::Starting; }, patienceMs);
    return isUp && m_session->state() != State::LoggedOut ? QString() : u"the login is gone after a restart"_s;
}

// QTest's own wait looks every ten milliseconds only.
bool SoakAccount::waitForEnd()
{
    QEventLoop loop;
    QTimer patience;
    QObject::connect(&patience, &QTimer::timeout, &loop, &QEventLoop::quit);
    patience.start(patienceMs);
    QObject::connect(m_session.get(), &Session::stateChanged, &loop, [this, &loop] {
        if (!m_session->isExchanging())
            loop.quit();
    });
    if (m_session->isExchanging())
        loop.exec();
    return !m_session->isExchanging();
}

} // namespace QciAuth
