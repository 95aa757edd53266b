// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "invocation.h"

#include <QStringList>
#include <QTemporaryDir>

namespace QciAuth {

/// A folder with the completion scripts, some files, and a `qci-auth` that knows three profiles and prints the
/// arguments that it got, each in brackets.
class CompletionBench
{
public:
    using CompletedShell = CompletionOptions::Shell;

    CompletionBench();

    /// Returns the shell's name, as one calls it.
    static QString program(CompletedShell shell);
    static bool isInstalled(CompletedShell shell);

    /// Returns the file that holds the script for the shell.
    QString script(CompletedShell shell) const;

    /// Runs a program in the folder, with the made-up `qci-auth` in front of the path, and returns what it prints, to
    /// stderr as well.
    QString run(const QString &program, const QStringList &arguments) const;

    /// Returns what bash or fish suggests for the last word of a command line, sorted and without quotes and slashes at
    /// the end.
    QStringList suggestions(CompletedShell shell, const QStringList &words) const;

    /// Types into bash or zsh on a terminal, where a tab completes, and returns the arguments that the made-up
    /// `qci-auth` gets, in brackets. Needs zsh in either case.
    QString typed(CompletedShell shell, const QString &line) const;

private:
    QTemporaryDir m_folder;
};

} // namespace QciAuth
