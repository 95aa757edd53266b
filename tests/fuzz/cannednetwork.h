// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cannedreply.h"

#include <QNetworkAccessManager>

namespace QciAuth {

/// Answers every request with the same can.
class CannedNetwork final : public QNetworkAccessManager
{
    Q_OBJECT

public:
    explicit CannedNetwork(const Can &can)
        : m_can(can)
    {
    }

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request, QIODevice *) override
    {
        return new CannedReply(request, operation, m_can, this);
    }

private:
    Can m_can;
};

} // namespace QciAuth
