// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "trayreading.h"

#include <QMenu>
#include <QObject>

#include <memory>

class QAction;
class QSystemTrayIcon;
class QWindow;

namespace QciAuth {

class EmbeddingTray;
class StatusNotifierHost;

/// The program's icon in the tray (desktop.md): state and time left of one session, and what can be done with it. It
/// appears when a tray does, goes when that goes, and comes back with it; where there is none it costs nothing.
class TrayIcon final : public QObject
{
    Q_OBJECT

public:
    explicit TrayIcon(QObject *parent = nullptr);
    ~TrayIcon() override;

    /// Whether a tray really shows the icon now, as well as a program can know that.
    bool isShown() const;
    /// What it says about that session from now on. Redraws only what looks different.
    void setReading(const TrayReading &reading);
    /// Whether there is a token to copy and to refresh.
    void setUsable(bool isUsable);
    /// A message by the icon, where a tray shows one; else nothing.
    void showMessage(const QString &title, const QString &text);

signals:
    /// isShown() has another answer.
    void shownChanged(bool isShown);
    void showRequested();
    void copyRequested();
    void refreshRequested();
    void quitRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setUpMenu();
    void followTray();
    void makeIcon();
    void showToolTip();
    void watchEmbedding();
    void look();
    QWindow *embeddedWindow() const;

    StatusNotifierHost *m_host;
    EmbeddingTray *m_embedding;
    QMenu m_menu;
    QAction *m_stateAction = nullptr;
    QAction *m_copyAction = nullptr;
    QAction *m_refreshAction = nullptr;
    std::unique_ptr<QSystemTrayIcon> m_icon;
    TrayReading m_reading;
    bool m_isEmbedded = false; ///< the kind of tray that Qt has settled on
    bool m_isSettled = false;
    bool m_wasShown = false;
};

} // namespace QciAuth
