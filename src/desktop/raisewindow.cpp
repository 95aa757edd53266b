// SPDX-License-Identifier: Apache-2.0
#include "raisewindow.h"

#include <QApplication>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace QciAuth {

void raiseWindow(QWidget &window, const QString &activationToken)
{
    window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
    window.show();
    // Qt 6.4 takes the token from there, and removes it. Elsewhere it would stay, and reach what this program starts.
    if (!activationToken.isEmpty() && QGuiApplication::platformName().startsWith(u"wayland"))
        qputenv("XDG_ACTIVATION_TOKEN", activationToken.toUtf8());
    window.raise();
    QWidget *dialog = QApplication::activeModalWidget();
    if (dialog && dialog != &window) {
        dialog->raise();
        dialog->activateWindow(); // the window itself takes no keys now
    } else {
        window.activateWindow();
    }
}

} // namespace QciAuth
