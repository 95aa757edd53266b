// SPDX-License-Identifier: Apache-2.0
#include "completion.h"

namespace QciAuth {

using namespace Qt::StringLiterals;

namespace {

// To be read by `source`, or to lie in a folder of $fpath, where it is the body of the function.
constexpr auto scriptTemplate = R"zsh(#compdef qci-auth
# Completes command lines of qci-auth in zsh.

_qci-auth_profiles() {
  local -a profiles expl
  profiles=(${(f)"$(qci-auth profile list 2>/dev/null | cut -f1)"})
  _wanted profiles expl profile compadd -a profiles
}

@FUNCTIONS@if [[ $funcstack[1] == _qci-auth ]]; then
  _qci-auth "$@"
else
  compdef _qci-auth qci-auth
fi
)zsh";

// For between single quotes; a sentence's full stop is not the custom there.
QString quoted(QString text)
{
    if (text.endsWith(u'.')) {
        text.chop(1);
    }
    return text.replace(u"'"_s, u"'\\''"_s);
}

QString escaped(const QString &text, QLatin1StringView special)
{
    QString result;
    for (const QChar c : text) {
        if (c == u'\\' || special.contains(c)) {
            result += u'\\';
        }
        result += c;
    }
    return quoted(result);
}

QString action(const OptionDescription &option)
{
    switch (option.value) {
    case OptionDescription::Value::None:
    case OptionDescription::Value::Text:
        return u" "_s;
    case OptionDescription::Value::Choice:
        return u'(' + option.choices.join(u' ') + u')';
    case OptionDescription::Value::File:
        return u"_files"_s;
    case OptionDescription::Value::Folder:
        return u"_files -/"_s;
    case OptionDescription::Value::Profile:
        return u"_qci-auth_profiles"_s;
    case OptionDescription::Value::Command:
        return u" _command_names -e"_s;
    }
    Q_UNREACHABLE();
}

QString optionSpecs(const OptionDescription &option)
{
    QString specs;
    const bool valued = option.value != OptionDescription::Value::None;
    for (const QString &name : option.names) {
        const QString others = (option.names + option.excludes).join(u' ');
        specs += u"    '%1%2%3[%4]%5' \\\n"_s.arg(option.repeatable ? u"*"_s : u'(' + others + u')', name,
            valued ? u"="_s : QString(), escaped(option.description, "[]"_L1),
            valued ? u':' + option.valueName + u':' + action(option) : QString());
    }
    return specs;
}

QString argumentSpecs(const CommandDescription &command)
{
    QString specs;
    for (qsizetype i = 0; i < command.arguments.size(); ++i) {
        const OptionDescription &argument = command.arguments[i];
        if (argument.value == OptionDescription::Value::Command) {
            specs += u"    '(-)%1:command:%2' \\\n    '*::argument: _normal' \\\n"_s.arg(
                QString::number(i + 1), action(argument));
        } else {
            specs += u"    '%1:%2:%3' \\\n"_s.arg(QString::number(i + 1), argument.valueName, action(argument));
        }
    }
    return specs;
}

QString functionName(const CommandDescription &command)
{
    return u'_' + QString(command.path).replace(u' ', u'_');
}

// The function of a command, after those of the commands below it.
QString functionOf(const CommandDescription &root, const CommandDescription &command)
{
    QString below;
    QString commands;
    QString cases;
    for (const CommandDescription &sub : command.subcommands) {
        below += functionOf(root, sub);
        commands += u"        '%1:%2'\n"_s.arg(sub.name, quoted(sub.description));
        cases += u"        %1) %2 && ret=0 ;;\n"_s.arg(sub.name, functionName(sub));
    }

    QString specs;
    for (const OptionDescription &option : ownOptionsOf(root, command) + root.options) {
        specs += optionSpecs(option);
    }

    // Not `commands`: that is zsh's own list of programs.
    const QString head = below + functionName(command) + u"() {\n"_s;
    if (command.subcommands.isEmpty()) {
        specs += argumentSpecs(command);
        specs.chop(3); // the last backslash
        return head + u"  _arguments -S : \\\n"_s + specs + u"\n}\n\n"_s;
    }
    return head +
           u"  local curcontext=$curcontext state state_descr line ret=1\n  local -a context verbs\n"
           "  typeset -A opt_args\n"
           "  _arguments -C -S : \\\n"_s +
           specs +
           u"    '1: :->command' \\\n    '*:: :->arguments' && ret=0\n"
           "  case $state in\n"
           "    command)\n"
           "      verbs=(\n"_s +
           commands +
           u"      )\n"
           "      _describe -t commands command verbs && ret=0\n"
           "      ;;\n"
           "    arguments)\n"
           "      case $line[1] in\n"_s +
           cases +
           u"      esac\n"
           "      ;;\n"
           "  esac\n"
           "  return ret\n"
           "}\n\n"_s;
}

} // namespace

QString zshCompletion(const CommandDescription &root)
{
    return QString::fromLatin1(scriptTemplate).replace(u"@FUNCTIONS@"_s, functionOf(root, root));
}

} // namespace QciAuth
