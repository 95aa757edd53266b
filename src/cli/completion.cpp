// SPDX-License-Identifier: Apache-2.0
#include "completion.h"

#include <algorithm>

namespace QciAuth {

QString completionScript(const CommandDescription &root, CompletionOptions::Shell shell)
{
    switch (shell) {
    case CompletionOptions::Shell::Bash:
        return bashCompletion(root);
    case CompletionOptions::Shell::Zsh:
        return zshCompletion(root);
    case CompletionOptions::Shell::Fish:
        return fishCompletion(root);
    }
    Q_UNREACHABLE();
}

QList<CommandDescription> commandsOf(const CommandDescription &root)
{
    QList<CommandDescription> all = {root};
    for (const CommandDescription &command : root.subcommands) {
        all += commandsOf(command);
    }
    return all;
}

QString wordsOf(const CommandDescription &command)
{
    return command.path.section(u' ', 1);
}

QList<OptionDescription> ownOptionsOf(const CommandDescription &root, const CommandDescription &command)
{
    QList<OptionDescription> options = command.options;
    options.removeIf([&root](const OptionDescription &option) {
        return std::any_of(root.options.begin(), root.options.end(),
            [&option](const OptionDescription &common) { return common.names == option.names; });
    });
    return options;
}

} // namespace QciAuth
