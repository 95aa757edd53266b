// SPDX-License-Identifier: Apache-2.0
#include "output.h"

#include <cerrno>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>
#endif

#include <algorithm>
#include <climits>
#include <optional>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

#ifdef Q_OS_WIN

qint64 writeSome(int descriptor, const char *data, qsizetype size)
{
    return _write(descriptor, data, static_cast<unsigned int>(std::min<qsizetype>(size, INT_MAX)));
}

void waitUntilWritable(int) {}

#else

// A disposition is the process's own, and so is what it was before.
std::optional<struct sigaction> s_brokenPipeAction;

qint64 writeSome(int descriptor, const char *data, qsizetype size)
{
    return ::write(descriptor, data, static_cast<size_t>(size));
}

// Whoever shares the stream may have made it non-blocking.
void waitUntilWritable(int descriptor)
{
    pollfd request{.fd = descriptor, .events = POLLOUT, .revents = 0};
    ::poll(&request, 1, -1);
}

#endif

} // namespace

Output::Output(int descriptor, const QProcessEnvironment &environment)
    : m_descriptor(descriptor)
    , m_colorAllowed(environment.value(u"NO_COLOR"_s).isEmpty() && environment.value(u"TERM"_s) != u"dumb")
{
}

bool Output::write(const QByteArray &text)
{
    m_error = 0;
    for (qsizetype written = 0; written < text.size();) {
        const qint64 size = writeSome(m_descriptor, text.constData() + written, text.size() - written);
        if (size > 0) {
            written += size;
        } else if (size == 0) { // means nothing for a file; trying again might never end
            m_error = EIO;
            return false;
        } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
            waitUntilWritable(m_descriptor);
        } else if (errno != EINTR) {
            m_error = errno;
            return false;
        }
    }
    return true;
}

QString Output::errorString() const
{
    return m_error ? qt_error_string(m_error) : QString();
}

bool Output::isBrokenPipe() const
{
    return m_error == EPIPE;
}

bool Output::isTerminal() const
{
    return isTerminal(m_descriptor);
}

bool Output::usesColor() const
{
    return m_colorAllowed && isTerminal();
}

#ifdef Q_OS_WIN

bool Output::isTerminal(int descriptor)
{
    return _isatty(descriptor);
}

// There is no signal for it, and no number is given away twice.
void Output::ignoreBrokenPipes() {}
void Output::restoreBrokenPipes() {}
void Output::reserveStandardStreams() {}

#else

bool Output::isTerminal(int descriptor)
{
    return ::isatty(descriptor) == 1;
}

void Output::ignoreBrokenPipes()
{
    struct sigaction ignore = {};
    ignore.sa_handler = SIG_IGN;
    struct sigaction before = {};
    if (::sigaction(SIGPIPE, &ignore, &before) == 0 && !s_brokenPipeAction)
        s_brokenPipeAction = before;
}

void Output::restoreBrokenPipes()
{
    if (s_brokenPipeAction)
        ::sigaction(SIGPIPE, &*s_brokenPipeAction, nullptr);
    s_brokenPipeAction.reset();
}

void Output::reserveStandardStreams()
{
    // The lowest free number is the one that open() gives; lower ones are taken by then.
    for (int descriptor = 0; descriptor <= standardError; ++descriptor) {
        if (::fcntl(descriptor, F_GETFD) == -1 && errno == EBADF)
            ::open("/dev/null", (descriptor == 0 ? O_WRONLY : O_RDONLY) | O_CLOEXEC);
    }
}

#endif

} // namespace QciAuth
