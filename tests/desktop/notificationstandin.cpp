// SPDX-License-Identifier: Apache-2.0
#include "notificationstandin.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

const QString &service()
{
    static const QString name = u"org.freedesktop.Notifications"_s;
    return name;
}

const QString &connectionName()
{
    static const QString name = u"notifications"_s;
    return name;
}

} // namespace

// On a connection of its own: calls within one never reach the bus.
NotificationStandIn::NotificationStandIn()
    : m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, connectionName()))
{
    if (!m_bus.registerObject(u"/org/freedesktop/Notifications"_s, this,
            QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals) ||
        !m_bus.registerService(service()))
        qWarning("the notification service is not on the bus");
}

NotificationStandIn::~NotificationStandIn()
{
    m_bus.unregisterService(service());
    QDBusConnection::disconnectFromBus(connectionName());
}

void NotificationStandIn::startAnew()
{
    m_bus.unregisterService(service());
    m_lastId += 100;
    m_bus.registerService(service());
}

void NotificationStandIn::release()
{
    m_isHolding = false;
    for (const QDBusMessage &answer : std::exchange(m_held, {}))
        m_bus.send(answer);
}

QStringList NotificationStandIn::titles() const
{
    QStringList titles;
    for (const Shown &shown : m_shown)
        titles.append(shown.title);
    return titles;
}

QStringList NotificationStandIn::GetCapabilities()
{
    ++m_questions;
    return {u"actions"_s, u"body"_s};
}

uint NotificationStandIn::Notify(const QString &name, uint replaces, const QString &icon, const QString &title,
    const QString &, const QStringList &actions, const QVariantMap &, int)
{
    const uint id = replaces == 0 ? ++m_lastId : replaces;
    m_shown.append({.id = id, .replaces = replaces, .program = name, .icon = icon, .title = title, .actions = actions});
    if (m_isHolding) {
        setDelayedReply(true);
        m_held.append(message().createReply(id));
    }
    return id;
}

void NotificationStandIn::CloseNotification(uint id)
{
    m_closed.append(id);
}

} // namespace QciAuth
