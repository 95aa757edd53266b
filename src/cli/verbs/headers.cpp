// SPDX-License-Identifier: Apache-2.0
#include "commandcontext.h"
#include "exitcode.h"
#include "serviceconnection.h"
#include "tokenissuer.h"
#include "verbs.h"

namespace QciAuth {

int run(CommandContext &context, const HeadersOptions &options)
{
    const Account account = context.account();
    CommandContext::requireService(account);
    HeaderList headers = context.connector.connection(account.profile)->headersWithoutAuthorization();
    if (options.withoutConnectionClose)
        headers.removeIf([](const auto &header) { return header.first == "Connection"; });
    if (!options.withoutAuthorization) {
        const IssuedToken issued = TokenIssuer(context).issue(account, std::nullopt, false);
        headers.append({"Authorization", issued.info.authorization()});
    }
    QByteArray text;
    for (const auto &[name, value] : headers)
        text += name + ": " + value + '\n';
    context.print(text);
    return ExitCode::done;
}

} // namespace QciAuth
