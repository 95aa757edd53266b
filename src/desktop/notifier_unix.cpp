// SPDX-License-Identifier: Apache-2.0
// clazy:excludeall=connect-not-normalized
#include "notifier.h"

#include "programtitle.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QGuiApplication>
#include <QVariantMap>

#include <utility>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

const QString &service()
{
    static const QString name = u"org.freedesktop.Notifications"_s;
    return name;
}

const QString &path()
{
    static const QString name = u"/org/freedesktop/Notifications"_s;
    return name;
}

// The action of a click on the whole notification, by the specification.
const QString &defaultAction()
{
    static const QString key = u"default"_s;
    return key;
}

QDBusMessage call(const QString &method)
{
    return QDBusMessage::createMethodCall(service(), path(), service(), method);
}

uchar urgency(const Notification &notification)
{
    return notification.isUrgent ? 2 : 1;
}

} // namespace

Notifier::Notifier(QObject *parent)
    : QObject(parent)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    // clang-format writes the spaces, which cost a look-up a start.
    bus.connect(service(), path(), service(), u"ActionInvoked"_s, this, SLOT(actionInvoked(uint, QString)));
    bus.connect(service(), path(), service(), u"ActivationToken"_s, this, SLOT(activationTokenGiven(uint, QString)));
    bus.connect(service(), path(), service(), u"NotificationClosed"_s, this, SLOT(closed(uint, uint)));
    auto *watcher = new QDBusServiceWatcher(service(), bus, QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(watcher, &QDBusServiceWatcher::serviceOwnerChanged, this, &Notifier::forget);
}

void Notifier::show(const Notification &notification)
{
    if (!QDBusConnection::sessionBus().isConnected()) {
        emit unavailable(notification);
        return;
    }
    m_waiting.removeIf([&](const Notification &other) { return other.subject == notification.subject; });
    m_withdrawn.remove(notification.subject);
    m_waiting.append(notification);
    if (m_capabilities)
        sendWaiting();
    else if (!m_isAsking)
        askForCapabilities();
}

void Notifier::withdraw(const QString &subject)
{
    m_waiting.removeIf([&](const Notification &notification) { return notification.subject == subject; });
    if (m_onTheirWay.contains(subject)) {
        m_withdrawn.insert(subject); // it has no number yet
    } else if (const uint id = m_ids.take(subject)) {
        m_tokens.remove(id);
        QDBusMessage close = call(u"CloseNotification"_s);
        close.setArguments({id});
        QDBusConnection::sessionBus().send(close);
    }
}

void Notifier::askForCapabilities()
{
    m_isAsking = true;
    auto *watcher =
        new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call(u"GetCapabilities"_s)), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *finished) {
        finished->deleteLater();
        m_isAsking = false;
        const QDBusPendingReply<QStringList> reply(*finished);
        if (reply.isValid()) {
            m_capabilities = reply.value();
            sendWaiting();
            return;
        }
        for (const Notification &notification : std::exchange(m_waiting, {}))
            emit unavailable(notification);
    });
}

// One at a time of each subject: what takes the place of an earlier one needs the number of that.
void Notifier::sendWaiting()
{
    for (const Notification &notification : std::exchange(m_waiting, {})) {
        if (m_onTheirWay.contains(notification.subject))
            m_waiting.append(notification);
        else
            send(notification);
    }
}

void Notifier::send(const Notification &notification)
{
    QStringList actions;
    // A service without actions may show a dialog for them, which somebody has to close.
    if (m_capabilities->contains(u"actions"_s)) {
        actions = {defaultAction(), notification.action};
        if (!notification.action.isEmpty())
            actions += {u"show"_s, notification.action};
    }
    const QString body =
        m_capabilities->contains(u"body-markup"_s) ? notification.text.toHtmlEscaped() : notification.text;
    const QVariantMap hints{{u"desktop-entry"_s, QGuiApplication::desktopFileName()},
        {u"urgency"_s, QVariant::fromValue(urgency(notification))}};
    constexpr int servicesOwnTime = -1;
    QDBusMessage notify = call(u"Notify"_s);
    notify.setArguments({QString(programTitle), m_ids.value(notification.subject), QString(programIconName),
        notification.title, body, actions, hints, servicesOwnTime});
    m_onTheirWay.insert(notification.subject);
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(notify), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, notification](QDBusPendingCallWatcher *finished) {
        finished->deleteLater();
        const QDBusPendingReply<uint> reply(*finished);
        sent(notification, reply.isValid() ? std::optional(reply.value()) : std::nullopt);
    });
}

void Notifier::sent(const Notification &notification, std::optional<uint> id)
{
    m_onTheirWay.remove(notification.subject);
    const bool isWithdrawn = m_withdrawn.remove(notification.subject);
    if (id)
        m_ids.insert(notification.subject, *id);
    if (isWithdrawn)
        withdraw(notification.subject);
    else if (!id)
        emit unavailable(notification);
    if (m_capabilities)
        sendWaiting();
    else if (!m_waiting.isEmpty() && !m_isAsking)
        askForCapabilities();
}

// Another service has other capabilities, and shows nothing that the one before it did.
void Notifier::forget()
{
    m_capabilities.reset();
    m_ids.clear();
    m_tokens.clear();
}

// The signals go to all programs, and tell of the notifications of all.
void Notifier::actionInvoked(uint id, const QString &)
{
    const QString subject = m_ids.key(id);
    const QString token = m_tokens.take(id);
    if (m_ids.contains(subject))
        emit activated(subject, token);
}

void Notifier::activationTokenGiven(uint id, const QString &token)
{
    if (m_ids.key(id).isNull())
        return;
    m_tokens.insert(id, token);
}

void Notifier::closed(uint id, uint)
{
    m_ids.removeIf([id](const std::pair<const QString &, uint &> &entry) { return entry.second == id; });
    m_tokens.remove(id);
}

} // namespace QciAuth
