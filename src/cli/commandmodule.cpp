// SPDX-License-Identifier: Apache-2.0
#include "commandmodule.h"

#include "commandcontext.h"
#include "commanderror.h"
#include "exitcode.h"
#include "invocation.h"
#include "messagehandler.h"
#include "output.h"
#include "say.h"
#include "verbs/verbs.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;

extern "C" Q_DECL_EXPORT int qciauthRunCommand(
    const QciAuth::Invocation &invocation, const QciAuth::CommandModule::Tried &tried)
{
    using namespace QciAuth;
    Output::ignoreBrokenPipes();
    installRedactingMessageHandler(); // the one of main() knows nothing of the secrets in use here
    if (invocation.common.verbose)
        QLoggingCategory::setFilterRules(u"qciauth.*=true"_s);
    CommandContext context(invocation.common, tried);
    const auto fail = [](const CommandError &error) {
        note(error.text);
        return error.exitCode;
    };
    try {
        return std::visit([&context](const auto &options) { return run(context, options); }, invocation.verb);
    } catch (const CommandError &error) {
        return fail(error);
    } catch (const AuthError &error) {
        return fail(context.failure(error));
    }
}
