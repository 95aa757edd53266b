// SPDX-License-Identifier: Apache-2.0
#include "windowcloser.h"

#include "closetotray.h"

#include <QCoreApplication>
#include <QScopedValueRollback>
#include <QWidget>

namespace QciAuth {

WindowCloser::WindowCloser(QWidget &window, const SharedExchange &sharing, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_guard(sharing)
{
    connect(&m_guard, &QuitGuard::freed, this, &WindowCloser::quit);
    connect(&m_guard, &QuitGuard::removalGivenUp, this, &WindowCloser::giveRemovalUp);
}

bool WindowCloser::mayClose()
{
    const bool isForGood = m_isQuitting || m_isEnding || m_isLeaving;
    if (!isForGood && m_closeToTray && m_closeToTray->hideInstead())
        return false;
    return leave();
}

void WindowCloser::quit()
{
    const QScopedValueRollback quitting(m_isQuitting, true);
    if (m_window.isVisible())
        m_window.close();
    else
        leave();
}

bool WindowCloser::leave()
{
    if (!m_isLeaving && !m_guard.mayQuit()) {
        emit held(m_guard.isRemoving() ? tr("Waiting for the keychain…") : tr("Waiting for the refresh to end…"));
        return false;
    }
    m_isLeaving = true;
    QCoreApplication::quit();
    return true;
}

void WindowCloser::giveRemovalUp()
{
    if (m_isEnding)
        quit();
    else
        emit removalGivenUp();
}

} // namespace QciAuth
