// SPDX-License-Identifier: Apache-2.0
#include "soakserver.h"

#include "faultserver.h"
#include "httpanswers.h"
#include "soakfaults.h"
#include "testauthority.h"
#include "testtokens.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonObject>
#include <QSocketNotifier>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

FaultScript scriptFor(const QByteArray &order)
{
    const QByteArrayList words = order.trimmed().split(' ');
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(words.value(0).toLongLong()).toUTC();
    if (const QByteArray fault = words.value(1); fault != "-")
        return soakFaults(now).at(fault.toInt()).script;
    QJsonObject good = exchangeObject(TestTokens::accessToken(), now.addSecs(3600));
    if (const QByteArray rotated = words.value(2); rotated != "-")
        good.insert(u"refresh_token"_s, QString::fromLatin1(rotated));
    return {.answer = jsonAnswer("200 OK", good, {{"Date", httpDate(now)}})};
}

void say(const QByteArray &line)
{
    std::fputs(line.constData(), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
}

} // namespace

int runSoakServer(const QString &folder, bool withTls)
{
    TestAuthority authority(folder);
    if (!authority.isValid())
        return 1;
    FaultServer server(withTls ? std::optional(authority.serverConfiguration({})) : std::nullopt);
    QFile orders;
    if (!orders.open(0, QIODevice::ReadOnly | QIODevice::Unbuffered))
        return 1;
    const QSocketNotifier notifier(0, QSocketNotifier::Read);
    QObject::connect(&notifier, &QSocketNotifier::activated, &server, [&orders, &server] {
        const QByteArray order = orders.readLine();
        if (order.isEmpty())
            return QCoreApplication::quit();
        server.setScripts({scriptFor(order)});
        say("ready");
    });
    say(server.url().toEncoded());
    say(authority.rootFile().toUtf8());
    return QCoreApplication::exec();
}

} // namespace QciAuth
