// SPDX-License-Identifier: Apache-2.0
#include "agentanswer.h"
#include "agentclient.h"
#include "fuzztargets.h"
#include "promise.h"
#include "rawagent.h"
#include "say.h"
#include "sessionreport.h"

#include <QFile>
#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

bool isOneLine(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.category() != QChar::Other_Control; });
}

} // namespace

// What a program that took the agent's place sends back.
void fuzzAgentAnswer(const QByteArray &input)
{
    static const QTemporaryDir folder;
    const QString path = AgentClient::socketPath(folder.path());
    QFile::remove(path);
    const RawAgent agent(path, [&input](int socket) {
        RawAgent::readLine(socket);
        RawAgent::write(socket, input);
    });
    promise(agent.isListening(), "a socket can be made");
    const auto answer = AgentClient(folder.path()).ask(AgentAnswer::tokenRequest(u"default"_s, std::nullopt, false));
    if (!answer)
        return;
    promise(input.contains('\n'), "an answer is a whole line");
    promise(answer->value("version"_L1).toInt() == 1, "it is of this version");
    promise(!answer->value("pending"_L1).toBool(), "it is the last one");
    const QString token = AgentAnswer::accessToken(*answer);
    promise(std::all_of(token.begin(), token.end(), [](QChar c) { return c > u' ' && c <= u'~'; }),
        "a token that is handed on can stand in a header");
    if (const auto failure = AgentAnswer::failure(*answer)) {
        promise(failure->exitCode >= 4 && failure->exitCode <= 6, "a failure has an exit code that says what to do");
        promise(isOneLine(printable(failure->text)), "its text is printed on one line");
    }
    if (const auto info = SessionReport::tokenFrom(*answer))
        promise(!info->accessToken.isEmpty(), "a report has a token");
}

} // namespace QciAuth
