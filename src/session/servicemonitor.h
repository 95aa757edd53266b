// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "autherror.h"
#include "latencyhistory.h"
#include "profile.h"
#include "serviceversion.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>

namespace QciAuth {

class Connector;
class ServiceConnection;

/// Asks one service after the other how it is: health and version, now and at intervals. Needs no login.
class ServiceMonitor : public QObject
{
    Q_OBJECT

public:
    /// @param connector  must outlive the monitor.
    explicit ServiceMonitor(const Connector &connector, QObject *parent = nullptr);
    ~ServiceMonitor() override;

    const Profile &profile() const { return m_profile; }
    /// What the service said last; at most one of `healthMessage()` and `error()` has a value.
    const std::optional<QString> &healthMessage() const { return m_healthMessage; }
    const std::optional<AuthError> &error() const { return m_error; }
    const std::optional<ServiceVersion> &version() const { return m_version; }
    /// From question to answer of the last health call.
    std::chrono::milliseconds latency() const { return m_latency; }
    /// The last health calls to this service, as long as it is watched.
    const LatencyHistory &history() const { return m_history; }
    bool isChecking() const { return m_open > 0; }

    /// Turns to this profile's service; forgets what another one said, and asks at once. An empty URL is nobody.
    void watch(const Profile &profile);
    /// Asks now, unless it is asking already.
    void check();
    /// Asks by itself this often; zero: never.
    void setInterval(std::chrono::milliseconds interval);

signals:
    /// Any of the properties changed.
    void stateChanged();
    /// The service at that address has said how it is, or has not answered.
    void checked(const QString &url, bool isWell);

private:
    void forget();
    void record(std::chrono::milliseconds askedAt, const std::optional<AuthError> &failure = std::nullopt);
    void ended();

    const Connector &m_connector;
    Profile m_profile;
    QTimer m_timer{this};
    std::unique_ptr<ServiceConnection> m_connection;
    std::optional<QString> m_healthMessage;
    std::optional<AuthError> m_error;
    std::optional<ServiceVersion> m_version;
    std::chrono::milliseconds m_latency{};
    LatencyHistory m_history;
    int m_open = 0;
    int m_generation = 0; ///< moves on with the service: late answers of another are thrown away
};

} // namespace QciAuth
