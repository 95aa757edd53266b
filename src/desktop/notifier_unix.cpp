// SPDX-License-Identifier: Apache-2.0
#include "notifier.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>
#include <QVariantMap>

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
    bus.connect(service(), path(), service(), u"ActionInvoked"_s, this, SLOT(actionInvoked(uint, QString)));
    bus.connect(service(), path(), service(), u"ActivationToken"_s, this, SLOT(activationTokenGiven(uint, QString)));
    bus.connect(service(), path(), service(), u"NotificationClosed"_s, this, SLOT(closed(uint, uint)));
}

void Notifier::show(const Notification &notification)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        emit unavailable(notification);
        return;
    }
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call(u"GetCapabilities"_s)), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, notification](QDBusPendingCallWatcher *finished) {
        finished->deleteLater();
        const QDBusPendingReply<QStringList> reply(*finished);
        if (reply.isValid())
            send(notification, reply.value());
        else
            emit unavailable(notification);
    });
}

void Notifier::send(const Notification &notification, const QStringList &capabilities)
{
    QStringList actions;
    // A service without actions may show a dialog for them, which somebody has to close.
    if (capabilities.contains(u"actions"_s)) {
        actions = {defaultAction(), notification.action};
        if (!notification.action.isEmpty())
            actions += {u"show"_s, notification.action};
    }
    const QString body =
        capabilities.contains(u"body-markup"_s) ? notification.text.toHtmlEscaped() : notification.text;
    const QVariantMap hints{{u"desktop-entry"_s, QGuiApplication::desktopFileName()},
        {u"urgency"_s, QVariant::fromValue(urgency(notification))}};
    constexpr int servicesOwnTime = -1;
    QDBusMessage notify = call(u"Notify"_s);
    notify.setArguments({QGuiApplication::applicationDisplayName(), m_ids.value(notification.subject), u"qci-auth"_s,
        notification.title, body, actions, hints, servicesOwnTime});
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(notify), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, notification](QDBusPendingCallWatcher *finished) {
        finished->deleteLater();
        const QDBusPendingReply<uint> reply(*finished);
        if (reply.isValid())
            m_ids.insert(notification.subject, reply.value());
        else
            emit unavailable(notification);
    });
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
