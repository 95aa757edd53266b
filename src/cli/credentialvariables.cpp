// SPDX-License-Identifier: Apache-2.0
#include "credentialvariables.h"

#include "await.h"
#include "commandcontext.h"
#include "commanderror.h"
#include "exitcode.h"
#include "serviceconnection.h"
#include "tokenissuer.h"
#include "tokentext.h"

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

QByteArray apiToken(CommandContext &context, const Account &account)
{
    if (account.isEnvironment())
        return account.apiToken.toLatin1();
    const auto stored = await(context.secrets.read(account.profile.refreshTokenKey()));
    if (!stored || stored->isEmpty())
        throw CommandError{.exitCode = ExitCode::loginRequired,
            .text = u"Profile '%1' has no stored API token. Run 'qci-auth login' without --no-store."_s.arg(
                account.profile.name)};
    return stored->toLatin1();
}

} // namespace

ShellQuote::Variables credentialVariables(CommandContext &context, bool accessToken)
{
    if (accessToken) {
        const Account account = context.account();
        CommandContext::requireService(account);
        const IssuedToken issued = TokenIssuer(context).issue(account, std::nullopt, false);
        return TokenText::variables(issued.info, issued.url);
    }
    // A login elsewhere between the two looks must not bring a token together with a URL that is not its own.
    for (;;) {
        const Account account = context.account();
        CommandContext::requireService(account);
        const QByteArray url = context.connector.connection(account.profile)->url().toEncoded();
        const QByteArray token = apiToken(context, account);
        if (context.account().profile.url == account.profile.url)
            return {{"QCI_API_URL", url}, {"QCI_TOKEN", token}};
    }
}

} // namespace QciAuth
