// SPDX-License-Identifier: Apache-2.0
#include "wakesignals.h"

#include <QNetworkInformation>

#ifdef QCIAUTH_HAS_DBUS
#include <QDBusConnection>
#endif

using namespace Qt::StringLiterals;

namespace QciAuth {

WakeSignals::WakeSignals(QObject *parent)
    : QObject(parent)
{
    if (QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability)) {
        connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, this,
            [this](QNetworkInformation::Reachability reachability) {
                if (reachability == QNetworkInformation::Reachability::Online)
                    emit woken();
            });
    }
#ifdef QCIAUTH_HAS_DBUS
    QDBusConnection::systemBus().connect(u"org.freedesktop.login1"_s, u"/org/freedesktop/login1"_s,
        u"org.freedesktop.login1.Manager"_s, u"PrepareForSleep"_s, this, SLOT(prepareForSleep(bool)));
#endif
}

void WakeSignals::prepareForSleep(bool starting)
{
    if (!starting)
        emit woken();
}

} // namespace QciAuth
