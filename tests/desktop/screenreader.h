// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>
#include <QWidget>

namespace QciAuth {

/// What assistive technology calls the widget.
QString spokenName(QWidget &widget);

/// Names of all visible widgets of that kind.
template<typename T>
QStringList spokenNames(const QWidget &window)
{
    QStringList names;
    for (T *widget : window.findChildren<T *>()) {
        if (widget->isVisible())
            names.append(spokenName(*widget));
    }
    return names;
}

/// The visible widget of that kind and name; null where there is none, or more than one.
template<typename T>
T *findSpoken(const QWidget &window, const QString &name)
{
    T *found = nullptr;
    for (T *widget : window.findChildren<T *>()) {
        if (!widget->isVisible() || spokenName(*widget) != name)
            continue;
        if (found)
            return nullptr;
        found = widget;
    }
    return found;
}

/// Everything that a window and what is in it says: titles, labels, tooltips, names for screen readers, menu entries;
/// visible or not. Of text fields what they show, which is no more than dots in one that hides its text.
QStringList allTexts(const QWidget &window);

/// The visible parts of the window that have less room than they need, with how much.
QStringList clippedWidgets(const QWidget &window);

} // namespace QciAuth
