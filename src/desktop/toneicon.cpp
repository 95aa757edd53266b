// SPDX-License-Identifier: Apache-2.0
#include "toneicon.h"

#include "icons.h"

#include <QEvent>

namespace QciAuth {

void ToneIcon::setIcon(const QString &name, Tone tone, int size)
{
    if (name == m_name && tone == m_tone && size == m_size)
        return;
    m_name = name;
    m_tone = tone;
    m_size = size;
    draw();
}

void ToneIcon::paintEvent(QPaintEvent *event)
{
    // Qt 6.4 tells a widget nothing of another screen, but paints it there.
    if (!m_name.isEmpty() && m_drawnRatio != devicePixelRatioF())
        draw();
    QLabel::paintEvent(event);
}

void ToneIcon::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        draw();
}

void ToneIcon::draw()
{
    if (m_name.isEmpty())
        return;
    m_drawnRatio = devicePixelRatioF();
    setPixmap(iconPixmap(m_name, toneColor(m_tone, palette()), scaledToFont(m_size, font()), m_drawnRatio));
}

} // namespace QciAuth
