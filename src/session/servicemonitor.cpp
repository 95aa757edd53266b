// SPDX-License-Identifier: Apache-2.0
#include "servicemonitor.h"

#include "clock.h"
#include "connector.h"
#include "serviceconnection.h"

namespace QciAuth {

ServiceMonitor::ServiceMonitor(const Connector &connector, QObject *parent)
    : QObject(parent)
    , m_connector(connector)
{
    m_timer.setTimerType(Qt::CoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, &ServiceMonitor::check);
}

ServiceMonitor::~ServiceMonitor()
{
    blockSignals(true);
    forget();
}

void ServiceMonitor::watch(const Profile &profile)
{
    forget();
    // Whoever logs in to it, it is the same service.
    if (profile.url != m_profile.url)
        m_history.clear();
    m_profile = profile;
    if (!profile.url.isEmpty()) {
        try {
            m_connection = m_connector.connection(profile);
        } catch (const AuthError &error) {
            m_error = error;
        }
    }
    check();
    emit stateChanged();
}

void ServiceMonitor::check()
{
    if (!m_connection || m_open > 0)
        return;
    m_open = 2;
    const int generation = m_generation;
    const std::chrono::milliseconds askedAt = m_connector.clock().monotonic();
    m_connection->health()
        .then(this,
            [this, generation, askedAt, url = m_profile.url](const ServiceHealth &health) {
                if (generation != m_generation)
                    return;
                record(askedAt);
                m_healthMessage = health.message;
                m_error.reset();
                ended();
                emit checked(url, true);
            })
        .onFailed(this, [this, generation, askedAt, url = m_profile.url](const AuthError &error) {
            if (generation != m_generation)
                return;
            record(askedAt, error);
            m_healthMessage.reset();
            m_error = error;
            ended();
            emit checked(url, false);
        });
    m_connection->version()
        .then(this,
            [this, generation](const ServiceVersion &version) {
                if (generation != m_generation)
                    return;
                m_version = version;
                ended();
            })
        .onFailed(this, [this, generation](const AuthError &) {
            // The health call tells what is wrong; a version once known stays true until another one is heard.
            if (generation == m_generation)
                ended();
        });
}

void ServiceMonitor::setInterval(std::chrono::milliseconds interval)
{
    if (interval == interval.zero())
        m_timer.stop();
    else if (!m_timer.isActive() || m_timer.intervalAsDuration() != interval)
        m_timer.start(interval);
}

void ServiceMonitor::forget()
{
    ++m_generation;
    m_open = 0;
    // Not now: this may run in one of its own answers.
    if (m_connection) {
        m_connection->abort();
        m_connection.release()->deleteLater();
    }
    m_healthMessage.reset();
    m_error.reset();
    m_version.reset();
}

void ServiceMonitor::record(std::chrono::milliseconds askedAt, const std::optional<AuthError> &failure)
{
    const Clock &clock = m_connector.clock();
    const std::chrono::milliseconds took = clock.monotonic() - askedAt;
    if (!failure)
        m_latency = took;
    m_history.add({clock.now(), took, failure});
}

void ServiceMonitor::ended()
{
    --m_open;
    emit stateChanged();
}

} // namespace QciAuth
