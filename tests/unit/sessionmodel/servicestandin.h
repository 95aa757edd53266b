// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fakereply.h"
#include "randomwalk.h"

#include <QDateTime>
#include <QHash>
#include <QString>

#include <chrono>
#include <optional>

namespace QciAuth {

/// Makes up what services at several addresses answer to an exchange, and remembers which token belongs where.
class ServiceStandIn
{
public:
    /// What an answer means to whoever asked (behaviour.md, Refresh).
    enum class Meaning { Good, Transient, Rejected, Configuration };

    struct Planned
    {
        Meaning meaning;
        FakeAnswer answer{};
        QString accessToken{};                            ///< of a good answer
        QString apiToken{};                               ///< that came with it
        std::optional<std::chrono::seconds> retryAfter{}; ///< as it has to be understood
        bool tellsTime = false;                           ///< has a right `Date`
        QString text{};                                   ///< for whoever reads a failure
    };

    struct ApiToken
    {
        QString url;     ///< base URL that it belongs to
        int account = 0; ///< the same for those that took each other's place
    };

    struct AccessToken
    {
        QDateTime expiresAt; ///< by the service's clock
        int account = 0;
        int number = 0; ///< a later one has a larger one
    };

    /// In every token, and in nothing else.
    static QString mark() { return QStringLiteral("tOkEn"); }

    explicit ServiceStandIn(RandomWalk &random)
        : m_random(random)
    {
    }

    /// A token of a new account at that base URL.
    QString newApiToken(const QString &url);
    /// An access token as another process would have got it.
    QString newAccessToken(const QString &apiToken, const QDateTime &now, std::chrono::seconds lifetime);
    /// What is known of tokens; a default where nothing is.
    ApiToken apiToken(const QString &token) const { return m_apiTokens.value(token); }
    AccessToken accessToken(const QString &token) const { return m_accessTokens.value(token); }

    std::chrono::seconds lifetime();
    /// An answer at `now` (the service's clock) to whoever sent that API token.
    /// @param believed     what the client takes for the service's time.
    Planned good(const QString &apiToken, const QDateTime &now);
    Planned rejection(const QString &apiToken);
    Planned failure(const QString &apiToken, const QDateTime &believed);
    Planned configurationFault(const QString &apiToken);
    Planned any(const QString &apiToken, const QDateTime &now, const QDateTime &believed);

private:
    Planned malformed(const QString &apiToken, const QDateTime &now);
    Planned networkFault();
    QString newToken();

    RandomWalk &m_random;
    QHash<QString, ApiToken> m_apiTokens;
    QHash<QString, AccessToken> m_accessTokens;
    int m_tokens = 0;
    int m_accounts = 0;
};

} // namespace QciAuth
