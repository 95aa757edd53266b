// SPDX-License-Identifier: Apache-2.0
#include "checkboxoutlines.h"

#include <QApplication>
#include <QEvent>
#include <QPalette>
#include <QWidget>

#include <utility>

namespace QciAuth {

namespace {

// Styles darken the window colour for an outline, so that it takes more of the text's on dark.
constexpr double textShareOnLight = 0.4;
constexpr double textShareOnDark = 0.6;

QColor mixed(const QColor &ground, const QColor &text)
{
    const double share = ground.lightnessF() < 0.5F ? textShareOnDark : textShareOnLight;
    const auto part = [share](int below, int above) { return qRound(below + share * (above - below)); };
    return {part(ground.red(), text.red()), part(ground.green(), text.green()), part(ground.blue(), text.blue())};
}

} // namespace

CheckBoxOutlines::CheckBoxOutlines(QWidget &window, QObject *parent)
    : QObject(parent)
{
    window.installEventFilter(this);
    follow();
}

bool CheckBoxOutlines::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ApplicationPaletteChange)
        follow();
    return QObject::eventFilter(watched, event);
}

// What is disabled stays faint. A check box has no ground of its own, so that the colour shows in its outline alone.
void CheckBoxOutlines::follow()
{
    QPalette palette = QApplication::palette();
    // What is set below is told as a change, too: following that would go on for ever.
    if (std::exchange(m_isFollowing, true) && palette == m_followed)
        return;
    m_followed = palette;
    palette.setResolveMask(0);
    for (const auto group : {QPalette::Active, QPalette::Inactive})
        palette.setColor(group, QPalette::Window,
            mixed(palette.color(group, QPalette::Window), palette.color(group, QPalette::WindowText)));
    QApplication::setPalette(palette, "QCheckBox");
}

} // namespace QciAuth
