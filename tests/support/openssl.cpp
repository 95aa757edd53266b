// SPDX-License-Identifier: Apache-2.0
#include "openssl.h"

#include <QProcess>

namespace QciAuth {

bool runOpenssl(const QStringList &arguments)
{
    QProcess openssl;
    openssl.setProcessChannelMode(QProcess::MergedChannels);
    openssl.start(QStringLiteral("openssl"), arguments);
    if (openssl.waitForFinished() && openssl.exitStatus() == QProcess::NormalExit && openssl.exitCode() == 0)
        return true;
    qWarning("openssl made no certificate: %s%s", qPrintable(openssl.errorString()), openssl.readAll().constData());
    return false;
}

} // namespace QciAuth
