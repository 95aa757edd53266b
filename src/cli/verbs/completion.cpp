// SPDX-License-Identifier: Apache-2.0
#include "completion.h"

#include "commandcontext.h"
#include "commandline.h"
#include "exitcode.h"
#include "manpage.h"
#include "verbs.h"

namespace QciAuth {

int run(CommandContext &context, const CompletionOptions &options)
{
    context.print(completionScript(CommandLine::description(), options.shell).toUtf8());
    return ExitCode::done;
}

int run(CommandContext &context, const ManPageOptions &)
{
    context.print(manPage(CommandLine::description()).toUtf8());
    return ExitCode::done;
}

} // namespace QciAuth
