// SPDX-License-Identifier: Apache-2.0
#include "noticebar.h"

#include "icons.h"
#include "readout.h"
#include "reflowrow.h"
#include "toneicon.h"
#include "tooltiptext.h"

#include <QAccessibleWidget>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

constexpr int iconSize = 22;
constexpr int closeWidth = 32;
constexpr int leastRowWidth = 240; // less would be a column of single words
constexpr int backgroundAlpha = 26;

constexpr int leastLetters = 20;
const auto textName = "noticeText"_L1;

// Such a word may not fit in.
bool hasLongWord(const QString &text)
{
    const QStringList words = text.split(u' ');
    return std::any_of(words.begin(), words.end(), [](const QString &word) { return word.size() > leastLetters; });
}

// A notice that counts down is one notice.
QString withoutNumbers(const Notice &notice)
{
    static const QRegularExpression digits(u"[0-9]+"_s);
    return QString(notice.text).remove(digits);
}

QString iconName(Tone tone)
{
    switch (tone) {
    case Tone::Warning:
        return u"warning"_s;
    case Tone::Bad:
        return u"error"_s;
    default:
        return u"info"_s;
    }
}

// Something that a screen reader reads out as soon as it comes, wherever the keys are.
QAccessibleInterface *makeAccessible(const QString &className, QObject *object)
{
    if (className != QLatin1StringView(QLabel::staticMetaObject.className()) || object->objectName() != textName)
        return nullptr;
    return new QAccessibleWidget(qobject_cast<QWidget *>(object), QAccessible::Notification); // the caller's
}

} // namespace

NoticeBar::NoticeBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new ToneIcon(this))
    , m_row(new ReflowRow(this))
    , m_text(new QLabel(this))
    , m_action(new QPushButton(this))
    , m_close(new QPushButton(icon(u"close"_s), QString(), this))
{
    QAccessible::installFactory(&makeAccessible); // once: it knows those that it has
    m_text->setObjectName(textName);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_action->setObjectName(u"noticeAction"_s);
    m_close->setObjectName(u"noticeClose"_s);
    m_close->setFlat(true);
    m_close->setAccessibleName(tr("Close notice"));
    m_close->setToolTip(tr("Close notice"));

    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_text, 1);
    row->addWidget(m_action, 0, Qt::AlignVCenter);
    m_row->setLayout(row); // in a narrow bar the button goes below the text

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 4, 8, 4);
    layout->setSpacing(8);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_row, 1);
    layout->addWidget(m_close, 0, Qt::AlignTop);
    setAutoFillBackground(true);
    setUpLook();
    hide();

    connect(m_close, &QPushButton::clicked, this, &NoticeBar::dismiss);
    connect(m_action, &QPushButton::clicked, this, [this] {
        if (m_notice)
            emit actionTriggered(m_notice->action);
    });
}

void NoticeBar::setNotice(const std::optional<Notice> &notice)
{
    if (notice && withoutNumbers(*notice) == m_dismissed)
        return;
    m_dismissed.clear();
    if (notice == m_notice)
        return;
    const auto before = std::exchange(m_notice, notice);
    setVisible(notice.has_value());
    if (!notice)
        return;
    const QString text = notice->fullText();
    m_text->setText(text);
    m_text->setToolTip(hasLongWord(text) ? toolTipText(text) : QString());
    if (before && before->isSameButForProgress(*notice))
        return;
    setSpoken(*m_text, tr("Notice: %1").arg(notice->text));
    m_action->setVisible(notice->action != Notice::Action::None);
    m_action->setText(notice->actionText());
    applyTone();
    if (!before || withoutNumbers(*before) != withoutNumbers(*notice))
        announce(before.has_value());
}

void NoticeBar::followInTabOrder(QWidget *widget)
{
    setTabOrder(widget, m_action);
    setTabOrder(m_action, m_close);
}

void NoticeBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        setUpLook();
    // The bar's own palette calls it back once more: setting the same one again changes nothing.
    if (event->type() == QEvent::PaletteChange && m_notice)
        applyTone();
}

void NoticeBar::setUpLook()
{
    // A path or address has no place for a line to break at: it must not make the window as wide as itself.
    m_text->setMinimumWidth(m_text->fontMetrics().averageCharWidth() * leastLetters);
    m_row->setLeastWidth(scaledToFont(leastRowWidth, font()));
    m_close->setMaximumWidth(scaledToFont(closeWidth, font()));
    m_close->setIconSize(QSize(1, 1) * scaledToFont(buttonIconSize, font()));
}

void NoticeBar::announce(bool isInPlaceOfAnother)
{
    QAccessibleEvent alert(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    // On Unix Qt passes on no alerts, but that something comes on the screen; of a text that was not there it tells so
    // itself.
    if (isInPlaceOfAnother) {
        QAccessibleEvent shown(m_text, QAccessible::ObjectShow);
        QAccessible::updateAccessibility(&shown);
    }
}

void NoticeBar::dismiss()
{
    if (m_notice)
        m_dismissed = withoutNumbers(*m_notice);
    m_notice.reset();
    hide();
    emit dismissed();
}

void NoticeBar::applyTone()
{
    const QPalette base = parentWidget() ? parentWidget()->palette() : QPalette();
    const Tone tone = m_notice->tone == Tone::Neutral ? Tone::Accent : m_notice->tone;
    m_icon->setIcon(iconName(m_notice->tone), tone, iconSize);
    // The tone is mixed into the window colour: strong enough to be seen, too weak to cost contrast.
    const QColor color = toneColor(tone, base);
    const QColor window = base.color(QPalette::Window);
    const auto mixed = [](int a, int b) { return (a * (255 - backgroundAlpha) + b * backgroundAlpha) / 255; };
    QPalette own = base;
    own.setColor(QPalette::Window, QColor(mixed(window.red(), color.red()), mixed(window.green(), color.green()),
                                       mixed(window.blue(), color.blue())));
    setPalette(own);
    // Without a login nothing else in the window is of use.
    const QString style = m_notice->action == Notice::Action::LogIn ? primaryButtonStyle(base) : QString();
    if (m_action->styleSheet() != style)
        m_action->setStyleSheet(style);
}

} // namespace QciAuth
