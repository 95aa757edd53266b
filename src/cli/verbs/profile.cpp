// SPDX-License-Identifier: Apache-2.0
#include "await.h"
#include "commandcontext.h"
#include "commanderror.h"
#include "exitcode.h"
#include "logincommand.h"
#include "say.h"
#include "verbs.h"

#include <QJsonArray>
#include <QLockFile>
#include <QScopeGuard>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

void require(const std::optional<AuthError> &error)
{
    if (error)
        throw AuthError(*error);
}

Profile known(const CommandContext &context, const QString &name)
{
    if (const auto profile = context.profiles.profile(name))
        return *profile;
    require(context.profiles.problem(name));
    throw CommandError{.exitCode = ExitCode::wrongUsage,
        .text = u"There is no profile '%1'. 'qci-auth profile list' shows those that there are."_s.arg(name)};
}

// Where the settings are damaged, nobody can tell what was chosen.
std::optional<QString> knownDefault(const CommandContext &context)
{
    return context.profiles.settingsProblem() ? std::nullopt : std::optional(context.profiles.defaultName());
}

// So that nobody takes a list with gaps for all there is to say.
void noteProblems(const CommandContext &context)
{
    if (const auto problem = context.profiles.settingsProblem())
        note(settingsErrorText(*problem));
    for (const QString &name : context.profiles.names()) {
        if (const auto problem = context.profiles.problem(name))
            note(commandErrorText(*problem, QUrl()));
    }
}

void listAsJson(CommandContext &context)
{
    QJsonArray profiles;
    for (const QString &name : context.profiles.names()) {
        const auto profile = context.profiles.profile(name);
        profiles.append(QJsonObject{{u"name"_s, name}, {u"url"_s, profile ? QJsonValue(profile->url) : QJsonValue()}});
    }
    const auto usual = knownDefault(context);
    context.printJson(
        {{u"version"_s, 1}, {u"default"_s, usual ? QJsonValue(*usual) : QJsonValue()}, {u"profiles"_s, profiles}});
}

} // namespace

int run(CommandContext &context, const ProfileListOptions &options)
{
    noteProblems(context);
    if (options.json) {
        listAsJson(context);
        return ExitCode::done;
    }
    const QStringList names = context.profiles.names();
    const auto usual = knownDefault(context);
    qsizetype width = 0;
    for (const QString &name : names)
        width = std::max(width, name.size());
    QByteArray text;
    for (const QString &name : names) {
        const QString url = context.profiles.profile(name).value_or(Profile()).url;
        // Aligned for people, by tabs for programs.
        const QString line = context.output.isTerminal()
                                 ? (name == usual ? u"* "_s : u"  "_s) + name.leftJustified(width) + u"  "_s + url
                                 : name + u'\t' + url;
        text += context.output.isTerminal() ? printable(line).toUtf8() : line.toUtf8();
        text += '\n';
    }
    context.print(text);
    return ExitCode::done;
}

int run(CommandContext &context, const ProfileUseOptions &options)
{
    require(context.profiles.setDefaultName(known(context, options.name).name));
    note(u"Commands without --profile use profile '%1' from now on."_s.arg(options.name));
    warnOfVariables(context);
    return ExitCode::done;
}

// In an order that loses nothing wherever it ends: the new profile is complete before the old one goes, and no token is
// anywhere without a profile to find it by.
int run(CommandContext &context, const ProfileRenameOptions &options)
{
    if (const QString problem = ProfileStore::nameProblem(options.newName); !problem.isEmpty())
        throw CommandError{.exitCode = ExitCode::wrongUsage, .text = problem};
    // Always in the same order, so that two commands never wait for each other.
    std::vector<ProfileLock::Held> locks;
    for (const QString &name :
        {std::min(options.oldName, options.newName), std::max(options.oldName, options.newName)}) {
        Profile profile;
        profile.name = name;
        if (locks.empty() || options.oldName != options.newName)
            locks.push_back(await(context.sharing.lock(profile)));
    }
    const Profile before = known(context, options.oldName);
    // They may name it as the chosen one, and have to be changed then.
    if (const auto problem = context.profiles.settingsProblem())
        throw CommandError{.exitCode = CommandError::exitCodeOf(*problem), .text = settingsErrorText(*problem)};
    require(context.profiles.problem(options.newName));
    if (context.profiles.profile(options.newName))
        throw CommandError{.exitCode = ExitCode::error,
            .text = u"There is a profile '%1' already. Choose another name, or remove that one first."_s.arg(
                options.newName)};
    const bool wasDefault = knownDefault(context) == before.name;
    Profile after = before;
    after.name = options.newName;
    const StoredLogin login = await(context.sharing.storedLogin(before, context.secrets));
    require(context.profiles.save(after));
    const auto telling = qScopeGuard([&context, &before, &after] {
        context.tellAgent(before.name);
        context.tellAgent(after.name);
    });
    if (login.accessToken)
        await(context.sharing.cache().write(after, login.accessToken->info));
    if (!login.apiToken.isEmpty())
        await(context.secrets.write(after.refreshTokenKey(), login.apiToken));
    if (wasDefault)
        require(context.profiles.setDefaultName(after.name));
    if (context.profiles.currentName() == before.name)
        require(context.profiles.setCurrentName(after.name));
    await(context.secrets.remove(before.refreshTokenKey()));
    await(context.sharing.cache().remove(before));
    require(context.profiles.remove(before.name));
    note(u"Profile '%1' is now '%2'."_s.arg(before.name, after.name));
    return ExitCode::done;
}

int run(CommandContext &context, const ProfileRemoveOptions &options)
{
    Profile profile;
    profile.name = options.name;
    if (!context.profiles.problem(options.name)) // what cannot be read can go all the same
        profile = known(context, options.name);
    const bool wasDefault = knownDefault(context) == profile.name;
    // The token first: a profile that is there can be removed again, a token without one nobody would find.
    await(context.sharing.forget(profile, context.secrets));
    require(context.profiles.remove(profile.name));
    if (wasDefault) // no longer chosen: the usual rules say which one it is now
        require(context.profiles.setDefaultName(QString()));
    context.tellAgent(profile.name);
    note(u"Profile '%1' is removed, and its tokens are out of the keychain."_s.arg(profile.name));
    if (wasDefault)
        note(u"It was the default; commands without --profile use '%1' from now on."_s.arg(
            context.profiles.defaultName()));
    return ExitCode::done;
}

} // namespace QciAuth
