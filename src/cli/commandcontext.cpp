// SPDX-License-Identifier: Apache-2.0
#include "commandcontext.h"

#include "accessmanager.h"
#include "baseurl.h"
#include "commanderror.h"
#include "exitcode.h"
#include "runtimefolder.h"
#include "say.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace QciAuth {

CommandContext::CommandContext(const CommonOptions &commonOptions, const CommandModule::Tried &triedAlready)
    : options(commonOptions)
    , tried(triedAlready)
    , runtimeFolder(RuntimeFolder::forUser().path())
    , keychain(KeychainSecretStore::defaultService(), KeychainSecretStore::shortWatchdog)
    , secrets(keychain, runtimeFolder)
    , profiles(ProfileStore::defaultFolder())
    , sharing(secrets, clock, runtimeFolder)
    , connector(clock, makeAccessManager, environment.caCertificateFiles())
    , m_agent(runtimeFolder)
{
    m_environmentToken.set({environment.credentials().apiToken});
}

Account CommandContext::account()
{
    Account account = Account::of(options, environment, profiles);
    m_usesEnvironment = account.isEnvironment();
    setServiceUrl(account.profile.url);
    requireReadable(account);
    requireKnown(account);
    return account;
}

Account CommandContext::profileAccount()
{
    Account account = Account::ofProfile(options, environment, profiles);
    if (const QString problem = ProfileStore::nameProblem(account.profile.name); !problem.isEmpty())
        throw CommandError{.exitCode = ExitCode::wrongUsage, .text = problem};
    setServiceUrl(account.profile.url);
    return account;
}

void CommandContext::requireChosen(const Account &account)
{
    if (account.doubt)
        throw CommandError{
            .exitCode = CommandError::exitCodeOf(*account.doubt), .text = settingsErrorText(*account.doubt)};
}

void CommandContext::requireReadable(const Account &account)
{
    requireChosen(account);
    if (account.problem)
        throw AuthError(*account.problem);
}

void CommandContext::requireKnown(const Account &account)
{
    if (account.isNamed && !account.isKnown && !account.problem)
        throw CommandError{.exitCode = ExitCode::wrongUsage,
            .text = u"There is no profile '%1'. 'qci-auth profile list' shows those that there are, "
                    "'qci-auth login --profile NAME' makes one."_s.arg(account.profile.name)};
}

void CommandContext::requireService(const Account &account)
{
    if (account.profile.url.isEmpty())
        throw AuthError(AuthError::Kind::Local, AuthError::Cause::MissingToken, u"not logged in"_s);
}

CommandError CommandContext::failure(const AuthError &error) const
{
    CommandError failure = CommandError::from(error, m_serviceUrl);
    if (!m_usesEnvironment)
        return failure;
    if (error.kind() == AuthError::Kind::Rejected)
        failure.text = u"The service refuses the API token in QCI_TOKEN (%1). Correct it, or unset it to use a "
                       "profile."_s.arg(error.httpStatus());
    else if (error.cause() == AuthError::Cause::InvalidUrl)
        failure.text = hasOtherScheme(m_serviceUrl)
                           ? u"QCI_API_URL has %1://, which cannot be used. Give it with its https://."_s.arg(
                                 LiveSecrets::redactAll(m_serviceUrl.scheme()))
                           : u"QCI_API_URL is not a complete address. Give it with its https://, without user name or "
                             "query."_s;
    else if (error.cause() == AuthError::Cause::InsecureUrl)
        failure.text = u"QCI_API_URL is plain http, which would send the token unprotected to %1. Use https."_s.arg(
            LiveSecrets::redactAll(m_serviceUrl.host()));
    return failure;
}

void CommandContext::print(const QByteArray &data)
{
    if (!output.write(data))
        throw CommandError{.exitCode = ExitCode::error, .text = writeFailure(output)};
}

void CommandContext::printLine(const QString &line)
{
    print(printable(line).toUtf8() + '\n');
}

void CommandContext::printJson(const QJsonObject &object)
{
    print(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
}

void CommandContext::tellAgent(const QString &profileName) const
{
    m_agent.ask({{u"version"_s, 1}, {u"verb"_s, u"reload"_s}, {u"profile"_s, profileName}});
}

} // namespace QciAuth
