// SPDX-License-Identifier: Apache-2.0
#include "doctor.h"

#include "await.h"
#include "baseurl.h"
#include "commandcontext.h"
#include "commanderror.h"
#include "exitcode.h"
#include "livesecrets.h"
#include "runtimefolder.h"
#include "servicereport.h"
#include "tokenissuer.h"

#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QTemporaryFile>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

using Check = Doctor::Check;
using Status = Doctor::Status;

// An error text says what is wrong in its first sentence and what to do in those after it.
Check checkFrom(const QString &name, Status status, const QString &text)
{
    const qsizetype end = text.indexOf(u". "_s) + 1;
    return {.name = name,
        .status = status,
        .message = end > 0 ? text.first(end) : text,
        .remedy = end > 0 ? text.sliced(end + 1) : QString()};
}

Check checkFrom(const QString &name, Status status, const AuthError &error, const QUrl &url)
{
    return checkFrom(name, status, commandErrorText(error, url));
}

Check clockCheck(std::chrono::seconds skew)
{
    if (std::chrono::abs(skew) <= std::chrono::seconds(60))
        return {.name = u"clock"_s, .message = u"The clocks here and there agree."_s};
    return {.name = u"clock"_s,
        .status = Status::Warning,
        .message = u"This machine's clock is %1 s %2 the service's."_s.arg(std::abs(skew.count()))
                       .arg(skew.count() > 0 ? u"behind"_s : u"ahead of"_s),
        .remedy = u"Set the clock, or let the system do it by network time."_s};
}

} // namespace

Doctor::Doctor(CommandContext &context)
    : m_context(context)
{
}

QList<Check> Doctor::examine(const Account &account)
{
    QList<Check> checks{configuration()};
    checks += settings(account);
    checks += variables(account);
    checks += keychain(account);
    checks += login(account);
    checks += proxy();
    checks += service(account);
    checks += runtimeFolder();
    checks += agent(account);
    checks += lock(account);
    // They quote the service, paths and variables.
    for (Check &check : checks) {
        check.message = LiveSecrets::redactAll(check.message);
        check.remedy = LiveSecrets::redactAll(check.remedy);
    }
    return checks;
}

QString Doctor::statusName(Status status)
{
    switch (status) {
    case Status::Ok:
        return u"ok"_s;
    case Status::Warning:
        return u"warning"_s;
    case Status::Failed:
        break;
    }
    return u"failed"_s;
}

Check Doctor::configuration() const
{
    Check check{.name = u"configuration"_s};
    const QString folder = m_context.profiles.folder();
    // Where there is none yet, it is made in the one above.
    QString existing = folder;
    while (!QFileInfo::exists(existing) && !QDir(existing).isRoot())
        existing = QFileInfo(existing).path();
    QTemporaryFile probe(existing + u"/.qci-auth-XXXXXX"_s);
    if (probe.open()) {
        check.message = u"Profiles are kept in %1."_s.arg(QDir::toNativeSeparators(folder));
        return check;
    }
    check.status = Status::Failed;
    check.message = u"Profiles cannot be kept in %1 (%2)."_s.arg(QDir::toNativeSeparators(folder), probe.errorString());
    check.remedy = u"Check the permissions of the folder and the room on the disk."_s;
    return check;
}

QList<Check> Doctor::settings(const Account &account) const
{
    QList<Check> checks;
    if (const auto problem = m_context.profiles.settingsProblem())
        checks.append(checkFrom(u"settings"_s, Status::Failed, settingsErrorText(*problem)));
    for (const QString &name : m_context.profiles.names()) {
        const bool isUsed = !account.isEnvironment() && name == account.profile.name;
        if (const auto problem = m_context.profiles.problem(name))
            checks.append(checkFrom(u"settings"_s, isUsed ? Status::Failed : Status::Warning, *problem, QUrl()));
    }
    if (checks.isEmpty())
        checks.append({.name = u"settings"_s, .message = u"All settings can be read."_s});
    return checks;
}

QList<Check> Doctor::variables(const Account &account) const
{
    QList<Check> checks;
    const PastedCredentials found = m_context.environment.credentials();
    const auto warn = [&checks](const QString &message, const QString &remedy) {
        checks.append({.name = u"environment"_s, .status = Status::Warning, .message = message, .remedy = remedy});
    };
    if (found.isComplete() && account.isEnvironment() && m_context.profiles.names().isEmpty())
        checks.append({.name = u"environment"_s, .message = u"QCI_TOKEN and QCI_API_URL are used."_s});
    else if (found.isComplete() && account.isEnvironment())
        warn(u"QCI_TOKEN and QCI_API_URL are set and come before every profile."_s,
            u"Unset them to use profiles, or give --profile or --ignore-env."_s);
    else if (!found.apiToken.isEmpty() && found.url.isEmpty())
        warn(u"QCI_TOKEN is set without QCI_API_URL and is not used."_s, u"Set both, or unset it."_s);
    else if (found.apiToken.isEmpty() && !found.url.isEmpty() && found.url != account.profile.url)
        warn(u"QCI_API_URL is set without QCI_TOKEN; the profile's own URL is used all the same."_s,
            u"Unset it, or log in with --url."_s);
    if (const QString name = m_context.environment.profileName(); !name.isEmpty() && !account.isKnown)
        warn(u"QCI_AUTH_PROFILE names the profile '%1', which does not exist."_s.arg(name),
            u"Correct it, or run 'qci-auth login'."_s);
    if (checks.isEmpty())
        checks.append({.name = u"environment"_s, .message = u"No variable comes before the profile."_s});
    return checks;
}

Check Doctor::keychain(const Account &account)
{
    // What comes from the environment needs no keychain.
    const Status failure = account.isEnvironment() ? Status::Warning : Status::Failed;
    const QString key = u"qci-auth/doctor/%1"_s.arg(QUuid::createUuid().toString(QUuid::WithoutBraces));
    try {
        await(m_context.secrets.write(key, u"a probe, worth nothing"_s)); // and reads it back
        await(m_context.secrets.remove(key));
    } catch (const AuthError &error) {
        if (account.isEnvironment() && error.cause() == AuthError::Cause::SecretStoreUnavailable)
            return {.name = u"keychain"_s, .message = u"There is no keychain, and these credentials need none."_s};
        return checkFrom(u"keychain"_s, failure, error, QUrl());
    }
    const QString name = await(m_context.secrets.name());
    return {
        .name = u"keychain"_s, .message = u"%1 keeps what is stored."_s.arg(name.isEmpty() ? u"The keychain"_s : name)};
}

Check Doctor::login(const Account &account)
{
    try {
        if (account.isKnown)
            TokenIssuer(m_context).issue(account, std::nullopt, false);
    } catch (const AuthError &error) {
        if (error.kind() == AuthError::Kind::Rejected)
            return checkFrom(u"login"_s, Status::Failed, error, QUrl(account.profile.url));
    } catch (const CommandError &error) {
        if (error.exitCode == ExitCode::loginRequired)
            return {.name = u"login"_s, .status = Status::Failed, .message = error.text};
    }
    Check check{.name = u"login"_s};
    if (account.isEnvironment()) {
        check.message = u"The API token comes from QCI_TOKEN."_s;
        return check;
    }
    try {
        if (account.isKnown && await(m_context.secrets.read(account.profile.refreshTokenKey()))) {
            check.message = u"Profile '%1' has an API token for %2."_s.arg(
                account.profile.name, withoutSecrets(account.profile.url));
            return check;
        }
    } catch (const AuthError &error) {
        return checkFrom(u"login"_s, Status::Failed, error, QUrl());
    }
    check.status = Status::Failed;
    if (account.problem || account.doubt) {
        check.message = u"It cannot be told who is logged in as '%1'."_s.arg(account.profile.name);
        check.remedy = u"See under settings."_s;
        return check;
    }
    check.message = u"Profile '%1' is not logged in."_s.arg(account.profile.name);
    check.remedy = u"Run 'qci-auth login'."_s;
    return check;
}

QList<Check> Doctor::service(const Account &account)
{
    const QUrl url(account.profile.url);
    if (url.isEmpty())
        return {{.name = u"service"_s,
            .status = Status::Warning,
            .message = u"No service is known to ask."_s,
            .remedy = u"Run 'qci-auth login'."_s}};
    QList<Check> checks;
    try {
        ServiceReport report(m_context, account.profile);
        report.finish();
        if (report.error())
            throw AuthError(*report.error());
        checks.append({.name = u"service"_s,
            .message = u"%1 answers: %2; %3."_s.arg(url.host(), report.healthText(), report.versionText())});
        checks.append({.name = u"tls"_s,
            .message = url.scheme() == u"https" ? u"The connection is secure, and the certificate is trusted."_s
                                                : u"The service is asked over plain http."_s});
        checks.append(clockCheck(report.skew()));
    } catch (const AuthError &error) {
        const bool isTls = error.kind() == AuthError::Kind::Untrusted || error.cause() == AuthError::Cause::Handshake ||
                           error.cause() == AuthError::Cause::CertificateFile;
        checks.append(checkFrom(isTls ? u"tls"_s : u"service"_s, Status::Failed, error, url));
    }
    return checks;
}

Check Doctor::proxy() const
{
    const QStringList bypassed = m_context.environment.bypassedProxyVariables();
    if (bypassed.isEmpty())
        return {.name = u"proxy"_s, .message = u"No proxy setting is ignored."_s};
    return {.name = u"proxy"_s,
        .status = Status::Warning,
        .message = u"The proxy in %1 is of a kind that is not used."_s.arg(bypassed.join(u", "_s)),
        .remedy = u"Set https_proxy to an http:// or socks5:// proxy."_s};
}

Check Doctor::runtimeFolder() const
{
    const RuntimeFolder folder = RuntimeFolder::forUser();
    if (!folder.path().isEmpty())
        return {.name = u"runtime folder"_s, .message = u"Locks are kept in %1."_s.arg(folder.path())};
    return {.name = u"runtime folder"_s,
        .status = Status::Warning,
        .message = u"There is no private folder for locks, so commands at the same time may each exchange."_s,
        .remedy = folder.problem()};
}

Check Doctor::agent(const Account &account) const
{
    Check check{.name = u"agent"_s};
    QJsonObject request{{u"version"_s, 1}, {u"verb"_s, u"status"_s}, {u"offline"_s, true}};
    if (!account.isEnvironment())
        request.insert(u"profile"_s, account.profile.name);
    if (m_context.askAgent(request)) {
        check.message = u"The window is running and answers."_s;
    } else if (m_context.runtimeFolder.isEmpty() ||
               !QFileInfo::exists(AgentClient::socketPath(m_context.runtimeFolder))) {
        check.message = u"The window is not running; commands do without."_s;
    } else if (QLockFile lock(m_context.runtimeFolder + u"/agent.lock"_s); lock.tryLock(0)) {
        check.message =
            u"The window is not running. The socket of one that was killed is replaced at the next start."_s;
    } else {
        check.status = Status::Warning;
        check.message = u"The window is running, but does not answer."_s;
        check.remedy = u"If it goes on, end the window and start it again."_s;
    }
    return check;
}

Check Doctor::lock(const Account &account) const
{
    Check check{.name = u"lock"_s, .message = u"No other command is renewing the token."_s};
    const QString file = ProfileLock::file(m_context.runtimeFolder, account.profile.name);
    if (m_context.runtimeFolder.isEmpty() || !QFileInfo::exists(file))
        return check;
    QLockFile lock(file);
    lock.setStaleLockTime(0);
    if (lock.tryLock(0))
        check.message = u"A command that was killed had left its lock; it is cleared."_s;
    else if (qint64 pid = 0; lock.getLockInfo(&pid, nullptr, nullptr))
        check.message = u"Process %1 is renewing the token just now."_s.arg(pid);
    else {
        check.status = Status::Warning;
        check.message = u"The lock file %1 is damaged."_s.arg(file);
        check.remedy = u"It is cleared by the next exchange; or remove it."_s;
    }
    return check;
}

} // namespace QciAuth
