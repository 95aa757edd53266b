// SPDX-License-Identifier: Apache-2.0
#include "secretservice.h"

#include "readyfuture.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusVariant>
#include <QLibrary>
#include <QMap>
#include <QPromise>

#include <memory>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

constexpr int busTimeoutMilliseconds = 5000;
constexpr auto secretsName = "org.freedesktop.secrets"_L1;

// The answer to `call`; an error message where there is no bus or no answer.
QFuture<QDBusMessage> ask(const QDBusMessage &call)
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return readyFuture(QDBusMessage::createError(QDBusError::Disconnected, u"no session bus"_s));
    auto promise = std::make_shared<QPromise<QDBusMessage>>();
    promise->start();
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call, busTimeoutMilliseconds));
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, watcher, [promise, watcher] {
        promise->addResult(watcher->reply());
        promise->finish();
        watcher->deleteLater();
    });
    return promise->future();
}

QDBusMessage searchItems(const QString &service, const QString &key)
{
    QDBusMessage call = QDBusMessage::createMethodCall(
        secretsName, u"/org/freedesktop/secrets"_s, u"org.freedesktop.Secret.Service"_s, u"SearchItems"_s);
    const QMap<QString, QString> attributes{{u"server"_s, service}, {u"user"_s, key}};
    QDBusArgument argument;
    argument.beginMap(QMetaType::fromType<QString>(), QMetaType::fromType<QString>());
    for (const auto &[name, value] : attributes.asKeyValueRange()) {
        argument.beginMapEntry();
        argument << name << value;
        argument.endMapEntry();
    }
    argument.endMap();
    call << QVariant::fromValue(argument);
    return call;
}

QDBusMessage lockedProperty()
{
    QDBusMessage call = QDBusMessage::createMethodCall(
        secretsName, u"/org/freedesktop/secrets/aliases/default"_s, u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    call << u"org.freedesktop.Secret.Collection"_s << u"Locked"_s;
    return call;
}

bool isReply(const QDBusMessage &answer, qsizetype arguments)
{
    return answer.type() == QDBusMessage::ReplyMessage && answer.arguments().size() >= arguments;
}

QDBusMessage busCall(const QString &method)
{
    return QDBusMessage::createMethodCall(
        u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s, u"org.freedesktop.DBus"_s, method);
}

// The keychain among the bus names that were answered; empty where there is none.
QString knownProvider(const QDBusMessage &answer)
{
    if (!isReply(answer, 1))
        return {};
    const QStringList names = answer.arguments().at(0).toStringList();
    if (names.contains("org.gnome.keyring"_L1))
        return u"GNOME Keyring"_s;
    if (names.contains("org.keepassxc.KeePassXC.MainWindow"_L1) && names.contains(secretsName))
        return u"KeePassXC"_s;
    if (names.contains("org.kde.kwalletd5"_L1) || names.contains("org.kde.kwalletd6"_L1))
        return u"KDE Wallet"_s;
    return names.contains(secretsName) ? u"Secret Service"_s : QString();
}

} // namespace

QFuture<SecretService::Status> SecretService::status(const QString &service, const QString &key)
{
    // Both at once: it is the way there and back that takes the time.
    const QFuture<QDBusMessage> lockedAnswer = ask(lockedProperty());
    return ask(searchItems(service, key))
        .then([lockedAnswer](const QDBusMessage &found) {
            Status status;
            status.answers = isReply(found, 2);
            status.timedOut = found.errorName() == QDBusError::errorString(QDBusError::NoReply);
            if (status.answers)
                status.itemLocked = !qdbus_cast<QList<QDBusObjectPath>>(found.arguments().at(1)).isEmpty();
            // In any case: an answer that comes while the program ends is complained about on stderr.
            return QFuture(lockedAnswer).then([status](const QDBusMessage &property) {
                Status complete = status;
                complete.hasCollection = isReply(property, 1);
                complete.collectionLocked =
                    isReply(property, 1) && property.arguments().at(0).value<QDBusVariant>().variant().toBool();
                return complete;
            });
        })
        .unwrap();
}

QFuture<QString> SecretService::providerName()
{
    return ask(busCall(u"ListNames"_s))
        .then([](const QDBusMessage &running) {
            if (const QString name = knownProvider(running); !name.isEmpty())
                return readyFuture(name);
            // One that starts when it is first asked is a keychain, too.
            return ask(busCall(u"ListActivatableNames"_s)).then(&knownProvider);
        })
        .unwrap();
}

// QtKeychain speaks to the service by libsecret, which it loads under this name and has no way to speak to itself.
void SecretService::forgetConnection()
{
    QLibrary libsecret(u"secret-1"_s, 0);
    if (const auto disconnect = reinterpret_cast<void (*)()>(libsecret.resolve("secret_service_disconnect")))
        disconnect();
}

} // namespace QciAuth
