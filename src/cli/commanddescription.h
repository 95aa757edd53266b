// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace QciAuth {

/// One option or argument of a command, in words and without a parser.
struct OptionDescription
{
    /// What a shell can suggest as its value.
    enum class Value {
        None,    ///< a switch
        Text,    ///< nothing
        Choice,  ///< one of \c choices
        File,    ///< an existing file
        Folder,  ///< an existing folder
        Profile, ///< the name of a profile
        Command, ///< a command with its own arguments, up to the end of the line
    };

    QStringList names; ///< with their dashes, the long one last; empty for an argument
    QString valueName; ///< such as `SECONDS`; empty for a switch
    QString description;
    Value value = Value::None;
    QStringList choices;
    QStringList excludes; ///< names of the options that it cannot be given with
    bool repeatable = false;

    /// `-h, --help`, `--url URL` or `FILE`.
    QString usage() const
    {
        QStringList parts = {names.join(QStringLiteral(", ")), valueName};
        parts.removeAll(QString());
        return parts.join(u' ');
    }
};

/// A command: the program, one of its verbs, or a verb of a verb.
struct CommandDescription
{
    QString name;
    QString path; ///< how it is called, such as `qci-auth profile list`
    QString group;
    QString description; ///< one sentence
    QString details;     ///< more of them, or empty
    QList<OptionDescription> options;
    QList<OptionDescription> arguments;
    QList<CommandDescription> subcommands; ///< those that users are told about
};

} // namespace QciAuth
