// SPDX-License-Identifier: Apache-2.0
#include "keychainsecretstore.h"

#include "livesecrets.h"
#include "logging.h"
#include "readyfuture.h"
#include "secretservice.h"

#include <QPromise>
#include <QTimer>

#include <qt6keychain/keychain.h>

#include <functional>
#include <memory>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

using Cause = AuthError::Cause;
using Secret = std::optional<QString>;

// What a job ended with; QtKeychain's own errors, before the service was asked what they mean.
struct Outcome
{
    QKeychain::Error error = QKeychain::NoError;
    QString errorText;
    QString secret;
};

AuthError storeError(Cause cause, const QString &message)
{
    return AuthError(AuthError::Kind::Local, cause, message);
}

// Runs the job. It deletes itself: it must not be deleted while it runs, even if nobody waits for it any more.
QFuture<Outcome> run(QKeychain::Job *job, std::optional<std::chrono::milliseconds> watchdog)
{
    auto promise = std::make_shared<QPromise<Outcome>>();
    promise->start();
    QObject::connect(job, &QKeychain::Job::finished, job, [promise, job] {
        qCDebug(keychainLog) << job->metaObject()->className() << "ended with" << job->error();
        if (promise->future().isFinished())
            return;
        const auto *reading = qobject_cast<QKeychain::ReadPasswordJob *>(job);
        promise->addResult(Outcome{job->error(), job->errorString(), reading ? reading->textData() : QString()});
        promise->finish();
    });
    if (watchdog) {
        // The job's own, to end with it: a QTimer::singleShot() would hold on to the answer, a secret, for its whole
        // time.
        auto *timer = new QTimer(job);
        timer->setSingleShot(true);
        QObject::connect(timer, &QTimer::timeout, job, [promise] {
            if (promise->future().isFinished())
                return;
            promise->setException(storeError(Cause::SecretStoreTimedOut, u"the keychain does not answer"_s));
            promise->finish();
        });
        timer->start(*watchdog);
    }
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    job->start();
    return promise->future();
}

// Without a service, with a locked keychain and after a dismissed prompt QtKeychain's errors look alike: the service
// itself knows.
AuthError explained(const Outcome &outcome, const SecretService::Status &status)
{
    // In the service's own words, which may tell what it was to keep.
    const QString detail =
        outcome.errorText.isEmpty() ? u"no reason given"_s : LiveSecrets::redactAll(outcome.errorText);
    if (status.itemLocked || status.collectionLocked)
        return storeError(Cause::SecretStoreLocked, u"the keychain is locked"_s);
    switch (outcome.error) {
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return storeError(Cause::SecretStoreLocked, u"the keychain denies access: "_s + detail);
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return storeError(Cause::SecretStoreUnavailable, u"there is no keychain service: "_s + detail);
    default:
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
        if (!status.answers)
            return storeError(Cause::SecretStoreUnavailable, u"there is no keychain service: "_s + detail);
        // As without a display, where it cannot ask for a password.
        if (!status.hasCollection)
            return storeError(Cause::SecretStoreFailed, u"it has no keyring yet, and none was made: "_s + detail);
#endif
        return storeError(Cause::SecretStoreFailed, u"the keychain failed: "_s + detail);
    }
}

using MakeJob = std::function<QKeychain::Job *()>;

// The secret (empty for jobs that read none), or nothing where there is no such entry; fails with what went wrong.
struct Task
{
    QString service;
    QString key;
    std::optional<std::chrono::milliseconds> watchdog;
    MakeJob makeJob;

    QFuture<Secret> start(bool mayTryAgain = true) const
    {
        QKeychain::Job *job = makeJob();
        job->setKey(key);
        return run(job, watchdog)
            .then([task = *this, mayTryAgain](const Outcome &ended) {
                if (ended.error == QKeychain::NoError)
                    return readyFuture(Secret(ended.secret));
                return SecretService::status(task.service, task.key)
                    .then([task, mayTryAgain, ended](
                              const SecretService::Status &status) { return task.settled(ended, status, mayTryAgain); })
                    .unwrap();
            })
            .unwrap();
    }

private:
    QFuture<Secret> settled(const Outcome &ended, const SecretService::Status &status, bool mayTryAgain) const
    {
        if (ended.error == QKeychain::EntryNotFound && !status.itemLocked)
            return readyFuture(Secret());
        // A service that was started anew does not know the connection of before, and says so in words of its own.
        // Where it needs no user, it can as well be asked once more.
        if (ended.error == QKeychain::OtherError && status.isOpen() && mayTryAgain) {
            qCDebug(keychainLog) << "trying again with a new connection";
            SecretService::forgetConnection();
            return start(false);
        }
        return QtFuture::makeExceptionalFuture<Secret>(explained(ended, status));
    }
};

} // namespace

KeychainSecretStore::KeychainSecretStore(
    const QString &service, std::optional<std::chrono::milliseconds> watchdog, Prompting prompting)
    : m_service(service)
    , m_watchdog(watchdog)
    , m_prompting(prompting)
{
}

// Deleting passes over a locked item and reports success; reading it has the user asked to unlock it.
QFuture<void> KeychainSecretStore::unlocked(
    const QString &service, std::optional<std::chrono::milliseconds> watchdog, const QString &key)
{
    return SecretService::status(service, key)
        .then([service, watchdog, key](const SecretService::Status &status) {
            if (status.timedOut && watchdog)
                throw storeError(Cause::SecretStoreTimedOut, u"the keychain does not answer"_s);
            return status.itemLocked ? KeychainSecretStore(service, watchdog).read(key).then([](const Secret &) {})
                                     : readyFuture();
        })
        .unwrap();
}

QFuture<void> KeychainSecretStore::admitted(const QString &key) const
{
    if (m_prompting == Prompting::Allowed)
        return readyFuture();
    return SecretService::status(m_service, key).then([](const SecretService::Status &status) {
        if (status.itemLocked || status.collectionLocked)
            throw storeError(Cause::SecretStoreLocked, u"the keychain is locked"_s);
        if (status.timedOut)
            throw storeError(Cause::SecretStoreTimedOut, u"the keychain does not answer"_s);
    });
}

QFuture<Secret> KeychainSecretStore::read(const QString &key)
{
    return admitted(key)
        .then([service = m_service, watchdog = m_watchdog, key] {
            return Task{service, key, watchdog, [service] { return new QKeychain::ReadPasswordJob(service); }}.start();
        })
        .unwrap();
}

QFuture<void> KeychainSecretStore::write(const QString &key, const QString &secret)
{
    return admitted(key)
        .then([service = m_service, watchdog = m_watchdog, key, secret] {
            return Task{service, key, watchdog,
                [service, secret] {
                    auto *job = new QKeychain::WritePasswordJob(service);
                    job->setTextData(secret);
                    return job;
                }}
                .start();
        })
        .unwrap()
        // A failed KWallet write reports success: only what can be read back is stored.
        .then([service = m_service, watchdog = m_watchdog, key](
                  const Secret &) { return KeychainSecretStore(service, watchdog).read(key); })
        .unwrap()
        .then([secret](const Secret &kept) {
            if (kept != secret)
                throw storeError(Cause::SecretStoreFailed, u"the keychain did not keep what was stored"_s);
        });
}

QFuture<void> KeychainSecretStore::remove(const QString &key)
{
    return admitted(key)
        .then([service = m_service, watchdog = m_watchdog, key] { return unlocked(service, watchdog, key); })
        .unwrap()
        .then([service = m_service, watchdog = m_watchdog, key] {
            return Task{service, key, watchdog, [service] { return new QKeychain::DeletePasswordJob(service); }}
                .start();
        })
        .unwrap()
        .then([](const Secret &) {});
}

QFuture<QString> KeychainSecretStore::name()
{
    return SecretService::providerName();
}

} // namespace QciAuth
