// SPDX-License-Identifier: Apache-2.0
#include "helptext.h"

#include <algorithm>

namespace QciAuth {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype width = 80;
constexpr qsizetype indent = 2;
constexpr qsizetype gap = 2;
constexpr qsizetype widestTerm = 28; // what is wider stands on a line of its own

bool isStandard(const OptionDescription &option)
{
    return option.names.contains(u"--help"_s) || option.names.contains(u"--version"_s);
}

// Breaks a text into lines that fit beside a margin; the first line begins behind it already.
QString wrapped(const QString &text, qsizetype margin)
{
    QString result;
    qsizetype column = margin;
    for (const QString &word : text.split(u' ')) {
        if (column > margin && column + 1 + word.size() > width) {
            result += u'\n' + QString(margin, u' ');
            column = margin;
        }
        if (column > margin) {
            result += u' ';
            ++column;
        }
        result += word;
        column += word.size();
    }
    return result + u'\n';
}

QString table(const QString &title, const QList<HelpEntry> &entries, qsizetype termWidth)
{
    const qsizetype margin = indent + termWidth + gap;
    QString result = u'\n' + title + u":\n"_s;
    for (const HelpEntry &entry : entries) {
        result += QString(indent, u' ') + entry.term.leftJustified(termWidth);
        result += entry.term.size() > termWidth ? u'\n' + QString(margin, u' ') : QString(gap, u' ');
        result += wrapped(entry.text, margin);
    }
    return result;
}

QList<HelpEntry> entriesOf(const QList<OptionDescription> &options)
{
    QList<HelpEntry> entries;
    for (const OptionDescription &option : options) {
        entries.append({option.usage(), option.description + (option.repeatable ? u" Repeatable."_s : QString())});
    }
    return entries;
}

qsizetype termWidthOf(const QList<HelpEntry> &entries)
{
    qsizetype widest = 0;
    for (const HelpEntry &entry : entries) {
        if (entry.term.size() <= widestTerm) {
            widest = std::max(widest, entry.term.size());
        }
    }
    return widest;
}

const CommandDescription *find(const CommandDescription &command, const QString &path)
{
    if (command.path == path) {
        return &command;
    }
    for (const CommandDescription &sub : command.subcommands) {
        if (const auto *const found = find(sub, path)) {
            return found;
        }
    }
    return nullptr;
}

// The commands of the program, under the titles of their groups; those of a command, under one.
QString commandTables(const CommandDescription &command, bool grouped)
{
    QStringList groups;
    QList<HelpEntry> all;
    for (const CommandDescription &sub : command.subcommands) {
        const QString group = grouped ? sub.group : u"Commands"_s;
        if (!groups.contains(group)) {
            groups.append(group);
        }
        all.append({grouped ? sub.name : synopsis(sub).mid(command.path.size() + 1), sub.description});
    }
    const qsizetype termWidth = termWidthOf(all);
    QString result;
    for (const QString &group : groups) {
        QList<HelpEntry> entries;
        for (qsizetype i = 0; i < all.size(); ++i) {
            if (!grouped || command.subcommands[i].group == group) {
                entries.append(all[i]);
            }
        }
        result += table(group, entries, termWidth);
    }
    return result;
}

} // namespace

QList<HelpEntry> exitCodes()
{
    return {
        {u"0"_s, u"Done."_s},
        {u"1"_s, u"Failed; standard error says why."_s},
        {u"2"_s, u"Wrong usage."_s},
        {u"4"_s, u"Login required."_s},
        {u"5"_s, u"The service cannot be reached or fails."_s},
        {u"6"_s, u"The keychain is not available or locked."_s},
    };
}

QList<HelpEntry> environmentVariables()
{
    return {
        {u"QCI_API_URL"_s, u"Address of the service, with QCI_TOKEN."_s},
        {u"QCI_TOKEN"_s, u"API token to use in place of a stored one, with QCI_API_URL."_s},
        {u"QCI_AUTH_PROFILE"_s, u"Profile to use where --profile is not given."_s},
        {u"NO_COLOR"_s, u"No colours in the output where it is set to anything."_s},
    };
}

QString synopsis(const CommandDescription &command)
{
    QString result = command.path;
    QStringList excluded;
    for (const OptionDescription &option : command.options) {
        if (isStandard(option) || excluded.contains(option.names.last())) {
            continue;
        }
        QString usage = option.names.last() + (option.valueName.isEmpty() ? QString() : u' ' + option.valueName);
        for (const QString &other : option.excludes) {
            usage += u" | "_s + other;
        }
        excluded += option.excludes;
        result += u" ["_s + usage + u']' + (option.repeatable ? u"..."_s : QString());
    }
    for (const OptionDescription &argument : command.arguments) {
        result += (argument.value == OptionDescription::Value::Command ? u" [--] "_s : u" "_s) + argument.valueName;
    }
    return result + (command.subcommands.isEmpty() ? QString() : u" COMMAND"_s);
}

QString helpText(const CommandDescription &root, const QString &path)
{
    const auto *const found = find(root, path);
    const CommandDescription &command = found != nullptr ? *found : root;
    const bool isRoot = &command == &root;

    QString text = wrapped(command.description, 0);
    text += u"\nUsage:\n  "_s + wrapped(synopsis(command), indent).replace(u"\n  "_s, u"\n      "_s);
    if (!command.details.isEmpty()) {
        text += u'\n' + wrapped(command.details, 0);
    }
    text += commandTables(command, isRoot);

    const QList<HelpEntry> arguments = entriesOf(command.arguments);
    const QList<HelpEntry> options = entriesOf(command.options);
    QList<OptionDescription> commonOptions = isRoot ? QList<OptionDescription>() : root.options;
    commonOptions.removeIf(isStandard);
    const QList<HelpEntry> common = entriesOf(commonOptions);
    const qsizetype termWidth = termWidthOf(arguments + options + common);
    if (!arguments.isEmpty()) {
        text += table(u"Arguments"_s, arguments, termWidth);
    }
    text += table(u"Options"_s, options, termWidth);
    if (!isRoot) {
        text += table(u"Options of all commands"_s, common, termWidth);
        return text;
    }
    text += table(u"Environment"_s, environmentVariables(), termWidthOf(environmentVariables()));
    text += table(u"Exit codes"_s, exitCodes(), termWidthOf(exitCodes()));
    return text + u"\n'qci-auth COMMAND --help' says more about a command.\n"_s;
}

} // namespace QciAuth
