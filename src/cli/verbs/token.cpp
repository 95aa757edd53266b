// SPDX-License-Identifier: Apache-2.0
#include "commandcontext.h"
#include "exitcode.h"
#include "sessionreport.h"
#include "tokenissuer.h"
#include "tokenwish.h"
#include "verbs.h"

using namespace Qt::StringLiterals;

namespace QciAuth {

int run(CommandContext &context, const TokenOptions &options)
{
    const Account account = context.account();
    const IssuedToken issued = TokenIssuer(context).issue(account, options.minTtl, options.forceRefresh);
    if (!options.json) {
        context.print(issued.info.accessToken.toLatin1() + '\n');
        return ExitCode::done;
    }
    QJsonObject report = SessionReport::token(account.profile.name, issued.info);
    if (account.isEnvironment())
        report[u"profile"_s] = QJsonValue::Null;
    report[u"source"_s] = issued.source;
    context.printJson(report);
    return ExitCode::done;
}

int run(CommandContext &context, const HeaderOptions &options)
{
    const IssuedToken issued = TokenIssuer(context).issue(context.account(), options.minTtl, options.forceRefresh);
    context.print(headerLine(issued.info.accessToken));
    return ExitCode::done;
}

} // namespace QciAuth
