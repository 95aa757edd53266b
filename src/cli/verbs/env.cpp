// SPDX-License-Identifier: Apache-2.0
#include "commandcontext.h"
#include "credentialvariables.h"
#include "exitcode.h"
#include "shellquote.h"
#include "verbs.h"

namespace QciAuth {

int run(CommandContext &context, const EnvOptions &options)
{
    context.print(ShellQuote::assignments(options.shell, credentialVariables(context, options.accessToken)));
    return ExitCode::done;
}

} // namespace QciAuth
