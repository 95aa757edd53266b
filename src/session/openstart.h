// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "waiters.h"

#include <QFuture>

#include <chrono>

class QObject;

namespace QciAuth {

/// The one start of a session that is under way, or none: the keychain is being read. Knows who waits for its end, and
/// lets nobody wait too long: a keychain that hangs must not hang everybody who asks.
class OpenStart
{
public:
    bool isUnderWay() const { return m_isUnderWay; }
    /// One is under way from now on. Who waits for one before waits on.
    void begin() { m_isUnderWay = true; }
    /// It has ended. Whoever is returned has waited for it, and is to be answered.
    Waiters<void> end();

    /// One more that waits. Fails with kind Local and cause SecretStoreTimedOut where that takes too long.
    /// @param owner  of this: once it is gone, time ends no wait any more.
    QFuture<void> join(const QObject *owner, std::chrono::milliseconds patience);

private:
    bool m_isUnderWay = false;
    Waiters<void> m_waiters;
};

} // namespace QciAuth
