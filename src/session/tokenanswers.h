// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accesstokeninfo.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <optional>

namespace QciAuth {

/// What the agent answers whoever asks for a token: the lines it made last, one a profile. Making one costs ten times
/// as much as finding it.
///
/// A line is handed out for the very token and address that it was made from, never by itself, so none can be out of
/// date. It is forgotten so that it does not stay in memory for longer than its token.
class TokenAnswers
{
public:
    /// The line for a token that its session hands out now; see SessionReport::line().
    /// @param url  the profile's.
    QByteArray line(const QString &profileName, const AccessTokenInfo &info, const QString &url);
    /// Forgets the profile's line where that has another token than this one.
    void keepOnly(const QString &profileName, const std::optional<AccessTokenInfo> &info);
    void forget(const QString &profileName) { m_kept.remove(profileName); }

    static QByteArray made(const QString &profileName, const AccessTokenInfo &info, const QString &url);

private:
    struct Kept
    {
        AccessTokenInfo info{};
        QString url;
        QByteArray line;
    };

    QHash<QString, Kept> m_kept;
};

} // namespace QciAuth
