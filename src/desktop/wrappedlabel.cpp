// SPDX-License-Identifier: Apache-2.0
#include "wrappedlabel.h"

#include <QEvent>

namespace QciAuth {

namespace {

// A window that is drawn larger by its edge goes through many widths.
constexpr qsizetype mostHeights = 32;

} // namespace

WrappedLabel::WrappedLabel(QWidget *parent)
    : QLabel(parent)
{
    setWordWrap(true);
}

int WrappedLabel::heightForWidth(int width) const
{
    if (text() != m_text || font() != m_font || m_heights.size() >= mostHeights) {
        m_heights.clear();
        m_text = text();
        m_font = font();
    }
    const auto known = m_heights.constFind(width);
    if (known != m_heights.cend())
        return *known;
    return *m_heights.insert(width, QLabel::heightForWidth(width));
}

bool WrappedLabel::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::StyleChange:
    case QEvent::ContentsRectChange:
    case QEvent::ScreenChangeInternal: // another screen may have other pixels
        m_heights.clear();
        break;
    default:
        break;
    }
    return QLabel::event(event);
}

} // namespace QciAuth
