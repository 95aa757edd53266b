// SPDX-License-Identifier: Apache-2.0
#include "baseurl.h"

#include "autherror.h"
#include "completeurl.h"
#include "livesecrets.h"

#include <QStringView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace QciAuth {

// Without QHostAddress, for the sake of programs that have no use for Qt Network. QUrl writes an IPv4 address as four
// numbers, in whatever form it came; what has a leading zero besides is a name, and somebody answers for it.
bool isLoopback(const QUrl &url)
{
    const QString host = url.host();
    if (host == u"localhost" || host == u"::1")
        return true;
    const QList<QStringView> parts = QStringView(host).split(u'.');
    return parts.size() == 4 && parts.first() == u"127" &&
           std::all_of(parts.begin(), parts.end(), [](QStringView part) {
               const ushort number = part.toUShort();
               return number < 256 && QString::number(number) == part;
           });
}

bool hasOtherScheme(const QUrl &url)
{
    const QString scheme = url.scheme();
    return !scheme.isEmpty() && !url.host().isEmpty() && scheme != u"https" && scheme != u"http";
}

QUrl checkedBaseUrl(const QString &text, bool allowInsecureHttp)
{
    const QUrl url = completeUrl(text);
    if (url.scheme() == u"http" && !isLoopback(url) && !allowInsecureHttp)
        throw AuthError(AuthError::Kind::Local, AuthError::Cause::InsecureUrl,
            u"refusing to send a token over plain http to %1"_s.arg(url.host()));
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
