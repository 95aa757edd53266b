// SPDX-License-Identifier: Apache-2.0
#include "commandcontext.h"
#include "credentialvariables.h"
#include "executecommand.h"
#include "verbs.h"

namespace QciAuth {

int run(CommandContext &context, const ExecOptions &options)
{
    for (const auto &[name, value] : credentialVariables(context, options.accessToken))
        qputenv(name.constData(), value);
    if (options.accessToken)
        qunsetenv("QCI_TOKEN");
    else
        qunsetenv("QCI_ACCESS_TOKEN");
    return executeCommand(options.command);
}

} // namespace QciAuth
