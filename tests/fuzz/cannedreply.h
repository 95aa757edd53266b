// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QNetworkReply>

#include <utility>

namespace QciAuth {

/// What a server is said to have answered, as QNetworkAccessManager hands it on.
struct Can
{
    int status = 0;
    QByteArray reason;
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
};

/// Answers a request with what is in the can, without any network.
class CannedReply final : public QNetworkReply
{
    Q_OBJECT

public:
    CannedReply(
        const QNetworkRequest &request, QNetworkAccessManager::Operation operation, const Can &can, QObject *parent);

    void abort() override {}
    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override { return QNetworkReply::bytesAvailable() + m_body.size(); }

protected:
    qint64 readData(char *data, qint64 maximum) override;

private:
    void deliver(QNetworkReply::NetworkError error);

    QByteArray m_body;
};

} // namespace QciAuth
