// SPDX-License-Identifier: Apache-2.0
// The single looks of SessionChecks.
#include "sessionchecks.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace QciAuth {

namespace {

using State = Session::State;
using std::chrono::milliseconds;

// From behaviour.md, not from the code under test.
constexpr milliseconds recheckInterval = 30s;
constexpr milliseconds startPatience = 4s;
// `Date` has whole seconds, and a step back of two is taken for noise.
constexpr milliseconds clockTolerance = 3s;

} // namespace

void SessionChecks::watch(
    const QString &name, bool servesValidToken, const std::function<QFuture<AccessTokenInfo>()> &call)
{
    auto ask = std::make_shared<Ask>(Ask{.name = name, .isToken = true});
    ask->mayBeCancelled = m_isOtherElsewhere;
    m_lastBusyAt = m_world.elapsed();
    m_asks.push_back(ask);
    call()
        .then([this, ask](const AccessTokenInfo &info) {
            ask->isOver = true;
            served(info, ask->name);
        })
        .onFailed([this, ask, servesValidToken](const AuthError &error) {
            ask->isOver = true;
            failed(*ask, error, servesValidToken);
        });
}

void SessionChecks::watch(const QString &name, QFuture<void> future, const std::function<void()> &onSuccess)
{
    auto ask = std::make_shared<Ask>(Ask{.name = name, .isToken = false});
    ask->mayBeCancelled = true;
    m_lastBusyAt = m_world.elapsed();
    m_asks.push_back(ask);
    future
        .then([ask, onSuccess] {
            ask->isOver = true;
            onSuccess();
        })
        .onFailed([this, ask](const AuthError &error) {
            ask->isOver = true;
            m_report.requireNoSecret(error.message(), ask->name);
        });
}

void SessionChecks::served(const AccessTokenInfo &info, const QString &name)
{
    m_report.note(u"      %1 served"_s.arg(name));
    if (m_world.session && info.expiresAt <= m_world.session->now())
        m_report.fail(u"%1 served a token that expired at %2"_s.arg(name, info.expiresAt.toString(Qt::ISODateWithMs)));
    if (!m_knownTime)
        return;
    // What no setting of the clock may hide.
    const milliseconds passed = m_knownTime->wasSetBack
                                    ? m_world.elapsed() - m_knownTime->elapsed
                                    : milliseconds(m_knownTime->serviceTime.msecsTo(m_world.serviceTime()));
    const QDateTime atLeast = m_knownTime->serviceTime.addMSecs((passed - clockTolerance).count());
    if (m_world.service.accessToken(info.accessToken).expiresAt <= atLeast)
        m_report.fail(u"%1 served a token that has expired for the service"_s.arg(name));
}

void SessionChecks::failed(const Ask &ask, const AuthError &error, bool servesValidToken)
{
    m_report.note(u"      %1 failed: %2"_s.arg(ask.name, error.message()));
    m_report.requireNoSecret(error.message(), ask.name);
    if (error.kind() == AuthError::Kind::Cancelled) {
        if (!ask.mayBeCancelled && !m_isOtherElsewhere)
            m_report.fail(u"%1 was cancelled by nobody"_s.arg(ask.name));
        return;
    }
    Session *session = m_world.session.get();
    if (servesValidToken && session && session->info() && session->info()->expiresAt > session->now())
        m_report.fail(u"%1 failed in spite of a token that is valid"_s.arg(ask.name));
}

// In the session's own signal: nothing may have changed since.
void SessionChecks::lookAtState()
{
    Session &session = *m_world.session;
    m_toldAt = session.now();
    const bool isValid = session.info() && session.info()->expiresAt > m_toldAt;
    const bool isPlanned = session.nextAttemptAt().has_value();
    const State state = session.state();
    if ((state == State::Active && !isValid) || (state == State::Expired && isValid) ||
        (state == State::LoggedOut && (isValid || isPlanned)) || (state == State::LoginRequired && isPlanned))
        m_report.fail(u"the session says %1; its token is %2, and an exchange is %3"_s.arg(
            QVariant::fromValue(state).toString(), isValid ? u"valid"_s : u"not"_s, isPlanned ? u"due"_s : u"not"_s));
    for (const auto &error : {session.lastError(), session.storageError()}) {
        if (error)
            m_report.requireNoSecret(error->message(), u"lastError() or storageError()"_s);
    }
    emit told();
}

void SessionChecks::lookAtToken()
{
    Session &session = *m_world.session;
    const std::optional<AccessTokenInfo> &info = session.info();
    const bool isOther = m_held && (!info || info->accessToken != m_held->accessToken);
    if (isOther && m_held->expiresAt > session.now() && !m_mayLose) {
        const ServiceStandIn::AccessToken held = m_world.service.accessToken(m_held->accessToken);
        const auto other = info ? m_world.service.accessToken(info->accessToken) : ServiceStandIn::AccessToken();
        if (!info)
            m_report.fail(u"a token that is still valid was dropped; the session is %1"_s.arg(
                QVariant::fromValue(session.state()).toString()));
        else if (other.account != held.account)
            m_report.fail(u"the token of another account took the place of one that is still valid"_s);
        else if (other.number < held.number && other.expiresAt < held.expiresAt)
            m_report.fail(u"an older token took the place of one that is valid for longer"_s);
    }
    if (isOther || (info && !m_held))
        m_held = info;
}

void SessionChecks::lookAtPlan()
{
    Session &session = *m_world.session;
    const auto next = session.nextAttemptAt();
    if (isQuiet() && m_model.isLoggedIn() && !m_model.isLatched() && !next)
        m_report.fail(u"no exchange is planned although somebody is logged in"_s);
    if (!next || *next > session.now() || session.isExchanging()) {
        m_overdueSince.reset();
        return;
    }
    if (!m_overdueSince)
        m_overdueSince = m_world.elapsed();
    if (m_world.elapsed() - *m_overdueSince > recheckInterval)
        m_report.fail(u"an exchange is overdue for %1 ms"_s.arg((m_world.elapsed() - *m_overdueSince).count()));
}

void SessionChecks::lookAtTimers()
{
    Session &session = *m_world.session;
    const bool isValid = session.info() && session.info()->expiresAt > session.now();
    // Not where the clock has been set back to before the end of a token that was over.
    const bool isToldValid = isValid && session.info()->expiresAt > m_toldAt;
    const auto next = m_world.time.untilNextTimer();
    if ((session.nextAttemptAt() || isToldValid) && (!next || *next > recheckInterval))
        m_report.fail(u"the clock is not looked at within 30 s"_s);
    if (session.nextAttemptAt() || isValid)
        m_lastBusyAt = m_world.elapsed(); // a timer may run on where a sleep ends that
    const bool isIdle = isQuiet() && !m_world.login && !session.nextAttemptAt() && !isValid && m_asks.empty() &&
                        m_world.elapsed() - m_lastBusyAt > startPatience + recheckInterval;
    if (isIdle && m_world.time.timerCount() != 0)
        m_report.fail(u"a timer runs for nothing"_s);
}

void SessionChecks::lookAtStore()
{
    if (!m_isLoggedOut)
        return;
    const Session &session = *m_world.session;
    if (session.info() || session.nextAttemptAt() || session.isExchanging() || session.state() != State::LoggedOut)
        m_report.fail(u"something is left in the session after a logout"_s);
    if (!m_world.storedApiToken().isEmpty() || !m_world.storedAccessToken().isEmpty())
        m_report.fail(u"a token is stored after a logout"_s);
}

void SessionChecks::lookAtAsks()
{
    for (const auto &ask : m_asks) {
        if (!ask->isOver)
            m_report.fail(u"%1 never ended"_s.arg(ask->name));
    }
}

void SessionChecks::lookAtEnd()
{
    if (m_world.time.timerCount() != 0)
        m_report.fail(u"%1 timers run after the end of the session"_s.arg(m_world.time.timerCount()));
}

} // namespace QciAuth
