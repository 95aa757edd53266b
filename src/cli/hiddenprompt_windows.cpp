// SPDX-License-Identifier: Apache-2.0
#include "hiddenprompt.h"

#include <array>
#include <atomic>
#include <memory>

#include <qt_windows.h>

namespace QciAuth {

namespace {

using Outcome = HiddenAnswer::Outcome;

constexpr DWORD longestLine = 65'536;

// What Ctrl-C and a closed window put back; they come in a thread of their own.
std::atomic<HANDLE> s_input = INVALID_HANDLE_VALUE;
std::atomic<DWORD> s_modeBefore = 0;

BOOL WINAPI showAgain(DWORD)
{
    SetConsoleMode(s_input, s_modeBefore);
    return FALSE; // and on to whoever handles it, by default the end of the program
}

struct HandleCloser
{
    using pointer = HANDLE;
    void operator()(HANDLE handle) const
    {
        if (handle != INVALID_HANDLE_VALUE)
            CloseHandle(handle);
    }
};
using Handle = std::unique_ptr<HANDLE, HandleCloser>;

Handle console(const wchar_t *name)
{
    return Handle(CreateFileW(
        name, GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, nullptr, OPEN_EXISTING, 0, nullptr));
}

} // namespace

HiddenAnswer readHidden(const QString &prompt)
{
    const Handle input = console(L"CONIN$");
    const Handle output = console(L"CONOUT$");
    DWORD before = 0;
    if (input.get() == INVALID_HANDLE_VALUE || !GetConsoleMode(input.get(), &before))
        return {};
    s_input = input.get();
    s_modeBefore = before;
    SetConsoleCtrlHandler(showAgain, TRUE);

    HiddenAnswer answer;
    const DWORD hidden = (before & ~DWORD(ENABLE_ECHO_INPUT)) | ENABLE_LINE_INPUT | ENABLE_PROCESSED_INPUT;
    if (SetConsoleMode(input.get(), hidden)) {
        const auto write = [&output](const QString &text) {
            WriteConsoleW(output.get(), text.utf16(), static_cast<DWORD>(text.size()), nullptr, nullptr);
        };
        write(prompt);
        const auto line = std::make_unique<std::array<wchar_t, longestLine>>();
        DWORD size = 0;
        const bool read = ReadConsoleW(input.get(), line->data(), longestLine, &size, nullptr);
        QString text = QString::fromWCharArray(line->data(), static_cast<qsizetype>(size));
        SecureZeroMemory(line->data(), sizeof(*line));
        SetConsoleMode(input.get(), before);
        write(QStringLiteral("\n"));
        const bool complete = text.endsWith(u'\n');
        while (text.endsWith(u'\n') || text.endsWith(u'\r'))
            text.chop(1);
        if (!read || (size == 0 && GetLastError() == ERROR_OPERATION_ABORTED))
            answer.outcome = Outcome::Interrupted;
        else if (size == 0 || text.startsWith(QChar(0x1a))) // Ctrl-Z
            answer.outcome = Outcome::EndOfInput;
        else if (!complete)
            answer.outcome = Outcome::TooLong;
        else
            answer = {Outcome::Answered, text};
    }
    SetConsoleCtrlHandler(showAgain, FALSE);
    s_input = INVALID_HANDLE_VALUE;
    return answer;
}

} // namespace QciAuth
