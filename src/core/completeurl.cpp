// SPDX-License-Identifier: Apache-2.0
#include "completeurl.h"

#include "autherror.h"

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

[[noreturn]] void fail(AuthError::Cause cause, const QString &message)
{
    throw AuthError(AuthError::Kind::Local, cause, message);
}

} // namespace

QUrl completeUrl(const QString &text)
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

    // Encoded: a prefix with %2F in it must not turn into two.
    if (const QString path = url.path(QUrl::FullyEncoded); !path.endsWith(u'/'))
        url.setPath(path + u'/', QUrl::StrictMode);
    return url;
}

} // namespace QciAuth
