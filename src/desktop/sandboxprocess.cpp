// SPDX-License-Identifier: Apache-2.0
#include "sandboxprocess.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

constexpr auto urlPrefix = "listening on "_L1;
constexpr auto tokenPrefix = "API token: "_L1;
constexpr int endTimeoutMilliseconds = 1000;

} // namespace

SandboxProcess::SandboxProcess(QObject *parent)
    : QObject(parent)
{
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &SandboxProcess::readLines);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            emit failed(tr("The sandbox cannot be started: %1 is missing or cannot be run. Build or install "
                           "qci-auth-sandbox next to this program.")
                            .arg(QDir::toNativeSeparators(m_process.program())));
    });
    connect(&m_process, &QProcess::finished, this, [this] {
        const QString reason = QString::fromUtf8(m_process.readAllStandardError()).simplified();
        emit failed(tr("The sandbox has ended (%1). Start the program again for a new one.")
                        .arg(reason.isEmpty() ? tr("no reason given") : reason));
    });
}

SandboxProcess::~SandboxProcess()
{
    m_process.disconnect(this);
    m_process.closeWriteChannel();
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(endTimeoutMilliseconds))
        m_process.kill();
}

void SandboxProcess::start(const QString &program)
{
    // Its standard input is a pipe from this process: when this process ends, in whatever way, so does the sandbox.
    m_process.start(program, {u"--until-stdin-closes"_s});
}

void SandboxProcess::readLines()
{
    while (m_process.canReadLine()) {
        const QString line = QString::fromUtf8(m_process.readLine()).trimmed();
        if (line.startsWith(urlPrefix)) {
            m_url = line.sliced(urlPrefix.size());
        } else if (line.startsWith(tokenPrefix) && !m_announced) {
            m_announced = true;
            emit started(m_url, line.sliced(tokenPrefix.size()));
        }
    }
}

} // namespace QciAuth
