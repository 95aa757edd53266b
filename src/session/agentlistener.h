// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLocalServer>

namespace QciAuth {

/// A QLocalServer that makes no QLocalSocket of a client (AgentStream tells why).
class AgentListener : public QLocalServer
{
    Q_OBJECT

public:
    using QLocalServer::QLocalServer;

signals:
    /// A client has come. Whoever hears of it owns the descriptor.
    void connected(qintptr descriptor);

protected:
    void incomingConnection(quintptr descriptor) override { emit connected(static_cast<qintptr>(descriptor)); }
};

} // namespace QciAuth
