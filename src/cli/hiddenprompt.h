// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace QciAuth {

/// What came of asking for a secret.
struct HiddenAnswer
{
    enum class Outcome {
        Answered,
        NoTerminal,  ///< nobody to ask
        EndOfInput,  ///< Ctrl-D before anything was typed, or the terminal went away
        Interrupted, ///< by a signal that did not end the program, having a handler of its own
        TooLong,     ///< more than a line may hold; nothing of it is given
    };

    Outcome outcome = Outcome::NoTerminal;
    QString text; ///< the line without its end; empty unless answered
};

/// Asks on the terminal, wherever the standard streams go, with echo off, and waits for a line of up to 64 KiB, which
/// is more than a terminal lets through by itself. The terminal is as before afterwards, and also while the program is
/// stopped by Ctrl-Z or where SIGINT, SIGTERM, SIGHUP or SIGQUIT end it. Handlers of signals are set while this runs,
/// so only one thread may ask at a time.
HiddenAnswer readHidden(const QString &prompt);

} // namespace QciAuth
