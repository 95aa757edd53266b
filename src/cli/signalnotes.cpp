// SPDX-License-Identifier: Apache-2.0
#include "signalnotes.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <sys/select.h>
#include <unistd.h>

namespace QciAuth {

namespace {

// A handler gets nothing but its number.
std::atomic<int> s_noteDescriptor = -1;
static_assert(std::atomic<int>::is_always_lock_free);

extern "C" void noteSignal(int number)
{
    const int error = errno;
    const char note = static_cast<char>(number);
    [[maybe_unused]] const ssize_t written = ::write(s_noteDescriptor, &note, 1);
    errno = error;
}

} // namespace

SignalNotes::SignalNotes()
{
    if (::pipe(m_pipe.data()) != 0)
        return;
    for (const int end : m_pipe) {
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
        ::fcntl(end, F_SETFL, O_NONBLOCK);
    }
    s_noteDescriptor = m_pipe[1];
    for (size_t i = 0; i < watchedSignals.size(); ++i) {
        ::sigaction(watchedSignals[i], nullptr, &m_before[i]);
        watch(i);
    }
    m_watching = true;
}

SignalNotes::~SignalNotes()
{
    giveBack();
    s_noteDescriptor = -1;
    for (const int end : m_pipe) {
        if (end >= 0)
            ::close(end);
    }
}

bool SignalNotes::isValid() const
{
    return m_pipe[0] >= 0 && m_pipe[0] < FD_SETSIZE;
}

void SignalNotes::watch(size_t index)
{
    // Ignored is what nohup and scripts in the background ask for; SIGCONT continues a program either way.
    if (m_before[index].sa_handler == SIG_IGN && watchedSignals[index] != SIGCONT)
        return;
    struct sigaction note = {};
    note.sa_handler = noteSignal; // without SA_RESTART: waiting has to end
    sigemptyset(&note.sa_mask);
    ::sigaction(watchedSignals[index], &note, nullptr);
}

void SignalNotes::collect()
{
    std::array<char, 64> notes{};
    ssize_t size = 0;
    while ((size = ::read(m_pipe[0], notes.data(), notes.size())) > 0 || (size < 0 && errno == EINTR))
        m_notes.append(notes.data(), std::max<qsizetype>(size, 0));
}

bool SignalNotes::take(int number)
{
    collect();
    const qsizetype before = m_notes.size();
    m_notes.removeIf([number](char note) { return note == number; });
    return m_notes.size() < before;
}

bool SignalNotes::hasEnding()
{
    collect();
    return std::any_of(endingSignals.begin(), endingSignals.end(),
        [this](int number) { return m_notes.contains(static_cast<char>(number)); });
}

void SignalNotes::passOn(int number)
{
    const auto index =
        static_cast<size_t>(std::find(watchedSignals.begin(), watchedSignals.end(), number) - watchedSignals.begin());
    ::sigaction(number, &m_before.at(index), nullptr);
    ::raise(number);
    watch(index);
}

bool SignalNotes::giveBack()
{
    if (!std::exchange(m_watching, false))
        return false;
    for (size_t i = 0; i < watchedSignals.size(); ++i)
        ::sigaction(watchedSignals[i], &m_before[i], nullptr);
    collect();
    const bool ending = hasEnding();
    for (const char number : std::as_const(m_notes)) {
        if (std::find(endingSignals.begin(), endingSignals.end(), number) != endingSignals.end())
            ::raise(number);
    }
    return ending;
}

} // namespace QciAuth
