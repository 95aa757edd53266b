// SPDX-License-Identifier: Apache-2.0
#include "accessmanager.h"

#include "baseurl.h"

#include <QNetworkProxyFactory>
#include <QNetworkRequest>

namespace QciAuth {

namespace {

class SystemProxies final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        if (isLoopback(query.url()))
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        return systemProxyForQuery(query);
    }
};

} // namespace

std::unique_ptr<QNetworkAccessManager> makeAccessManager()
{
    auto manager = std::make_unique<QNetworkAccessManager>();
    manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    manager->setProxyFactory(new SystemProxies); // the manager takes it over
    return manager;
}

} // namespace QciAuth
