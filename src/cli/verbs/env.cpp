// SPDX-License-Identifier: Apache-2.0
#include "commandcontext.h"
#include "credentialvariables.h"
#include "exitcode.h"
#include "shellquote.h"
#include "verbs.h"

namespace QciAuth {

int run(CommandContext &context, const EnvOptions &options)
{
    const char *const end = options.shell == Shell::Fish ? ";\n" : "\n";
    QByteArray text;
    for (const auto &[name, value] : credentialVariables(context, options.accessToken))
        text += ShellQuote::assignment(options.shell, name, value) + end;
    context.print(text);
    return ExitCode::done;
}

} // namespace QciAuth
