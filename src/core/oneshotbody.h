// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QIODevice>

namespace QciAuth {

/// A request body that can be sent once only: sequential, and it refuses to be rewound.
///
/// QNetworkAccessManager sends a POST again by itself when the server closes before it answers, but only where it can
/// rewind the body. A refresh token must be sent once (behaviour.md, HTTP with Qt 6.4).
class OneShotBody final : public QIODevice
{
    Q_OBJECT

public:
    explicit OneShotBody(const QByteArray &data, QObject *parent = nullptr);

    bool isSequential() const override { return true; }
    bool reset() override { return false; }
    bool atEnd() const override;
    qint64 bytesAvailable() const override;

protected:
    qint64 readData(char *target, qint64 maxSize) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_data;
    qsizetype m_read = 0;
};

} // namespace QciAuth
