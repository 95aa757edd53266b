// SPDX-License-Identifier: Apache-2.0
#include "desktopbench.h"

#include "accessmanager.h"
#include "baseurl.h"
#include "futures.h"
#include "httpanswers.h"
#include "testtokens.h"

#include <QNetworkAccessManager>
#include <QNetworkProxyFactory>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

AuthError noKeychain()
{
    return {AuthError::Kind::Local, AuthError::Cause::SecretStoreUnavailable, u"no keychain"_s};
}

/// Sends what would leave this machine to a proxy that is not there.
class LoopbackOnly final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        if (isLoopback(query.url()))
            return {QNetworkProxy::NoProxy};
        return {QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, 1)};
    }
};

std::unique_ptr<QNetworkAccessManager> makeLoopbackManager()
{
    auto manager = makeAccessManager();
    manager->setProxyFactory(new LoopbackOnly); // the manager takes it over
    return manager;
}

} // namespace

QFuture<std::optional<QString>> MissingSecretStore::read(const QString &)
{
    return QtFuture::makeExceptionalFuture<std::optional<QString>>(noKeychain());
}

QFuture<void> MissingSecretStore::write(const QString &, const QString &)
{
    return QtFuture::makeExceptionalFuture<void>(noKeychain());
}

QFuture<void> MissingSecretStore::remove(const QString &)
{
    return QtFuture::makeExceptionalFuture<void>(noKeychain());
}

DesktopBench::DesktopBench()
    : profiles(folder.path())
    , preferences(folder.path())
    , translations(u"en"_s)
    , sharing(secrets, clock, folder.path())
    , connector(clock, &makeLoopbackManager)
    , sessions(secrets, profiles, sharing, connector, [this] { return random; })
    , apiToken(TestTokens::apiToken())
    , m_health(healthSaying(u"OK"_s))
    , m_version(jsonAnswer("200 OK", {{u"application_name"_s, u"auth"_s}, {u"version"_s, u"1.2.3"_s}}))
{
    serveTokens(std::chrono::hours(1));
    server.setHandler([this](const WireRequest &request, QTcpSocket &socket) { answer(request, socket); });
}

Profile DesktopBench::profile(const QString &name) const
{
    Profile profile;
    profile.name = name;
    profile.url = server.urlText();
    return profile;
}

void DesktopBench::storeLogin(const QString &name)
{
    profiles.save(profile(name));
    secrets.putSecret(profile(name).refreshTokenKey(), apiToken);
}

void DesktopBench::serveTokens(std::chrono::milliseconds lifetime)
{
    m_exchange = [this, lifetime] {
        m_accessToken = TestTokens::accessToken();
        const QDateTime now = clock.now().addMSecs(m_skew.count());
        AnswerHeaders headers;
        if (m_skew.count() != 0)
            headers.append({"Date", httpDate(now)});
        return exchangeAnswer(m_accessToken, now.addMSecs(lifetime.count()), headers);
    };
}

void DesktopBench::answerExchanges(const QByteArray &answer)
{
    m_exchange = [answer] { return answer; };
}

void DesktopBench::answerHealth(const QByteArray &answer, std::chrono::milliseconds latency)
{
    m_health = answer;
    m_latency = latency;
}

bool DesktopBench::failRenewal(Session &session, const QByteArray &answer)
{
    answerExchanges(answer);
    const auto due = session.nextAttemptAt();
    if (!due)
        return false;
    clock.advance(std::max(std::chrono::milliseconds(session.now().msecsTo(*due)), std::chrono::milliseconds(0)));
    session.recheck();
    return QTest::qWaitFor([&] { return session.lastError() && !session.isExchanging(); }, patienceMs);
}

Session *DesktopBench::sessionIn(Session::State state)
{
    using State = Session::State;
    if (state == State::LoggedOut)
        return &sessions.session(u"default"_s);
    storeLogin();
    if (state == State::Starting)
        secrets.holdNext(ScriptedSecretStore::Operation::Read);
    if (state == State::Locked)
        secrets.failNext(ScriptedSecretStore::Operation::Read,
            {AuthError::Kind::Local, AuthError::Cause::SecretStoreLocked, u"locked"_s});
    if (state == State::LoginRequired)
        answerExchanges(refusal());
    Session &session = sessions.session(u"default"_s);
    if (state == State::RefreshFailing || state == State::Expired) {
        if (!QTest::qWaitFor([&] { return session.state() == State::Active; }, patienceMs))
            return nullptr;
        if (state == State::Expired)
            clock.advance(session.info()->remaining(session.now()));
        if (!failRenewal(session, outage()))
            return nullptr;
    }
    return QTest::qWaitFor([&] { return session.state() == state; }, patienceMs) ? &session : nullptr;
}

QByteArray DesktopBench::healthSaying(const QString &message)
{
    return jsonAnswer("200 OK", {{u"message"_s, message}});
}

QByteArray DesktopBench::outage()
{
    return jsonAnswer("503 Service Unavailable", {{u"message"_s, u"down for maintenance"_s}});
}

QByteArray DesktopBench::refusal() const
{
    return jsonAnswer("401 Unauthorized", {{u"message"_s, u"unknown token "_s + apiToken}});
}

QByteArray DesktopBench::notFound()
{
    return httpAnswer("404 Not Found", {{"Content-Type", "text/html"}}, "<html>nothing here</html>");
}

void DesktopBench::answer(const WireRequest &request, QTcpSocket &socket)
{
    const QByteArray path = request.requestLine.split(' ').value(1);
    if (path.endsWith("/health")) {
        clock.advance(m_latency);
        if (!m_health.isEmpty())
            LoopbackServer::answer(socket, m_health);
    } else if (path.endsWith("/version")) {
        if (!m_version.isEmpty())
            LoopbackServer::answer(socket, m_version);
    } else {
        ++m_exchanges;
        if (m_exchange)
            LoopbackServer::answer(socket, m_exchange());
    }
}

} // namespace QciAuth
