// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

namespace QciAuth {

/// Tells when the machine comes back from sleep or the network comes up, so that nobody waits for the next look at the
/// clock (behaviour.md, Time). On Unix logind and NetworkManager say so, where there is a system bus with them; Qt's
/// own network information would load GIO and two plugins to ask the same NetworkManager.
class WakeSignals : public QObject
{
    Q_OBJECT

public:
    explicit WakeSignals(QObject *parent = nullptr);

signals:
    void woken();

private slots:
    void prepareForSleep(bool starting);
    void networkStateChanged(uint state);
};

} // namespace QciAuth
