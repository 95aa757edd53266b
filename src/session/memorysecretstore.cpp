// SPDX-License-Identifier: Apache-2.0
#include "memorysecretstore.h"

#include "readyfuture.h"

using namespace Qt::StringLiterals;

namespace QciAuth {

QFuture<std::optional<QString>> MemorySecretStore::read(const QString &key)
{
    const auto found = m_secrets.constFind(key);
    return readyFuture(found == m_secrets.cend() ? std::nullopt : std::optional(*found));
}

QFuture<void> MemorySecretStore::write(const QString &key, const QString &secret)
{
    m_secrets.insert(key, secret);
    return readyFuture();
}

QFuture<void> MemorySecretStore::remove(const QString &key)
{
    m_secrets.remove(key);
    return readyFuture();
}

QFuture<QString> MemorySecretStore::name()
{
    return readyFuture(u"memory"_s);
}

} // namespace QciAuth
