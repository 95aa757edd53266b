// SPDX-License-Identifier: Apache-2.0
#include "agentanswer.h"
#include "agentclient.h"
#include "commandline.h"
#include "commandmodule.h"
#include "exitcode.h"
#include "hardening.h"
#include "messagehandler.h"
#include "output.h"
#include "runtimefolder.h"
#include "say.h"
#include "tokenwish.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QLibrary>
#include <QLoggingCategory>

#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace QciAuth;

namespace {

int fail(int code, const QString &text)
{
    note(text);
    return code;
}

QByteArray format(const TokenWish &wish, QJsonObject answer)
{
    if (!wish.isJson)
        return wish.line(AgentAnswer::accessToken(answer));
    answer.remove(u"url"_s); // for who wants to know where the token belongs
    answer.insert(u"source"_s, u"agent"_s);
    return QJsonDocument(answer).toJson(QJsonDocument::Compact) + '\n';
}

// What the command wants of a profile, where that is an access token and nothing else.
std::optional<TokenWish> wishOf(const Invocation &invocation)
{
    const bool usesEnvironment = invocation.common.prefersEnvironment() && !qEnvironmentVariableIsEmpty("QCI_TOKEN") &&
                                 !qEnvironmentVariableIsEmpty("QCI_API_URL");
    return usesEnvironment ? std::nullopt : TokenWish::of(invocation.verb);
}

// The shortest way to a token: the running window has one, and handing it on needs neither keychain nor network, whose
// libraries take longer to load than all the rest. Nothing where the long way has to be gone.
std::optional<int> handOnTokenOfAgent(const CommonOptions &options, const TokenWish &wish)
{
    const QString profile = options.profile.value_or(qEnvironmentVariable("QCI_AUTH_PROFILE"));
    const auto answer =
        AgentClient(RuntimeFolder::forUser().path()).ask(AgentAnswer::tokenRequest(profile, wish.minTtl, wish.force));
    if (!answer)
        return std::nullopt;
    if (const auto failure = AgentAnswer::failure(*answer))
        return fail(failure->exitCode, failure->text);
    if (AgentAnswer::accessToken(*answer).isEmpty())
        return std::nullopt;
    Output output;
    return output.write(format(wish, *answer)) ? ExitCode::done : fail(ExitCode::error, writeFailure(output));
}

// Calls the entry of a module.
template<typename Entry, typename... Arguments>
int runInModule(const QString &file, const char *entryName, const Arguments &...arguments)
{
    QLibrary module(QDir(QCoreApplication::applicationDirPath()).filePath(file));
    const auto entry = reinterpret_cast<Entry>(module.resolve(entryName));
    if (!entry)
        return fail(ExitCode::error,
            u"A part of the program is missing (%1). Install qci-auth again."_s.arg(module.errorString()));
    // The module ignores them itself: it has an Output of its own, and a command that it becomes must get what was.
    Output::restoreBrokenPipes();
    return entry(arguments...);
}

int run(const Invocation &invocation, const std::optional<TokenWish> &wish)
{
    const CommandModule::Tried tried{.agent = wish.has_value(),
        // The second shortest way: the token in the keychain may be all that is wanted.
        .cache = wish && !wish->force && !wish->isJson && !invocation.common.verbose};
    if (tried.cache) {
        const int code = runInModule<CommandModule::CachedTokenEntry>(
            QStringLiteral(QCIAUTH_CACHE_MODULE), CommandModule::cachedTokenEntry, invocation);
        if (code != CommandModule::notDone)
            return code;
    }
    return runInModule<CommandModule::CommandEntry>(
        QStringLiteral(QCIAUTH_COMMAND_MODULE), CommandModule::commandEntry, invocation, tried);
}

} // namespace

int main(int argc, char *argv[])
{
    hardenProcess();
    Output::reserveStandardStreams();
    Output::ignoreBrokenPipes();
    installRedactingMessageHandler();
    const auto parsed = CommandLine::parse(argc, argv);
    if (const auto *exit = std::get_if<CommandLineExit>(&parsed)) {
        Output output(exit->toStdout ? Output::standardOutput : Output::standardError);
        return output.write(exit->text.toUtf8()) ? exit->code : fail(ExitCode::error, writeFailure(output));
    }
    const auto &invocation = *std::get_if<Invocation>(&parsed);
    // What goes wrong is said in the program's own words; Qt's, about locks or D-Bus, are for who looks for a cause.
    if (!invocation.common.verbose)
        QLoggingCategory::setFilterRules(u"default.warning=false\nqt.*.warning=false"_s);
    const auto wish = wishOf(invocation);
    if (wish) {
        if (const auto code = handOnTokenOfAgent(invocation.common, *wish))
            return *code;
    }
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"qci-auth"_s);
    QCoreApplication::setApplicationVersion(QLatin1StringView(QCIAUTH_VERSION));
    const int code = run(invocation, wish);
    std::fflush(nullptr);
    // Without an end to everything that Qt keeps in static objects: its threads, above all that of QtDBus, may still be
    // at work on them, and would crash, or complain on stderr.
    std::_Exit(code);
}
