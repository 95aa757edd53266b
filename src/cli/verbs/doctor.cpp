// SPDX-License-Identifier: Apache-2.0
#include "doctor.h"

#include "await.h"
#include "commandcontext.h"
#include "exitcode.h"
#include "say.h"
#include "tokenscan.h"
#include "verbs.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

using Status = Doctor::Status;

// The tokens that are stored here are found in any form; none of this is worth a failure.
QStringList storedTokens(CommandContext &context, const Account &account)
{
    QStringList tokens{account.apiToken};
    for (const QString &name : context.profiles.names()) {
        Profile profile;
        profile.name = name;
        try {
            tokens.append(await(context.secrets.read(profile.refreshTokenKey())).value_or(QString()));
        } catch (const AuthError &) {
            break; // the keychain is locked or gone: so it is for the others
        }
    }
    tokens.removeAll(QString());
    return tokens;
}

TokenScan::Result scan(CommandContext &context, const Account &account, const QStringList &folders)
{
    TokenScan::Result all;
    if (folders.isEmpty())
        return all;
    TokenScan scanner(storedTokens(context, account));
    for (const QString &folder : folders) {
        const TokenScan::Result result = scanner.scan(folder);
        all.findings += result.findings;
        all.unreadable += result.unreadable + result.tooLarge;
        all.filesRead += result.filesRead;
        if (!result.exists)
            all.unreadable.append(folder);
    }
    return all;
}

void printText(CommandContext &context, const QList<Doctor::Check> &checks, const TokenScan::Result &scan)
{
    for (const Doctor::Check &check : checks) {
        context.printLine(Doctor::statusName(check.status).leftJustified(9) + check.name + u": "_s + check.message);
        if (!check.remedy.isEmpty())
            context.printLine(QString(9, u' ') + check.remedy);
    }
    for (const TokenScan::Finding &finding : scan.findings)
        context.printLine(
            u"warning  scan: an API token stands in the open in %1:%2"_s.arg(finding.file).arg(finding.line));
    if (!scan.findings.isEmpty())
        context.printLine(QString(9, u' ') +
                          u"'qci-auth import --remove FILE' takes it out of a .env file; elsewhere delete the line."_s);
    if (scan.filesRead > 0 && scan.findings.isEmpty())
        context.printLine(u"ok       scan: No API token stands in the open (%1 files read)."_s.arg(scan.filesRead));
    for (const QString &file : scan.unreadable)
        context.printLine(u"warning  scan: not read: "_s + file);
}

QJsonObject toJson(const QList<Doctor::Check> &checks, const TokenScan::Result &scan, bool isWell)
{
    QJsonArray list;
    for (const Doctor::Check &check : checks)
        list.append(QJsonObject{{u"name"_s, check.name}, {u"status"_s, Doctor::statusName(check.status)},
            {u"message"_s, check.message},
            {u"remedy"_s, check.remedy.isEmpty() ? QJsonValue::Null : QJsonValue(check.remedy)}});
    QJsonArray findings;
    for (const TokenScan::Finding &finding : scan.findings)
        findings.append(QJsonObject{{u"file"_s, finding.file}, {u"line"_s, finding.line}});
    return {{u"version"_s, 1}, {u"ok"_s, isWell}, {u"checks"_s, list}, {u"findings"_s, findings},
        {u"unread"_s, QJsonArray::fromStringList(scan.unreadable)}};
}

} // namespace

int run(CommandContext &context, const DoctorOptions &options)
{
    const Account account = Account::of(context.options, context.environment, context.profiles);
    const QList<Doctor::Check> checks = Doctor(context).examine(account);
    const TokenScan::Result found = scan(context, account, options.scan);
    const bool isWell = found.findings.isEmpty() && std::none_of(checks.begin(), checks.end(), [](const auto &check) {
        return check.status == Status::Failed;
    });
    if (options.json)
        context.printJson(toJson(checks, found, isWell));
    else
        printText(context, checks, found);
    if (isWell)
        return ExitCode::done;
    note(u"There are problems: see what the report says under failed and warning."_s);
    return ExitCode::error;
}

} // namespace QciAuth
