// SPDX-License-Identifier: Apache-2.0
#include "baseurl.h"
#include "commandcontext.h"
#include "commanderror.h"
#include "exitcode.h"
#include "servicereport.h"
#include "verbs.h"

using namespace Qt::StringLiterals;

namespace QciAuth {

int run(CommandContext &context, const HealthOptions &options)
{
    Profile profile = context.account().profile;
    // No token is sent, so an address alone will do for somebody who has never logged in.
    if (profile.url.isEmpty() && !context.options.ignoreEnvironment)
        profile.url = context.environment.credentials().url;
    if (profile.url.isEmpty())
        throw CommandError{.exitCode = ExitCode::loginRequired,
            .text = u"There is no service to ask: nobody has logged in. Run 'qci-auth login', or set QCI_API_URL."_s};
    context.setServiceUrl(profile.url);
    ServiceReport service(context, profile);
    service.finish();
    if (options.json) {
        QJsonObject report = service.toJson();
        report[u"version"_s] = 1;
        report[u"url"_s] = withoutSecrets(profile.url);
        report[u"error"_s] = service.error() ? QJsonValue(context.failure(*service.error()).text) : QJsonValue::Null;
        context.printJson(report);
    } else if (service.isHealthy()) {
        context.printLine(u"Health: "_s + service.healthText());
        context.printLine(u"Version: "_s + (service.versionText().isEmpty() ? u"unknown"_s : service.versionText()));
    }
    if (service.error())
        throw context.failure(*service.error());
    return ExitCode::done;
}

} // namespace QciAuth
