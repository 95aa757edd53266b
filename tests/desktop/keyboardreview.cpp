// SPDX-License-Identifier: Apache-2.0
#include "keyboardreview.h"

#include "screenreader.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QAction>
#include <QComboBox>
#include <QKeySequence>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMultiHash>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTextEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

QString called(const QObject &object)
{
    return u"%1 '%2'"_s.arg(QLatin1StringView(object.metaObject()->className()), object.objectName());
}

bool isControl(const QWidget *widget)
{
    const bool takesInput = qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QComboBox *>(widget) ||
                            qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget) ||
                            qobject_cast<const QAbstractSlider *>(widget) ||
                            qobject_cast<const QAbstractItemView *>(widget) ||
                            qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QTextEdit *>(widget);
    return takesInput && !qobject_cast<const QScrollBar *>(widget);
}

// Such as the field of a spin box, or the list of a combo box.
bool isPartOfControl(const QWidget &widget)
{
    for (const QWidget *outer = widget.parentWidget(); outer && !outer->isWindow(); outer = outer->parentWidget()) {
        if (isControl(outer) || qobject_cast<const QMenuBar *>(outer))
            return true;
    }
    return false;
}

QList<QWidget *> controls(const QWidget &window)
{
    QList<QWidget *> found = window.findChildren<QWidget *>();
    found.removeIf([&window](const QWidget *widget) {
        return widget->window() != &window || !widget->isVisible() || !isControl(widget) || isPartOfControl(*widget);
    });
    return found;
}

bool isReachedByTab(const QWidget &control)
{
    const QWidget *focused = &control;
    do {
        const QWidget *proxy = focused->focusProxy();
        const QWidget *taker = proxy ? proxy : focused;
        const bool stops = (focused->focusPolicy() & Qt::TabFocus) != 0 && focused->isEnabled() && focused->isVisible();
        if (stops && (focused == &control || taker == &control || control.isAncestorOf(taker)))
            return true;
        focused = focused->nextInFocusChain();
    } while (focused != &control);
    return false;
}

// Of buttons that exclude each other only the checked one is a stop; the arrow keys lead to the others.
bool isLedToByArrows(const QWidget &control)
{
    const auto *button = qobject_cast<const QAbstractButton *>(&control);
    return button && button->isCheckable() && button->autoExclusive() && !button->isChecked();
}

QStringList repeatedLetters(const QMultiHash<QString, QString> &letters, const QString &where)
{
    QStringList problems;
    for (const QString &letter : letters.uniqueKeys()) {
        QStringList users = letters.values(letter);
        std::sort(users.begin(), users.end());
        if (users.size() > 1)
            problems.append(u"In %1, %2 leads to more than one: %3."_s.arg(where, letter, users.join(u", "_s)));
    }
    return problems;
}

void addLetter(QMultiHash<QString, QString> &letters, const QString &text)
{
    if (const QKeySequence letter = QKeySequence::mnemonic(text); !letter.isEmpty())
        letters.insert(letter.toString(), text);
}

QStringList letterProblemsOfMenus(const QWidget &window)
{
    QStringList problems;
    for (const QMenu *menu : window.findChildren<QMenu *>()) {
        QMultiHash<QString, QString> letters;
        for (const QAction *action : menu->actions())
            addLetter(letters, action->text());
        problems += repeatedLetters(letters, called(*menu));
    }
    return problems;
}

QStringList letterProblems(const QWidget &window)
{
    QStringList problems;
    QMultiHash<QString, QString> letters;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (widget->window() != &window || !widget->isVisible())
            continue;
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            addLetter(letters, button->text());
        if (const auto *bar = qobject_cast<const QMenuBar *>(widget)) {
            for (const QAction *action : bar->actions())
                addLetter(letters, action->text());
        }
        const auto *label = qobject_cast<const QLabel *>(widget);
        if (!label || label->textFormat() == Qt::PlainText)
            continue;
        if (label->buddy())
            addLetter(letters, label->text());
        else if (!QKeySequence::mnemonic(label->text()).isEmpty())
            problems.append(u"The letter of %1 leads nowhere."_s.arg(called(*label)));
    }
    return problems + repeatedLetters(letters, called(window));
}

} // namespace

QStringList keyboardProblems(QWidget &window)
{
    QStringList problems;
    for (QWidget *control : controls(window)) {
        const QString name = spokenName(*control);
        if (std::none_of(name.begin(), name.end(), [](QChar character) { return character.isLetterOrNumber(); }))
            problems.append(u"%1 has no name."_s.arg(called(*control)));
        if (control->isEnabled() && !isReachedByTab(*control) && !isLedToByArrows(*control))
            problems.append(u"Tab does not reach %1."_s.arg(called(*control)));
    }
    return problems + letterProblems(window) + letterProblemsOfMenus(window);
}

} // namespace QciAuth
