// SPDX-License-Identifier: Apache-2.0
#include "profilebar.h"

#include "icons.h"
#include "profilemodel.h"
#include "theme.h"
#include "ui_profilebar.h"

#include <QEvent>

using namespace Qt::StringLiterals;

namespace QciAuth {

ProfileBar::ProfileBar(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ProfileBar>())
{
    m_ui->setupUi(this);
    m_ui->sandboxLabel->hide();
    setUpLook();
    connect(m_ui->profileBox, &QComboBox::textActivated, this, &ProfileBar::profileChosen);
    connect(m_ui->logOutButton, &QPushButton::clicked, this, &ProfileBar::logOutRequested);
}

ProfileBar::~ProfileBar() = default;

void ProfileBar::setUpLook()
{
    QPalette accent = palette();
    accent.setColor(QPalette::WindowText, toneColor(Tone::Accent, accent));
    m_ui->sandboxLabel->setPalette(accent);
    m_ui->logOutButton->setIconSize(QSize(1, 1) * scaledToFont(buttonIconSize, font()));
    m_ui->logOutButton->setIcon(icon(u"log-out"_s));
}

void ProfileBar::follow(const Sessions &sessions)
{
    m_model = new ProfileModel(sessions, this);
    m_ui->profileBox->setModel(m_model);
}

void ProfileBar::showProfiles(const QStringList &names, const QString &shown)
{
    m_model->setNames(names);
    m_ui->profileBox->setCurrentText(shown);
}

void ProfileBar::showSandbox()
{
    m_ui->sandboxLabel->show();
}

void ProfileBar::showLogOut(bool isOffered)
{
    m_ui->logOutButton->setVisible(isOffered);
}

bool ProfileBar::hasLogOutFocus() const
{
    return m_ui->logOutButton->hasFocus();
}

QWidget *ProfileBar::firstInTabOrder() const
{
    return m_ui->profileBox;
}

void ProfileBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        setUpLook();
}

} // namespace QciAuth
