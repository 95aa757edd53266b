// SPDX-License-Identifier: Apache-2.0
// What the library does for every caller, as pieces of counted work.
#include "accesstokeninfo.h"
#include "agent.h"
#include "agentclient.h"
#include "agentconnection.h"
#include "agentserver.h"
#include "answer.h"
#include "authclient.h"
#include "countedwork.h"
#include "errortext.h"
#include "fakenetwork.h"
#include "futures.h"
#include "pastedcredentials.h"
#include "redactor.h"
#include "sessions.h"
#include "workbench.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>

#include <array>
#include <cstdio>
#include <cstring>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace QciAuth;
using namespace Qt::StringLiterals;

namespace {

constexpr int times = 20;

// Made up as the program runs, but always alike: how much work a token is depends on its characters.
QString token(const QByteArray &name, int length)
{
    QByteArray text;
    while (text.size() < length)
        text += QCryptographicHash::hash(name + QByteArray::number(text.size()), QCryptographicHash::Sha256).toHex();
    return QString::fromLatin1(text.first(length));
}

void turn()
{
    QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

QString accessToken()
{
    return token("header", 36) + u'.' + token("payload", 400) + u'.' + token("signature", 342);
}

void require(bool isDone, const char *what)
{
    if (!isDone)
        qFatal("%s", what);
}

void countParsing()
{
    const QDateTime now = FakeClock().now();
    const Answer answer{.url = QUrl(u"https://api.qci-prod.com/auth/v1/access-tokens/"_s),
        .status = 200,
        .reason = u"OK"_s,
        .body = QJsonDocument(exchangeObject(accessToken(), now.addSecs(3600))).toJson(),
        .date = now,
        .retryAfter = {},
        .redirectTarget = {}};
    CountedWork::count("answer_parsed", times, [&] { AccessTokenInfo::fromJson(answer.object(now), now); });
    const QString pasted = u"export QCI_TOKEN=\""_s + token("api token", 32) + u"\"\n"_s;
    CountedWork::count("pasted_token_read", times, [&] { PastedCredentials::fromText(pasted); });
    const QString toCheck = accessToken();
    CountedWork::count("token_checked", times, [&] { require(isWellFormedToken(toCheck), "no token"); });
}

void countHeaders()
{
    const FakeClock clock;
    FakeNetwork network;
    network.setAnswer({.status = 200,
        .headers = {{"Content-Type", "application/json"}},
        .body = QJsonDocument(exchangeObject(accessToken(), clock.now().addSecs(3600))).toJson()});
    AuthClient client({.url = u"https://api.qci-prod.com"_s,
                          .apiToken = token("api token", 32),
                          .timeout = std::chrono::seconds(20),
                          .caCertificateFiles = {}},
        clock, network.accessManagers());
    require(succeeds(client.headers()), "no headers");
    CountedWork::count("headers_built", times, [&] { client.headersWithoutAuthorization(); });
    CountedWork::count("headers_cached", times, [&] { require(client.headers().isFinished(), "not cached"); });
}

void countTexts()
{
    const Redactor redactor({token("api token", 32), accessToken()});
    const QString harmless = u"qciauth.http: api.qci-prod.com status 200 network error QNetworkReply::NoError; the "
                             "session 'default' is active and is refreshed in 49 min 12 s"_s;
    const QString harmful = harmless + u" Authorization: Bearer "_s + accessToken();
    CountedWork::count("log_line_redacted", times, [&] { redactor.redact(harmless); });
    CountedWork::count("log_line_with_token_redacted", times, [&] { redactor.redact(harmful); });
    const QUrl url(u"https://api.qci-prod.com/"_s);
    const AuthError error(AuthError::Kind::Transient, AuthError::Cause::HttpStatus,
        u"503 Server Error: Service Unavailable for url: https://api.qci-prod.com/auth/v1/access-tokens/"_s, 503);
    CountedWork::count("error_text", times, [&] { errorText(error, url, TextLanguage::English); });
}

// One that connects, asks for a token and goes, as qci-auth does.
void askOnce(const QByteArray &path, const AgentServer &server)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    require(path.size() < static_cast<qsizetype>(sizeof address.sun_path), "the path of the socket is too long");
    std::memcpy(address.sun_path, path.constData(), static_cast<std::size_t>(path.size()));
    const QByteArray request("{\"version\":1,\"verb\":\"token\"}\n");
    std::array<char, 4096> answer{};
    const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    require(::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0, "no connection");
    require(::send(socket, request.constData(), static_cast<std::size_t>(request.size()), 0) == request.size(),
        "nothing sent");
    ssize_t count = -1;
    while ((count = ::recv(socket, answer.data(), answer.size(), MSG_DONTWAIT)) < 0)
        QCoreApplication::processEvents();
    require(count > 0, "no answer");
    ::close(socket);
    while (server.findChild<AgentConnection *>())
        turn();
}

void countAgent()
{
    Workbench bench;
    bench.apiToken = token("api token", 32);
    bench.server.setHandler([&bench](const WireRequest &, QTcpSocket &socket) {
        LoopbackServer::answer(socket, exchangeAnswer(accessToken(), bench.clock.now().addSecs(3600)));
    });
    bench.storeToken(bench.apiToken);
    Sessions sessions(bench.secrets, bench.profiles, bench.sharing, bench.connector, [] { return 0.5; });
    require(Workbench::waitForState(sessions.session(bench.profile.name), Session::State::Active), "no session");
    Workbench::settle();
    Agent agent(sessions, bench.profiles);
    const QJsonObject request{{u"version"_s, 1}, {u"verb"_s, u"token"_s}, {u"profile"_s, bench.profile.name}};
    CountedWork::count("agent_answered", times, [&] {
        const auto answer = agent.answer(request);
        require(answer.isFinished(), "no answer at once");
    });
    const QJsonObject requestForNone{{u"version"_s, 1}, {u"verb"_s, u"token"_s}};
    CountedWork::count("agent_answered_default", times,
        [&] { require(agent.answer(requestForNone).isFinished(), "no answer at once"); });
    const AgentServer::Handler handler = [&agent](const QJsonObject &asked) { return agent.answer(asked); };
    AgentServer server(bench.folder.path(), handler);
    require(server.listen() == AgentServer::Outcome::Listening, "no socket");
    const QByteArray path = QFile::encodeName(AgentClient::socketPath(bench.folder.path()));
    CountedWork::count("agent_answered_client", times, [&] { askOnce(path, server); });
    CountedWork::count(
        "profile_read", times, [&] { require(bench.profiles.profile(u"default"_s).has_value(), "none"); });
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    countParsing();
    countHeaders();
    countTexts();
    countAgent();
    return 0;
}
