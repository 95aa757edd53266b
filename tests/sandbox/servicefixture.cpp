// SPDX-License-Identifier: Apache-2.0
#include "servicefixture.h"

#include "randombytes.h"

#include <QJsonDocument>

namespace QciAuth {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

void ServiceFixture::init()
{
    m_apiToken = randomBytes(16).toHex();
    m_now = QDateTime::fromString(u"2023-07-15T08:16:59.250Z"_s, Qt::ISODateWithMs);
    m_service.emplace(
        QSet{m_apiToken}, 600s, [this] { return m_now; }, &randomBytes);
}

SandboxResponse ServiceFixture::ask(
    const QByteArray &method, const QString &path, const QByteArray &body, const SandboxHeaders &headers)
{
    return m_service->handle({method, path, headers, body});
}

SandboxResponse ServiceFixture::exchange(const QByteArray &apiToken)
{
    return ask("POST", u"/auth/v1/access-tokens/"_s, "{\"refresh_token\": \"" + apiToken + "\"}");
}

QByteArray ServiceFixture::accessToken()
{
    return jsonOf(exchange(m_apiToken).body).value("access_token"_L1).toString().toLatin1();
}

SandboxResponse ServiceFixture::allocations(const QByteArray &authorization)
{
    return ask("GET", u"/optimization/v1/allocations"_s, {}, {{"authorization", authorization}});
}

QByteArray ServiceFixture::headerOf(const SandboxResponse &response, const QByteArray &name)
{
    for (const auto &[key, value] : response.headers) {
        if (key == name) {
            return value;
        }
    }
    return {};
}

QJsonObject ServiceFixture::jsonOf(const QByteArray &bytes)
{
    return QJsonDocument::fromJson(bytes).object();
}

} // namespace QciAuth
