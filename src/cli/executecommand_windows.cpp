// SPDX-License-Identifier: Apache-2.0
#include "executecommand.h"

#include "commanderror.h"
#include "exitcode.h"

#include <QProcess>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace QciAuth {

int executeCommand(const std::vector<std::string> &command)
{
    QStringList arguments;
    for (const std::string &word : command)
        arguments.append(QString::fromLocal8Bit(word.c_str()));
    const QString program = arguments.takeFirst();
    QProcess process;
    process.setInputChannelMode(QProcess::ForwardedInputChannel);
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(program, arguments);
    if (!process.waitForStarted(-1))
        throw CommandError{.exitCode = ExitCode::commandNotFound,
            .text = u"The command '%1' cannot be run (%2). Check its name."_s.arg(program, process.errorString())};
    process.waitForFinished(-1);
    return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : ExitCode::error;
}

} // namespace QciAuth
