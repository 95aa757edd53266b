// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <array>
#include <csignal>

namespace QciAuth {

/// Keeps the signals that would end, stop or continue the program while a terminal is not as it should be left. A
/// handler may do next to nothing, and runs in any thread, so it writes a note into a pipe, which also wakes up whoever
/// waits for the terminal. Signals that are ignored stay ignored. One at a time in a process; not on Windows.
class SignalNotes
{
    Q_DISABLE_COPY_MOVE(SignalNotes)

public:
    SignalNotes();
    ~SignalNotes();

    bool isValid() const;
    /// To wait for with select(): readable when there is a new note.
    int descriptor() const { return m_pipe[0]; }

    /// Whether there was this signal since it was last asked for.
    bool take(int number);
    /// Whether a signal came that is to end the program.
    bool hasEnding();

    /// Lets this signal do what it would have done by itself.
    void passOn(int number);
    /// Puts all handlers back, then lets the ending signals do what they would have done by themselves. Where the
    /// program is still there after that, returns whether there was one.
    bool giveBack();

private:
    static constexpr std::array endingSignals{SIGINT, SIGTERM, SIGHUP, SIGQUIT};
    static constexpr std::array watchedSignals{SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT};

    void watch(size_t index);
    void collect();

    std::array<int, 2> m_pipe{-1, -1};
    std::array<struct sigaction, watchedSignals.size()> m_before{};
    QByteArray m_notes;
    bool m_watching = false;
};

} // namespace QciAuth
