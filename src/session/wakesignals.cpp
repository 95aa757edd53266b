// SPDX-License-Identifier: Apache-2.0
#include "wakesignals.h"

#ifdef QCIAUTH_HAS_DBUS
#include <QDBusConnection>
#else
#include <QNetworkInformation>
#endif

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

// NetworkManager's NM_STATE_CONNECTED_SITE; a larger one is connected to all the world.
constexpr uint connectedState = 60;

} // namespace

WakeSignals::WakeSignals(QObject *parent)
    : QObject(parent)
{
#ifdef QCIAUTH_HAS_DBUS
    QDBusConnection bus = QDBusConnection::systemBus();
    bus.connect(u"org.freedesktop.login1"_s, u"/org/freedesktop/login1"_s, u"org.freedesktop.login1.Manager"_s,
        u"PrepareForSleep"_s, this, SLOT(prepareForSleep(bool)));
    bus.connect(u"org.freedesktop.NetworkManager"_s, u"/org/freedesktop/NetworkManager"_s,
        u"org.freedesktop.NetworkManager"_s, u"StateChanged"_s, this, SLOT(networkStateChanged(uint)));
#else
    if (QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability)) {
        connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, this,
            [this](QNetworkInformation::Reachability reachability) {
                networkStateChanged(reachability == QNetworkInformation::Reachability::Online ? connectedState : 0);
            });
    }
#endif
}

void WakeSignals::prepareForSleep(bool starting)
{
    if (!starting)
        emit woken();
}

void WakeSignals::networkStateChanged(uint state)
{
    if (state >= connectedState)
        emit woken();
}

} // namespace QciAuth
