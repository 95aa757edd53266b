// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "autherror.h"

#include <QString>
#include <QUrl>

namespace QciAuth {

/// Ends a command: what is said on stderr, and the exit code.
struct CommandError
{
    int exitCode;
    QString text; ///< what failed, why, what to do; one line

    /// @param url  base URL of the service that was asked; may be empty.
    static CommandError from(const AuthError &error, const QUrl &url);
    static int exitCodeOf(const AuthError &error);
};

/// The error in words for somebody at a command line.
QString commandErrorText(const AuthError &error, const QUrl &url);
/// The same for settings that do not say which profile was chosen (ProfileStore::settingsProblem()).
QString settingsErrorText(const AuthError &problem);

} // namespace QciAuth
