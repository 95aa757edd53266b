// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "account.h"
#include "agentclient.h"
#include "clock.h"
#include "commanderror.h"
#include "commandmodule.h"
#include "connector.h"
#include "environment.h"
#include "invocation.h"
#include "keychainsecretstore.h"
#include "livesecrets.h"
#include "output.h"
#include "profilestore.h"
#include "sharedexchange.h"
#include "turnstilesecretstore.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QUrl>

namespace QciAuth {

/// What the commands work with, and how they speak: data on stdout, all else on stderr.
class CommandContext
{
public:
    CommandContext(const CommonOptions &options, const CommandModule::Tried &tried);
    Q_DISABLE_COPY_MOVE(CommandContext)

    /// Whose credentials the command uses.
    /// @throws CommandError where a profile was named that does not exist.
    Account account();
    /// The profile that the command changes, whatever the environment says; need not exist.
    /// @throws CommandError where it cannot have that name.
    Account profileAccount();
    /// @throws CommandError where a profile was named that does not exist.
    static void requireKnown(const Account &account);
    /// @throws CommandError where nobody can tell which profile was chosen, and none was named.
    static void requireChosen(const Account &account);
    /// @throws CommandError, AuthError where that is so, or the profile is there, but cannot be read.
    static void requireReadable(const Account &account);
    /// @throws AuthError where nobody has ever logged in, so that there is no service either.
    static void requireService(const Account &account);
    /// The error in words, by whose credentials it came about.
    CommandError failure(const AuthError &error) const;
    /// Base URL of the service that the command deals with, for error texts.
    QUrl serviceUrl() const { return m_serviceUrl; }
    void setServiceUrl(const QString &url) { m_serviceUrl = QUrl(url); }

    /// @throws CommandError where it cannot be written.
    void print(const QByteArray &data);
    void printLine(const QString &line);
    void printJson(const QJsonObject &object);

    /// Lets the running window know that a profile or its login has changed.
    void tellAgent(const QString &profileName) const;
    /// Asks the running window; nothing where there is none.
    std::optional<QJsonObject> askAgent(const QJsonObject &request) const { return m_agent.ask(request); }

    const CommonOptions options;
    const CommandModule::Tried tried;
    const Environment environment;
    const SystemClock clock;
    const QString runtimeFolder; ///< empty where there is none
    KeychainSecretStore keychain;
    TurnstileSecretStore secrets; ///< the same keychain, orderly
    ProfileStore profiles;
    const SharedExchange sharing;
    const Connector connector;
    Output output;

private:
    AgentClient m_agent;
    LiveSecrets m_environmentToken; ///< also where it is not what the command uses
    QUrl m_serviceUrl;
    bool m_usesEnvironment = false;
};

} // namespace QciAuth
