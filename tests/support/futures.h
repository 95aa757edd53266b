// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "autherror.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFuture>
#include <QTest>
#include <QTimer>

#include <optional>

namespace QciAuth {

/// How long a test waits for what must happen.
inline constexpr int patienceMs = 20'000;

/// Runs the event loop until the condition is met; false where it is not. QTest::qWaitFor() sleeps for 10 ms at a
/// time, which adds up where client and server are in one thread and answer each other.
template<typename Condition>
bool waitUntil(const Condition &condition)
{
    QTimer alarm;
    alarm.start(patienceMs);
    const QDeadlineTimer deadline(patienceMs);
    while (!condition() && !deadline.hasExpired()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return condition();
}

/// Runs the event loop until the future has finished; false where it does not.
template<typename T>
bool waitFor(const QFuture<T> &future)
{
    return QTest::qWaitFor([&future] { return future.isFinished(); }, patienceMs);
}

/// What the future fails with; nothing where it succeeds or never finishes.
template<typename T>
std::optional<AuthError> errorOf(QFuture<T> future)
{
    if (!waitFor(future))
        return std::nullopt;
    try {
        future.waitForFinished();
    } catch (const AuthError &error) {
        return error;
    }
    return std::nullopt;
}

/// What the future brings; nothing where it fails or never finishes.
template<typename T>
std::optional<T> resultOf(QFuture<T> future)
{
    if (!waitFor(future))
        return std::nullopt;
    try {
        return future.result();
    } catch (const AuthError &error) {
        qWarning("%s", error.what());
        return std::nullopt;
    }
}

/// Whether the future finishes without an error.
template<typename T>
bool succeeds(QFuture<T> future)
{
    return waitFor(future) && !errorOf(future);
}

} // namespace QciAuth
