// SPDX-License-Identifier: Apache-2.0
// Many clients ask an agent for a token, each again as soon as it is answered, and a line of JSON tells how long the
// answers took.
//
// Usage: agentload SOCKET CLIENTS REQUESTS stay|reconnect
//
// With `stay` a client asks all its questions on one connection; with `reconnect` it makes a new one for each, as
// qci-auth does. The time of a question begins before its connection is made. Nothing of the project is in here, so
// that it is measured from outside; and one thread plays all clients, so that they do not fight over the processor.
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;
using Microseconds = std::chrono::duration<double, std::micro>;

constexpr std::chrono::seconds patience{60};
constexpr std::string_view request = "{\"version\":1,\"verb\":\"token\"}\n";

class Client
{
public:
    Client(const sockaddr_un &address, bool stays)
        : m_address(address)
        , m_stays(stays)
    {
    }

    ~Client() { close(); }
    Client(const Client &) = delete;
    Client &operator=(const Client &) = delete;

    int socket() const { return m_socket; }

    // False where the agent cannot be reached or does not take the question.
    bool ask()
    {
        m_askedAt = Clock::now();
        m_received.clear();
        if (m_socket < 0) {
            m_socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
            if (::connect(m_socket, reinterpret_cast<const sockaddr *>(&m_address), sizeof m_address) != 0)
                return false;
        }
        return ::send(m_socket, request.data(), request.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(request.size());
    }

    enum class Progress { Waiting, Answered, Failed };

    // To be called when there is something to read.
    Progress read()
    {
        char piece[4096];
        const ssize_t count = ::recv(m_socket, piece, sizeof piece, MSG_DONTWAIT);
        if (count < 0 && (errno == EAGAIN || errno == EINTR))
            return Progress::Waiting;
        if (count <= 0)
            return Progress::Failed;
        m_received.append(piece, static_cast<std::size_t>(count));
        for (std::size_t end = 0; (end = m_received.find('\n')) != std::string::npos; m_received.erase(0, end + 1)) {
            const std::string_view line(m_received.data(), end);
            if (line.find("\"pending\":true") != std::string_view::npos)
                continue;
            m_took = Clock::now() - m_askedAt;
            const bool isToken = line.find("\"access_token\":\"") != std::string_view::npos;
            if (!m_stays || !isToken)
                close();
            return isToken ? Progress::Answered : Progress::Failed;
        }
        return Progress::Waiting;
    }

    // What the last answer took.
    double microseconds() const { return Microseconds(m_took).count(); }

    void close()
    {
        if (m_socket >= 0)
            ::close(m_socket);
        m_socket = -1;
    }

private:
    const sockaddr_un &m_address;
    bool m_stays;
    int m_socket = -1;
    Clock::time_point m_askedAt;
    Clock::duration m_took{};
    std::string m_received;
};

sockaddr_un addressOf(const std::string &path)
{
    sockaddr_un address{};
    if (path.size() >= sizeof address.sun_path)
        throw std::runtime_error("the path of the socket is too long");
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path.c_str(), path.size());
    return address;
}

class Load
{
public:
    Load(const std::string &path, std::size_t clients, std::size_t requests, bool stays)
        : m_address(addressOf(path))
        , m_left(requests)
    {
        for (std::size_t i = 0; i < clients; ++i)
            m_clients.push_back(std::make_unique<Client>(m_address, stays));
        m_took.reserve(requests);
    }

    void run()
    {
        const auto begin = Clock::now();
        for (const auto &client : m_clients)
            askNext(*client);
        while (isUnderWay()) {
            waitForAnswers();
            if (Clock::now() - begin > patience)
                throw std::runtime_error("the agent did not answer in time");
        }
        m_seconds = std::chrono::duration<double>(Clock::now() - begin).count();
    }

    void print()
    {
        std::sort(m_took.begin(), m_took.end());
        std::cout << "{\"answers\": " << m_took.size() << ", \"failures\": " << m_failures
                  << ", \"seconds\": " << m_seconds << ", \"median_us\": " << percentile(0.5)
                  << ", \"low_us\": " << percentile(0.25) << ", \"high_us\": " << percentile(0.75)
                  << ", \"p99_us\": " << percentile(0.99) << ", \"most_us\": " << percentile(1) << "}\n";
    }

private:
    double percentile(double share) const
    {
        if (m_took.empty())
            return 0;
        const auto index = static_cast<std::size_t>(share * static_cast<double>(m_took.size()));
        return m_took[std::min(index, m_took.size() - 1)];
    }

    bool isUnderWay() const
    {
        return std::any_of(
            m_clients.begin(), m_clients.end(), [](const auto &client) { return client->socket() >= 0; });
    }

    // One that fails is counted, and does not go on with that question.
    void askNext(Client &client)
    {
        while (m_left > 0) {
            --m_left;
            if (client.ask())
                return;
            ++m_failures;
            client.close();
        }
        client.close();
    }

    void waitForAnswers()
    {
        std::vector<pollfd> watched;
        std::vector<Client *> watchedClients;
        for (const auto &client : m_clients) {
            if (client->socket() < 0)
                continue;
            watched.push_back({client->socket(), POLLIN, 0});
            watchedClients.push_back(client.get());
        }
        if (::poll(watched.data(), watched.size(), static_cast<int>(std::chrono::milliseconds(patience).count())) <= 0)
            return;
        for (std::size_t i = 0; i < watched.size(); ++i) {
            if (watched[i].revents != 0)
                take(*watchedClients[i]);
        }
    }

    void take(Client &client)
    {
        switch (client.read()) {
        case Client::Progress::Waiting:
            return;
        case Client::Progress::Answered:
            m_took.push_back(client.microseconds());
            break;
        case Client::Progress::Failed:
            ++m_failures;
            client.close();
            break;
        }
        askNext(client);
    }

    sockaddr_un m_address;
    std::vector<std::unique_ptr<Client>> m_clients;
    std::vector<double> m_took;
    std::size_t m_left;
    std::size_t m_failures = 0;
    double m_seconds = 0;
};

} // namespace

int main(int argc, char *argv[])
{
    const std::string_view mode = argc == 5 ? argv[4] : "";
    if (mode != "stay" && mode != "reconnect") {
        std::cerr << "Usage: agentload SOCKET CLIENTS REQUESTS stay|reconnect\n";
        return EXIT_FAILURE;
    }
    try {
        Load load(argv[1], std::stoul(argv[2]), std::stoul(argv[3]), mode == "stay");
        load.run();
        load.print();
    } catch (const std::exception &error) {
        std::cerr << "agentload: " << error.what() << '\n';
        return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}
