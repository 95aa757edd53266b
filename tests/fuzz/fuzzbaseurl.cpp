// SPDX-License-Identifier: Apache-2.0
#include "authclientconfig.h"
#include "autherror.h"
#include "baseurl.h"
#include "clock.h"
#include "fuzztargets.h"
#include "promise.h"
#include "serviceconnection.h"

#include <QHostAddress>

#include <algorithm>

namespace QciAuth {

namespace {

bool isVisibleAscii(const QByteArray &bytes)
{
    return std::all_of(bytes.begin(), bytes.end(), [](char c) { return c > ' ' && c <= '~'; });
}

void checkCalls(const QUrl &base)
{
    const SystemClock clock;
    AuthClientConfig config;
    config.url = base.toString(QUrl::FullyEncoded);
    config.allowInsecureHttp = true;
    const ServiceConnection connection(config, clock, [] { return std::unique_ptr<QNetworkAccessManager>(); });
    promise(connection.url() == base, "a URL that was accepted is accepted again, and is the same");
    const QUrl called = connection.accessTokensUrl();
    promise(called.isValid(), "the calls have a URL");
    promise(called.toEncoded() == base.toEncoded() + "auth/v1/access-tokens/", "the prefix of the path is kept");
}

} // namespace

void fuzzBaseUrl(const QByteArray &input)
{
    const QString text = QString::fromUtf8(input);
    for (const bool allowInsecureHttp : {false, true}) {
        try {
            const QUrl url = checkedBaseUrl(text, allowInsecureHttp);
            promise(url.isValid() && !url.host().isEmpty(), "an accepted URL names a host");
            promise(url.scheme() == u"https" || url.scheme() == u"http", "it is a web address");
            promise(
                allowInsecureHttp || url.scheme() == u"https" || isLoopback(url), "plain http stays on this machine");
            promise(url.path().endsWith(u'/'), "its path ends with a slash");
            promise(url.userInfo().isEmpty() && !url.hasQuery() && !url.hasFragment(), "it has nothing else");
            promise(isVisibleAscii(url.toEncoded()), "it can stand in a request");
            promise(isVisibleAscii(url.host(QUrl::FullyEncoded).toLatin1()), "its host can stand in a header");
            checkCalls(url);
        } catch (const AuthError &error) {
            promise(error.kind() == AuthError::Kind::Local, "a wrong URL is a fault of this machine");
        }
    }
}

} // namespace QciAuth
