// SPDX-License-Identifier: Apache-2.0
#include "completion.h"

namespace QciAuth {

using namespace Qt::StringLiterals;

namespace {

// Works with bash 4 and without the package bash-completion. COMP_WORDS holds '=' as a word of its own.
constexpr auto scriptTemplate = R"bash(# Completes command lines of qci-auth in bash.

# What may follow the command $1.
_qci_auth_words() {
    case $1 in
@WORDS@    esac
}

# What the value of an option or argument is: $1 is such as 'login:--url' or 'profile use:0'.
_qci_auth_value() {
    case $1 in
@VALUES@    *) value= ;;
    esac
}

# The profiles whose names begin with what is typed, quoted as it is.
_qci_auth_profiles() {
    local quote= typed=$cur name
    case $cur in
    \'* | \"*) quote=${cur:0:1} typed=${cur:1} ;;
    *) typed=${cur//\\/} ;;
    esac
    while IFS= read -r name; do
        [[ -n $name && $name == "$typed"* ]] || continue
        case $quote in
        \') name=${name//\'/\'\\\'\'} ;;
        \") name=${name//\\/\\\\} name=${name//\"/\\\"} name=${name//\$/\\\$} name=${name//\`/\\\`} ;;
        *) printf -v name %q "$name" ;;
        esac
        COMPREPLY+=("$name")
    done < <(qci-auth profile list 2>/dev/null | cut -f1)
}

# Leaves names of files to readline, which knows how to quote them. $1 is for compopt, $2 for compgen without it.
_qci_auth_files() {
    local IFS=$'\n'
    compopt -o "$1" 2>/dev/null || COMPREPLY=($(compgen "$2" -- "$cur"))
}

# The command line that begins at word $1.
_qci_auth_exec() {
    if declare -F _comp_command_offset >/dev/null; then
        _comp_command_offset "$1"
    elif declare -F _command_offset >/dev/null; then
        _command_offset "$1"
    elif ((COMP_CWORD == $1)); then
        local IFS=$'\n'
        COMPREPLY=($(compgen -c -- "$cur"))
    else
        _qci_auth_files default -f
    fi
}

_qci_auth() {
    local cur=${COMP_WORDS[COMP_CWORD]} command= option= ended= arguments=0 value commands options word i
    COMPREPLY=()
    for ((i = 1; i < COMP_CWORD; ++i)); do
        word=${COMP_WORDS[i]}
        if [[ -n $option ]]; then
            [[ $word == = ]] || option=
            continue
        fi
        _qci_auth_value "$command:$arguments"
        if [[ $value == command && ( -n $ended || $word != -* ) ]]; then
            _qci_auth_exec "$i"
            return
        fi
        _qci_auth_words "$command"
        if [[ -z $ended && $word == -- ]]; then
            ended=1
        elif [[ -z $ended && $word == -* ]]; then
            _qci_auth_value "$command:$word"
            [[ -z $value ]] || option=$word
        elif ((!arguments)) && [[ " $commands " == *" $word "* ]]; then
            command="${command:+$command }$word"
        else
            ((++arguments))
        fi
    done

    _qci_auth_words "$command"
    if [[ -n $option ]]; then
        [[ $cur != = ]] || cur=
        _qci_auth_value "$command:$option"
    elif [[ -z $ended && $cur == -* ]]; then
        COMPREPLY=($(compgen -W "$options" -- "$cur"))
        return
    else
        _qci_auth_value "$command:$arguments"
    fi

    case $value in
    profile) _qci_auth_profiles ;;
    file) _qci_auth_files default -f ;;
    folder) _qci_auth_files dirnames -d ;;
    command) _qci_auth_exec "$COMP_CWORD" ;;
    choice:*) COMPREPLY=($(compgen -W "${value#choice:}" -- "$cur")) ;;
    '') ((arguments)) || COMPREPLY=($(compgen -W "$commands" -- "$cur")) ;;
    esac
}

complete -F _qci_auth qci-auth
)bash";

QString valueWord(const OptionDescription &option)
{
    switch (option.value) {
    case OptionDescription::Value::None:
        return {};
    case OptionDescription::Value::Text:
        return u"text"_s;
    case OptionDescription::Value::Choice:
        return u"'choice:"_s + option.choices.join(u' ') + u'\'';
    case OptionDescription::Value::File:
        return u"file"_s;
    case OptionDescription::Value::Folder:
        return u"folder"_s;
    case OptionDescription::Value::Profile:
        return u"profile"_s;
    case OptionDescription::Value::Command:
        return u"command"_s;
    }
    Q_UNREACHABLE();
}

QString values(const CommandDescription &root)
{
    QString lines;
    const auto add = [&lines](const QString &pattern, const OptionDescription &option) {
        if (option.value != OptionDescription::Value::None) {
            lines += u"    %1) value=%2 ;;\n"_s.arg(pattern, valueWord(option));
        }
    };
    for (const OptionDescription &option : root.options) {
        add(u"*:"_s + option.names.last(), option);
    }
    for (const CommandDescription &command : commandsOf(root)) {
        for (const OptionDescription &option : ownOptionsOf(root, command)) {
            add(u"'%1:%2'"_s.arg(wordsOf(command), option.names.last()), option);
        }
        for (qsizetype i = 0; i < command.arguments.size(); ++i) {
            add(u"'%1:%2'"_s.arg(wordsOf(command), QString::number(i)), command.arguments[i]);
        }
    }
    return lines;
}

QString words(const CommandDescription &root)
{
    QStringList common;
    for (const OptionDescription &option : root.options) {
        common += option.names;
    }
    QString lines;
    for (const CommandDescription &command : commandsOf(root)) {
        QStringList commands;
        for (const CommandDescription &sub : command.subcommands) {
            commands.append(sub.name);
        }
        QStringList options;
        for (const OptionDescription &option : ownOptionsOf(root, command)) {
            options += option.names;
        }
        lines += u"    '%1') commands='%2' options='%3' ;;\n"_s.arg(
            wordsOf(command), commands.join(u' '), (options + common).join(u' '));
    }
    return lines;
}

} // namespace

QString bashCompletion(const CommandDescription &root)
{
    return QString::fromLatin1(scriptTemplate).replace(u"@WORDS@"_s, words(root)).replace(u"@VALUES@"_s, values(root));
}

} // namespace QciAuth
