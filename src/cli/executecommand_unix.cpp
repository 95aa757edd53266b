// SPDX-License-Identifier: Apache-2.0
#include "executecommand.h"

#include "childlimits.h"
#include "commanderror.h"
#include "exitcode.h"
#include "output.h"

#include <cerrno>
#include <cstring>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace QciAuth {

int executeCommand(const std::vector<std::string> &command)
{
    std::vector<char *> arguments;
    arguments.reserve(command.size() + 1);
    for (const std::string &word : command)
        arguments.push_back(const_cast<char *>(word.c_str())); // execvp() leaves them as they are
    arguments.push_back(nullptr);
    // What is ignored here would be ignored there, and what is forbidden here would be forbidden there.
    Output::restoreBrokenPipes();
#if defined(__linux__)
    if (qciauthRestoreChildLimits)
        qciauthRestoreChildLimits();
#endif
    execvp(arguments.front(), arguments.data());
    const int error = errno;
    const bool isMissing = error == ENOENT || error == ENOTDIR;
    throw CommandError{.exitCode = isMissing ? ExitCode::commandNotFound : ExitCode::cannotExecute,
        .text = u"The command '%1' cannot be run (%2). Check its name, and that it may be executed."_s.arg(
            QString::fromLocal8Bit(command.front().c_str()), QString::fromLocal8Bit(std::strerror(error)))};
}

} // namespace QciAuth
