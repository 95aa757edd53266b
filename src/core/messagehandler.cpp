// SPDX-License-Identifier: Apache-2.0
#include "messagehandler.h"

#include "livesecrets.h"

#include <QLoggingCategory>

namespace QciAuth {

namespace {

QtMessageHandler previousHandler = nullptr; // Qt gives a handler no other place to keep it

void redactAndPass(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    previousHandler(type, context, LiveSecrets::redactAll(message));
}

} // namespace

void installRedactingMessageHandler()
{
    const QtMessageHandler before = qInstallMessageHandler(redactAndPass);
    // Installed twice, it would call itself for ever.
    if (before != redactAndPass)
        previousHandler = before;
}

} // namespace QciAuth
