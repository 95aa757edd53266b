// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "secretstore.h"

#include <QHash>

namespace QciAuth {

/// Secrets that end with the program.
class MemorySecretStore : public SecretStore
{
public:
    QFuture<std::optional<QString>> read(const QString &key) override;
    QFuture<void> write(const QString &key, const QString &secret) override;
    QFuture<void> remove(const QString &key) override;
    QFuture<QString> name() override;

private:
    QHash<QString, QString> m_secrets;
};

} // namespace QciAuth
