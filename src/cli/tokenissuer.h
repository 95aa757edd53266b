// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accesstokeninfo.h"

#include <QString>

#include <chrono>
#include <optional>

namespace QciAuth {

class CommandContext;
struct Account;

/// An access token, and where it was had.
struct IssuedToken
{
    AccessTokenInfo info;
    QString url;    ///< base URL of the service that it is for
    QString source; ///< `agent`, `keychain` or `network`
};

/// Gets a valid access token for an account: from the agent, else the cache, else by one exchange (behaviour.md, Local
/// agent).
class TokenIssuer
{
public:
    /// @param context  must outlive the issuer.
    explicit TokenIssuer(CommandContext &context);

    /// Notes what the user has to know of a token that is not quite what was asked for.
    /// @param least  time that the token must still have; where not given, its margin. Where tokens live shorter, a new
    ///               one will do.
    /// @param force  exchange even though there is a valid one.
    /// @throws CommandError, AuthError
    IssuedToken issue(const Account &account, std::optional<std::chrono::seconds> least, bool force);

private:
    IssuedToken fromEnvironment(const Account &account);
    std::optional<IssuedToken> fromAgent(const Account &account, std::optional<std::chrono::seconds> least, bool force);
    std::optional<IssuedToken> fromCache(const Account &account, std::optional<std::chrono::seconds> least);
    IssuedToken byExchange(const Account &account, std::optional<std::chrono::seconds> least, bool force);

    CommandContext &m_context;
};

} // namespace QciAuth
