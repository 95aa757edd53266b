// SPDX-License-Identifier: Apache-2.0
// Many callers in one program want the headers before there is a token: prints how many different headers they got.
//
// Usage: manycallers CALLERS, with QCI_API_URL and QCI_TOKEN in the environment
#include "authclient.h"
#include "clock.h"

#include <QCoreApplication>
#include <QSet>

#include <cstdio>
#include <cstdlib>

using namespace QciAuth;

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const long callers = argc == 2 ? std::atol(argv[1]) : 0;
    if (callers <= 0) {
        std::fputs("Usage: manycallers CALLERS\n", stderr);
        return EXIT_FAILURE;
    }
    const SystemClock clock;
    AuthClientConfig config; // URL and token from the environment
    config.timeout = std::chrono::seconds(30);
    AuthClient client(config, clock, &makeAccessManager);
    long answered = 0;
    QSet<QByteArray> different;
    for (long i = 0; i < callers; ++i) {
        client.headers()
            .then([&](const HeaderList &headers) {
                different.insert(headers.constLast().second);
                if (++answered == callers)
                    QCoreApplication::quit();
            })
            .onFailed([](const AuthError &error) {
                std::fprintf(stderr, "manycallers: %s\n", error.what());
                QCoreApplication::exit(EXIT_FAILURE);
            });
    }
    const int code = QCoreApplication::exec();
    std::printf("%lld\n", static_cast<long long>(different.size()));
    return code;
}
