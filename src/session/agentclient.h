// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QString>

#include <chrono>
#include <optional>

namespace QciAuth {

/// Asks the agent of the running window (behaviour.md, Local agent): one request, and the thread waits for the answer.
///
/// Needs neither a QCoreApplication nor an event loop, and of Qt only Core, so that a program that only wants a token
/// starts fast.
class AgentClient
{
public:
    /// A window that lives says something by then; a stopped one must not hang the shell.
    static constexpr std::chrono::milliseconds defaultSignOfLifeLimit = std::chrono::seconds(1);
    /// An exchange with the service, or a prompt of the keychain, has ended by then.
    static constexpr std::chrono::milliseconds defaultAnswerLimit = std::chrono::seconds(60);
    /// Bytes of a whole answer, interim lines included.
    static constexpr qsizetype longestAnswer = 65'536;

    /// @param folder           the RuntimeFolder's path; where it is empty, no agent answers.
    /// @param signOfLifeLimit  time for connecting, sending and the first line that comes back.
    /// @param answerLimit      time for all of it.
    explicit AgentClient(const QString &folder, std::chrono::milliseconds signOfLifeLimit = defaultSignOfLifeLimit,
        std::chrono::milliseconds answerLimit = defaultAnswerLimit);

    /// Where the agent listens: a socket in the folder, or on Windows a named pipe of the folder's own.
    static QString socketPath(const QString &folder);

    /// Sends the request and returns the answer, which may be `{"version":1,"error":{…}}`. Nothing where no agent of
    /// this user answers, in time, with one JSON object of version 1. Sends nothing to a socket of another user.
    std::optional<QJsonObject> ask(const QJsonObject &request) const;

private:
    QString m_path;
    std::chrono::milliseconds m_signOfLifeLimit;
    std::chrono::milliseconds m_answerLimit;
};

} // namespace QciAuth
