// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "secretstore.h"

#include <QString>

#include <chrono>
#include <optional>

namespace QciAuth {

/// The operating system's keychain, by way of QtKeychain, with its traps handled (behaviour.md, Keychain). Never falls
/// back to an unprotected file.
class KeychainSecretStore final : public SecretStore
{
public:
    /// The service name of the items of real profiles.
    static QString defaultService() { return QStringLiteral("qci-auth"); }

    /// How long a program that must answer soon waits for the keychain.
    static constexpr std::chrono::milliseconds shortWatchdog{5'000};

    /// What to do where the keychain is locked.
    enum class Prompting {
        Allowed, ///< the keychain may ask the user
        Never,   ///< fail, so that nothing waits for a user; on systems where that can be told beforehand
    };

    /// @param service   what items are filed under: one service never sees another's.
    /// @param watchdog  a keychain that has not answered by then is given up (TimedOut); without one the wait has no
    ///                  limit, as a user may be reading the keychain's own prompt.
    explicit KeychainSecretStore(const QString &service,
        std::optional<std::chrono::milliseconds> watchdog = std::nullopt, Prompting prompting = Prompting::Allowed);

    QFuture<std::optional<QString>> read(const QString &key) override;
    QFuture<void> write(const QString &key, const QString &secret) override;
    QFuture<void> remove(const QString &key) override;
    QFuture<QString> name() override;

private:
    /// Fails where the keychain would ask the user and must not.
    QFuture<void> admitted(const QString &key) const;
    /// The entry, if there is one, can be removed.
    static QFuture<void> unlocked(
        const QString &service, std::optional<std::chrono::milliseconds> watchdog, const QString &key);

    QString m_service;
    std::optional<std::chrono::milliseconds> m_watchdog;
    Prompting m_prompting;
};

} // namespace QciAuth
