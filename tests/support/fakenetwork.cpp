// SPDX-License-Identifier: Apache-2.0
#include "fakenetwork.h"

#include <QNetworkAccessManager>

namespace QciAuth {

class FakeNetwork::Manager final : public QNetworkAccessManager
{
public:
    explicit Manager(FakeNetwork &network)
        : m_network(network)
    {
    }

protected:
    QNetworkReply *createRequest(Operation, const QNetworkRequest &request, QIODevice *outgoing) override
    {
        auto *reply = new FakeReply(request, outgoing ? outgoing->readAll() : QByteArray(), this);
        m_network.m_replies.append(reply);
        if (m_network.m_observer)
            m_network.m_observer(*reply);
        return reply;
    }

private:
    FakeNetwork &m_network;
};

AccessManagerFactory FakeNetwork::accessManagers()
{
    return [this] { return std::make_unique<Manager>(*this); };
}

void FakeNetwork::setAnswer(const FakeAnswer &answer)
{
    m_observer = [answer](FakeReply &reply) {
        QMetaObject::invokeMethod(
            &reply, [&reply, answer] { reply.answer(answer); }, Qt::QueuedConnection);
    };
}

QList<QPointer<FakeReply>> FakeNetwork::open()
{
    m_replies.removeIf([](const QPointer<FakeReply> &reply) { return !reply || reply->isFinished(); });
    return m_replies;
}

} // namespace QciAuth
