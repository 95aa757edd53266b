// SPDX-License-Identifier: Apache-2.0
#include "fakereply.h"

#include <QPointer>
#include <QSslError>

#include <algorithm>
#include <cstring>

namespace QciAuth {

FakeReply::FakeReply(const QNetworkRequest &request, const QByteArray &sent, QObject *parent)
    : QNetworkReply(parent)
    , m_sent(sent)
{
    setRequest(request);
    setUrl(request.url());
    setOperation(sent.isNull() ? QNetworkAccessManager::GetOperation : QNetworkAccessManager::PostOperation);
    open(QIODevice::ReadOnly);
}

void FakeReply::answer(const FakeAnswer &answer)
{
    if (isFinished())
        return;
    const QPointer guard(this);
    if (answer.status != 0) {
        setAttribute(QNetworkRequest::HttpStatusCodeAttribute, answer.status);
        setAttribute(QNetworkRequest::HttpReasonPhraseAttribute, answer.reason);
    }
    for (const auto &[name, value] : answer.headers)
        setRawHeader(name, value);
    m_body = answer.body;
    if (answer.isUntrusted)
        emit sslErrors({QSslError(QSslError::CertificateExpired)});
    if (answer.error != QNetworkReply::NoError)
        setError(answer.error, QStringLiteral("made up"));
    if (guard && !m_body.isEmpty())
        emit readyRead();
    if (!guard || isFinished())
        return;
    setFinished(true);
    emit finished();
}

void FakeReply::abort()
{
    if (isFinished())
        return;
    setError(QNetworkReply::OperationCanceledError, QStringLiteral("aborted"));
    setFinished(true);
    emit finished();
}

qint64 FakeReply::bytesAvailable() const
{
    return m_body.size() - m_read + QNetworkReply::bytesAvailable();
}

qint64 FakeReply::readData(char *target, qint64 maxSize)
{
    const qsizetype size = std::min<qsizetype>(maxSize, m_body.size() - m_read);
    if (size > 0)
        std::memcpy(target, m_body.constData() + m_read, static_cast<std::size_t>(size));
    m_read += size;
    return size;
}

} // namespace QciAuth
