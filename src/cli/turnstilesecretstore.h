// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "secretstore.h"

#include <functional>

namespace QciAuth {

/// Lets only a few processes at a time through to a store. Where hundreds of commands start at once, the keychain would
/// get so little of the processor that it looked as if it hung.
class TurnstileSecretStore final : public SecretStore
{
public:
    /// @param store   must outlive this.
    /// @param folder  where the turnstile is, for all processes of the user; empty: there is none.
    TurnstileSecretStore(SecretStore &store, const QString &folder);

    QFuture<std::optional<QString>> read(const QString &key) override;
    QFuture<void> write(const QString &key, const QString &secret) override;
    QFuture<void> remove(const QString &key) override;
    QFuture<QString> name() override { return m_store.name(); }

private:
    template<typename T>
    QFuture<T> pass(const std::function<QFuture<T>()> &call);

    SecretStore &m_store;
    QString m_folder;
};

} // namespace QciAuth
