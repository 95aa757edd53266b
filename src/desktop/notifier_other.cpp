// SPDX-License-Identifier: Apache-2.0
#include "notifier.h"

namespace QciAuth {

Notifier::Notifier(QObject *parent)
    : QObject(parent)
{
}

void Notifier::show(const Notification &notification)
{
    emit unavailable(notification);
}

void Notifier::withdraw(const QString &) {}
void Notifier::actionInvoked(uint, const QString &) {}
void Notifier::activationTokenGiven(uint, const QString &) {}
void Notifier::closed(uint, uint) {}

} // namespace QciAuth
