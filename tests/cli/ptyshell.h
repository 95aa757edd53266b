// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <array>
#include <functional>

#include <sys/types.h>
#include <termios.h>

namespace QciAuth {

/// A terminal, in it a shell that runs one command, as far as job control goes. Whatever does not come within ten
/// seconds never comes.
class PtyShell
{
    Q_DISABLE_COPY_MOVE(PtyShell)

public:
    enum class Start { Foreground, Background };

    /// `command` runs in a process of its own, whose standard streams are not the terminal; what it returns can be read
    /// by commandResult().
    explicit PtyShell(const std::function<QByteArray()> &command, Start start = Start::Foreground);
    ~PtyShell();

    void type(const QByteArray &keys);
    void hangUp();
    /// Waits until `text` shows for the `times`-th time. False where it does not.
    bool shows(const QByteArray &text, int times = 1);
    /// All that has been shown so far.
    QByteArray screen();

    termios modes() const;
    /// Whether what is typed shows, line by line.
    bool echoes() const;
    /// As a shell does to a terminal that a stopped program leaves behind.
    void setModes(const termios &modes);
    /// What was typed, and nobody has read.
    QByteArray unread() const;

    void sendSignal(int number) const;
    /// Waits until the command ends or stops: its status, as from waitpid().
    int waitForStatus();
    /// `fg`, of a stopped command.
    void toForeground();
    QByteArray commandResult();

private:
    bool readScreen(int timeoutMilliseconds);

    int m_terminal = -1;
    pid_t m_shell = -1;
    pid_t m_command = -1;
    std::array<int, 2> m_statuses{};
    std::array<int, 2> m_orders{};
    std::array<int, 2> m_results{};
    QByteArray m_screen;
};

} // namespace QciAuth
