// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "autherror.h"

#include <QFuture>
#include <QString>

#include <optional>

namespace QciAuth {

/// Where secrets live. Every method answers later, and fails with AuthError of kind Local and one of the
/// SecretStore causes.
class SecretStore
{
public:
    SecretStore() = default;
    virtual ~SecretStore() = default;
    Q_DISABLE_COPY_MOVE(SecretStore)

    /// The secret, or nothing where the store is open and has none under that key.
    virtual QFuture<std::optional<QString>> read(const QString &key) = 0;
    /// Stores the secret in place of any other under that key; done once it has been read back.
    virtual QFuture<void> write(const QString &key, const QString &secret) = 0;
    /// Done once there is no secret under that key, whether there was one or not.
    virtual QFuture<void> remove(const QString &key) = 0;
    /// What the user knows the store as, like `GNOME Keyring`; empty where there is none.
    virtual QFuture<QString> name() = 0;
};

} // namespace QciAuth
