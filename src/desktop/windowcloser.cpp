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
        emit held(reasonToStay());
        return false;
    }
    m_isLeaving = true;
    // Not quit(), which asks every dialog, and one that is at work may refuse.
    QCoreApplication::exit();
    return true;
}

QString WindowCloser::reasonToStay() const
{
    if (m_guard.isRemoving())
        return tr("Waiting for the keychain…");
    return m_guard.isLoggingIn() ? tr("Waiting for the login to end…") : tr("Waiting for the refresh to end…");
}

void WindowCloser::giveRemovalUp()
{
    if (m_isEnding)
        quit();
    else
        emit removalGivenUp();
}

} // namespace QciAuth
