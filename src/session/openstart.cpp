// SPDX-License-Identifier: Apache-2.0
#include "openstart.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace QciAuth {

Waiters<void> OpenStart::end()
{
    m_isUnderWay = false;
    return m_waiters.take();
}

QFuture<void> OpenStart::join(const QObject *owner, std::chrono::milliseconds patience)
{
    const auto waiter = m_waiters.add();
    // Weakly: what follows on the answer hangs on it, a token in the end, and must not stay for the timer's sake.
    QTimer::singleShot(patience, owner, [weak = std::weak_ptr(waiter)] {
        const AuthError timedOut(
            AuthError::Kind::Local, AuthError::Cause::SecretStoreTimedOut, u"the keychain does not answer"_s);
        if (const auto waiting = weak.lock())
            Waiters<void>::fail(*waiting, timedOut);
    });
    return waiter->future();
}

} // namespace QciAuth
