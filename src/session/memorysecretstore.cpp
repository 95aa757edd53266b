// SPDX-License-Identifier: Apache-2.0
#include "memorysecretstore.h"

using namespace Qt::StringLiterals;

namespace QciAuth {

QFuture<std::optional<QString>> MemorySecretStore::read(const QString &key)
{
    const auto found = m_secrets.constFind(key);
    return QtFuture::makeReadyFuture(found == m_secrets.cend() ? std::nullopt : std::optional(*found));
}

QFuture<void> MemorySecretStore::write(const QString &key, const QString &secret)
{
    m_secrets.insert(key, secret);
    return QtFuture::makeReadyFuture();
}

QFuture<void> MemorySecretStore::remove(const QString &key)
{
    m_secrets.remove(key);
    return QtFuture::makeReadyFuture();
}

QFuture<QString> MemorySecretStore::name()
{
    return QtFuture::makeReadyFuture(u"memory"_s);
}

} // namespace QciAuth
