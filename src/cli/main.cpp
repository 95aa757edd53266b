// SPDX-License-Identifier: Apache-2.0
#include "agentanswer.h"
#include "agentclient.h"
#include "commandline.h"
#include "commandmodule.h"
#include "exitcode.h"
#include "messagehandler.h"
#include "output.h"
#include "runtimefolder.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QLibrary>

using namespace Qt::StringLiterals;
using namespace QciAuth;

namespace {

int fail(int code, const QString &text)
{
    Output(Output::standardError).write("qci-auth: " + text.toUtf8() + '\n');
    return code;
}

/// What a command wants from the agent, where that is an access token and nothing else.
struct TokenWish
{
    std::optional<std::chrono::seconds> minTtl;
    bool force = false;
    bool isHeader = false;
    bool isJson = false;

    static std::optional<TokenWish> of(const Verb &verb)
    {
        if (const auto *header = std::get_if<HeaderOptions>(&verb))
            return TokenWish{.minTtl = header->minTtl, .force = header->forceRefresh, .isHeader = true};
        if (const auto *token = std::get_if<TokenOptions>(&verb))
            return TokenWish{.minTtl = token->minTtl, .force = token->forceRefresh, .isJson = token->json};
        return std::nullopt;
    }

    QByteArray format(QJsonObject answer) const
    {
        const QString token = AgentAnswer::accessToken(answer);
        if (isHeader)
            return headerLine(token);
        if (!isJson)
            return token.toLatin1() + '\n';
        answer.insert(u"source"_s, u"agent"_s);
        return QJsonDocument(answer).toJson(QJsonDocument::Compact) + '\n';
    }
};

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
    if (!output.write(wish->format(*answer)))
        return fail(
            ExitCode::error, u"The output could not be written (%1). Check where it goes."_s.arg(output.errorString()));
    return ExitCode::done;
}

int runInModule(const Invocation &invocation)
{
    QLibrary module(QDir(QCoreApplication::applicationDirPath()).filePath(QStringLiteral(QCIAUTH_MODULE)));
    const auto entry = reinterpret_cast<CommandModuleEntry>(module.resolve(commandModuleEntry));
    if (!entry)
        return fail(ExitCode::error,
            u"A part of the program is missing (%1). Install qci-auth again."_s.arg(module.errorString()));
    // The module ignores them itself: it has an Output of its own, and a command that it becomes must get what was.
    Output::restoreBrokenPipes();
    return entry(invocation);
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
        return output.write(exit->text.toUtf8()) ? exit->code : ExitCode::error;
    }
    const auto &invocation = std::get<Invocation>(parsed);
    if (const auto code = handOnTokenOfAgent(invocation))
        return *code;
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"qci-auth"_s);
    QCoreApplication::setApplicationVersion(QLatin1StringView(QCIAUTH_VERSION));
    return runInModule(invocation);
}
