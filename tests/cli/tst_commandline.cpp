// SPDX-License-Identifier: Apache-2.0
#include "commandline.h"

#include <QRegularExpression>
#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Options of which one is not as it is by default.
template<typename Options, typename Member, typename Value>
Options with(Member Options::*member, const Value &value)
{
    Options options;
    options.*member = value;
    return options;
}

using Words = QByteArrayList;

std::variant<Invocation, CommandLineExit> parse(const Words &words)
{
    QList<const char *> argv = {"/somewhere/else"};
    for (const QByteArray &word : words) {
        argv.append(word.constData());
    }
    return CommandLine::parse(static_cast<int>(argv.size()), argv.constData());
}

} // namespace

class TestCommandLine : public QObject
{
    Q_OBJECT

private slots:
    void everyCommandAndOptionIsRead_data();
    void everyCommandAndOptionIsRead();
    void commonOptionsStandAnywhere_data();
    void commonOptionsStandAnywhere();
    void lastOfARepeatedOptionCounts();
    void whatFollowsExecIsKeptByteForByte_data();
    void whatFollowsExecIsKeptByteForByte();
    void helpIsOfTheCommand_data();
    void helpIsOfTheCommand();
    void helpListsAllThatThereIs();
    void helpFitsATerminal();
    void versionIsThatOfTheProgram();
    void parsingTakesNoTime();
};

void TestCommandLine::everyCommandAndOptionIsRead_data()
{
    QTest::addColumn<Words>("words");
    QTest::addColumn<Invocation>("expected");
    const auto row = [](const Words &words, const Verb &verb) {
        QTest::newRow(words.join(' ').constData()) << words << Invocation{{}, verb};
    };
    row({"login"}, LoginOptions{});
    row({"login", "--url", "https://api.example/"}, with(&LoginOptions::url, u"https://api.example/"_s));
    row({"login", "--url=https://a.example/?b=c"}, with(&LoginOptions::url, u"https://a.example/?b=c"_s));
    row({"login", "--with-token"}, with(&LoginOptions::withToken, true));
    row({"login", "--timeout", "20"}, with(&LoginOptions::timeout, 20s));
    row({"login", "--timeout", "0.5"}, with(&LoginOptions::timeout, 500ms));
    row({"login", "--timeout", "0.0001"}, with(&LoginOptions::timeout, 1ms));
    row({"login", "--timeout=86400"}, with(&LoginOptions::timeout, 24h));
    row({"login", "--ca-cert", "[a,b] \xc3\xa4.pem"}, with(&LoginOptions::caCertificateFile, u"[a,b] \u00e4.pem"_s));
    row({"login", "--allow-insecure-http"}, with(&LoginOptions::allowInsecureHttp, true));
    row({"login", "--no-store"}, with(&LoginOptions::noStore, true));
    row({"logout"}, LogoutOptions{});
    row({"logout", "--all"}, LogoutOptions{.all = true});
    row({"status"}, StatusOptions{});
    row({"status", "--json", "--offline"}, StatusOptions{.json = true, .offline = true});
    row({"token"}, TokenOptions{});
    row({"token", "--json"}, with(&TokenOptions::json, true));
    row({"token", "--min-ttl", "0"}, with(&TokenOptions::minTtl, 0s));
    row({"token", "--min-ttl=31536000", "--force-refresh"},
        TokenOptions{.json = false, .minTtl = 31536000s, .forceRefresh = true});
    row({"header"}, HeaderOptions{});
    row({"header", "--min-ttl", "300"}, with(&HeaderOptions::minTtl, 300s));
    row({"header", "--force-refresh"}, with(&HeaderOptions::forceRefresh, true));
    row({"headers"}, HeadersOptions{});
    row({"headers", "--without-authorization"}, HeadersOptions{.withoutAuthorization = true});
    row({"headers", "--without-connection-close"}, HeadersOptions{.withoutConnectionClose = true});
    row({"exec", "ls"}, ExecOptions{.accessToken = false, .command = {"ls"}});
    row({"exec", "--access-token", "ls"}, ExecOptions{.accessToken = true, .command = {"ls"}});
    row({"env"}, EnvOptions{});
    row({"env", "--shell", "posix"}, EnvOptions{.shell = Shell::Posix});
    row({"env", "--shell", "fish"}, EnvOptions{.shell = Shell::Fish});
    row({"env", "--shell=powershell"}, EnvOptions{.shell = Shell::PowerShell});
    row({"env", "--access-token"}, EnvOptions{.accessToken = true});
    row({"health"}, HealthOptions{});
    row({"health", "--json"}, HealthOptions{.json = true});
    row({"profile", "list"}, ProfileListOptions{});
    row({"profile", "list", "--json"}, ProfileListOptions{.json = true});
    row({"profile", "use", "my lab"}, ProfileUseOptions{.name = u"my lab"_s});
    row({"profile", "use", "login"}, ProfileUseOptions{.name = u"login"_s});
    row({"profile", "use", "list"}, ProfileUseOptions{.name = u"list"_s});
    row({"profile", "use", "--", "-x"}, ProfileUseOptions{.name = u"-x"_s});
    row({"profile", "rename", "old", "new"}, ProfileRenameOptions{.oldName = u"old"_s, .newName = u"new"_s});
    row({"profile", "remove", "/help"}, ProfileRemoveOptions{.name = u"/help"_s});
    row({"import", ".env"}, ImportOptions{.file = u".env"_s});
    row({"import", "--remove", ".env"}, ImportOptions{.file = u".env"_s, .remove = true});
    row({"import", ".env", "--remove"}, ImportOptions{.file = u".env"_s, .remove = true});
    row({"doctor"}, DoctorOptions{});
    row({"doctor", "--json"}, with(&DoctorOptions::json, true));
    row({"doctor", "--scan", "[a,b]", "--scan=c d"}, with(&DoctorOptions::scan, QStringList{u"[a,b]"_s, u"c d"_s}));
    row({"completion", "bash"}, CompletionOptions{.shell = CompletionOptions::Shell::Bash});
    row({"completion", "zsh"}, CompletionOptions{.shell = CompletionOptions::Shell::Zsh});
    row({"completion", "fish"}, CompletionOptions{.shell = CompletionOptions::Shell::Fish});
    row({"man-page"}, ManPageOptions{});
}

void TestCommandLine::everyCommandAndOptionIsRead()
{
    QFETCH(const Words, words);
    QFETCH(const Invocation, expected);
    const auto parsed = parse(words);
    const auto *const exit = std::get_if<CommandLineExit>(&parsed);
    QVERIFY2(exit == nullptr, exit != nullptr ? qPrintable(exit->text) : "");
    QVERIFY(std::get<Invocation>(parsed) == expected);
}

void TestCommandLine::commonOptionsStandAnywhere_data()
{
    QTest::addColumn<Words>("words");
    QTest::newRow("before") << Words{"--profile", "my lab", "--ignore-env", "--verbose", "profile", "list"};
    QTest::newRow("between") << Words{"profile", "--profile=my lab", "--ignore-env", "--verbose", "list"};
    QTest::newRow("after") << Words{"profile", "list", "--verbose", "--ignore-env", "--profile", "my lab"};
    QTest::newRow("around") << Words{"--verbose", "profile", "--ignore-env", "list", "--profile", "my lab"};
}

void TestCommandLine::commonOptionsStandAnywhere()
{
    QFETCH(const Words, words);
    const auto parsed = parse(words);
    QVERIFY(std::holds_alternative<Invocation>(parsed));
    const CommonOptions common{.profile = u"my lab"_s, .ignoreEnvironment = true, .verbose = true};
    QVERIFY(std::get<Invocation>(parsed) == (Invocation{common, ProfileListOptions{}}));
}

void TestCommandLine::lastOfARepeatedOptionCounts()
{
    const auto parsed = parse({"--profile", "a", "token", "--min-ttl", "1", "--profile", "b", "--min-ttl=2"});
    QVERIFY(std::holds_alternative<Invocation>(parsed));
    QVERIFY(std::get<Invocation>(parsed) == (Invocation{{.profile = u"b"_s}, with(&TokenOptions::minTtl, 2s)}));
}

void TestCommandLine::whatFollowsExecIsKeptByteForByte_data()
{
    QTest::addColumn<Words>("words");
    QTest::addColumn<Words>("command");
    QTest::addColumn<Invocation>("others");
    const auto row = [](const char *name, const Words &words, const Words &command, const Invocation &others = {}) {
        QTest::newRow(name) << words << command << others;
    };
    row("help", {"exec", "ls", "--help", "-h", "--version"}, {"ls", "--help", "-h", "--version"});
    row("common options", {"exec", "ls", "--profile", "x", "--verbose"}, {"ls", "--profile", "x", "--verbose"});
    row("own options", {"exec", "ls", "--access-token", "--foo=bar"}, {"ls", "--access-token", "--foo=bar"});
    row("commands", {"exec", "exec", "login", "exec"}, {"exec", "login", "exec"});
    row("empty words", {"exec", "ls", "", " ", ""}, {"ls", "", " ", ""});
    row("not UTF-8", {"exec", "\xff\xfe/\x80", "\xc3("}, {"\xff\xfe/\x80", "\xc3("});
    row("what CLI11 treats in its own way", {"exec", "ls", "[a,b]", "++", "/help", "%%", "--x="},
        {"ls", "[a,b]", "++", "/help", "%%", "--x="});
    row("mark first", {"exec", "--", "ls", "-l"}, {"ls", "-l"});
    row("two marks", {"exec", "--", "--", "ls"}, {"--", "ls"});
    row("mark later", {"exec", "ls", "--", "-l"}, {"ls", "--", "-l"});
    row("option after the mark", {"exec", "--", "--help"}, {"--help"});
    row("profile before", {"--profile", "exec", "exec", "ls"}, {"ls"}, {.common = {.profile = u"exec"_s}, .verb = {}});
    row("profile between", {"exec", "--profile", "p", "--verbose", "--", "ls"}, {"ls"},
        {.common = {.profile = u"p"_s, .verbose = true}, .verb = {}});
    row("own option between", {"exec", "--access-token", "ls"}, {"ls"},
        {.common = {}, .verb = with(&ExecOptions::accessToken, true)});
}

void TestCommandLine::whatFollowsExecIsKeptByteForByte()
{
    QFETCH(const Words, words);
    QFETCH(const Words, command);
    QFETCH(const Invocation, others);
    const auto parsed = parse(words);
    QVERIFY(std::holds_alternative<Invocation>(parsed));
    const Invocation &invocation = std::get<Invocation>(parsed);
    const auto *const exec = std::get_if<ExecOptions>(&invocation.verb);
    QVERIFY(exec != nullptr);
    Words received;
    for (const std::string &word : exec->command) {
        received.append(QByteArray::fromStdString(word));
    }
    QCOMPARE(received, command);
    QVERIFY(invocation.common == others.common);
    const auto *const otherExec = std::get_if<ExecOptions>(&others.verb);
    QCOMPARE(exec->accessToken, otherExec != nullptr && otherExec->accessToken);
}

void TestCommandLine::helpIsOfTheCommand_data()
{
    QTest::addColumn<Words>("words");
    QTest::addColumn<QString>("usage");
    QTest::newRow("program") << Words{"--help"} << u"\n  qci-auth [--profile NAME]"_s;
    QTest::newRow("short") << Words{"-h"} << u"\n  qci-auth [--profile NAME]"_s;
    QTest::newRow("after the command") << Words{"login", "--help"} << u"\n  qci-auth login [--url URL]"_s;
    QTest::newRow("before the command") << Words{"--help", "login"} << u"\n  qci-auth login [--url URL]"_s;
    QTest::newRow("command of commands") << Words{"profile", "-h"} << u"\n  qci-auth profile COMMAND\n"_s;
    QTest::newRow("argument missing") << Words{"profile", "use", "-h"} << u"\n  qci-auth profile use NAME\n"_s;
    QTest::newRow("either") << Words{"headers", "-h"}
                            << u"headers [--without-authorization | --without-connection-close]\n"_s;
    QTest::newRow("exec") << Words{"exec", "--help", "ls"} << u" exec [--access-token] [--] COMMAND [ARG...]\n"_s;
}

void TestCommandLine::helpIsOfTheCommand()
{
    QFETCH(const Words, words);
    QFETCH(const QString, usage);
    const auto parsed = parse(words);
    const auto *const exit = std::get_if<CommandLineExit>(&parsed);
    QVERIFY(exit != nullptr);
    QCOMPARE(exit->code, 0);
    QVERIFY(exit->toStdout);
    QVERIFY2(exit->text.contains(usage), qPrintable(exit->text));
    QVERIFY(exit->text.endsWith(u'\n'));
}

void TestCommandLine::helpListsAllThatThereIs()
{
    const auto parsed = parse({"--help"});
    const QString help = std::get<CommandLineExit>(parsed).text;
    const CommandDescription root = CommandLine::description();
    QCOMPARE(root.subcommands.size(), 13);
    for (const CommandDescription &command : root.subcommands) {
        QVERIFY2(help.contains(u"\n  "_s + command.name + u' '), qPrintable(command.name));
        QVERIFY2(!command.description.isEmpty(), qPrintable(command.name));
        QVERIFY2(command.description.endsWith(u'.'), qPrintable(command.name));
    }
    for (const QString &word : {u"QCI_API_URL"_s, u"QCI_TOKEN"_s, u"QCI_AUTH_PROFILE"_s, u"NO_COLOR"_s,
             u"Exit codes:"_s, u"\n  6  "_s, u"--ignore-env"_s, u"--version"_s}) {
        QVERIFY2(help.contains(word), qPrintable(word));
    }
    QVERIFY(!help.contains(u"man-page"_s));
}

void TestCommandLine::helpFitsATerminal()
{
    QList<CommandDescription> commands = {CommandLine::description()};
    while (!commands.isEmpty()) {
        const CommandDescription command = commands.takeFirst();
        commands += command.subcommands;
        const auto parsed = parse(command.path.toLatin1().split(' ').mid(1) + Words{"--help"});
        const QString help = std::get<CommandLineExit>(parsed).text;
        for (const QString &line : help.split(u'\n')) {
            QVERIFY2(line.size() <= 80, qPrintable(line));
            QVERIFY2(!line.endsWith(u' '), qPrintable(line));
        }
        for (const OptionDescription &option : command.options + command.arguments) {
            QVERIFY2(!option.description.isEmpty(), qPrintable(command.path + option.usage()));
            QVERIFY2(help.contains(option.usage()), qPrintable(command.path + option.usage()));
        }
    }
}

void TestCommandLine::versionIsThatOfTheProgram()
{
    for (const Words &words : {Words{"--version"}, Words{"login", "--version"}}) {
        const auto parsed = std::get<CommandLineExit>(parse(words));
        QCOMPARE(parsed.code, 0);
        QVERIFY(parsed.toStdout);
        static const QRegularExpression form(
            uR"(^qci-auth (\S+) \((commit [0-9a-f]{10}\+?, )?Qt (\S+), keychain: .+\)\n$)"_s);
        const QRegularExpressionMatch said = form.match(parsed.text);
        QVERIFY2(said.hasMatch(), qPrintable(parsed.text));
        QCOMPARE(said.captured(1), QLatin1StringView(QCIAUTH_VERSION));
        QCOMPARE(said.captured(3), QLatin1StringView(qVersion()));
    }
}

// Other programs run this one for every request that they make.
void TestCommandLine::parsingTakesNoTime()
{
    QBENCHMARK
    {
        QVERIFY(std::holds_alternative<Invocation>(parse({"token", "--min-ttl", "60"})));
    }
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
