// SPDX-License-Identifier: Apache-2.0
#include "scriptedsecretstore.h"
#include "readyfuture.h"

#include <QPromise>

#include <memory>
#include <type_traits>
#include <utility>

using namespace Qt::StringLiterals;

namespace QciAuth {

QFuture<std::optional<QString>> ScriptedSecretStore::read(const QString &key)
{
    return run<std::optional<QString>>(Operation::Read, u"read "_s + key, [this, key] {
        return std::exchange(m_findsNothing, false) ? readyFuture(std::optional<QString>())
                                                    : MemorySecretStore::read(key);
    });
}

QFuture<void> ScriptedSecretStore::write(const QString &key, const QString &secret)
{
    return run<void>(
        Operation::Write, u"write "_s + key, [this, key, secret] { return MemorySecretStore::write(key, secret); });
}

QFuture<void> ScriptedSecretStore::remove(const QString &key)
{
    return run<void>(Operation::Remove, u"remove "_s + key, [this, key] { return MemorySecretStore::remove(key); });
}

void ScriptedSecretStore::failNext(Operation operation, const AuthError &error)
{
    m_scripts.at(static_cast<size_t>(operation)).error = error;
}

void ScriptedSecretStore::holdNext(Operation operation)
{
    m_scripts.at(static_cast<size_t>(operation)).isHeld = true;
}

void ScriptedSecretStore::release()
{
    m_holdsAll = m_delaysAll = false;
    m_releases = true;
    while (!m_held.isEmpty())
        m_held.takeFirst()();
    m_releases = false;
}

QString ScriptedSecretStore::secret(const QString &key)
{
    return MemorySecretStore::read(key).result().value_or(QString());
}

void ScriptedSecretStore::putSecret(const QString &key, const QString &secret)
{
    MemorySecretStore::write(key, secret);
}

template<typename T>
QFuture<T> ScriptedSecretStore::run(Operation operation, const QString &call, std::function<QFuture<T>()> answer)
{
    m_calls.append(call);
    if (m_observer)
        m_observer(call);
    const Script script = std::exchange(m_scripts.at(static_cast<size_t>(operation)), Script{});
    // A keychain does one thing after the other.
    const bool isHeld = script.isHeld || m_holdsAll || m_delaysAll || m_releases;
    if (script.error && !isHeld)
        return QtFuture::makeExceptionalFuture<T>(*script.error);
    if (!isHeld)
        return answer();

    if (m_delaysAll && !m_holdsAll && !script.error)
        answer = [done = answer()] { return done; };
    auto promise = std::make_shared<QPromise<T>>();
    promise->start();
    m_held.append([promise, answer = std::move(answer), error = script.error] {
        if (error)
            promise->setException(*error);
        else if constexpr (std::is_void_v<T>)
            answer().waitForFinished();
        else
            promise->addResult(answer().result());
        promise->finish();
    });
    return promise->future();
}

} // namespace QciAuth
