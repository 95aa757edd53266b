// SPDX-License-Identifier: Apache-2.0
#include "agent.h"
#include "agentconnection.h"
#include "connector.h"
#include "fakeclock.h"
#include "fakenetwork.h"
#include "fuzzinput.h"
#include "fuzztargets.h"
#include "memorysecretstore.h"
#include "profilestore.h"
#include "promise.h"
#include "sessions.h"
#include "sharedexchange.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QPointer>
#include <QTemporaryDir>

#include <array>

#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

// More than any case needs, and an end for one that never rests.
constexpr int turns = 50;

/// A running window without a window: somebody is logged in as `default`, and the service has good days.
class Window
{
public:
    Window()
        : m_profiles(folder())
        , m_sharing(m_secrets, m_clock, QString())
        , m_connector(m_clock, m_network.accessManagers())
        , m_sessions(m_secrets, m_profiles, m_sharing, m_connector, [] { return 0.5; })
        , m_agent(m_sessions, m_profiles)
    {
        m_network.setAnswer(goodAnswer());
        Profile profile;
        profile.name = u"default"_s;
        m_secrets.write(profile.refreshTokenKey(), QString::fromLatin1(FuzzInput::token()));
    }

    QFuture<QByteArray> answer(const QJsonObject &request) { return m_agent.answer(request); }

private:
    // Made once: no request changes a profile.
    static QString folder()
    {
        static const QTemporaryDir made;
        static const bool isFilled = [] {
            Profile profile;
            profile.name = u"default"_s;
            profile.url = u"https://api.example/"_s;
            return !ProfileStore(made.path()).save(profile);
        }();
        promise(isFilled, "there is room");
        return made.path();
    }

    static FakeAnswer goodAnswer()
    {
        FakeAnswer answer;
        answer.status = 200;
        answer.body = R"({"access_token":"fake.access.token","expires_at_rfc3339":"2126-01-01T00:00:00Z",)"
                      R"("token_type":"Bearer","organization_id":"org-1","user_id":"user-1"})";
        return answer;
    }

    FakeClock m_clock;
    FakeNetwork m_network;
    MemorySecretStore m_secrets;
    ProfileStore m_profiles;
    SharedExchange m_sharing;
    Connector m_connector;
    Sessions m_sessions;
    Agent m_agent;
};

void turn()
{
    QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

QByteArray received(int socket)
{
    QByteArray all;
    std::array<char, 4096> piece = {};
    for (ssize_t count = 0; (count = ::recv(socket, piece.data(), piece.size(), MSG_DONTWAIT)) > 0;)
        all.append(piece.data(), count);
    return all;
}

void checkAnswers(const QByteArray &answers)
{
    promise(answers.isEmpty() || answers.endsWith('\n'), "every answer is a whole line");
    const QList<QByteArray> lines = answers.chopped(answers.isEmpty() ? 0 : 1).split('\n');
    for (const QByteArray &line : lines) {
        if (answers.isEmpty())
            break;
        const QJsonDocument document = QJsonDocument::fromJson(line);
        promise(document.isObject() && document["version"_L1].toInt() == 1, "every answer is an object of version 1");
        promise(!FuzzInput::isTokenIn(QString::fromUtf8(line)), "no answer holds the API token");
        const QString text = document["error"_L1]["text"_L1].toString();
        promise(!FuzzInput::isTokenIn(text), "no error holds the API token");
        const QJsonValue token = document["access_token"_L1];
        promise(token.isUndefined() || token.toString() == u"fake.access.token", "a token is the service's");
    }
}

} // namespace

// What a client sends to the running window, whole or in two parts.
void fuzzAgentRequest(const QByteArray &input)
{
    std::array<int, 2> ends = {};
    promise(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) == 0, "a socket can be made");
    Window window;
    const QPointer<AgentConnection> connection(new AgentConnection(
        ends[1], [&window](const QJsonObject &request) { return window.answer(request); }, std::chrono::seconds(5),
        nullptr));
    QByteArray answers;
    const qsizetype half = input.size() / 2;
    for (const QByteArray &part : {input.first(half), input.sliced(half)}) {
        // A client that is turned away cannot send on.
        [[maybe_unused]] const ssize_t sent =
            ::send(ends[0], part.constData(), static_cast<size_t>(part.size()), MSG_DONTWAIT | MSG_NOSIGNAL);
        for (int i = 0, quiet = 0; i < turns && quiet < 3 && connection; ++i) {
            turn();
            const QByteArray more = received(ends[0]);
            quiet = more.isEmpty() ? quiet + 1 : 0;
            answers += more;
        }
    }
    ::shutdown(ends[0], SHUT_WR);
    for (int i = 0; i < turns && connection; ++i) {
        turn();
        answers += received(ends[0]);
    }
    promise(!connection, "a connection ends with its client");
    answers += received(ends[0]);
    ::close(ends[0]);
    turn();
    checkAnswers(answers);
}

} // namespace QciAuth
