// SPDX-License-Identifier: Apache-2.0
#include "commandline.h"

#include "commanddefinitions.h"
#include "helptext.h"
#include "usageerror.h"
#include "versiontext.h"

#include <CLI/App.hpp>

#include <algorithm>
#include <span>

namespace QciAuth {

using namespace Qt::StringLiterals;

namespace {

constexpr int exitUsage = 2;
constexpr auto optionsEnd = "--";
constexpr auto subcommandEnd = "++"; // CLI11 would swallow it

bool looksLikeOption(const std::string &word)
{
    return word.size() > 1 && word.front() == '-';
}

// The command that was called, as far as it was understood.
const CLI::App *calledCommand(const CLI::App &root)
{
    const CLI::App *command = &root;
    while (!command->get_subcommands().empty()) {
        command = command->get_subcommands().back();
    }
    return command;
}

const CLI::App *subcommandNamed(const CLI::App &command, const std::string &name)
{
    const auto all = command.get_subcommands({});
    const auto found = std::find_if(all.begin(), all.end(), [&name](const auto *sub) { return sub->check_name(name); });
    return found == all.end() ? nullptr : *found;
}

const CLI::Option *optionNamed(const CLI::App *command, const std::string &name)
{
    for (; command != nullptr; command = command->get_parent()) {
        if (const auto *const option = command->get_option_no_throw(name)) {
            return option;
        }
    }
    return nullptr;
}

// Checks what CLI11 is lenient about: it takes the next word for the value of `--url=`, and any word for the value of
// `--url`, be it the next option. Returns how many words are for CLI11, which are all but the command line of exec.
std::size_t checkedWords(const CLI::App &root, std::span<const std::string> words)
{
    const CLI::App *command = &root;
    std::size_t position = 0;
    for (; position < words.size() && words[position] != optionsEnd; ++position) {
        const std::string &word = words[position];
        if (!looksLikeOption(word)) {
            if (command->get_name() == execName) {
                return position;
            }
            const auto *const sub = subcommandNamed(*command, word);
            command = sub != nullptr ? sub : command;
            if (word == subcommandEnd) {
                throw UsageError::tooManyArguments(commandPath(*command));
            }
            continue;
        }
        const auto equals = word.find('=');
        const auto *const option = optionNamed(command, word.substr(0, equals));
        if (option == nullptr) {
            continue;
        }
        const QString name = QString::fromStdString(option->get_name());
        const bool takesValue = option->get_items_expected_min() > 0;
        if (!takesValue && equals != std::string::npos) {
            throw UsageError::valueNotTaken(commandPath(*command), name);
        }
        if (!takesValue) {
            continue;
        }
        if (equals == std::string::npos) {
            ++position;
            if (position == words.size() || words[position].empty() || words[position].starts_with(optionsEnd)) {
                throw UsageError::valueMissing(commandPath(*command), name);
            }
        } else if (equals + 1 == word.size()) {
            throw UsageError::valueMissing(commandPath(*command), name);
        }
    }
    return command->get_name() == execName ? position : words.size();
}

QStringList commandNames(const CLI::App &command)
{
    QStringList names;
    for (const auto *const sub : command.get_subcommands([](const auto *app) { return !app->get_group().empty(); })) {
        names.append(QString::fromStdString(sub->get_name()));
    }
    return names;
}

QStringList optionNames(const CLI::App *command)
{
    QStringList names;
    for (; command != nullptr; command = command->get_parent()) {
        for (const auto *const option : command->get_options([](const auto *o) { return !o->get_positional(); })) {
            names.append(QString::fromStdString(option->get_name()));
        }
    }
    return names;
}

// What there is about the words that fit nowhere.
UsageError leftOver(const CLI::App &root)
{
    const auto *const command = calledCommand(root);
    const QString path = commandPath(*command);
    std::vector<std::string> words = root.remaining(true);
    std::erase(words, optionsEnd);
    const bool lacksCommand = !command->get_subcommands({}).empty();

    // The word after an option that is not known is likely its value, so the option is to blame.
    const auto option = std::find_if(words.begin(), words.end(), looksLikeOption);
    if (option != words.end() && (!lacksCommand || option == words.begin())) {
        return UsageError::unknownOption(path, QString::fromStdString(*option), optionNames(command));
    }
    if (lacksCommand && !words.empty()) {
        return UsageError::unknownCommand(path, QString::fromStdString(words.front()), commandNames(*command));
    }
    return UsageError::tooManyArguments(path);
}

UsageError argumentMissing(const CLI::App &command)
{
    for (const auto *const option : command.get_options()) {
        if (option->get_required() && option->count() == 0) {
            return UsageError::argumentMissing(commandPath(command), QString::fromStdString(option->get_type_name()));
        }
    }
    return UsageError::noCommand(commandPath(command));
}

UsageError excluded(const CLI::App &command)
{
    for (const auto *const option : command.get_options()) {
        for (const auto *const other : option->get_excludes()) {
            if (option->count() > 0 && other->count() > 0) {
                return UsageError::excluded(
                    QString::fromStdString(option->get_name()), QString::fromStdString(other->get_name()));
            }
        }
    }
    return UsageError::notUnderstood(commandPath(command));
}

// Reads the words into what the options were bound to. CLI11's own messages repeat what was typed, so only the kind of
// an exception is used.
void parseWords(CLI::App &root, std::vector<std::string> words)
{
    try {
        std::reverse(words.begin(), words.end()); // as CLI11 wants them
        root.parse(std::move(words));
    } catch (const CLI::Success &) {
        throw;
    } catch (const CLI::ExtrasError &) {
        throw leftOver(root);
    } catch (const CLI::RequiredError &) {
        // A missing argument may be one too many elsewhere: `profile rename --nme old`.
        throw root.remaining_size(true) > 0 ? leftOver(root) : argumentMissing(*calledCommand(root));
    } catch (const CLI::ExcludesError &) {
        throw excluded(*calledCommand(root));
    } catch (const CLI::ParseError &) {
        throw UsageError::notUnderstood(commandPath(*calledCommand(root)));
    }
    if (!calledCommand(root)->get_subcommands({}).empty()) {
        throw UsageError::noCommand(commandPath(*calledCommand(root)));
    }
}

// The words after exec's own, without the mark that may stand between.
std::vector<std::string> execCommand(std::vector<std::string> words)
{
    if (!words.empty() && words.front() == optionsEnd) {
        words.erase(words.begin());
    }
    if (words.empty() || words.front().empty()) {
        throw UsageError(u"'qci-auth exec' needs the command to run"_s,
            u"give it after the options, such as 'qci-auth exec -- python3 job.py'"_s);
    }
    return words;
}

} // namespace

std::variant<Invocation, CommandLineExit> CommandLine::parse(int argc, const char *const *argv)
{
    Invocation invocation;
    const auto app = defineCommands(invocation);
    CLI::App &root = *app;
    try {
        std::vector<std::string> words(argv + std::min(argc, 1), argv + argc);
        const auto own = static_cast<std::ptrdiff_t>(checkedWords(root, words));
        std::vector<std::string> command(words.begin() + own, words.end());
        words.erase(words.begin() + own, words.end());
        parseWords(root, std::move(words));
        if (auto *const exec = std::get_if<ExecOptions>(&invocation.verb)) {
            exec->command = execCommand(std::move(command));
        }
        return invocation;
    } catch (const CLI::CallForVersion &) {
        return CommandLineExit{0, u"qci-auth %1\n"_s.arg(versionText()), true};
    } catch (const CLI::Success &) {
        return CommandLineExit{0, helpText(describe(root), commandPath(*calledCommand(root))), true};
    } catch (const UsageError &error) {
        return CommandLineExit{exitUsage, error.line(), false};
    }
}

CommandDescription CommandLine::description()
{
    Invocation invocation;
    return describe(*defineCommands(invocation));
}

} // namespace QciAuth
