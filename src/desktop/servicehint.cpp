// SPDX-License-Identifier: Apache-2.0
#include "servicehint.h"

#include "errortext.h"
#include "readout.h"
#include "servicemonitor.h"
#include "sessiontext.h"
#include "theme.h"

#include <chrono>

namespace QciAuth {

namespace {

constexpr std::chrono::milliseconds typingPause{600};

} // namespace

ServiceHint::ServiceHint(QWidget *parent)
    : QLabel(parent)
{
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPause);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (m_monitor)
            m_monitor->watch(m_profile);
    });
}

void ServiceHint::setMonitor(ServiceMonitor &monitor)
{
    m_monitor = &monitor;
    connect(m_monitor, &ServiceMonitor::stateChanged, this, &ServiceHint::showAnswer);
}

void ServiceHint::setProfile(const Profile &profile)
{
    if (profile == m_profile)
        return;
    m_profile = profile;
    showText(profile.url.isEmpty() ? QString() : tr("Asking the service…"), false);
    m_pause.start();
}

void ServiceHint::setQuiet(bool isQuiet)
{
    m_isQuiet = isQuiet;
    showAnswer();
}

void ServiceHint::showAnswer()
{
    if (m_pause.isActive() || m_profile.url.isEmpty())
        return;
    if (m_monitor->isChecking())
        return showText(tr("Asking the service…"), false);
    if (const auto &error = m_monitor->error())
        return showText(m_isQuiet ? QString() : errorText(*error, QUrl(m_profile.url)), true);
    if (m_monitor->healthMessage())
        showText(tr("A QCi service answers here: %1 (%2)")
                     .arg(SessionText::version(*m_monitor), SessionText::health(*m_monitor)),
            false);
}

void ServiceHint::showText(const QString &text, bool isProblem)
{
    QPalette own = parentWidget()->palette();
    if (isProblem)
        own.setColor(QPalette::WindowText, toneColor(Tone::Warning, own));
    setPalette(own);
    setText(text);
    setSpoken(*this, text);
}

} // namespace QciAuth
