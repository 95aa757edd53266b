// SPDX-License-Identifier: Apache-2.0
#include "ptyshell.h"

#include <cerrno>
#include <csignal>
#include <cstdlib>

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

namespace QciAuth {

namespace {

constexpr int patience = 10'000;

bool isReadable(int descriptor, int timeoutMilliseconds)
{
    pollfd request{.fd = descriptor, .events = POLLIN, .revents = 0};
    return ::poll(&request, 1, timeoutMilliseconds) > 0;
}

void writeAll(int descriptor, const QByteArray &bytes)
{
    for (qsizetype written = 0; written < bytes.size();) {
        const ssize_t size =
            ::write(descriptor, bytes.constData() + written, static_cast<size_t>(bytes.size() - written));
        if (size <= 0)
            return;
        written += size;
    }
}

void putIntoForeground(pid_t group)
{
    ::signal(SIGTTOU, SIG_IGN); // a shell does this from the background
    ::tcsetpgrp(STDIN_FILENO, group);
}

[[noreturn]] void runCommand(const std::function<QByteArray()> &command, PtyShell::Start start, int results)
{
    ::setpgid(0, 0);
    if (start == PtyShell::Start::Foreground)
        putIntoForeground(::getpid());
    for (int number = 1; number < NSIG; ++number)
        ::signal(number, SIG_DFL);
    const int nowhere = ::open("/dev/null", O_RDWR);
    for (int descriptor = 0; descriptor <= 2; ++descriptor)
        ::dup2(nowhere, descriptor);
    writeAll(results, command());
    ::_exit(0);
}

[[noreturn]] void runShell(pid_t command, int statuses, int orders)
{
    ::signal(SIGHUP, SIG_IGN);
    writeAll(statuses, QByteArray(reinterpret_cast<const char *>(&command), sizeof command));
    int status = 0;
    while (::waitpid(command, &status, WUNTRACED) == command) {
        putIntoForeground(::getpgrp());
        writeAll(statuses, QByteArray(reinterpret_cast<const char *>(&status), sizeof status));
        char order = 0;
        if (::read(orders, &order, 1) != 1 || !WIFSTOPPED(status))
            break;
        putIntoForeground(command);
        ::kill(-command, SIGCONT);
    }
    ::_exit(0);
}

} // namespace

PtyShell::PtyShell(const std::function<QByteArray()> &command, Start start)
{
    for (auto *ends : {&m_statuses, &m_orders, &m_results}) {
        if (::pipe2(ends->data(), O_CLOEXEC) != 0)
            qFatal("no pipe");
    }
    m_shell = ::forkpty(&m_terminal, nullptr, nullptr, nullptr);
    if (m_shell < 0)
        qFatal("no terminal");
    if (m_shell == 0) {
        ::close(m_orders[1]); // whose end ends the shell
        const pid_t child = ::fork();
        if (child == 0)
            runCommand(command, start, m_results[1]);
        ::close(m_results[1]);
        ::setpgid(child, child);
        runShell(child, m_statuses[1], m_orders[0]);
    }
    ::close(m_statuses[1]);
    ::close(m_orders[0]);
    ::close(m_results[1]);
    m_command = waitForStatus();
}

PtyShell::~PtyShell()
{
    ::kill(m_command, SIGKILL);
    ::close(m_orders[1]);
    ::close(m_statuses[0]);
    ::close(m_results[0]);
    hangUp();
    ::waitpid(m_shell, nullptr, 0);
}

void PtyShell::type(const QByteArray &keys)
{
    writeAll(m_terminal, keys);
}

void PtyShell::hangUp()
{
    if (m_terminal >= 0)
        ::close(std::exchange(m_terminal, -1));
}

bool PtyShell::readScreen(int timeoutMilliseconds)
{
    if (!isReadable(m_terminal, timeoutMilliseconds))
        return false;
    std::array<char, 4096> chunk{};
    const ssize_t size = ::read(m_terminal, chunk.data(), chunk.size());
    if (size > 0)
        m_screen.append(chunk.data(), size);
    return size > 0;
}

bool PtyShell::shows(const QByteArray &text, int times)
{
    while (m_screen.count(text) < times) {
        if (!readScreen(patience))
            return false;
    }
    return true;
}

QByteArray PtyShell::screen()
{
    while (readScreen(0)) {
    }
    return m_screen;
}

termios PtyShell::modes() const
{
    termios modes = {};
    ::tcgetattr(m_terminal, &modes);
    return modes;
}

bool PtyShell::echoes() const
{
    return (modes().c_lflag & (ECHO | ICANON)) == (ECHO | ICANON);
}

void PtyShell::setModes(const termios &modes)
{
    ::tcsetattr(m_terminal, TCSANOW, &modes);
}

QByteArray PtyShell::unread() const
{
    const int keyboard = ::open(::ptsname(m_terminal), O_RDONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
    std::array<char, 4096> chunk{};
    const ssize_t size = ::read(keyboard, chunk.data(), chunk.size());
    ::close(keyboard);
    return {chunk.data(), size > 0 ? size : 0};
}

void PtyShell::sendSignal(int number) const
{
    ::kill(m_command, number);
}

int PtyShell::waitForStatus()
{
    int status = -1;
    if (!isReadable(m_statuses[0], patience) || ::read(m_statuses[0], &status, sizeof status) != sizeof status)
        return -1;
    return status;
}

void PtyShell::toForeground()
{
    writeAll(m_orders[1], "f");
}

QByteArray PtyShell::commandResult()
{
    QByteArray result;
    std::array<char, 4096> chunk{};
    while (isReadable(m_results[0], patience)) {
        const ssize_t size = ::read(m_results[0], chunk.data(), chunk.size());
        if (size <= 0)
            return result;
        result.append(chunk.data(), size);
    }
    return "the command did not end";
}

} // namespace QciAuth
