// SPDX-License-Identifier: Apache-2.0
#include "sessionchecks.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace QciAuth {

namespace {

using Meaning = ServiceStandIn::Meaning;
using State = Session::State;
using std::chrono::milliseconds;

} // namespace

SessionChecks::SessionChecks(SessionWorld &world, WalkReport &report)
    : m_world(world)
    , m_report(report)
{
    world.network.setObserver([this](FakeReply &reply) { sent(reply); });
    watchSession();
}

void SessionChecks::watchSession()
{
    Session &session = *m_world.session;
    m_model.unsettled();
    m_held.reset();
    m_knownTime.reset();
    m_attempts.reset();
    allowLoss();
    connect(&session, &Session::stateChanged, this, [this] { lookAtState(); });
    connect(&session, &Session::tokenRefreshed, this, [this] {
        m_report.note(u"      refreshed"_s);
        if (m_world.session->isFromCache()) // another process got on with the service
            m_attempts.answered(Meaning::Good, std::nullopt, m_world.believed());
        emit told();
    });
    connect(&session, &Session::refreshFailed, this, [this](const AuthError &error) {
        m_report.note(u"      refresh failed: "_s + error.message());
        m_report.requireNoSecret(error.message(), u"refreshFailed()"_s);
        if (error.kind() == AuthError::Kind::Transient && error.cause() == AuthError::Cause::SecretStoreTimedOut)
            expiredMeanwhile();
        emit told();
    });
}

QString SessionChecks::apiTokenOf(const FakeReply &reply)
{
    return QJsonDocument::fromJson(reply.sent()).object().value("refresh_token"_L1).toString();
}

void SessionChecks::sent(FakeReply &reply)
{
    const QString apiToken = apiTokenOf(reply);
    const ServiceStandIn::ApiToken known = m_world.service.apiToken(apiToken);
    const QString url = reply.url().toString();
    if (known.url.isEmpty() || url != known.url + u"auth/v1/access-tokens/"_s)
        m_report.fail(u"an API token of %1 was sent to %2"_s.arg(known.url, url));
    ++m_requestCount;
    if (!m_loginApiToken.isEmpty() && apiToken == m_loginApiToken) {
        m_loginApiToken.clear();
        return;
    }
    if (m_awaitsAnswer && m_open && !m_open->isFinished())
        m_report.fail(u"two exchanges at the same time"_s);
    using Cause = AttemptWatch::Cause;
    const Cause cause = m_startsNow ? Cause::Start : somebodyWaits() ? Cause::User : Cause::Schedule;
    m_report.note(u"      request sent %1"_s.arg(cause == Cause::Start  ? u"by a start"_s
                                                 : cause == Cause::User ? u"for somebody"_s
                                                                        : u"by itself"_s));
    if (known.account != m_world.service.apiToken(m_apiToken).account)
        m_model.started(); // another login was found in the keychain
    if (cause == Cause::Schedule && m_model.isLatched())
        m_report.fail(u"a request by itself after a rejection"_s);
    if (const QString problem = m_attempts.sent(cause, known.account, m_world.believed()); !problem.isEmpty())
        m_report.fail(problem);
    m_startsNow = m_startedSince = false;
    m_open = &reply;
    m_awaitsAnswer = true;
    m_openApiToken = m_apiToken = apiToken;
}

void SessionChecks::answer(FakeReply &reply, const ServiceStandIn::Planned &planned)
{
    const bool isOurs = m_awaitsAnswer && &reply == m_open;
    const bool isLate =
        !planned.tellsTime && m_world.session->now() >= m_world.service.accessToken(planned.accessToken).expiresAt;
    const Meaning meaning = planned.meaning == Meaning::Good && isLate ? Meaning::Transient : planned.meaning;
    const bool isSuperseded = m_isOtherElsewhere || m_startedSince;
    m_report.note(u"      answered: "_s + planned.text);
    if (isOurs) {
        // Before the answer: whoever gets it may log out at once.
        m_awaitsAnswer = false;
        m_attempts.answered(meaning, planned.retryAfter, m_world.believed());
        if (meaning == Meaning::Good) {
            if (planned.tellsTime)
                m_knownTime = KnownTime{.serviceTime = m_world.serviceTime(), .elapsed = m_world.elapsed()};
            if (!planned.apiToken.isEmpty())
                m_apiToken = planned.apiToken;
        }
        if (isSuperseded && meaning == Meaning::Good)
            m_model.started();
        else if (isSuperseded)
            m_model.unsettled();
        else if (meaning == Meaning::Good)
            m_model.renewed(planned.accessToken, m_world.service.accessToken(planned.accessToken).expiresAt);
        else
            m_model.failed(meaning);
    } else {
        m_loginRotated = planned.apiToken;
    }
    reply.answer(planned.answer);
    VirtualTime::settle();
}

// What the last answer brought was stored too late.
void SessionChecks::expiredMeanwhile()
{
    if (m_model.isKnown() && m_model.expectedState(m_world.session->now()) != State::Expired)
        m_report.fail(u"a token was thrown away that is valid"_s);
    m_model.unsettled();
}

void SessionChecks::beforeStart()
{
    m_model.started();
    m_attempts.reset();
    m_startsNow = m_startedSince = true;
    m_isLoggedOut = false;
    m_knownTime.reset();
    if (m_isOtherElsewhere || m_world.storedApiToken() != m_apiToken)
        allowLoss();
    m_lastBusyAt = m_world.elapsed();
}

void SessionChecks::beforeLogOut()
{
    allowLoss();
    m_model.loggedOut();
    m_attempts.reset();
    m_startsNow = false;
    m_isLoggedOut = false;
    m_awaitsAnswer = false;
    const bool isKept = m_world.session->isKept() && !m_isOtherElsewhere;
    m_apiToken.clear();
    watch(u"logOut()"_s, m_world.session->logOut(), [this, isKept, logout = ++m_logouts] {
        // What was done meanwhile counts more.
        m_isLoggedOut = isKept && logout == m_logouts && m_model.isKnown() && !m_model.isLoggedIn() && !m_world.login;
    });
}

void SessionChecks::forgetSession()
{
    allowLoss();
    m_world.session->disconnect(this);
    ++m_logouts; // none that is under way counts for the next one
    m_awaitsAnswer = false;
    m_apiToken.clear();
    m_startsNow = m_isLoggedOut = false;
    m_isOtherElsewhere = true;
}

void SessionChecks::beforeAdopt(const QString &apiToken)
{
    allowLoss();
    m_apiToken = m_loginRotated.isEmpty() ? apiToken : m_loginRotated;
    m_model.unsettled();
    m_attempts.reset();
    m_startsNow = false;
    m_isLoggedOut = false;
    m_awaitsAnswer = false;
    m_knownTime.reset();
    m_isOtherElsewhere = true;
}

void SessionChecks::adopted()
{
    const auto &info = m_world.session->info();
    if (!info) {
        // Whoever was told of the login may have logged out.
        if (!m_model.isKnown() || m_model.isLoggedIn())
            m_report.fail(u"a login has brought no token"_s);
        return;
    }
    m_model.adopted(info->accessToken, info->expiresAt);
    m_isOtherElsewhere = m_world.storedApiToken() != m_apiToken;
}

void SessionChecks::changedElsewhere(bool isOtherLogin)
{
    m_model.unsettled();
    m_isLoggedOut = false;
    m_knownTime.reset();
    if (!isOtherLogin)
        return;
    m_isOtherElsewhere = true;
    allowLoss();
}

void SessionChecks::wallSetBack()
{
    if (m_knownTime)
        m_knownTime->wasSetBack = true;
}

void SessionChecks::allowLoss()
{
    m_mayLose = true;
    for (const auto &ask : m_asks)
        ask->mayBeCancelled = true;
}

bool SessionChecks::somebodyWaits() const
{
    return std::any_of(m_asks.begin(), m_asks.end(), [](const auto &ask) { return ask->isToken && !ask->isOver; });
}

bool SessionChecks::isQuiet()
{
    return !m_world.secrets.isHolding() && !m_world.session->isExchanging() && !m_world.isLockHeldElsewhere() &&
           m_world.network.open().isEmpty();
}

void SessionChecks::look()
{
    // The client itself has given up waiting.
    if (m_awaitsAnswer && (!m_open || m_open->isFinished())) {
        m_awaitsAnswer = false;
        m_attempts.answered(Meaning::Transient, std::nullopt, m_world.believed());
        if (m_startedSince || m_isOtherElsewhere)
            m_model.unsettled();
        else
            m_model.failed(Meaning::Transient);
    }
    if (!isQuiet())
        m_lastBusyAt = m_world.elapsed();
    lookAtToken();
    lookAtPlan();
    lookAtTimers();
    lookAtStore();
    std::erase_if(m_asks, [](const auto &ask) { return ask->isOver; });
    if (!isQuiet())
        return;
    m_startsNow = false;
    if (!m_world.login && !m_apiToken.isEmpty() && m_world.storedApiToken() == m_apiToken)
        m_isOtherElsewhere = false;
    m_mayLose = m_isOtherElsewhere;
    const auto &info = m_world.session->info();
    if (m_world.session->isFromCache() && info && info->accessToken != m_model.accessToken())
        m_model.started();
    const auto expected = m_model.expectedState(m_toldAt);
    const State state = m_world.session->state();
    if (expected && *expected != state)
        m_report.fail(u"the session is %1 and not %2"_s.arg(
            QVariant::fromValue(state).toString(), QVariant::fromValue(*expected).toString()));
}

} // namespace QciAuth
