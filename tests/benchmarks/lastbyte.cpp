// SPDX-License-Identifier: Apache-2.0
// How soon a warm program knows the new access token: from when the server sends the answer, in one piece with its last
// byte, to the signal and to the caller's answer. Prints both in microseconds, a line for each exchange.
//
// Usage: lastbyte EXCHANGES
//
// The server is a thread of this program: both ends have the same clock, and it does nothing but this.
#include "authclient.h"
#include "clock.h"

#include <QCoreApplication>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <thread>

using namespace QciAuth;

namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr int warmUpExchanges = 20;
constexpr std::size_t tokenLength = 750; // like those of the sandbox

// Answers one exchange after the other, a connection each, and notes when.
class Server
{
public:
    Server()
        : m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto *generic = reinterpret_cast<sockaddr *>(&address);
        if (::bind(m_listener, generic, size) != 0 || ::listen(m_listener, 8) != 0 ||
            ::getsockname(m_listener, generic, &size) != 0)
            throw std::runtime_error("no port can be had");
        m_port = ntohs(address.sin_port);
        m_thread = std::thread([this] { serve(); });
    }

    ~Server()
    {
        ::shutdown(m_listener, SHUT_RDWR);
        m_thread.join();
        ::close(m_listener);
    }

    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;

    int port() const { return m_port; }
    // Before the call that sends it: what that takes counts as the client's time.
    SteadyClock::time_point answeredAt() const { return SteadyClock::time_point(SteadyClock::duration(m_answeredAt)); }

private:
    void serve()
    {
        for (int client = 0; (client = ::accept(m_listener, nullptr, nullptr)) >= 0; ::close(client)) {
            if (!readRequest(client))
                continue;
            const std::string answer = makeAnswer();
            m_answeredAt = SteadyClock::now().time_since_epoch().count();
            ::send(client, answer.data(), answer.size(), MSG_NOSIGNAL);
            char rest = 0;
            while (::recv(client, &rest, 1, 0) > 0) // the client closes, as it said
                continue;
        }
    }

    // The body is an object in one line, without braces inside.
    static bool readRequest(int client)
    {
        std::string received;
        char piece[4096];
        while (!received.ends_with('}')) {
            const ssize_t count = ::recv(client, piece, sizeof piece, 0);
            if (count <= 0)
                return false;
            received.append(piece, static_cast<std::size_t>(count));
        }
        return true;
    }

    // A new token each time; no secret, and of no use anywhere.
    std::string makeAnswer()
    {
        std::string token = std::to_string(++m_count);
        token.resize(tokenLength, 'x');
        const QByteArray expiry =
            QDateTime::currentDateTimeUtc().addSecs(3600).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss'Z'")).toLatin1();
        const std::string body = R"({"access_token":")" + token + R"(","expires_at_rfc3339":")" + expiry.toStdString() +
                                 R"(","token_type":"Bearer","organization_id":"o","user_id":"u"})";
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: " +
               std::to_string(body.size()) + "\r\n\r\n" + body;
    }

    int m_listener;
    int m_port = 0;
    int m_count = 0;
    std::atomic<SteadyClock::rep> m_answeredAt{0};
    std::thread m_thread;
};

class Run
{
public:
    Run(const Server &server, int exchanges)
        : m_server(server)
        , m_left(exchanges + warmUpExchanges)
        , m_exchanges(exchanges)
        , m_client(configuration(server), m_clock, &makeAccessManager)
    {
        QObject::connect(&m_client, &AuthClient::accessTokenRefreshed, &m_client, [this] {
            const double signalled = microseconds();
            if (m_left-- <= m_exchanges)
                std::printf("%.1f %.1f\n", signalled, m_answered);
            if (m_left == 0)
                QCoreApplication::quit();
            else
                QMetaObject::invokeMethod(
                    &m_client, [this] { exchange(); }, Qt::QueuedConnection);
        });
        QObject::connect(&m_client, &AuthClient::refreshFailed, &m_client, [](const AuthError &error) {
            std::fprintf(stderr, "lastbyte: %s\n", error.what());
            QCoreApplication::exit(EXIT_FAILURE);
        });
    }

    void exchange()
    {
        m_client.postAccessTokens().then([this](const AccessTokenInfo &) { m_answered = microseconds(); });
    }

private:
    static AuthClientConfig configuration(const Server &server)
    {
        AuthClientConfig config;
        config.url = QStringLiteral("http://127.0.0.1:%1/").arg(server.port());
        config.apiToken = QStringLiteral("worth-nothing");
        config.timeout = std::chrono::seconds(30);
        return config;
    }

    double microseconds() const
    {
        return std::chrono::duration<double, std::micro>(SteadyClock::now() - m_server.answeredAt()).count();
    }

    const Server &m_server;
    int m_left;
    const int m_exchanges;
    double m_answered = 0;
    SystemClock m_clock;
    AuthClient m_client;
};

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const int exchanges = argc == 2 ? std::atoi(argv[1]) : 0;
    if (exchanges <= 0) {
        std::fputs("Usage: lastbyte EXCHANGES\n", stderr);
        return EXIT_FAILURE;
    }
    const Server server;
    Run run(server, exchanges);
    run.exchange();
    return QCoreApplication::exec();
}
