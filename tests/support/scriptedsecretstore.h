// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "memorysecretstore.h"

#include <QStringList>

#include <array>
#include <functional>
#include <optional>

namespace QciAuth {

/// A store in memory whose next call can be made to fail, or to answer later or never.
class ScriptedSecretStore final : public MemorySecretStore
{
public:
    enum class Operation { Read, Write, Remove };

    QFuture<std::optional<QString>> read(const QString &key) override;
    QFuture<void> write(const QString &key, const QString &secret) override;
    QFuture<void> remove(const QString &key) override;

    /// The next call fails with this error.
    void failNext(Operation operation, const AuthError &error);
    /// The next call does and answers nothing before release().
    void holdNext(Operation operation);
    /// The next read says that there is nothing, as after a prompt that was dismissed.
    void findNothingNext() { m_findsNothing = true; }
    /// From now on no call does or answers anything before release(), like a keychain that hangs.
    void holdAll() { m_holdsAll = true; }
    /// From now on every call does at once what it is for, and answers at release().
    void delayAll() { m_delaysAll = true; }
    /// Does what was held, in its order; what is asked for meanwhile comes last.
    void release();
    /// Whether any call waits for release().
    bool isHolding() const { return m_holdsAll || m_delaysAll || !m_held.isEmpty(); }

    /// What was asked for so far, like `write qci-auth/default/refresh-token`.
    const QStringList &calls() const { return m_calls; }
    /// Called at the beginning of every call, with the entry that goes into calls().
    void setObserver(std::function<void(const QString &)> observer) { m_observer = std::move(observer); }

    /// The secret under that key, whatever the script says; empty where there is none.
    QString secret(const QString &key);
    /// Puts a secret there, whatever the script says.
    void putSecret(const QString &key, const QString &secret);

private:
    struct Script
    {
        std::optional<AuthError> error;
        bool isHeld = false;
    };

    template<typename T>
    QFuture<T> run(Operation operation, const QString &call, std::function<QFuture<T>()> answer);

    std::array<Script, 3> m_scripts;
    bool m_holdsAll = false;
    bool m_delaysAll = false;
    bool m_releases = false;
    QList<std::function<void()>> m_held;
    QStringList m_calls;
    bool m_findsNothing = false;
    std::function<void(const QString &)> m_observer;
};

} // namespace QciAuth
