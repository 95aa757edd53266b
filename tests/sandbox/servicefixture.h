// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandboxservice.h"

#include <QJsonObject>
#include <QObject>

#include <optional>

namespace QciAuth {

/// A fresh service for each test function: it knows \c m_apiToken, its tokens live 10 minutes, and the time is
/// \c m_now.
class ServiceFixture : public QObject
{
    Q_OBJECT

private slots:
    void init();

protected:
    SandboxResponse ask(
        const QByteArray &method, const QString &path, const QByteArray &body = {}, const SandboxHeaders &headers = {});
    SandboxResponse exchange(const QByteArray &apiToken);
    /// Exchanges the API token and returns the access token only.
    QByteArray accessToken();
    SandboxResponse allocations(const QByteArray &authorization);

    static QByteArray headerOf(const SandboxResponse &response, const QByteArray &name);
    static QJsonObject jsonOf(const QByteArray &bytes);

    QByteArray m_apiToken;
    QDateTime m_now;
    std::optional<SandboxService> m_service;
};

} // namespace QciAuth
