// SPDX-License-Identifier: Apache-2.0
#include "agentbench.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace QciAuth {

QJsonObject objectOf(const QByteArray &line)
{
    QJsonObject object = QJsonDocument::fromJson(line).object();
    const bool isWhole = line.count('\n') == 1 && line.endsWith('\n') && object.take("version"_L1) == 1;
    return isWhole ? object : QJsonObject{{u"failed"_s, true}};
}

QString errorKindOf(const QJsonObject &answer)
{
    const QJsonObject error = answer.value("error"_L1).toObject();
    return error.value("text"_L1).toString().isEmpty() ? QString() : error.value("kind"_L1).toString();
}

AgentBench::AgentBench()
    : sessions(secrets, profiles, sharing, connector, [this] { return random; })
    , agent(sessions, profiles)
{
}

QByteArray AgentBench::line(QJsonObject request, const QString &verb)
{
    request.insert(u"verb"_s, verb);
    const QByteArray line = resultOf(agent.answer(request)).value_or(QByteArray());
    answers += QByteArray(line.constData(), line.size()); // a copy, so that tests see whether the agent keeps its own
    return line;
}

bool AgentBench::logIn()
{
    storeToken(apiToken);
    return waitForState(sessions.session(profile.name), Session::State::Active);
}

} // namespace QciAuth
