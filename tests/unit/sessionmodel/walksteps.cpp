// SPDX-License-Identifier: Apache-2.0
// The single steps of SessionWalk.
#include "sessionwalk.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace QciAuth {

namespace {

using std::chrono::milliseconds;
using Operation = ScriptedSecretStore::Operation;

QString textOf(milliseconds duration)
{
    return u"%1 s"_s.arg(static_cast<double>(duration.count()) / 1000.0);
}

} // namespace

QString SessionWalk::askForToken()
{
    const auto least = m_random.oneOf<std::optional<milliseconds>>({std::nullopt, 0ms, 1s, 1min, 20min, 2h, 87'600h});
    const QString name = u"token(%1)"_s.arg(least ? textOf(*least) : QString());
    m_checks.watch(name, true, [this, least] { return m_world.session->token(least); });
    return name;
}

QString SessionWalk::refreshNow()
{
    m_checks.watch(u"refreshNow()"_s, false, [this] { return m_world.session->refreshNow(); });
    return u"refreshNow()"_s;
}

QString SessionWalk::recheck()
{
    m_world.session->recheck();
    return u"recheck()"_s;
}

QString SessionWalk::hearOfService()
{
    const bool isWell = m_random.chance(60);
    m_world.session->serviceChecked(isWell);
    return isWell ? u"serviceChecked(true)"_s : u"serviceChecked(false)"_s;
}

QString SessionWalk::start()
{
    startSession();
    return u"start()"_s;
}

QString SessionWalk::logOut()
{
    m_checks.beforeLogOut();
    return u"logOut()"_s;
}

QString SessionWalk::recreate()
{
    m_checks.forgetSession();
    m_world.makeSession();
    m_checks.watchSession();
    if (m_random.chance(90))
        startSession();
    return u"a new session in place of this one"_s;
}

QString SessionWalk::logIn()
{
    if (m_world.login)
        return {};
    Profile profile = m_world.profile;
    profile.url = m_random.oneOf({u"https://one.example/"_s, u"https://two.example/base/"_s});
    const QString apiToken = m_world.service.newApiToken(profile.url);
    const auto keep =
        m_random.oneOf({Login::Keep::ApiToken, Login::Keep::ApiToken, Login::Keep::ApiToken, Login::Keep::Nothing});
    m_checks.changedElsewhere(false);
    m_checks.expectLogin(apiToken);
    m_world.login = std::make_unique<Login>(m_world.secrets, m_world.profiles, m_world.sharing, m_world.connector);
    Login *login = m_world.login.get();
    connect(login, &Login::accepted, this, [this] { m_checks.changedElsewhere(true); });
    connect(login, &Login::succeeded, this, [this, apiToken] {
        m_report.note(u"      login succeeded"_s);
        m_world.profile = m_world.login->profile();
        m_checks.beforeAdopt(apiToken);
        m_world.session->adopt(*m_world.login);
        m_checks.adopted();
        m_world.login.release()->deleteLater();
    });
    connect(login, &Login::failed, this, [this](const AuthError &error) {
        m_report.note(u"      login failed: "_s + error.message());
        m_report.requireNoSecret(error.message(), u"Login::failed()"_s);
        m_checks.expectLogin({});
        m_world.login.release()->deleteLater();
    });
    login->start(profile, apiToken, keep);
    return u"login at %1%2"_s.arg(profile.url, keep == Login::Keep::Nothing ? u", not kept"_s : QString());
}

QString SessionWalk::cancelLogin()
{
    if (!m_world.login)
        return {};
    m_world.login->cancel();
    return u"login cancelled"_s;
}

QString SessionWalk::answer()
{
    const auto open = m_world.network.open();
    if (open.isEmpty())
        return {};
    FakeReply &reply = *open.at(m_random.below(static_cast<int>(open.size())));
    m_checks.answer(reply, plannedFor(reply));
    return u"one answer"_s;
}

QString SessionWalk::changeWeather()
{
    m_answersAtOnce = m_random.chance(60);
    m_goodPercent = m_random.oneOf({0, 0, 40, 80, 95});
    return u"answers from now on: %1, %2 % good beside any"_s.arg(
        m_answersAtOnce ? u"at once"_s : u"later"_s, QString::number(m_goodPercent));
}

QString SessionWalk::failKeychain()
{
    using Cause = AuthError::Cause;
    const Cause cause = m_random.oneOf({Cause::SecretStoreLocked, Cause::SecretStoreLocked,
        Cause::SecretStoreUnavailable, Cause::SecretStoreTimedOut, Cause::SecretStoreFailed});
    const Operation operation = m_random.oneOf({Operation::Read, Operation::Write, Operation::Remove});
    m_world.secrets.failNext(operation, AuthError(AuthError::Kind::Local, cause, u"made up"_s));
    return u"the keychain's next call of kind %1 fails"_s.arg(static_cast<int>(operation));
}

QString SessionWalk::hangKeychain()
{
    if (m_random.chance(50)) {
        m_world.secrets.holdAll();
        return u"the keychain hangs"_s;
    }
    m_world.secrets.delayAll();
    return u"the keychain answers late"_s;
}

QString SessionWalk::releaseKeychain()
{
    m_world.secrets.release();
    return u"the keychain is back"_s;
}

QString SessionWalk::advance()
{
    auto duration = m_random.oneOf<milliseconds>({1ms, 999ms, 10s, 21s, 1min, 5min, 11min, 30min, 1h});
    duration = milliseconds(static_cast<qint64>(static_cast<double>(duration.count()) * m_random.fraction()));
    advanceBy(duration);
    return u"%1 pass"_s.arg(textOf(duration));
}

QString SessionWalk::suspend()
{
    const auto duration = m_random.oneOf<milliseconds>({3s, 1min, 20min, 8h, 1440h});
    m_world.suspend(duration);
    m_report.note(u"      sleep of "_s + textOf(duration));
    if (m_random.chance(50))
        m_world.session->recheck();
    return u"woken after "_s + textOf(duration);
}

QString SessionWalk::setWall()
{
    const auto by = m_random.oneOf<milliseconds>(
        {500ms, 1900ms, 5s, 1min, 20min, 8h, 720h, 8766h, -500ms, -1900ms, -5s, -1min, -20min, -8h, -720h, -8766h});
    if (by < 0ms)
        m_checks.wallSetBack();
    m_world.setWall(by);
    return u"clock set by "_s + textOf(by);
}

QString SessionWalk::loginElsewhere()
{
    const QString url = m_random.oneOf({u"https://one.example/"_s, u"https://two.example/base/"_s});
    if (m_world.login || !m_world.loginElsewhere(m_world.service.newApiToken(url)))
        return {};
    m_checks.changedElsewhere(true);
    return u"another process has logged in at "_s + url;
}

QString SessionWalk::exchangeElsewhere()
{
    if (!m_world.exchangeElsewhere())
        return {};
    m_checks.changedElsewhere(false);
    return u"another process has exchanged"_s;
}

QString SessionWalk::endElsewhere()
{
    const bool isRemoval = m_random.chance(50);
    if (m_world.login || !(isRemoval ? m_world.removeProfileElsewhere() : m_world.logOutElsewhere()))
        return {};
    m_checks.changedElsewhere(true);
    return isRemoval ? u"another process has removed the profile"_s : u"another process has logged out"_s;
}

QString SessionWalk::lockElsewhere()
{
    if (m_world.isLockHeldElsewhere()) {
        m_world.releaseLock();
        return u"another process lets go of the lock"_s;
    }
    return m_random.chance(25) && m_world.takeLock() ? u"another process holds the lock"_s : QString();
}

} // namespace QciAuth
