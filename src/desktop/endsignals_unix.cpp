// SPDX-License-Identifier: Apache-2.0
#include "endsignals.h"

#include <QSocketNotifier>

#include <atomic>
#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace QciAuth {

namespace {

constexpr std::array signalNumbers{SIGTERM, SIGINT, SIGHUP};

// A handler gets nothing but its number.
std::atomic<int> s_descriptor = -1;
static_assert(std::atomic<int>::is_always_lock_free);

extern "C" void noteEndSignal(int)
{
    const int error = errno;
    const char note = 0;
    [[maybe_unused]] const ssize_t written = ::write(s_descriptor, &note, 1);
    errno = error;
}

} // namespace

EndSignals::EndSignals(QObject *parent)
    : QObject(parent)
{
    if (::pipe(m_pipe.data()) != 0)
        return;
    for (const int end : m_pipe) {
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
        ::fcntl(end, F_SETFL, O_NONBLOCK);
    }
    m_notifier = new QSocketNotifier(m_pipe[0], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &EndSignals::read);
    s_descriptor = m_pipe[1];
    for (const int number : signalNumbers) {
        struct sigaction before = {};
        // Ignored is what nohup and scripts in the background ask for.
        if (::sigaction(number, nullptr, &before) == 0 && before.sa_handler == SIG_IGN)
            continue;
        struct sigaction note = {};
        note.sa_handler = noteEndSignal;
        // The second one ends a program that does not listen to the first.
        note.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND);
        sigemptyset(&note.sa_mask);
        ::sigaction(number, &note, nullptr);
    }
}

EndSignals::~EndSignals()
{
    for (const int number : signalNumbers) {
        struct sigaction now = {};
        if (::sigaction(number, nullptr, &now) == 0 && now.sa_handler == noteEndSignal)
            ::signal(number, SIG_DFL);
    }
    s_descriptor = -1;
    delete m_notifier;
    for (const int end : m_pipe) {
        if (end >= 0)
            ::close(end);
    }
}

void EndSignals::read()
{
    char note = 0;
    if (::read(m_pipe[0], &note, 1) > 0)
        emit asked();
}

} // namespace QciAuth
