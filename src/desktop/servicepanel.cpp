// SPDX-License-Identifier: Apache-2.0
#include "servicepanel.h"

#include "errortext.h"
#include "latencytext.h"
#include "readout.h"
#include "servicemonitor.h"
#include "sessiontext.h"
#include "tooltiptext.h"
#include "ui_servicepanel.h"

#include <QEvent>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

constexpr int lettersOfWords = 40;
constexpr int iconSize = 16;

} // namespace

ServicePanel::ServicePanel(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ServicePanel>())
{
    m_ui->setupUi(this);
    // The words say more than the picture beside them.
    m_ui->healthLabel->setWantedLetters(lettersOfWords);
    m_ui->latencyLabel->setWantedLetters(lettersOfWords);
    setUpLook();
}

ServicePanel::~ServicePanel() = default;

void ServicePanel::follow(const ServiceMonitor &monitor)
{
    if (m_monitor)
        m_monitor->disconnect(this);
    m_monitor = &monitor;
    connect(m_monitor, &ServiceMonitor::stateChanged, this, &ServicePanel::showService);
    showService();
}

void ServicePanel::followInTabOrder(QWidget *widget)
{
    setTabOrder(widget, m_ui->sparkline);
}

int ServicePanel::captionWidth() const
{
    return std::max({m_ui->serviceCaption->sizeHint().width(), m_ui->healthCaption->sizeHint().width(),
        m_ui->versionCaption->sizeHint().width()});
}

void ServicePanel::setCaptionWidth(int width)
{
    for (QLabel *label : {m_ui->serviceCaption, m_ui->healthCaption, m_ui->versionCaption})
        label->setMinimumWidth(width);
}

void ServicePanel::setUpLook()
{
    setCaptionWidth(0); // a smaller font needs less
    const QFont caption = scaledFont(font(), captionScale);
    for (QLabel *label :
        {m_ui->serviceCaption, m_ui->healthCaption, m_ui->versionCaption, static_cast<QLabel *>(m_ui->latencyLabel)})
        label->setFont(caption);
}

void ServicePanel::showService()
{
    const QString url = m_monitor->profile().url;
    showReadout(*m_ui->serviceLabel, url, tr("Service: %1").arg(url));
    const QString health = SessionText::health(*m_monitor);
    showReadout(*m_ui->healthLabel, health, tr("Health: %1").arg(health));
    m_ui->healthLabel->setToolTip(
        m_monitor->error() ? toolTipText(errorText(*m_monitor->error(), QUrl(url))) : QString());
    const QString version = SessionText::version(*m_monitor);
    showReadout(*m_ui->versionLabel, version, tr("Version: %1").arg(version));
    const QString latency = LatencyText::brief(m_monitor->history());
    showReadout(*m_ui->latencyLabel, latency, latency);
    m_ui->sparkline->setHistory(m_monitor->history());
    showHealthIcon();
}

void ServicePanel::showHealthIcon()
{
    const bool isAnswered = m_monitor->healthMessage() || m_monitor->error();
    const Tone tone = m_monitor->error() ? Tone::Bad : isAnswered ? Tone::Good : Tone::Neutral;
    const QString name = m_monitor->error() ? u"error"_s : isAnswered ? u"good"_s : u"waiting"_s;
    m_ui->healthIcon->setIcon(name, tone, iconSize);
}

void ServicePanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        setUpLook();
}

} // namespace QciAuth
