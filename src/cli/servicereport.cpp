// SPDX-License-Identifier: Apache-2.0
#include "servicereport.h"

#include "await.h"
#include "commandcontext.h"
#include "commanderror.h"
#include "errortext.h"
#include "livesecrets.h"
#include "serviceconnection.h"

using namespace Qt::StringLiterals;

namespace QciAuth {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

ServiceReport::ServiceReport(CommandContext &context, const Profile &profile)
    : m_connection(context.connector.connection(profile))
{
    const auto askedAt = steady_clock::now();
    m_healthAnswer = m_connection->health().then([this, askedAt](const ServiceHealth &health) {
        m_latency = std::chrono::duration_cast<milliseconds>(steady_clock::now() - askedAt);
        return health;
    });
    m_versionAnswer = m_connection->version();
}

ServiceReport::~ServiceReport() = default;

void ServiceReport::finish()
{
    try {
        m_health = await(m_healthAnswer);
        m_health->message = LiveSecrets::redactAll(m_health->message);
    } catch (const AuthError &error) {
        m_error = error;
    }
    try {
        m_version = await(m_versionAnswer);
        m_version->applicationName = LiveSecrets::redactAll(m_version->applicationName);
        m_version->version = LiveSecrets::redactAll(m_version->version);
    } catch (const AuthError &error) {
        if (!m_error)
            m_error = error;
    }
}

std::chrono::seconds ServiceReport::skew() const
{
    return std::chrono::round<std::chrono::seconds>(m_connection->skew());
}

QJsonValue ServiceReport::skewJson() const
{
    return m_health || m_version ? QJsonValue(static_cast<qint64>(skew().count())) : QJsonValue::Null;
}

QJsonObject ServiceReport::toJson() const
{
    QJsonObject health{{u"ok"_s, isHealthy()}};
    health[u"message"_s] = m_health ? m_health->message : shortErrorText(*m_error);
    health[u"latency_ms"_s] = m_health ? QJsonValue(static_cast<qint64>(m_latency.count())) : QJsonValue::Null;
    QJsonObject report{{u"health"_s, health}, {u"server_version"_s, QJsonValue::Null}};
    if (m_version)
        report[u"server_version"_s] =
            QJsonObject{{u"application_name"_s, m_version->applicationName}, {u"version"_s, m_version->version}};
    return report;
}

QString ServiceReport::healthText() const
{
    return m_health ? u"%1, %2 ms"_s.arg(m_health->message).arg(m_latency.count())
                    : u"unreachable, "_s + shortErrorText(*m_error);
}

QString ServiceReport::versionText() const
{
    return m_version ? m_version->applicationName + u' ' + m_version->version : QString();
}

} // namespace QciAuth
