// SPDX-License-Identifier: Apache-2.0
#include "agentanswer.h"
#include "agentclient.h"
#include "commandline.h"
#include "commandmodule.h"
#include "exitcode.h"
#include "messagehandler.h"
#include "output.h"
#include "runtimefolder.h"
#include "say.h"
#include "tokenwish.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QLibrary>

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

bool usesEnvironment(const CommonOptions &options)
{
    return !options.profile && !options.ignoreEnvironment && !qEnvironmentVariableIsEmpty("QCI_TOKEN") &&
           !qEnvironmentVariableIsEmpty("QCI_API_URL");
}

// The shortest way to a token: the running window has one, and handing it on needs neither keychain nor network, whose
// libraries take longer to load than all the rest. Nothing where the long way has to be gone.
std::optional<int> handOnTokenOfAgent(const Invocation &invocation)
{
    const auto wish = TokenWish::of(invocation.verb);
    if (!wish || usesEnvironment(invocation.common))
        return std::nullopt;
    const QString profile = invocation.common.profile.value_or(qEnvironmentVariable("QCI_AUTH_PROFILE"));
    const auto answer =
        AgentClient(RuntimeFolder::forUser().path()).ask(AgentAnswer::tokenRequest(profile, wish->minTtl, wish->force));
    if (!answer)
        return std::nullopt;
    if (const auto failure = AgentAnswer::failure(*answer))
        return fail(failure->exitCode, failure->text);
    if (AgentAnswer::accessToken(*answer).isEmpty())
        return std::nullopt;
    Output output;
    return output.write(format(*wish, *answer)) ? ExitCode::done : fail(ExitCode::error, writeFailure(output));
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

// Whether the token in the keychain may be all that is wanted: the second shortest way to one.
bool wantsCachedToken(const Invocation &invocation)
{
    const auto wish = TokenWish::of(invocation.verb);
    return wish && !wish->force && !wish->isJson && !invocation.common.verbose && !usesEnvironment(invocation.common);
}

int run(const Invocation &invocation)
{
    // Who prints a token has asked the agent before.
    const CommandModule::Tried tried{
        .agent = TokenWish::of(invocation.verb).has_value() && !usesEnvironment(invocation.common),
        .cache = wantsCachedToken(invocation)};
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
    Output::reserveStandardStreams();
    Output::ignoreBrokenPipes();
    installRedactingMessageHandler();
    const auto parsed = CommandLine::parse(argc, argv);
    if (const auto *exit = std::get_if<CommandLineExit>(&parsed)) {
        Output output(exit->toStdout ? Output::standardOutput : Output::standardError);
        return output.write(exit->text.toUtf8()) ? exit->code : fail(ExitCode::error, writeFailure(output));
    }
    const auto &invocation = *std::get_if<Invocation>(&parsed);
    if (const auto code = handOnTokenOfAgent(invocation))
        return *code;
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"qci-auth"_s);
    QCoreApplication::setApplicationVersion(QLatin1StringView(QCIAUTH_VERSION));
    return run(invocation);
}
