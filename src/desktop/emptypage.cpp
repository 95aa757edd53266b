// SPDX-License-Identifier: Apache-2.0
#include "emptypage.h"

#include "theme.h"
#include "ui_emptypage.h"

#include <QEvent>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

constexpr int iconSize = 48;

} // namespace

EmptyPage::EmptyPage(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::EmptyPage>())
{
    m_ui->setupUi(this);
    m_ui->emptyIcon->setIcon(u"key"_s, Tone::Accent, iconSize);
    setUpLook();
    connect(m_ui->logInButton, &QPushButton::clicked, this, &EmptyPage::logInRequested);
}

EmptyPage::~EmptyPage() = default;

void EmptyPage::followInTabOrder(QWidget *widget)
{
    setTabOrder(widget, m_ui->logInButton);
}

void EmptyPage::focusLogIn()
{
    m_ui->logInButton->setFocus();
}

void EmptyPage::setUpLook()
{
    m_ui->logInButton->setStyleSheet(primaryButtonStyle(palette()));
    m_ui->emptyTitle->setFont(scaledFont(font(), titleScale));
}

void EmptyPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        setUpLook();
}

} // namespace QciAuth
