// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QProcessEnvironment>
#include <QString>

namespace QciAuth {

/// A standard stream that data goes out on. Nothing is held back in a buffer, so that no failure is found out about
/// after the program has said that it was done.
class Output
{
public:
    static constexpr int standardOutput = 1;
    static constexpr int standardError = 2;

    explicit Output(int descriptor = standardOutput,
        const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment());

    /// Writes all of `text`, waiting for a slow reader. False where that failed (a full disk, a closed stream, a reader
    /// that went away), with the reason in errorString(); part of the text may have been written.
    bool write(const QByteArray &text);

    /// Why the last write() failed, in the system's words; empty where it did not.
    QString errorString() const;
    /// Whether the last write() failed because nobody reads any more, as in `qci-auth status | head -1`.
    bool isBrokenPipe() const;

    bool isTerminal() const;
    /// Whether to use colour: on a terminal that has it, unless `NO_COLOR` (https://no-color.org) is set.
    bool usesColor() const;

    static bool isTerminal(int descriptor);

    /// From here a write to a closed pipe fails instead of ending the program.
    static void ignoreBrokenPipes();
    /// As it was before ignoreBrokenPipes(): call before the program becomes another one, which would inherit it.
    static void restoreBrokenPipes();

    /// Call first in main(). Where one of the standard streams is closed, the next file to be opened would get its
    /// number, and what is printed would go into that file. The number is taken so that reading and writing still fail;
    /// a command that the program becomes finds it closed as before.
    static void reserveStandardStreams();

private:
    int m_descriptor;
    bool m_colorAllowed;
    int m_error = 0;
};

} // namespace QciAuth
