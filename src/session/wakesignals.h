// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

namespace QciAuth {

/// Tells when the machine comes back from sleep (logind's PrepareForSleep, where there is a system bus) or the network
/// comes up, so that nobody waits for the next look at the clock (behaviour.md, Time).
class WakeSignals : public QObject
{
    Q_OBJECT

public:
    explicit WakeSignals(QObject *parent = nullptr);

signals:
    void woken();

private slots:
    void prepareForSleep(bool starting);
};

} // namespace QciAuth
