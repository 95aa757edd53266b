// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QObject>
#include <QRect>
#include <QString>
#include <QTimer>

class QScreen;
class QWidget;

namespace QciAuth {

/// Remembers where a window is, and how large, from one run to the next; and keeps it where somebody can see it, also
/// when a screen is unplugged while the program runs.
class WindowPlacement final : public QObject
{
    Q_OBJECT

public:
    /// Puts the window where it was. What the file says counts only as far as it makes sense, and fits the screens.
    /// @param window  not shown yet; must outlive this.
    /// @param folder  where the settings file is, or will be; ProfileStore::defaultFolder(), but for tests.
    WindowPlacement(QWidget &window, const QString &folder, QObject *parent = nullptr);
    ~WindowPlacement() override;

    /// Where a window that wants to be at `frame` can be seen and moved: there, where enough of its title bar is on a
    /// screen; else on the screen nearest to it, and no larger than that.
    /// @param screens  what is available of each; not empty.
    static QRect seen(const QRect &frame, const QList<QRect> &screens);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void restore();
    /// Whether there is anything new.
    bool remember();
    void save();
    void follow(QScreen *screen);
    /// Comes back where the screen that the window was on is gone.
    void bringBack();
    static QList<QRect> screens();

    QWidget &m_window;
    QString m_file;
    QRect m_frame; ///< position with its frame and size without, as QWidget has them; while not maximised
    bool m_isMaximized = false;
    QTimer m_saving;   ///< the window is where it stays, for now
    QTimer m_settling; ///< several screens may change at once, and the window manager has its own say first
};

} // namespace QciAuth
