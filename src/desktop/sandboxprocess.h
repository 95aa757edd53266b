// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QProcess>
#include <QString>

namespace QciAuth {

/// The sandbox service as a child of this process: on a free loopback port, ending with this process however that ends.
class SandboxProcess : public QObject
{
    Q_OBJECT

public:
    explicit SandboxProcess(QObject *parent = nullptr);
    ~SandboxProcess() override;

    /// Starts `program`. Emits `started` or `failed` later.
    void start(const QString &program);

signals:
    void started(const QString &url, const QString &apiToken);
    /// @param text  for the user: what failed, why, what to do.
    void failed(const QString &text);

private:
    void readLines();

    QProcess m_process;
    QString m_url;
    bool m_announced = false;
};

} // namespace QciAuth
