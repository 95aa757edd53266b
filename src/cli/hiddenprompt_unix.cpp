// SPDX-License-Identifier: Apache-2.0
#define __STDC_WANT_LIB_EXT1__ 1 // NOLINT(bugprone-reserved-identifier): for memset_s() of macOS
#include "hiddenprompt.h"

#include "signalnotes.h"

#include <QByteArray>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <optional>
#include <utility>

#include <fcntl.h>
#include <sys/select.h>
#include <termios.h>
#include <unistd.h>

namespace QciAuth {

namespace {

using Outcome = HiddenAnswer::Outcome;

void scrub(void *data, size_t size)
{
#ifdef Q_OS_DARWIN
    ::memset_s(data, size, 0, size);
#else
    ::explicit_bzero(data, size);
#endif
}

// Bytes that are never copied by growing, and are gone when this is.
template<size_t capacity>
class SecretBytes
{
    Q_DISABLE_COPY_MOVE(SecretBytes)

public:
    SecretBytes() = default;
    ~SecretBytes() { clear(); }

    char *data() { return m_bytes.data(); }
    QByteArrayView view() const { return {m_bytes.data(), static_cast<qsizetype>(m_size)}; }
    bool isEmpty() const { return m_size == 0; }

    bool append(char byte)
    {
        if (m_size == capacity)
            return false;
        m_bytes[m_size++] = byte;
        return true;
    }

    // The last character, all bytes of it.
    void chop()
    {
        const auto isContinuation = [](char byte) { return (byte & 0xc0) == 0x80; };
        while (m_size > 0 && isContinuation(m_bytes[--m_size])) {
        }
    }

    void clear()
    {
        scrub(m_bytes.data(), m_bytes.size());
        m_size = 0;
    }

private:
    std::array<char, capacity> m_bytes{};
    size_t m_size = 0;
};

// The terminal that the program was started from, as it was outside of hide() and show().
class HiddenTerminal
{
    Q_DISABLE_COPY_MOVE(HiddenTerminal)

public:
    HiddenTerminal()
        : m_descriptor(::open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC))
        , m_valid(m_descriptor >= 0 && m_descriptor < FD_SETSIZE && ::tcgetattr(m_descriptor, &m_before) == 0)
    {
    }

    ~HiddenTerminal()
    {
        show();
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }

    bool isValid() const { return m_valid; }
    int descriptor() const { return m_descriptor; }
    bool is(int controlCharacter, char byte) const
    {
        const cc_t character = m_before.c_cc[controlCharacter];
        return character != _POSIX_VDISABLE && character == static_cast<cc_t>(byte);
    }

    // Line by line, a terminal cuts lines off at 4096 bytes or fewer, so it is asked for single bytes. A program in the
    // background is stopped here until it comes to the foreground, or a signal is to end it.
    bool hide(SignalNotes &signalNotes)
    {
        termios hidden = m_before;
        hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO | ECHOE | ECHOK | ECHONL | ICANON);
        hidden.c_cc[VMIN] = 1;
        hidden.c_cc[VTIME] = 0;
        m_hidden = true;
        while (::tcsetattr(m_descriptor, TCSAFLUSH, &hidden) != 0) {
            if (errno != EINTR || signalNotes.hasEnding())
                return false;
        }
        return true;
    }

    // What came behind the line goes with it: the rest of a pasted text would be shown, and run by the shell.
    void show()
    {
        // In the background it is another program's terminal, and trying would only stop this one.
        if (!std::exchange(m_hidden, false) || ::tcgetpgrp(m_descriptor) != ::getpgrp())
            return;
        while (::tcsetattr(m_descriptor, TCSAFLUSH, &m_before) != 0 && errno == EINTR) {
        }
        write("\n");
    }

    void write(QByteArrayView text)
    {
        while (!text.isEmpty()) {
            const ssize_t size = ::write(m_descriptor, text.data(), static_cast<size_t>(text.size()));
            if (size > 0)
                text = text.sliced(size);
            else if (errno != EINTR)
                return;
        }
    }

private:
    int m_descriptor;
    termios m_before = {};
    bool m_valid;
    bool m_hidden = false;
};

class Prompt
{
public:
    Prompt(const QString &prompt, HiddenTerminal *terminal, SignalNotes *signalNotes)
        : m_prompt(prompt.toLocal8Bit())
        , m_terminal(*terminal)
        , m_signals(*signalNotes)
    {
    }

    HiddenAnswer ask()
    {
        bool show = true;
        while (true) {
            if (show && !begin())
                return {m_signals.hasEnding() ? Outcome::Interrupted : Outcome::NoTerminal, {}};
            waitForInput();
            if (m_signals.hasEnding())
                return {Outcome::Interrupted, {}};
            const bool stop = m_signals.take(SIGTSTP);
            if (stop) {
                m_line.clear();
                m_terminal.show();
                m_signals.passOn(SIGTSTP); // stops here, until there is a SIGCONT
            }
            // Stopped by SIGSTOP, which nobody hears about, the shell has set the terminal to its own liking.
            show = m_signals.take(SIGCONT) || stop;
            if (show)
                continue;
            if (const auto outcome = readInput())
                return {*outcome, *outcome == Outcome::Answered ? QString::fromUtf8(m_line.view()) : QString()};
        }
    }

private:
    bool begin()
    {
        m_line.clear();
        m_tooLong = false;
        if (!m_terminal.hide(m_signals))
            return false;
        m_signals.take(SIGCONT); // it came to the foreground only now: asked once is enough
        m_terminal.write(m_prompt);
        return true;
    }

    // Not poll(): macOS has none for terminals.
    void waitForInput()
    {
        fd_set readable;
        FD_ZERO(&readable);
        FD_SET(m_terminal.descriptor(), &readable);
        FD_SET(m_signals.descriptor(), &readable);
        const int last = std::max(m_terminal.descriptor(), m_signals.descriptor());
        m_readable = ::select(last + 1, &readable, nullptr, nullptr, nullptr) > 0 &&
                     FD_ISSET(m_terminal.descriptor(), &readable);
    }

    std::optional<Outcome> readInput()
    {
        if (!m_readable)
            return {};
        constexpr size_t chunkSize = 1024;
        SecretBytes<chunkSize> chunk;
        const ssize_t size = ::read(m_terminal.descriptor(), chunk.data(), chunkSize);
        if (size < 0 && (errno == EINTR || errno == EAGAIN))
            return {};
        if (size <= 0)
            return Outcome::EndOfInput;
        for (const char byte : QByteArrayView(chunk.data(), size)) {
            if (const auto outcome = take(byte))
                return outcome;
        }
        return {};
    }

    std::optional<Outcome> take(char byte)
    {
        if (byte == '\n' || byte == '\r')
            return m_tooLong ? Outcome::TooLong : Outcome::Answered;
        if (m_terminal.is(VEOF, byte)) {
            if (m_line.isEmpty())
                return Outcome::EndOfInput;
        } else if (m_terminal.is(VERASE, byte) || byte == '\b' || byte == '\x7f') {
            m_line.chop();
        } else if (m_terminal.is(VKILL, byte) || m_terminal.is(VWERASE, byte)) {
            m_line.clear();
            m_tooLong = false;
        } else if (!m_line.append(byte)) {
            m_tooLong = true;
        }
        return {};
    }

    const QByteArray m_prompt;
    HiddenTerminal &m_terminal;
    SignalNotes &m_signals;
    SecretBytes<65'536> m_line;
    bool m_tooLong = false;
    bool m_readable = false;
};

} // namespace

HiddenAnswer readHidden(const QString &prompt)
{
    HiddenTerminal terminal;
    if (!terminal.isValid())
        return {};
    SignalNotes signalNotes;
    if (!signalNotes.isValid())
        return {};
    HiddenAnswer answer = Prompt(prompt, &terminal, &signalNotes).ask();
    terminal.show();
    // Most often the program ends here, as it would have without the question.
    if (signalNotes.giveBack())
        answer = {Outcome::Interrupted, {}};
    return answer;
}

} // namespace QciAuth
