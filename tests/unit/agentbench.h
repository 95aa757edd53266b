// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent.h"
#include "futures.h"
#include "sessions.h"
#include "workbench.h"

#include <QJsonObject>

namespace QciAuth {

/// What a line says beside its version, which each has.
QJsonObject objectOf(const QByteArray &line);
/// The kind of the error that is the answer; empty where it is none, or one without words.
QString errorKindOf(const QJsonObject &answer);

/// An agent on sessions of its own, which notes every answer.
class AgentBench : public Workbench
{
public:
    AgentBench();

    /// What the agent answers, as it goes to the client.
    QByteArray line(QJsonObject request, const QString &verb);
    QJsonObject ask(const QJsonObject &request, const QString &verb) { return objectOf(line(request, verb)); }
    QJsonObject token(const QJsonObject &request = {}) { return ask(request, QStringLiteral("token")); }
    QJsonObject status(const QJsonObject &request = {}) { return ask(request, QStringLiteral("status")); }
    /// Somebody is logged in, and the session knows.
    bool logIn();
    bool answersHold(const QString &secret) const { return answers.contains(secret.toUtf8()); }

    Sessions sessions;
    Agent agent;
    QByteArray answers;
};

} // namespace QciAuth
