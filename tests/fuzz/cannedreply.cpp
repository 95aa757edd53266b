// SPDX-License-Identifier: Apache-2.0
#include "cannedreply.h"

#include <QNetworkRequest>

#include <algorithm>

namespace QciAuth {

CannedReply::CannedReply(
    const QNetworkRequest &request, QNetworkAccessManager::Operation operation, const Can &can, QObject *parent)
    : QNetworkReply(parent)
    , m_body(can.body)
{
    setRequest(request);
    setUrl(request.url());
    setOperation(operation);
    if (can.status != 0) {
        setAttribute(QNetworkRequest::HttpStatusCodeAttribute, can.status);
        setAttribute(QNetworkRequest::HttpReasonPhraseAttribute, can.reason);
    }
    for (const auto &[name, value] : can.headers)
        setRawHeader(name, value);
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    QMetaObject::invokeMethod(
        this, [this, error = can.error] { deliver(error); }, Qt::QueuedConnection);
}

void CannedReply::deliver(QNetworkReply::NetworkError error)
{
    if (!m_body.isEmpty())
        emit readyRead();
    if (error != NoError)
        setError(error, QString());
    setFinished(true);
    emit finished();
}

qint64 CannedReply::readData(char *data, qint64 maximum)
{
    const qint64 count = std::min<qint64>(maximum, m_body.size());
    std::copy_n(m_body.constData(), count, data);
    m_body.remove(0, count);
    return count;
}

} // namespace QciAuth
