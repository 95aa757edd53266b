// SPDX-License-Identifier: Apache-2.0
#include "soakservice.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace QciAuth {

SoakService::SoakService(bool withTls)
{
    m_server.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_server.start(
        QCoreApplication::applicationFilePath(), {u"--serve"_s, withTls ? u"https"_s : u"http"_s, m_folder.path()});
    m_url = readLine();
    m_caFile = readLine();
}

SoakService::~SoakService()
{
    m_server.closeWriteChannel();
    m_server.waitForFinished();
}

bool SoakService::order(const QDateTime &now, std::optional<int> fault, const QString &refreshToken)
{
    m_server.write(QByteArray::number(now.toMSecsSinceEpoch()) + ' ' + (fault ? QByteArray::number(*fault) : "-") +
                   ' ' + (refreshToken.isEmpty() ? "-" : refreshToken.toLatin1()) + '\n');
    return readLine() == u"ready";
}

QString SoakService::readLine()
{
    while (!m_server.canReadLine()) {
        if (!m_server.waitForReadyRead())
            return {};
    }
    return QString::fromUtf8(m_server.readLine()).trimmed();
}

} // namespace QciAuth
