// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "autherror.h"
#include "profile.h"
#include "servicehealth.h"
#include "serviceversion.h"

#include <QFuture>
#include <QJsonObject>
#include <QString>

#include <chrono>
#include <memory>
#include <optional>

namespace QciAuth {

class CommandContext;
class ServiceConnection;

/// How the service of an account is: asked at once, told when it is wanted.
class ServiceReport
{
public:
    /// Sends both questions.
    /// @throws AuthError where the URL cannot be used.
    ServiceReport(CommandContext &context, const Profile &profile);
    ~ServiceReport();
    Q_DISABLE_COPY_MOVE(ServiceReport)

    /// Waits for both answers.
    void finish();

    bool isHealthy() const { return m_health.has_value(); }
    /// Why the service gave no health or version; the first of the two.
    const std::optional<AuthError> &error() const { return m_error; }
    /// Service time minus local time; zero where no answer told.
    std::chrono::seconds skew() const;
    /// The same in seconds; null where no answer told.
    QJsonValue skewJson() const;

    /// `health` and `server_version` of cli.md.
    QJsonObject toJson() const;
    /// Like `OK, 12 ms`, or why not.
    QString healthText() const;
    /// Like `auth 1.2.3`; empty where not known.
    QString versionText() const;

private:
    std::unique_ptr<ServiceConnection> m_connection;
    QFuture<ServiceHealth> m_healthAnswer;
    QFuture<ServiceVersion> m_versionAnswer;
    std::optional<ServiceHealth> m_health;
    std::optional<ServiceVersion> m_version;
    std::optional<AuthError> m_error;
    std::chrono::milliseconds m_latency{};
};

} // namespace QciAuth
