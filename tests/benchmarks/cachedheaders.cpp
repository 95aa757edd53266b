// SPDX-License-Identifier: Apache-2.0
// What a caller of the library pays for the headers while the access token is valid: prints nanoseconds a call.
//
// Usage: cachedheaders CALLS future|plain|bare, with QCI_API_URL and QCI_TOKEN in the environment
//
// `future` is headers(), `plain` is cachedHeaders(), and `bare` is a future that brings a finished list: what Qt takes
// of the first.
#include "authclient.h"
#include "clock.h"
#include "readyfuture.h"

#include <QCoreApplication>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string_view>

using namespace QciAuth;

namespace {

// As a caller in a hurry has it: the future is finished already.
QByteArray authorizationOf(const QFuture<HeaderList> &headers)
{
    return headers.isFinished() ? headers.result().constLast().second : QByteArray();
}

template<typename Ask>
int measure(long calls, const QByteArray &expected, const Ask &ask)
{
    const auto begin = std::chrono::steady_clock::now();
    for (long i = 0; i < calls; ++i) {
        if (ask() != expected)
            return EXIT_FAILURE;
    }
    const std::chrono::duration<double, std::nano> took = std::chrono::steady_clock::now() - begin;
    std::printf("%.2f\n", took.count() / static_cast<double>(calls));
    return EXIT_SUCCESS;
}

int measure(AuthClient &client, long calls, std::string_view way)
{
    const QByteArray expected = client.cachedAccessTokenInfo()->authorization();
    if (way == "future")
        return measure(calls, expected, [&client] { return authorizationOf(client.headers()); });
    if (way == "plain")
        return measure(calls, expected, [&client] { return client.cachedHeaders()->constLast().second; });
    const HeaderList list = *client.cachedHeaders();
    return measure(calls, expected, [&list] { return authorizationOf(readyFuture(HeaderList(list))); });
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const long calls = argc == 3 ? std::atol(argv[1]) : 0;
    if (calls <= 0) {
        std::fputs("Usage: cachedheaders CALLS future|plain|bare\n", stderr);
        return EXIT_FAILURE;
    }
    const SystemClock clock;
    AuthClientConfig config; // URL and token from the environment
    config.timeout = std::chrono::seconds(30);
    AuthClient client(config, clock, &makeAccessManager);
    client.accessTokenInfo()
        .then([&](const AccessTokenInfo &) { QCoreApplication::exit(measure(client, calls, argv[2])); })
        .onFailed([](const AuthError &error) {
            std::fprintf(stderr, "cachedheaders: %s\n", error.what());
            QCoreApplication::exit(EXIT_FAILURE);
        });
    return QCoreApplication::exec();
}
