// SPDX-License-Identifier: Apache-2.0
#include "tokenissuer.h"

#include "account.h"
#include "agentanswer.h"
#include "authclient.h"
#include "await.h"
#include "cachedtoken.h"
#include "commandcontext.h"
#include "commanderror.h"
#include "say.h"
#include "session.h"
#include "sessionreport.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace QciAuth {

using std::chrono::seconds;

TokenIssuer::TokenIssuer(CommandContext &context)
    : m_context(context)
{
}

IssuedToken TokenIssuer::issue(const Account &account, std::optional<seconds> least, bool force)
{
    if (account.isEnvironment())
        return fromEnvironment(account);
    if (!m_context.tried.agent) {
        if (auto issued = fromAgent(account, least, force))
            return *issued;
    }
    if (!force && !m_context.tried.cache) {
        if (auto issued = fromCache(account, least))
            return *issued;
    }
    return byExchange(account, least, force);
}

IssuedToken TokenIssuer::fromEnvironment(const Account &account)
{
    const auto client = m_context.connector.client(account.profile, account.apiToken);
    return {.info = await(client->postAccessTokens()),
        .url = client->url().toString(QUrl::FullyEncoded),
        .source = u"network"_s};
}

std::optional<IssuedToken> TokenIssuer::fromAgent(const Account &account, std::optional<seconds> least, bool force)
{
    const auto answer = m_context.askAgent(AgentAnswer::tokenRequest(account.profile.name, least, force));
    if (!answer)
        return std::nullopt;
    if (const auto error = AgentAnswer::failure(*answer))
        throw CommandError{.exitCode = error->exitCode, .text = error->text};
    const auto info = SessionReport::tokenFrom(*answer);
    // The window may be logged in elsewhere under that name, where it could not store that.
    const QString url = answer->value("url"_L1).toString();
    if (info && url == account.profile.url && !AgentAnswer::accessToken(*answer).isEmpty())
        return IssuedToken{.info = *info, .url = url, .source = u"agent"_s};
    return std::nullopt;
}

std::optional<IssuedToken> TokenIssuer::fromCache(const Account &account, std::optional<seconds> least)
{
    const auto info = cachedToken(account.profile, m_context.sharing.cache(), m_context.clock, least);
    if (!info)
        return std::nullopt;
    return IssuedToken{.info = *info, .url = account.profile.url, .source = u"keychain"_s};
}

IssuedToken TokenIssuer::byExchange(const Account &account, std::optional<seconds> least, bool force)
{
    // The lock first: of many commands at once all but one then find the token with a single look at the keychain. Who
    // has not had to wait has looked just now, and the session looks at all that is stored anyway.
    const QDateTime askedAt = m_context.clock.now();
    const QFuture<ProfileLock::Held> locking = m_context.sharing.lock(account.profile);
    const bool hasWaited = !locking.isFinished();
    const ProfileLock::Held lock = await(locking);
    if (!force) {
        if (auto issued = hasWaited ? fromCache(account, least) : std::nullopt)
            return *issued;
    } else if (const auto entry = await(m_context.sharing.cache().read(account.profile));
               entry && entry->isStoredSince(askedAt, m_context.clock.now())) {
        // As new as was asked for.
        return {.info = entry->info, .url = account.profile.url, .source = u"keychain"_s};
    }
    const SharedExchange underThisLock = m_context.sharing.underLock();
    Session session(account.profile, m_context.secrets, m_context.profiles, underThisLock, m_context.connector,
        [] { return QRandomGenerator::global()->generateDouble(); });
    session.start();
    const IssuedToken issued{.info = await(force ? session.refreshNow() : session.token(least)),
        .url = session.profile().url,
        .source = session.isFromCache() ? u"keychain"_s : u"network"_s};
    if (const auto &error = session.lastError())
        note(u"The token could not be refreshed, and the one before is used: "_s +
             commandErrorText(*error, QUrl(issued.url)));
    else if (const auto left = issued.info.remaining(session.now()); least && left < *least)
        note(u"The new token lasts %1 s only, less than --min-ttl wants."_s.arg(
            std::chrono::floor<seconds>(left).count()));
    return issued;
}

} // namespace QciAuth
