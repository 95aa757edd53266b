// SPDX-License-Identifier: Apache-2.0
#include "secretservice.h"

#include "readyfuture.h"

namespace QciAuth {

QFuture<SecretService::Status> SecretService::status(const QString &, const QString &)
{
    return readyFuture(Status());
}

QFuture<QString> SecretService::providerName()
{
#if defined(Q_OS_WIN)
    return readyFuture(QStringLiteral("Windows Credential Manager"));
#elif defined(Q_OS_MACOS)
    return readyFuture(QStringLiteral("macOS Keychain"));
#else
    return readyFuture(QString());
#endif
}

void SecretService::forgetConnection() {}

} // namespace QciAuth
