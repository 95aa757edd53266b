// SPDX-License-Identifier: Apache-2.0
#include "await.h"
#include "commandcontext.h"
#include "exitcode.h"
#include "logincommand.h"
#include "say.h"
#include "verbs.h"

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

void logOut(CommandContext &context, const Profile &profile)
{
    await(context.sharing.forget(profile, context.secrets));
    context.tellAgent(profile.name);
    note(u"Logged out of profile '%1': no token of it is in the keychain any more."_s.arg(profile.name));
}

} // namespace

int run(CommandContext &context, const LogoutOptions &options)
{
    if (!options.all) {
        const Account account = context.profileAccount();
        // Somebody who mistypes a name must not believe to be logged out.
        CommandContext::requireKnown(account);
        CommandContext::requireChosen(account);
        logOut(context, account.profile);
        warnOfVariables(context);
        return ExitCode::done;
    }
    for (const QString &name : context.profiles.names()) {
        Profile profile;
        profile.name = name;
        logOut(context, context.profiles.profile(name).value_or(profile));
    }
    return ExitCode::done;
}

} // namespace QciAuth
