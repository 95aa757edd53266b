// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

class QWidget;

namespace QciAuth {

/// Decides whether a window may be out of sight while the program runs: only where something else shows the program
/// and leads back to the window. A hidden window that nothing leads back to any more comes back by itself.
class CloseToTray final : public QObject
{
    Q_OBJECT

public:
    /// A panel that is started anew, or at the same login as the program, is there by then; and whoever has started the
    /// program by hand does not wonder yet whether it runs.
    static constexpr std::chrono::milliseconds patience{5'000};

    /// @param window  must outlive this.
    explicit CloseToTray(QWidget &window, QObject *parent = nullptr);

    /// Whether the user wants closing to hide.
    void setWanted(bool isWanted) { m_isWanted = isWanted; }
    /// Whether a tray shows the program now.
    void setShown(bool isShown);
    /// Hides the window, with its dialogs that are not modal, where that is wanted and possible; where not, it is to be
    /// closed for good.
    bool hideInstead();
    /// The program starts with its window hidden; where no tray comes to show it, the window does.
    void startHidden();

signals:
    /// The window is hidden now, because the user has closed it.
    void hidden();

private:
    void comeBack();

    QWidget &m_window;
    QTimer m_patience;
    bool m_isWanted = true;
    bool m_isShown = false;
};

} // namespace QciAuth
