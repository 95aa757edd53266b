// SPDX-License-Identifier: Apache-2.0
#include "workbench.h"

#include "futures.h"
#include "httpanswers.h"
#include "testtokens.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace QciAuth {

Workbench::Workbench()
    : profiles(folder.path())
    , sharing(secrets, clock, folder.path())
    , connector(clock, &makeAccessManager)
    , apiToken(TestTokens::apiToken())
{
    profile.name = u"default"_s;
    profile.url = server.urlText();
    if (profiles.save(profile))
        qFatal("the temporary folder cannot be written");
    serveTokens();
}

void Workbench::serveTokens(std::chrono::seconds lifetime)
{
    server.setHandler([this, lifetime](const WireRequest &, QTcpSocket &socket) {
        accessToken = TestTokens::accessToken();
        LoopbackServer::answer(socket, exchangeAnswer(accessToken, clock.now().addSecs(lifetime.count())));
    });
}

void Workbench::serveRejection(const std::function<void()> &meanwhile)
{
    server.setHandler([meanwhile](const WireRequest &, QTcpSocket &socket) {
        meanwhile();
        LoopbackServer::answer(socket, jsonAnswer("401 Unauthorized", {{u"detail"_s, u"unknown token"_s}}));
    });
}

void Workbench::serveFailure()
{
    serve(httpAnswer("503 Service Unavailable", {}, {}));
}

std::unique_ptr<Session> Workbench::session()
{
    return std::make_unique<Session>(profile, secrets, profiles, sharing, connector, [this] { return random; });
}

std::unique_ptr<Session> Workbench::activeSession()
{
    storeToken(apiToken);
    auto active = session();
    active->start();
    return waitForState(*active, Session::State::Active) ? std::move(active) : nullptr;
}

bool Workbench::waitForState(const Session &session, Session::State state)
{
    return QTest::qWaitFor([&session, state] { return session.state() == state; }, patienceMs);
}

bool Workbench::waitForRequests(qsizetype count) const
{
    return QTest::qWaitFor([this, count] { return server.requests().size() >= count; }, patienceMs);
}

void Workbench::settle()
{
    for (int i = 0; i < 10; ++i) {
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

bool Workbench::leaveAccessToken(const QString &token)
{
    const QDateTime expiresAt = clock.now().addSecs(3600);
    const AccessTokenInfo info{.accessToken = token,
        .expiresAtRfc3339 = expiresAt.toString(Qt::ISODate),
        .tokenType = u"Bearer"_s,
        .organizationId = {},
        .userId = {},
        .refreshToken = {},
        .expiresAt = expiresAt,
        .obtainedAt = clock.now()};
    return succeeds(sharing.cache().write(profile, info));
}

QString Workbench::sentToken() const
{
    if (server.requests().isEmpty())
        return {};
    const QJsonDocument body = QJsonDocument::fromJson(server.requests().last().body);
    return body.object().value("refresh_token"_L1).toString();
}

} // namespace QciAuth
