// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "quitguard.h"

#include <QObject>

class QWidget;

namespace QciAuth {

class CloseToTray;

/// Decides what becomes of a window that is to be closed: it hides, or the program ends, now or as soon as that loses
/// nothing.
class WindowCloser final : public QObject
{
    Q_OBJECT

public:
    /// @param window   asks mayClose() when it is closed; must outlive this.
    /// @param sharing  must outlive this.
    WindowCloser(QWidget &window, const SharedExchange &sharing, QObject *parent = nullptr);

    /// Asks where the window may go when it is closed; null: nowhere, then closing ends the program.
    void setCloseToTray(CloseToTray *closeToTray) { m_closeToTray = closeToTray; }
    /// The desktop session ends: closing quits from now on, and nothing is waited for that needs the user.
    void expectEnd() { m_isEnding = true; }
    /// What holds the end of the program back.
    QuitGuard &guard() { return m_guard; }

    /// Whether a window that is being closed may be; the program ends with it. Where not, it stays or hides.
    bool mayClose();
    /// Ends the program, now or as soon as that loses nothing; never hides instead.
    void quit();

signals:
    /// The program ends later.
    /// @param why  for the user.
    void held(const QString &why);
    /// The keychain takes too long to let go of a token, so the program does not end unless it is quit once more.
    void removalGivenUp();

private:
    bool leave();
    QString reasonToStay() const;
    void giveRemovalUp();

    QWidget &m_window;
    QuitGuard m_guard;
    CloseToTray *m_closeToTray = nullptr;
    bool m_isQuitting = false; ///< the window closes because the program is to end
    bool m_isEnding = false;   ///< the desktop session ends, and waits for nobody
    bool m_isLeaving = false;  ///< nothing holds the program back any more
};

} // namespace QciAuth
