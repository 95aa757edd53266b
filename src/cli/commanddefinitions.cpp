// SPDX-License-Identifier: Apache-2.0
#include "commanddefinitions.h"

#include "optionvalues.h"
#include "usageerror.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <functional>

namespace QciAuth {

using namespace Qt::StringLiterals;

namespace {

constexpr auto loginGroup = "Log in and out";
constexpr auto tokenGroup = "Use the access token";
constexpr auto profileGroup = "Keep several accounts apart";
constexpr auto checkGroup = "Find out what is wrong";
constexpr auto shellGroup = "Set up the shell";
constexpr auto hiddenGroup = "";

constexpr auto jsonText = "Print JSON.";
constexpr auto forceRefreshText = "Get a new token, however long the present one lasts.";

// Adds an option or, without dashes, an argument. `set` gets the value and throws where it is none.
CLI::Option *addValue(CLI::App &app, const std::string &name, const std::string &valueName, const std::string &text,
    const std::function<void(const QString &)> &set)
{
    auto *const option = app.add_option_function<std::string>(
        name, [set](const std::string &value) { set(QString::fromStdString(value)); }, text);
    return option->type_name(valueName)->required(!name.starts_with('-'));
}

// A command and the options that it fills. They live as long as CLI11 keeps the callback, and so as the command.
template<typename Options>
struct Definition
{
    CLI::App *app;
    Options *options;

    Definition(CLI::App &parent, Verb &verb, const std::string &name, const std::string &group, const std::string &text)
        : app(parent.add_subcommand(name, text)->group(group))
    {
        const auto owned = std::make_shared<Options>();
        options = owned.get();
        app->callback([owned, &verb] { verb = std::move(*owned); });
    }

    CLI::Option *flag(const std::string &name, bool Options::*member, const std::string &text) const
    {
        return app->add_flag(name, options->*member, text);
    }

    template<typename Member>
    CLI::Option *value(
        const std::string &name, const std::string &valueName, Member Options::*member, const std::string &text) const
    {
        return addValue(
            *app, name, valueName, text, [target = options, member](const QString &typed) { target->*member = typed; });
    }

    void minTtl() const
    {
        addValue(*app, "--min-ttl", "SECONDS", "Get a new token where the present one has less than SECONDS left.",
            [target = options](const QString &typed) {
                target->minTtl = parseMinTtl(typed);
                if (!target->minTtl) {
                    throw UsageError(
                        u"--min-ttl needs whole seconds from 0 to 31536000"_s, u"give it such as in '--min-ttl 300'"_s);
                }
            });
    }

    // The names in the order of the enumeration, separated by `|`.
    template<typename Shell>
    void shell(const std::string &name, const QString &names, Shell Options::*member, const std::string &text) const
    {
        addValue(*app, name, names.toStdString(), text, [target = options, member, names](const QString &typed) {
            const auto index = names.split(u'|').indexOf(typed);
            if (index < 0) {
                const QString list = QString(names).replace(u"|"_s, u", "_s);
                throw UsageError(u"that shell is not known"_s, u"give one of "_s + list);
            }
            target->*member = static_cast<Shell>(index);
        });
    }
};

void defineLogin(CLI::App &root, Verb &verb)
{
    const Definition<LoginOptions> login(root, verb, "login", loginGroup, "Log in with an API token.");
    login.app->footer("Asks for the API token without showing it. There is no option for the token itself, because "
                      "others on the computer can see command lines.");
    login.value("--url", "URL", &LoginOptions::url, "Log in to the service at URL.");
    login.flag("--with-token", &LoginOptions::withToken, "Read the API token from standard input.");
    addValue(*login.app, "--timeout", "SECONDS", "Give up after SECONDS without an answer; 20 if not given.",
        [target = login.options](const QString &typed) {
            target->timeout = parseTimeout(typed);
            if (!target->timeout) {
                throw UsageError(u"--timeout needs seconds above 0 and at most 86400"_s,
                    u"give it such as in '--timeout 20' or '--timeout 0.5'"_s);
            }
        });
    login.value("--ca-cert", "FILE", &LoginOptions::caCertificateFile,
        "Trust the certificates in the PEM file FILE besides the system's.");
    login.flag("--allow-insecure-http", &LoginOptions::allowInsecureHttp,
        "Allow an http:// URL, on which others can read the token.");
    login.flag("--no-store", &LoginOptions::noStore, "Store the access token alone, and no API token.");

    const Definition<LogoutOptions> logout(root, verb, "logout", loginGroup, "Forget the API token.");
    logout.flag("--all", &LogoutOptions::all, "Forget the API tokens of all profiles.");

    const Definition<StatusOptions> status(
        root, verb, "status", loginGroup, "Show who is logged in and whether a token can be had.");
    status.flag("--json", &StatusOptions::json, jsonText);
    status.flag("--offline", &StatusOptions::offline, "Do not ask the service.");
}

void defineToken(CLI::App &root, Verb &verb)
{
    const Definition<TokenOptions> token(root, verb, "token", tokenGroup, "Print an access token.");
    token.flag("--json", &TokenOptions::json, "Print JSON, with the expiry and more.");
    token.minTtl();
    token.flag("--force-refresh", &TokenOptions::forceRefresh, forceRefreshText);

    const Definition<HeaderOptions> header(
        root, verb, "header", tokenGroup, "Print the Authorization header, such as for curl.");
    header.app->footer("'qci-auth header | curl -H @- URL' sends it without showing it to others on the computer.");
    header.minTtl();
    header.flag("--force-refresh", &HeaderOptions::forceRefresh, forceRefreshText);

    const Definition<HeadersOptions> headers(
        root, verb, "headers", tokenGroup, "Print all headers of a request, one a line.");
    headers
        .flag("--without-authorization", &HeadersOptions::withoutAuthorization, "Leave out the Authorization header.")
        ->excludes(headers.flag(
            "--without-connection-close", &HeadersOptions::withoutConnectionClose, "Leave out the Connection header."));

    const Definition<ExecOptions> exec(
        root, verb, execName, tokenGroup, "Run a command with QCI_API_URL and QCI_TOKEN set.");
    exec.app->footer("All that follows COMMAND is its own, options included.");
    exec.flag("--access-token", &ExecOptions::accessToken, "Set QCI_ACCESS_TOKEN in place of QCI_TOKEN.");
    // For the help only: these words never get to CLI11.
    exec.app->add_option("command")->type_name("COMMAND [ARG...]")->description("The command to run.");

    const Definition<EnvOptions> env(
        root, verb, "env", tokenGroup, "Print QCI_API_URL and QCI_TOKEN for a shell to read.");
    env.shell("--shell", u"posix|fish|powershell"_s, &EnvOptions::shell, "Write for this shell; posix if not given.");
    env.flag("--access-token", &EnvOptions::accessToken, "Print QCI_ACCESS_TOKEN in place of QCI_TOKEN.");
}

void defineProfile(CLI::App &root, Verb &verb)
{
    CLI::App &profile = *root.add_subcommand("profile", "Show and change the profiles.")->group(profileGroup);
    profile.require_subcommand(0, 1);

    const Definition<ProfileListOptions> list(profile, verb, "list", profileGroup, "List the profiles.");
    list.flag("--json", &ProfileListOptions::json, jsonText);
    const Definition<ProfileUseOptions> use(profile, verb, "use", profileGroup, "Make a profile the default one.");
    use.value("name", "NAME", &ProfileUseOptions::name, "The profile.");
    const Definition<ProfileRenameOptions> rename(
        profile, verb, "rename", profileGroup, "Give a profile another name.");
    rename.value("old", "OLD", &ProfileRenameOptions::oldName, "The profile.");
    rename.value("new", "NEW", &ProfileRenameOptions::newName, "Its new name.");
    const Definition<ProfileRemoveOptions> remove(
        profile, verb, "remove", profileGroup, "Remove a profile and its API token.");
    remove.value("name", "NAME", &ProfileRemoveOptions::name, "The profile.");

    const Definition<ImportOptions> import(
        root, verb, "import", profileGroup, "Log in with QCI_TOKEN and QCI_API_URL from an .env file.");
    import.value("file", "FILE", &ImportOptions::file, "The file.");
    import.flag("--remove", &ImportOptions::remove, "Take these two lines out of FILE afterwards.");
}

void defineChecks(CLI::App &root, Verb &verb)
{
    const Definition<HealthOptions> health(root, verb, "health", checkGroup, "Ask the service whether it is well.");
    health.flag("--json", &HealthOptions::json, jsonText);

    const Definition<DoctorOptions> doctor(
        root, verb, "doctor", checkGroup, "Check keychain, network and settings, and say how to mend them.");
    doctor.flag("--json", &DoctorOptions::json, jsonText);
    doctor.app
        ->add_option_function<std::vector<std::string>>(
            "--scan",
            [target = doctor.options](const std::vector<std::string> &folders) {
                for (const std::string &folder : folders) {
                    target->scan.append(QString::fromStdString(folder));
                }
            },
            "List files in DIR that hold an API token in the open.")
        ->type_name("DIR")
        ->allow_extra_args(false)
        ->take_all();
}

void defineShell(CLI::App &root, Verb &verb)
{
    const Definition<CompletionOptions> completion(
        root, verb, "completion", shellGroup, "Print a script that completes this program's command lines.");
    completion.app->footer(
        "In bash and zsh, have ~/.bashrc or ~/.zshrc read it by 'source <(qci-auth completion bash)' "
        "or the same with zsh. In fish, save it as ~/.config/fish/completions/qci-auth.fish.");
    completion.shell("shell", u"bash|zsh|fish"_s, &CompletionOptions::shell, "The shell to print it for.");

    // For those who package the program.
    const Definition<ManPageOptions> manPage(root, verb, "man-page", hiddenGroup, "Print the manual page.");
}

OptionDescription describe(const CLI::Option &option)
{
    using Value = OptionDescription::Value;
    OptionDescription description;
    for (const std::string &name : option.get_snames()) {
        description.names.append(u"-"_s + QString::fromStdString(name));
    }
    for (const std::string &name : option.get_lnames()) {
        description.names.append(u"--"_s + QString::fromStdString(name));
    }
    description.description = QString::fromStdString(option.get_description());
    for (const auto *const other : option.get_excludes()) {
        description.excludes.append(QString::fromStdString(other->get_name()));
    }
    if (option.get_items_expected_max() == 0) {
        return description;
    }

    const QString name = QString::fromStdString(option.get_type_name());
    description.valueName = name;
    description.choices = name.contains(u'|') ? name.split(u'|') : QStringList();
    description.repeatable = option.get_multi_option_policy() == CLI::MultiOptionPolicy::TakeAll;
    description.value = !description.choices.isEmpty()          ? Value::Choice
                        : name == u"FILE"_s                     ? Value::File
                        : name == u"DIR"_s                      ? Value::Folder
                        : name == u"NAME"_s || name == u"OLD"_s ? Value::Profile
                        : name.startsWith(u"COMMAND"_s)         ? Value::Command
                                                                : Value::Text;
    return description;
}

} // namespace

std::unique_ptr<CLI::App> defineCommands(Invocation &invocation)
{
    auto app =
        std::make_unique<CLI::App>("Log in to QCi and hand access tokens to scripts and other programs.", "qci-auth");
    CLI::App &root = *app;
    // What the commands inherit has to be set before they are there.
    root.fallthrough();
    root.allow_windows_style_options(false);
    root.option_defaults()->take_last();
    root.set_help_flag("-h,--help", "Show this help.");
    root.require_subcommand(0, 1);

    CommonOptions &common = invocation.common;
    addValue(
        root, "--profile", "NAME", "Use the profile NAME.", [&common](const QString &name) { common.profile = name; });
    root.add_flag("--ignore-env", common.ignoreEnvironment, "Ignore QCI_TOKEN and QCI_API_URL.");
    root.add_flag("--verbose", common.verbose, "Say on standard error what is done.");
    root.set_version_flag("--version", std::string(), "Show the version.");

    defineLogin(root, invocation.verb);
    defineToken(root, invocation.verb);
    defineProfile(root, invocation.verb);
    defineChecks(root, invocation.verb);
    defineShell(root, invocation.verb);
    return app;
}

QString commandPath(const CLI::App &command)
{
    const QString name = QString::fromStdString(command.get_name());
    return command.get_parent() == nullptr ? name : commandPath(*command.get_parent()) + u' ' + name;
}

CommandDescription describe(const CLI::App &command)
{
    CommandDescription description;
    description.name = QString::fromStdString(command.get_name());
    description.path = commandPath(command);
    description.group = QString::fromStdString(command.get_group());
    description.description = QString::fromStdString(command.get_description());
    description.details = QString::fromStdString(command.get_footer());
    for (const auto *const option : command.get_options()) {
        (option->get_positional() ? description.arguments : description.options).append(describe(*option));
    }
    for (const auto *const sub :
        command.get_subcommands([](const CLI::App *app) { return !app->get_group().empty(); })) {
        description.subcommands.append(describe(*sub));
    }
    return description;
}

} // namespace QciAuth
