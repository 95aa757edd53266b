// SPDX-License-Identifier: Apache-2.0
#include "statusbar.h"

#include "elidedlabel.h"
#include "tooltiptext.h"

#include <QPainter>
#include <QSizeGrip>
#include <QStyle>
#include <QStyleOption>

#include <algorithm>

namespace QciAuth {

namespace {

constexpr int messageMilliseconds = 6'000;
constexpr int partSpacing = 8;

} // namespace

StatusBar::StatusBar(QWidget *parent)
    : QStatusBar(parent)
    , m_keychain(new ElidedLabel(this))
    , m_clipboard(new ElidedLabel(this))
{
    setContentsMargins(14, 0, 8, 4);
    addWidget(m_keychain, 1);
    constexpr int lettersOfClipboard = 40; // other languages take more words than English
    m_clipboard->setWantedLetters(lettersOfClipboard);
    addPermanentWidget(m_clipboard);
    connect(this, &QStatusBar::messageChanged, this, &StatusBar::makeRoom);
}

void StatusBar::say(const QString &text)
{
    showMessage(text, messageMilliseconds);
}

void StatusBar::showKeychain(const QString &name)
{
    m_keychain->setText(name.isEmpty() ? tr("No keychain") : tr("Keychain: %1").arg(name));
}

QString StatusBar::keychainText() const
{
    return m_keychain->text();
}

void StatusBar::showClipboard(std::chrono::milliseconds remaining)
{
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(remaining).count();
    const QString text = seconds > 0 ? tr("Clipboard clears in %1 s").arg(seconds) : QString();
    if (m_clipboard->text() == text)
        return;
    m_clipboard->setText(text);
    makeRoom();
}

void StatusBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QStyleOption option;
    option.initFrom(this);
    style()->drawPrimitive(QStyle::PE_PanelStatusBar, &option, &painter, this);
    if (currentMessage().isEmpty())
        return;
    const QRect place = room();
    const QString shown = fontMetrics().elidedText(currentMessage(), Qt::ElideRight, place.width());
    style()->drawItemText(&painter, QStyle::visualRect(layoutDirection(), rect(), place),
        Qt::AlignLeading | Qt::AlignVCenter, palette(), isEnabled(), shown, QPalette::WindowText);
}

QRect StatusBar::room() const
{
    QRect room = wholeRoom();
    if (!m_clipboard->isHidden() && m_clipboard->width() > 0)
        room.setRight(m_clipboard->x() - partSpacing);
    return room;
}

// Between the edge and the grip.
QRect StatusBar::wholeRoom() const
{
    constexpr int partIndent = 2; // that of Qt's own layout
    QRect room = contentsRect().adjusted(partIndent, 0, 0, 0);
    if (const auto *grip = findChild<QSizeGrip *>(); grip && !grip->isHidden())
        room.setRight(room.right() - grip->sizeHint().width());
    return room;
}

void StatusBar::resizeEvent(QResizeEvent *event)
{
    QStatusBar::resizeEvent(event);
    makeRoom();
}

// How long the clipboard keeps it can be read once the message is gone.
void StatusBar::makeRoom()
{
    const int wanted = fontMetrics().horizontalAdvance(currentMessage());
    const int whole = wholeRoom().width();
    m_clipboard->setVisible(
        currentMessage().isEmpty() || wanted <= whole - m_clipboard->sizeHint().width() - 2 * partSpacing);
    setToolTip(wanted <= whole ? QString() : toolTipText(currentMessage()));
}

} // namespace QciAuth
