// SPDX-License-Identifier: Apache-2.0
#include "closetotray.h"

#include <QDialog>

namespace QciAuth {

CloseToTray::CloseToTray(QWidget &window, QObject *parent)
    : QObject(parent)
    , m_window(window)
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &CloseToTray::comeBack);
}

void CloseToTray::setShown(bool isShown)
{
    m_isShown = isShown;
    if (isShown)
        m_patience.stop();
    else if (m_window.isHidden() && !m_patience.isActive())
        m_patience.start(patience);
}

bool CloseToTray::hideInstead()
{
    if (!m_isWanted || !m_isShown)
        return false;
    // The desktop may leave standing what belongs to a window that goes.
    for (QDialog *dialog : m_window.findChildren<QDialog *>()) {
        if (!dialog->isModal())
            dialog->close();
    }
    m_window.hide();
    emit hidden();
    return true;
}

void CloseToTray::startHidden()
{
    if (!m_isShown)
        m_patience.start(patience);
}

void CloseToTray::comeBack()
{
    if (!m_isShown && m_window.isHidden())
        m_window.show();
}

} // namespace QciAuth
