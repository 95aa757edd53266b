// SPDX-License-Identifier: Apache-2.0
#include "logincommand.h"

#include "authclient.h"
#include "await.h"
#include "baseurl.h"
#include "commandcontext.h"
#include "commanderror.h"
#include "exitcode.h"
#include "login.h"
#include "say.h"

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

// Waits for the end of the login, which it tells by signals.
void finish(Login &login, const Profile &profile, const QString &apiToken, bool store)
{
    std::optional<AuthError> failure;
    bool hasEnded = false;
    QEventLoop loop;
    const auto end = [&hasEnded, &loop] {
        hasEnded = true;
        loop.quit();
    };
    QObject::connect(&login, &Login::succeeded, &loop, end);
    QObject::connect(&login, &Login::failed, &loop, [&](const AuthError &error) {
        failure = error;
        end();
    });
    login.start(profile, apiToken, store ? Login::Keep::ApiToken : Login::Keep::AccessToken);
    if (!hasEnded) // what is wrong before anything is sent, such as a missing file, is told at once
        loop.exec();
    if (failure)
        throw AuthError(*failure);
}

QString keychainName(CommandContext &context)
{
    const QString name = await(context.secrets.name());
    return name.isEmpty() ? u"the keychain"_s : name;
}

bool isSameService(const QString &a, const QString &b)
{
    try {
        return checkedBaseUrl(a, true) == checkedBaseUrl(b, true);
    } catch (const AuthError &) {
        return a == b;
    }
}

} // namespace

void logIn(CommandContext &context, const Profile &profile, const QString &apiToken, bool store)
{
    context.setServiceUrl(profile.url);
    Login login(context.secrets, context.profiles, context.sharing, context.connector);
    finish(login, profile, apiToken, store);
    context.setServiceUrl(login.profile().url);
    const auto notStored = [](const AuthError &error) {
        return CommandError{.exitCode = CommandError::exitCodeOf(error),
            .text = u"The service accepts the API token, but it is not stored: "_s + commandErrorText(error, QUrl())};
    };
    context.tellAgent(profile.name); // what was stored before has gone in any case
    if (const auto &error = login.storageError())
        throw notStored(*error);
    note((store ? u"Logged in to %1 as profile '%2'; the API token is in %3."_s
                : u"Logged in to %1 as profile '%2' until the access token expires; that is in %3, "
                  "the API token is not stored."_s)
             .arg(login.profile().url, profile.name, keychainName(context)));
    warnOfVariables(context);
}

Profile profileFor(const Profile &before, const QString &url)
{
    if (isSameService(before.url, url))
        return before;
    // Settings that were made for another service are not for this one.
    Profile profile;
    profile.name = before.name;
    profile.url = url;
    return profile;
}

void warnOfVariables(const CommandContext &context)
{
    if (context.options.prefersEnvironment() && context.environment.credentials().isComplete())
        note(u"QCI_TOKEN and QCI_API_URL are set and come before every profile. Unset them, or use "
             "--ignore-env."_s);
}

QString usualUrl(const CommandContext &context, const Profile &profile)
{
    if (!profile.url.isEmpty())
        return profile.url;
    const QString url = context.options.ignoreEnvironment ? QString() : context.environment.credentials().url;
    return url.isEmpty() ? u"https://api.qci-prod.com"_s : url;
}

} // namespace QciAuth
