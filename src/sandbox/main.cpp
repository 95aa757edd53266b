// SPDX-License-Identifier: Apache-2.0
#include "hardening.h"
#include "randombytes.h"
#include "sandboxoptions.h"
#include "sandboxserver.h"

#include <QCoreApplication>
#include <QFile>
#include <QLoggingCategory>

#include <array>
#include <cstdio>
#include <thread>

namespace {

using namespace QciAuth;

QLoggingCategory::CategoryFilter defaultLogFilter = nullptr;

// Qt's server can be told by environment to log whole requests, Authorization included.
void filterLog(QLoggingCategory *category)
{
    defaultLogFilter(category);
    if (QByteArrayView(category->categoryName()).startsWith("qt.httpserver")) {
        category->setEnabled(QtDebugMsg, false);
        category->setEnabled(QtInfoMsg, false);
    }
}

void print(std::FILE *stream, const QString &text)
{
    std::fputs(text.toLocal8Bit().constData(), stream);
    std::fflush(stream);
}

// A thread, because no event loop can wait for a pipe, a file and a terminal alike on all systems. It is the only one
// that ends the application, so the application is there when it does.
void quitWhenStdinCloses(QCoreApplication &application)
{
    std::thread([&application] {
        QFile input;
        if (input.open(0, QIODevice::ReadOnly | QIODevice::Unbuffered)) {
            std::array<char, 256> ignored{};
            while (input.read(ignored.data(), ignored.size()) > 0) {
            }
        }
        QMetaObject::invokeMethod(&application, &QCoreApplication::quit, Qt::QueuedConnection);
    }).detach();
}

} // namespace

int main(int argc, char *argv[])
{
    hardenProcess();
    defaultLogFilter = QLoggingCategory::installFilter(filterLog);
    QCoreApplication application(argc, argv);

    const auto parsed = SandboxOptions::parse(QCoreApplication::arguments());
    if (const auto *const exit = std::get_if<SandboxExit>(&parsed)) {
        print(exit->code == 0 ? stdout : stderr, exit->code == 0 ? exit->text : exit->text + u'\n');
        return exit->code;
    }
    const SandboxOptions options = *std::get_if<SandboxOptions>(&parsed);

    constexpr qsizetype tokenSize = 16;
    const QByteArray madeUpToken = options.tokens.isEmpty() ? randomBytes(tokenSize).toHex() : QByteArray();
    SandboxService service(madeUpToken.isEmpty() ? options.tokens : QSet{madeUpToken}, options.lifetime,
        &QDateTime::currentDateTimeUtc, &randomBytes);
    SandboxServer server(std::move(service), {.latency = options.latency});
    if (!server.listen(options.port)) {
        print(stderr, server.errorText() + u'\n');
        return 1;
    }

    print(stdout, QStringLiteral("listening on http://127.0.0.1:%1/\n").arg(server.port()));
    if (!madeUpToken.isEmpty()) {
        print(stdout, QStringLiteral("API token: %1\n").arg(QLatin1String(madeUpToken)));
    }
    if (options.untilStdinCloses) {
        quitWhenStdinCloses(application);
    }
    return QCoreApplication::exec();
}
