// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>

#include <optional>

namespace QciAuth {

/// A soak server that runs beside this process.
class SoakService
{
public:
    /// Starts it; not valid where that fails.
    explicit SoakService(bool withTls);
    ~SoakService();
    Q_DISABLE_COPY_MOVE(SoakService)

    bool isValid() const { return !m_url.isEmpty(); }
    const QString &url() const { return m_url; }
    /// The certificate authority of the server, PEM.
    const QString &caFile() const { return m_caFile; }

    /// What the next connections meet.
    /// @param fault         number in soakFaults(); nothing: a good answer.
    /// @param refreshToken  that a good answer brings along; empty: none.
    /// @return whether the server has understood.
    bool order(const QDateTime &now, std::optional<int> fault, const QString &refreshToken = {});

private:
    QString readLine();

    QTemporaryDir m_folder;
    QProcess m_server;
    QString m_url;
    QString m_caFile;
};

} // namespace QciAuth
