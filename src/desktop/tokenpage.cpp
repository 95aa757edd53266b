// SPDX-License-Identifier: Apache-2.0
#include "tokenpage.h"

#include "icons.h"
#include "readout.h"
#include "session.h"
#include "sessiontext.h"
#include "ui_tokenpage.h"

#include <QEvent>
#include <QFontDatabase>
#include <QKeySequence>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace QciAuth {

TokenPage::TokenPage(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::TokenPage>())
{
    m_ui->setupUi(this);
    setUpLook();
    connect(m_ui->copyHeaderButton, &QPushButton::clicked, this, &TokenPage::copyHeaderRequested);
    connect(m_ui->refreshButton, &QPushButton::clicked, this, &TokenPage::refreshRequested);
    connect(m_ui->copyOrganizationButton, &QPushButton::clicked, this,
        [this] { emit copyIdRequested(m_ui->organizationLabel->text(), tr("Organization ID copied")); });
    connect(m_ui->copyUserButton, &QPushButton::clicked, this,
        [this] { emit copyIdRequested(m_ui->userLabel->text(), tr("User ID copied")); });
}

TokenPage::~TokenPage() = default;

void TokenPage::setUpLook()
{
    setUpCopyButton();
    m_ui->stateLabel->setFont(scaledFont(font(), titleScale));
    setCaptionWidth(0); // a smaller font needs less
    const QFont caption = scaledFont(font(), captionScale);
    for (QLabel *label : {m_ui->organizationCaption, m_ui->userCaption})
        label->setFont(caption);
    if (m_hasIds)
        setUpIdFont();

    for (QPushButton *button : {m_ui->copyOrganizationButton, m_ui->copyUserButton, m_ui->refreshButton})
        button->setIconSize(QSize(1, 1) * scaledToFont(buttonIconSize, font()));
    m_ui->copyOrganizationButton->setIcon(icon(u"copy"_s));
    m_ui->copyUserButton->setIcon(icon(u"copy"_s));
    m_ui->refreshButton->setIcon(icon(u"refresh"_s));
}

void TokenPage::setUpCopyButton()
{
    m_ui->copyHeaderButton->setStyleSheet(m_isCopyPrimary ? primaryButtonStyle(palette()) : QString());
}

// Not before there is an ID to show: a family of fonts takes a while to find, and the first picture needs none of this.
// The rows are as high as the buttons in them.
void TokenPage::setUpIdFont()
{
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (font().pointSizeF() > 0)
        fixed.setPointSizeF(font().pointSizeF());
    else
        fixed.setPixelSize(font().pixelSize());
    m_ui->organizationLabel->setFont(fixed);
    m_ui->userLabel->setFont(fixed);
}

void TokenPage::setCopyAsMenu(QMenu *menu)
{
    m_ui->copyAsButton->setMenu(menu);
}

void TokenPage::nameShortcuts(const QKeySequence &copy, const QKeySequence &refresh)
{
    const auto name = [](QWidget &widget, const QKeySequence &keys) {
        widget.setToolTip(
            tr("%1 (%2)", "tooltip, shortcut").arg(widget.toolTip(), keys.toString(QKeySequence::NativeText)));
    };
    name(*m_ui->copyHeaderButton, copy);
    name(*m_ui->refreshButton, refresh);
}

void TokenPage::followInTabOrder(QWidget *widget)
{
    for (QWidget *control : std::initializer_list<QWidget *>{m_ui->copyHeaderButton, m_ui->copyAsButton,
             m_ui->refreshButton, m_ui->copyOrganizationButton, m_ui->copyUserButton}) {
        setTabOrder(widget, control);
        widget = control;
    }
}

void TokenPage::focusCopyHeader()
{
    m_ui->copyHeaderButton->setFocus();
}

int TokenPage::captionWidth() const
{
    return std::max(m_ui->organizationCaption->sizeHint().width(), m_ui->userCaption->sizeHint().width());
}

void TokenPage::setCaptionWidth(int width)
{
    for (QLabel *label : {m_ui->organizationCaption, m_ui->userCaption})
        label->setMinimumWidth(width);
}

void TokenPage::showWaiting()
{
    m_ui->stateLabel->setText(tr("Waiting for the keychain…"));
    m_ui->ring->setReading(0, Tone::Neutral, {}, u"waiting"_s);
}

void TokenPage::showSession(const Session &session)
{
    const bool isLoggedOut = session.state() == Session::State::LoggedOut;
    const bool hasClient = session.info() || session.lastError() || session.isExchanging();
    for (QWidget *control :
        std::initializer_list<QWidget *>{m_ui->copyHeaderButton, m_ui->copyAsButton, m_ui->refreshButton})
        control->setEnabled(!isLoggedOut && hasClient && session.state() != Session::State::Locked);

    // There the notice has what is wanted next.
    const bool isCopyPrimary = session.state() != Session::State::LoginRequired;
    if (std::exchange(m_isCopyPrimary, isCopyPrimary) != isCopyPrimary)
        setUpCopyButton();

    const auto &info = session.info();
    const QString organization = info ? info->organizationId : QString();
    const QString user = info ? info->userId : QString();
    if (info && !std::exchange(m_hasIds, true))
        setUpIdFont();
    for (QWidget *part : {m_ui->organizationCaption, m_ui->userCaption})
        part->setEnabled(info.has_value());
    showReadout(*m_ui->organizationLabel, organization, tr("Organization ID: %1").arg(organization));
    showReadout(*m_ui->userLabel, user, tr("User ID: %1").arg(user));
    m_ui->copyOrganizationButton->setEnabled(!organization.isEmpty());
    m_ui->copyUserButton->setEnabled(!user.isEmpty());
    m_ui->ring->setBusy(session.isExchanging());
}

void TokenPage::showCountdown(const Session &session, const QDateTime &now)
{
    SessionText::writeCountdown(m_countdown, session, now);
    const QString symbol = SessionText::isEnding(session, now) ? u"warning"_s : SessionText::iconName(session);
    m_ui->ring->setReading(SessionText::share(session, now), SessionText::tone(session, now), m_countdown, symbol);
}

void TokenPage::showTime(const Session &session, const QDateTime &now)
{
    const QString state = SessionText::headline(session, now);
    showReadout(*m_ui->stateLabel, state, state);
    showCountdown(session, now);
    const QString expiry = SessionText::expiry(session, now);
    showReadout(*m_ui->expiryLabel, expiry, SessionText::spokenExpiry(session, now));
    m_ui->expiryLabel->setVisible(!expiry.isEmpty());
}

bool TokenPage::offersToken() const
{
    return m_ui->copyHeaderButton->isEnabled();
}

void TokenPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        setUpLook();
}

} // namespace QciAuth
