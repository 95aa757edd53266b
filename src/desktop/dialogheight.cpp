// SPDX-License-Identifier: Apache-2.0
#include "dialogheight.h"

#include <QEvent>
#include <QLayout>
#include <QWidget>

#include <algorithm>

namespace QciAuth {

DialogHeight::DialogHeight(QWidget &dialog)
    : QObject(&dialog)
    , m_dialog(dialog)
{
    dialog.installEventFilter(this);
}

void DialogHeight::fit()
{
    if (!m_dialog.isVisible())
        return;
    // From the inside out: what is hidden needs nothing from now on.
    const QList<QWidget *> children = m_dialog.findChildren<QWidget *>();
    for (auto child = children.rbegin(); child != children.rend(); ++child) {
        if (QLayout *layout = (*child)->layout())
            layout->activate();
    }
    m_dialog.layout()->activate();
    if (!m_isUsers)
        m_dialog.resize(m_dialog.width(), wanted());
}

bool DialogHeight::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && m_dialog.isVisible())
        m_isUsers = m_dialog.height() > wanted();
    else if (event->type() == QEvent::LayoutRequest && m_dialog.height() < wanted())
        m_dialog.resize(m_dialog.width(), wanted());
    return QObject::eventFilter(watched, event);
}

int DialogHeight::wanted() const
{
    // The layout itself makes the dialog as large as the latter.
    return std::max(m_dialog.layout()->totalHeightForWidth(m_dialog.width()), m_dialog.minimumHeight());
}

} // namespace QciAuth
