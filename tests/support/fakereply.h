// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "httpanswers.h"

#include <QNetworkReply>

namespace QciAuth {

/// What a service or a network does to a request: an answer, one that breaks off, or none.
struct FakeAnswer
{
    int status = 0; ///< 0: the error comes before any answer
    AnswerHeaders headers{};
    QByteArray body{};
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    bool isUntrusted = false; ///< the certificate is shown as a bad one first
    QByteArray reason{};      ///< what the status is called
};

/// A reply without a network: stays open until answer().
class FakeReply final : public QNetworkReply
{
    Q_OBJECT

public:
    FakeReply(const QNetworkRequest &request, const QByteArray &sent, QObject *parent);

    /// The body that was sent.
    const QByteArray &sent() const { return m_sent; }
    /// Ends it, unless the client has.
    void answer(const FakeAnswer &answer);

    void abort() override;
    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override;

protected:
    qint64 readData(char *target, qint64 maxSize) override;

private:
    QByteArray m_sent;
    QByteArray m_body;
    qsizetype m_read = 0;
};

} // namespace QciAuth
