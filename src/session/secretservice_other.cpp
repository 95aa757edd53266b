// SPDX-License-Identifier: Apache-2.0
#include "secretservice.h"

namespace QciAuth {

QFuture<SecretService::Status> SecretService::status(const QString &, const QString &)
{
    return QtFuture::makeReadyFuture(Status());
}

QFuture<QString> SecretService::providerName()
{
#if defined(Q_OS_WIN)
    return QtFuture::makeReadyFuture(QStringLiteral("Windows Credential Manager"));
#elif defined(Q_OS_MACOS)
    return QtFuture::makeReadyFuture(QStringLiteral("macOS Keychain"));
#else
    return QtFuture::makeReadyFuture(QString());
#endif
}

void SecretService::forgetConnection() {}

} // namespace QciAuth
