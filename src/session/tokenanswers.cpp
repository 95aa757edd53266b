// SPDX-License-Identifier: Apache-2.0
#include "tokenanswers.h"

#include "sessionreport.h"

using namespace Qt::StringLiterals;

namespace QciAuth {

QByteArray TokenAnswers::line(const QString &profileName, const AccessTokenInfo &info, const QString &url)
{
    const auto known = m_kept.constFind(profileName);
    if (known != m_kept.cend() && known->info == info && known->url == url)
        return known->line;
    const Kept kept{.info = info, .url = url, .line = made(profileName, info, url)};
    m_kept.insert(profileName, kept);
    return kept.line;
}

void TokenAnswers::keepOnly(const QString &profileName, const std::optional<AccessTokenInfo> &info)
{
    const auto known = m_kept.constFind(profileName);
    if (known != m_kept.cend() && known->info != info)
        m_kept.erase(known);
}

QByteArray TokenAnswers::made(const QString &profileName, const AccessTokenInfo &info, const QString &url)
{
    QJsonObject report = SessionReport::token(profileName, info);
    report.insert(u"url"_s, url);
    return SessionReport::line(report);
}

} // namespace QciAuth
