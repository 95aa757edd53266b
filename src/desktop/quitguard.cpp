// SPDX-License-Identifier: Apache-2.0
#include "quitguard.h"

#include "sharedexchange.h"

#include <QPointer>

#include <utility>

namespace QciAuth {

namespace {

constexpr std::chrono::milliseconds usualPatience{5'000};

} // namespace

QuitGuard::QuitGuard(const SharedExchange &sharing, QObject *parent)
    : QObject(parent)
    , m_sharing(sharing)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(usualPatience);
    connect(&m_patience, &QTimer::timeout, this, &QuitGuard::patienceEnded);
}

bool QuitGuard::mayQuit()
{
    if (m_isForced || !isHeld())
        return true;
    // Asked again meanwhile, it goes on waiting.
    if (!std::exchange(m_isQuitting, true)) {
        m_patience.start();
        goOn();
    }
    return false;
}

bool QuitGuard::takeBack()
{
    m_patience.stop();
    return std::exchange(m_isQuitting, false);
}

void QuitGuard::removalStarted()
{
    ++m_removals;
    m_hasGivenUp = false;
}

bool QuitGuard::removalEnded(bool isGone)
{
    --m_removals;
    const bool wasGivenUp = isGone && std::exchange(m_hasGivenUp, false);
    if (isGone)
        goOn();
    else
        takeBack();
    return wasGivenUp;
}

bool QuitGuard::isLoggingIn() const
{
    return m_sharing.isLoginUnderWay();
}

bool QuitGuard::isHeld() const
{
    return (m_removals > 0 && !m_hasGivenUp) || m_sharing.isUnderWay();
}

void QuitGuard::goOn()
{
    if (!m_isQuitting)
        return;
    if (m_sharing.isUnderWay()) {
        m_sharing.settled().then([guard = QPointer(this)] {
            if (guard)
                guard->goOn();
        });
    } else if (!isHeld()) {
        takeBack();
        emit freed();
    }
}

void QuitGuard::patienceEnded()
{
    takeBack();
    if (m_removals > 0 && !std::exchange(m_hasGivenUp, true)) {
        emit removalGivenUp();
        return;
    }
    const QPointer guard(this);
    m_isForced = true;
    emit freed();
    if (guard)
        m_isForced = false;
}

} // namespace QciAuth
