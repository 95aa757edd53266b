// SPDX-License-Identifier: Apache-2.0
#include "profile.h"

namespace QciAuth {

bool Profile::connectsLike(const Profile &other) const
{
    Profile like = other;
    like.name = name;
    like.skew = skew;
    return *this == like;
}

AuthClientConfig Profile::clientConfig(const QString &apiToken, const QStringList &extraCaFiles) const
{
    QStringList files = extraCaFiles;
    if (!caCertificateFile.isEmpty())
        files.append(caCertificateFile);
    return {.url = url,
        .apiToken = apiToken,
        .timeout = timeout,
        .caCertificateFiles = files,
        .allowInsecureHttp = allowInsecureHttp,
        .skew = skew};
}

} // namespace QciAuth
