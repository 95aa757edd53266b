// SPDX-License-Identifier: Apache-2.0
#include "statusbar.h"

#include "elidedlabel.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOption>

#include <algorithm>

namespace QciAuth {

namespace {

constexpr int messageMilliseconds = 6'000;

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
    if (m_clipboard->text() != text)
        m_clipboard->setText(text);
}

void StatusBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QStyleOption option;
    option.initFrom(this);
    style()->drawPrimitive(QStyle::PE_PanelStatusBar, &option, &painter, this);
    if (currentMessage().isEmpty())
        return;
    constexpr int partIndent = 2; // that of Qt's own layout
    QRect room = contentsRect().adjusted(partIndent, 0, 0, 0);
    for (const QWidget *part : findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
        // While there is a message, Qt hides what it stands in for.
        if (part->isVisible() && part->width() > 0)
            room.setRight(
                std::min(room.right(), part->x() - part->style()->pixelMetric(QStyle::PM_LayoutHorizontalSpacing)));
    }
    const QString shown = fontMetrics().elidedText(currentMessage(), Qt::ElideRight, room.width());
    style()->drawItemText(&painter, QStyle::visualRect(layoutDirection(), rect(), room),
        Qt::AlignLeading | Qt::AlignVCenter, palette(), isEnabled(), shown, QPalette::WindowText);
}

} // namespace QciAuth
