// SPDX-License-Identifier: Apache-2.0
#include "completion.h"

namespace QciAuth {

using namespace Qt::StringLiterals;

namespace {

constexpr auto scriptTemplate = R"fish(# Completes command lines of qci-auth in fish.

# The first line says where the cursor is: the command and how many arguments it has, such as 'profile use:0', with
# ' command' at its end where all that follows belongs to a command of its own. The other lines are that command.
function __qci_auth_scan
    set -l words (commandline -opc)
    set -e words[1]
    set -l command
    set -l arguments 0
    set -l value no
    set -l ended no
    while set -q words[1]
        set -l word $words[1]
        if test $value = yes
            set value no
        else if contains -- "$command" @WRAPPERS@; and begin
                test $ended = yes; or not string match -q -- '-*' $word
            end
            break
        else if test $ended = no -a "$word" = --
            set ended yes
        else if test $ended = no; and string match -q -- '-*' $word
            contains -- $word @VALUED@; and set value yes
        else if test $arguments -eq 0; and contains -- (string trim -- "$command $word") @COMMANDS@
            set command (string trim -- "$command $word")
        else
            set arguments (math $arguments + 1)
        end
        set -e words[1]
    end
    if contains -- "$command" @WRAPPERS@; and begin
            set -q words[1]; or test $ended = yes
        end
        set command "$command command"
    end
    printf '%s\n' "$command:$arguments" $words
end

function __qci_auth_at
    string match -q -- $argv[1] (__qci_auth_scan)[1]
end

# Whether the cursor is where the command that $argv runs stands, or on what belongs to that.
function __qci_auth_at_command
    __qci_auth_at "$argv command:*"; or begin
        __qci_auth_at "$argv:0"; and not string match -q -- '-*' (commandline -ct)
    end
end

function __qci_auth_profiles
    qci-auth profile list 2>/dev/null | cut -f1
end

function __qci_auth_subcommand
    __fish_complete_subcommand --commandline (__qci_auth_scan)[2..-1] (commandline -ct)
end

complete -c qci-auth -e
complete -c qci-auth -f
@COMPLETIONS@)fish";

// In single quotes; a sentence's full stop is not the custom there.
QString quoted(QString text)
{
    if (text.endsWith(u'.')) {
        text.chop(1);
    }
    return u'\'' + text.replace(u"\\"_s, u"\\\\"_s).replace(u"'"_s, u"\\'"_s) + u'\'';
}

QString suggestions(const OptionDescription &option)
{
    switch (option.value) {
    case OptionDescription::Value::None:
    case OptionDescription::Value::Text:
        return {};
    case OptionDescription::Value::Choice:
        return u" -a '"_s + option.choices.join(u' ') + u'\'';
    case OptionDescription::Value::File:
        return u" -F"_s;
    case OptionDescription::Value::Folder:
        return u" -a '(__fish_complete_directories)'"_s;
    case OptionDescription::Value::Profile:
        return u" -a '(__qci_auth_profiles)'"_s;
    case OptionDescription::Value::Command:
        return u" -a '(__qci_auth_subcommand)'"_s;
    }
    Q_UNREACHABLE();
}

QString optionLine(const QString &condition, const OptionDescription &option)
{
    QString line = u"complete -c qci-auth -n "_s + condition;
    for (const QString &name : option.names) {
        line += name.startsWith("--"_L1) ? u" -l "_s + name.mid(2) : u" -s "_s + name.mid(1);
    }
    if (option.value != OptionDescription::Value::None) {
        line += option.value == OptionDescription::Value::File ? u" -r"_s : u" -x"_s;
    }
    return line + suggestions(option) + u" -d "_s + quoted(option.description) + u'\n';
}

QString completions(const CommandDescription &root)
{
    QString lines;
    for (const OptionDescription &option : root.options) {
        lines += optionLine(u"\"not __qci_auth_at '* command:*'\""_s, option);
    }
    for (const CommandDescription &command : commandsOf(root)) {
        const QString words = wordsOf(command);
        for (const CommandDescription &sub : command.subcommands) {
            lines += u"complete -c qci-auth -n \"__qci_auth_at '%1:0'\" -a %2 -d %3\n"_s.arg(
                words, sub.name, quoted(sub.description));
        }
        for (const OptionDescription &option : ownOptionsOf(root, command)) {
            lines += optionLine(u"\"__qci_auth_at '%1:*'\""_s.arg(words), option);
        }
        for (qsizetype i = 0; i < command.arguments.size(); ++i) {
            const OptionDescription &argument = command.arguments[i];
            if (suggestions(argument).isEmpty()) {
                continue;
            }
            if (argument.value == OptionDescription::Value::Command) {
                lines +=
                    u"complete -c qci-auth -n \"__qci_auth_at_command '%1'\"%2\n"_s.arg(words, suggestions(argument));
            } else {
                lines += u"complete -c qci-auth -n \"__qci_auth_at '%1:%2'\"%3\n"_s.arg(
                    words, QString::number(i), suggestions(argument));
            }
        }
    }
    return lines;
}

} // namespace

QString fishCompletion(const CommandDescription &root)
{
    QStringList commands;
    QStringList valued;
    QStringList wrappers;
    for (const CommandDescription &command : commandsOf(root)) {
        if (command.path != root.path) {
            commands.append(u'\'' + wordsOf(command) + u'\'');
        }
        for (const OptionDescription &option : ownOptionsOf(root, command) + root.options) {
            if (option.value != OptionDescription::Value::None && !valued.contains(option.names.last())) {
                valued.append(option.names.last());
            }
        }
        for (const OptionDescription &argument : command.arguments) {
            if (argument.value == OptionDescription::Value::Command) {
                wrappers.append(u'\'' + wordsOf(command) + u'\'');
            }
        }
    }
    return QString::fromLatin1(scriptTemplate)
        .replace(u"@COMMANDS@"_s, commands.join(u' '))
        .replace(u"@VALUED@"_s, valued.join(u' '))
        .replace(u"@WRAPPERS@"_s, wrappers.join(u' '))
        .replace(u"@COMPLETIONS@"_s, completions(root));
}

} // namespace QciAuth
