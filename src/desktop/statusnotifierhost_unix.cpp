// SPDX-License-Identifier: Apache-2.0
#include "statusnotifierhost.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QDBusVariant>

#include <functional>
#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

const QString &watcherName()
{
    static const QString name = u"org.kde.StatusNotifierWatcher"_s;
    return name;
}

QDBusMessage busCall(const QString &method, const QString &name)
{
    QDBusMessage call = QDBusMessage::createMethodCall(
        u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s, u"org.freedesktop.DBus"_s, method);
    call.setArguments({name});
    return call;
}

QDBusMessage propertyCall(const QString &property)
{
    QDBusMessage call = QDBusMessage::createMethodCall(
        watcherName(), u"/StatusNotifierWatcher"_s, u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    call.setArguments({watcherName(), property});
    call.setAutoStartService(false);
    return call;
}

template<typename T>
void ask(const QDBusMessage &call, QObject *context, std::function<void(const QDBusPendingReply<T> &)> take)
{
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context,
        [take = std::move(take)](QDBusPendingCallWatcher *finished) {
            finished->deleteLater();
            take(QDBusPendingReply<T>(*finished));
        });
}

} // namespace

StatusNotifierHost::StatusNotifierHost(QObject *parent)
    : QObject(parent)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        m_isKnown = true;
        return;
    }
    auto *watcher = new QDBusServiceWatcher(watcherName(), bus, QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(watcher, &QDBusServiceWatcher::serviceOwnerChanged, this,
        [this](const QString &, const QString &, const QString &owner) {
            setWatcher(false); // another one starts with an empty list
            if (!owner.isEmpty())
                setWatcher(true);
        });
    for (const QString &signal : {u"StatusNotifierItemRegistered"_s, u"StatusNotifierItemUnregistered"_s,
             u"StatusNotifierHostRegistered"_s, u"StatusNotifierHostUnregistered"_s})
        bus.connect(watcherName(), u"/StatusNotifierWatcher"_s, watcherName(), signal, this, SLOT(read()));
    ask<bool>(busCall(u"NameHasOwner"_s, watcherName()), this, [this](const QDBusPendingReply<bool> &reply) {
        setWatcher(m_hasWatcher || (reply.isValid() && reply.value()));
    });
}

void StatusNotifierHost::setWatcher(bool isThere)
{
    if (m_isKnown && isThere == m_hasWatcher)
        return;
    m_isKnown = !isThere;
    m_hasWatcher = isThere;
    m_hasHost = false;
    m_hasOurs = false;
    ++m_reading;
    if (isThere)
        read();
    emit changed();
}

void StatusNotifierHost::read()
{
    if (!m_hasWatcher)
        return;
    const int reading = ++m_reading;
    ask<QDBusVariant>(propertyCall(u"IsStatusNotifierHostRegistered"_s), this,
        [this, reading](const QDBusPendingReply<QDBusVariant> &reply) {
            if (reading == m_reading)
                takeHost(reply.isValid() && reply.value().variant().toBool());
        });
    ask<QDBusVariant>(propertyCall(u"RegisteredStatusNotifierItems"_s), this,
        [this, reading](const QDBusPendingReply<QDBusVariant> &reply) {
            if (reading == m_reading)
                takeItems(reply.isValid() ? reply.value().variant().toStringList() : QStringList());
        });
}

void StatusNotifierHost::takeHost(bool isThere)
{
    const bool wasKnown = std::exchange(m_isKnown, true);
    if (std::exchange(m_hasHost, isThere) != isThere || !wasKnown)
        emit changed();
}

// An item is a name on the bus, of either kind, with or without a path behind it; the process behind the name tells
// whose it is.
void StatusNotifierHost::takeItems(const QStringList &items)
{
    const int reading = m_reading;
    const auto isAnyOurs = std::make_shared<bool>(false);
    const auto open = std::make_shared<qsizetype>(items.size());
    if (items.isEmpty())
        takeOurs(false);
    for (const QString &item : items) {
        ask<uint>(busCall(u"GetConnectionUnixProcessID"_s, item.section(u'/', 0, 0)), this,
            [this, reading, isAnyOurs, open](const QDBusPendingReply<uint> &reply) {
                *isAnyOurs |= reply.isValid() && reply.value() == QCoreApplication::applicationPid();
                if (--*open == 0 && reading == m_reading)
                    takeOurs(*isAnyOurs);
            });
    }
}

void StatusNotifierHost::takeOurs(bool isOurs)
{
    if (std::exchange(m_hasOurs, isOurs) != isOurs)
        emit changed();
}

} // namespace QciAuth
