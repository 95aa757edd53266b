// SPDX-License-Identifier: Apache-2.0
#include "baseurl.h"

#include "autherror.h"
#include "livesecrets.h"

#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

[[noreturn]] void fail(AuthError::Cause cause, const QString &message)
{
    throw AuthError(AuthError::Kind::Local, cause, message);
}

} // namespace

bool isLoopback(const QUrl &url)
{
    const QString host = url.host();
    return host == u"localhost" || QHostAddress(host).isLoopback();
}

bool hasOtherScheme(const QUrl &url)
{
    const QString scheme = url.scheme();
    return !scheme.isEmpty() && !url.host().isEmpty() && scheme != u"https" && scheme != u"http";
}

QUrl checkedBaseUrl(const QString &text, bool allowInsecureHttp)
{
    using Cause = AuthError::Cause;
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        fail(Cause::MissingUrl, u"must specify url argument or QCI_API_URL environment variable"_s);

    QUrl url(trimmed, QUrl::StrictMode);
    const QString scheme = url.scheme();
    if (!url.isValid() || url.host().isEmpty() || (scheme != u"https" && scheme != u"http"))
        fail(Cause::InvalidUrl, u"the API URL must be complete, like https://api.qci-prod.com"_s);
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment())
        fail(Cause::InvalidUrl, u"the API URL must have no user name, query or fragment"_s);
    if (scheme == u"http" && !isLoopback(url) && !allowInsecureHttp)
        fail(Cause::InsecureUrl, u"refusing to send a token over plain http to %1"_s.arg(url.host()));

    // Encoded: a prefix with %2F in it must not turn into two.
    if (const QString path = url.path(QUrl::FullyEncoded); !path.endsWith(u'/'))
        url.setPath(path + u'/', QUrl::StrictMode);
    return url;
}

QString withoutSecrets(const QString &url)
{
    const QUrl parsed(url.trimmed());
    if (!parsed.isValid())
        return {};
    const bool isBare = parsed.userInfo().isEmpty() && !parsed.hasQuery() && !parsed.hasFragment();
    return LiveSecrets::redactAll(
        isBare ? url : parsed.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment));
}

} // namespace QciAuth
