// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "commanddescription.h"

#include <QList>
#include <QString>

namespace QciAuth {

/// A word and what it means.
struct HelpEntry
{
    QString term;
    QString text;
};

/// Returns the exit codes of the program.
QList<HelpEntry> exitCodes();

/// Returns the environment variables that the program heeds.
QList<HelpEntry> environmentVariables();

/// Returns the help of the command in \a root that is called by \a path, at most 80 columns wide. What is called by a
/// path that is not there is \a root.
QString helpText(const CommandDescription &root, const QString &path);

/// Returns how \a command is called, such as `qci-auth import FILE [--remove]`, without the options common to all.
QString synopsis(const CommandDescription &command);

} // namespace QciAuth
