// SPDX-License-Identifier: Apache-2.0
#include "authclient.h"
#include "await.h"
#include "baseurl.h"
#include "commandcontext.h"
#include "commanderror.h"
#include "exitcode.h"
#include "say.h"
#include "secretservice.h"
#include "servicereport.h"
#include "session.h"
#include "sessionreport.h"
#include "verbs.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

// What is known of a login: the members of SessionReport::status() and what they mean for the exit code.
struct LoginReport
{
    QJsonObject json;
    std::optional<AuthError> error{}; ///< the agent only tells its text

    /// Whether the login outlives the window, as far as that has told.
    bool isKept() const { return json.value("kept"_L1).toBool(true); }
    bool isUsable() const { return json.value("expires_in_s"_L1).toInteger() > 0; }

    // One line on stderr where something is wrong.
    void explain() const
    {
        if (const QString text = json.value("error"_L1).toString(); !text.isEmpty())
            note(text);
        else if (exitCode() == ExitCode::loginRequired)
            note(u"Not logged in. Run 'qci-auth login'."_s);
        else if (exitCode() != ExitCode::done)
            note(u"There is no valid access token at hand. Run 'qci-auth token' to get one."_s);
    }

    int exitCode() const
    {
        if (isUsable())
            return ExitCode::done;
        if (error)
            return CommandError::exitCodeOf(*error);
        if (json.value("cause"_L1).toString().startsWith(u"keychain"))
            return ExitCode::keychainUnusable;
        const QString state = json.value("state"_L1).toString();
        if (state == u"locked")
            return ExitCode::keychainUnusable;
        return state == u"login_required" || state == u"logged_out" ? ExitCode::loginRequired
                                                                    : ExitCode::serviceFailing;
    }
};

// The failure is what a token could not be had for.
LoginReport reportOf(Session &session, const std::optional<AuthError> &failure)
{
    LoginReport report{.json = SessionReport::status(session), .error = session.lastError()};
    // A keychain that does not answer has told the session nothing yet.
    if (!report.error && failure && failure->cause() == AuthError::Cause::SecretStoreTimedOut)
        report.error = failure;
    if (report.error)
        report.json[u"error"_s] = commandErrorText(*report.error, QUrl(session.profile().url));
    return report;
}

LoginReport stateReport(const QString &state)
{
    LoginReport report{.json = {{u"state"_s, state}}};
    for (const QString &member :
        {u"expires_at"_s, u"expires_on"_s, u"expires_in_s"_s, u"organization_id"_s, u"user_id"_s, u"error"_s})
        report.json[member] = QJsonValue::Null;
    return report;
}

LoginReport tokenReport(const AccessTokenInfo &info, const QDateTime &now)
{
    LoginReport report = stateReport(u"active"_s);
    const QJsonObject token = SessionReport::token(QString(), info);
    for (const QString &member : {u"expires_at"_s, u"expires_on"_s, u"organization_id"_s, u"user_id"_s})
        report.json[member] = token[member];
    report.json[u"expires_in_s"_s] =
        static_cast<qint64>(std::chrono::floor<std::chrono::seconds>(info.remaining(now)).count());
    return report;
}

LoginReport failureReport(const QString &state, const AuthError &error, const QString &url)
{
    LoginReport report = stateReport(state);
    report.error = error;
    report.json[u"error"_s] = commandErrorText(error, QUrl(url));
    return report;
}

LoginReport environmentReport(CommandContext &context, const Account &account, bool isOffline)
{
    if (isOffline)
        return stateReport(u"expired"_s); // nothing of it is kept between two commands
    try {
        const auto client = context.connector.client(account.profile, account.apiToken);
        const AccessTokenInfo info = await(client->postAccessTokens());
        return tokenReport(info, client->now());
    } catch (const AuthError &error) {
        const bool isRejected = error.kind() == AuthError::Kind::Rejected;
        LoginReport report =
            failureReport(isRejected ? u"login_required"_s : u"refresh_failing"_s, error, account.profile.url);
        report.json[u"error"_s] = context.failure(error).text;
        return report;
    }
}

LoginReport storedReport(CommandContext &context, const Account &account)
{
    try {
        if (const auto entry = await(context.sharing.cache().read(account.profile)))
            return tokenReport(entry->info, context.clock.now().addMSecs(account.profile.skew.count()));
        const auto apiToken = await(context.secrets.read(account.profile.refreshTokenKey()));
        return stateReport(apiToken ? u"expired"_s : u"logged_out"_s);
    } catch (const AuthError &error) {
        // Who cannot be asked may be logged in all the same.
        const bool isThere = error.cause() != AuthError::Cause::SecretStoreUnavailable;
        return failureReport(isThere ? u"locked"_s : u"logged_out"_s, error, account.profile.url);
    }
}

QJsonObject statusRequest(const QString &profileName, bool isOffline)
{
    return {{u"version"_s, 1}, {u"verb"_s, u"status"_s}, {u"profile"_s, profileName}, {u"offline"_s, isOffline}};
}

std::optional<LoginReport> agentReport(const std::optional<QJsonObject> &answer)
{
    // What the window cannot read in the keychain, this program may.
    if (!answer || !answer->contains("state"_L1) || answer->value("cause"_L1).toString() == u"keychain")
        return std::nullopt;
    return LoginReport{.json = *answer};
}

LoginReport profileReport(CommandContext &context, const Account &account, bool isOffline)
{
    if (!account.isKnown)
        return stateReport(u"logged_out"_s);
    if (isOffline)
        return storedReport(context, account);
    Session session(account.profile, context.secrets, context.profiles, context.sharing, context.connector,
        [] { return QRandomGenerator::global()->generateDouble(); });
    session.start();
    std::optional<AuthError> failure;
    try {
        await(session.token(std::chrono::milliseconds(1)));
    } catch (const AuthError &error) {
        failure = error;
    }
    return reportOf(session, failure);
}

QJsonObject keychainReport(const QString &name, const SecretService::Status &status)
{
    return {{u"available"_s, !name.isEmpty()}, {u"locked"_s, status.itemLocked || status.collectionLocked},
        {u"backend"_s, name.isEmpty() ? QJsonValue::Null : QJsonValue(name)}};
}

QString stateText(const QJsonObject &json)
{
    QString text = json.value("state"_L1).toString().replace(u'_', u' ');
    if (const qint64 left = json.value("expires_in_s"_L1).toInteger(); left > 0)
        text += u", token expires in %1 min %2 s, at %3"_s.arg(left / 60).arg(left % 60).arg(
            json.value("expires_at"_L1).toString());
    return text;
}

QString credentialsText(const QJsonObject &json, const LoginReport &login)
{
    const QString credentials = json.value("credentials"_L1).toString();
    if (credentials == u"environment")
        return u"environment (QCI_TOKEN and QCI_API_URL)"_s;
    if (credentials != u"keychain")
        return credentials;
    if (!login.isKept())
        return u"the window's, until it ends (not stored)"_s;
    const QString backend = json.value("keychain"_L1)["backend"_L1].toString();
    return backend.isEmpty() ? credentials : u"keychain (%1)"_s.arg(backend);
}

void printText(CommandContext &context, const QJsonObject &json, const LoginReport &login)
{
    const auto line = [&context](const QString &caption, const QJsonValue &value) {
        if (const QString text = value.toString(); !text.isEmpty())
            context.printLine((caption + u':').leftJustified(14) + text);
    };
    line(u"Profile"_s, json.value("profile"_L1));
    line(u"API URL"_s, json.value("url"_L1));
    line(u"Credentials"_s, credentialsText(json, login));
    line(u"State"_s, stateText(json));
    line(u"Organization"_s, json.value("organization_id"_L1));
    line(u"User"_s, json.value("user_id"_L1));
}

} // namespace

int run(CommandContext &context, const StatusOptions &options)
{
    const Account account = context.account();
    // First and alone, as it waits without an event loop; then all others at once.
    std::optional<QJsonObject> answer;
    if (!account.isEnvironment())
        answer = context.askAgent(statusRequest(account.profile.name, options.offline));
    const std::optional<LoginReport> known = agentReport(answer);
    const QFuture<QString> keychainName = context.secrets.name();
    const QFuture<SecretService::Status> keychainStatus =
        SecretService::status(KeychainSecretStore::defaultService(), account.profile.refreshTokenKey());
    std::optional<ServiceReport> service;
    if (!options.offline && !account.profile.url.isEmpty()) {
        try {
            service.emplace(context, account.profile);
        } catch (const AuthError &) {
            // The login says what is wrong with the URL.
        }
    }
    const LoginReport login = known                     ? *known
                              : account.isEnvironment() ? environmentReport(context, account, options.offline)
                                                        : profileReport(context, account, options.offline);
    const QJsonObject keychain = keychainReport(await(keychainName), await(keychainStatus));
    if (service)
        service->finish();

    const QString state = login.json.value("state"_L1).toString();
    QJsonObject json = service ? service->toJson()
                               : QJsonObject{{u"health"_s, QJsonValue::Null}, {u"server_version"_s, QJsonValue::Null}};
    for (const QString &member : {u"state"_s, u"expires_at"_s, u"expires_on"_s, u"expires_in_s"_s, u"organization_id"_s,
             u"user_id"_s, u"error"_s})
        json[member] = login.json.value(member);
    json[u"version"_s] = 1;
    json[u"profile"_s] = account.isEnvironment() ? QJsonValue::Null : QJsonValue(account.profile.name);
    const QString url = withoutSecrets(login.json.value("url"_L1).toString(account.profile.url));
    json[u"url"_s] = url.isEmpty() ? QJsonValue::Null : QJsonValue(url);
    json[u"credentials"_s] = account.isEnvironment()  ? u"environment"_s
                             : state == u"logged_out" ? u"none"_s
                                                      : u"keychain"_s;
    json[u"keychain"_s] = keychain;
    json[u"clock_skew_s"_s] = service ? service->skewJson() : QJsonValue::Null;
    json[u"agent"_s] = answer.has_value();
    if (options.json) {
        context.printJson(json);
        login.explain();
        return login.exitCode();
    }
    printText(context, json, login);
    if (service) {
        context.printLine(u"Health:       "_s + service->healthText());
        if (!service->versionText().isEmpty())
            context.printLine(u"Version:      "_s + service->versionText());
    }
    if (!account.isEnvironment()) // it has no part in those, and was not asked
        context.printLine(u"Window:       "_s + (answer ? u"running"_s : u"not running"_s));
    if (const qint64 skew = json.value("clock_skew_s"_L1).toInteger(); std::abs(skew) > 60)
        context.printLine(u"Clock:        %1 s off the service's; set this machine's clock"_s.arg(skew));
    login.explain();
    return login.exitCode();
}

} // namespace QciAuth
