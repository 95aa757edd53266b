// SPDX-License-Identifier: Apache-2.0
#include "commandline.h"
#include "usageerror.h"

#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;

using Words = QByteArrayList;

class TestCommandLineErrors : public QObject
{
    Q_OBJECT

private slots:
    void wrongUsageIsOneLineThatSaysWhatToDo_data();
    void wrongUsageIsOneLineThatSaysWhatToDo();
    void nothingThatMayBeATokenIsRepeated_data();
    void nothingThatMayBeATokenIsRepeated();
    void namesAreGuessedFromSlips_data();
    void namesAreGuessedFromSlips();

private:
    static CommandLineExit exitOf(const Words &words);
};

CommandLineExit TestCommandLineErrors::exitOf(const Words &words)
{
    QList<const char *> argv = {"qci-auth"};
    for (const QByteArray &word : words) {
        argv.append(word.constData());
    }
    const auto parsed = CommandLine::parse(static_cast<int>(argv.size()), argv.constData());
    const auto *const exit = std::get_if<CommandLineExit>(&parsed);
    return exit != nullptr ? *exit : CommandLineExit{-1, u"taken for right"_s, false};
}

void TestCommandLineErrors::wrongUsageIsOneLineThatSaysWhatToDo_data()
{
    QTest::addColumn<Words>("words");
    QTest::addColumn<QString>("part");
    const auto row = [](const Words &words, const QString &part) {
        QTest::newRow(words.join(' ').constData()) << words << part;
    };
    row({}, u"'qci-auth' needs a command; 'qci-auth --help' lists the commands."_s);
    row({"--verbose"}, u"needs a command"_s);
    row({"logn"}, u"no command 'logn'; the nearest is 'login', and 'qci-auth --help' lists"_s);
    row({"stauts", "--json"}, u"the nearest is 'status'"_s);
    row({"frobnicate"}, u"no command 'frobnicate'; 'qci-auth --help' lists"_s);
    row({"man-pag"}, u"no command 'man-pag'; 'qci-auth --help'"_s);
    row({"/help"}, u"'qci-auth' has no such command"_s);
    row({""}, u"'qci-auth' has no such command"_s);
    row({"-"}, u"'qci-auth' has no such command"_s);
    row({"profile"}, u"'qci-auth profile' needs a command; 'qci-auth profile --help'"_s);
    row({"profile", "lst"}, u"'qci-auth profile' has no command 'lst'; the nearest is 'list'"_s);
    row({"login", "--ulr", "x"}, u"'qci-auth login' has no option --ulr; the nearest is --url"_s);
    row({"login", "--porfile", "x"}, u"no option --porfile; the nearest is --profile"_s);
    row({"--jsn", "status"}, u"no option --jsn; the nearest is --json"_s);
    row({"--json", "status"},
        u"--json stands before the command that it belongs to; give it after 'qci-auth status'"_s);
    row({"status", "-x"}, u"no option -x; 'qci-auth status --help'"_s);
    row({"exec", "--foo", "ls"}, u"'qci-auth exec' has no option --foo"_s);
    row({"status", "login"}, u"an argument too many for 'qci-auth status'"_s);
    row({"status", "++"}, u"an argument too many for 'qci-auth status'"_s);
    row({"profile", "rename", "a", "b", "c"}, u"an argument too many for 'qci-auth profile rename'"_s);
    row({"profile", "use"}, u"'qci-auth profile use' needs NAME"_s);
    row({"profile", "rename", "a"}, u"'qci-auth profile rename' needs NEW"_s);
    row({"profile", "rename", "--nme", "a"}, u"has no option --nme"_s);
    row({"import"}, u"'qci-auth import' needs FILE"_s);
    row({"completion"}, u"needs one of bash, zsh, fish"_s);
    row({"completion", "tcsh"}, u"that shell is not known; give one of bash, zsh, fish."_s);
    row({"env", "--shell", "bash"}, u"that shell is not known; give one of posix, fish, powershell."_s);
    row({"env", "--shell"}, u"--shell needs a value; 'qci-auth env --help'"_s);
    row({"login", "--url="}, u"--url needs a value"_s);
    row({"login", "--url=", "https://a.example/"}, u"--url needs a value"_s);
    row({"login", "--url", ""}, u"--url needs a value"_s);
    row({"--profile", "--verbose", "status"}, u"--profile needs a value; 'qci-auth --help'"_s);
    row({"status", "--profile"}, u"--profile needs a value; 'qci-auth status --help'"_s);
    row({"status", "--json=yes"}, u"--json takes no value"_s);
    row({"status", "--json="}, u"--json takes no value"_s);
    row({"headers", "--without-authorization", "--without-connection-close"},
        u"exclude each other; give one of them."_s);
    for (const char *const timeout :
        {"0", "-1", "0.0", "86400.1", "inf", "nan", "1e3", "0x10", " 1", "1 ", "+1", "1,5", ".", "1s", "\xd9\xa1"}) {
        row({"login", "--timeout", timeout}, u"--timeout needs seconds above 0 and at most 86400"_s);
    }
    for (const char *const ttl : {"-1", "0.5", "31536001", "99999999999999999999", "x", "+1", " 1"}) {
        row({"token", "--min-ttl", ttl}, u"--min-ttl needs whole seconds from 0 to 31536000"_s);
        row({"header", "--min-ttl", ttl}, u"--min-ttl needs whole seconds from 0 to 31536000"_s);
    }
    row({"exec"}, u"'qci-auth exec' needs the command to run"_s);
    row({"exec", "--"}, u"'qci-auth exec' needs the command to run"_s);
    row({"exec", ""}, u"'qci-auth exec' needs the command to run"_s);
    row({"exec", "--profile", "ls"}, u"'qci-auth exec' needs the command to run"_s);
}

void TestCommandLineErrors::wrongUsageIsOneLineThatSaysWhatToDo()
{
    QFETCH(const Words, words);
    QFETCH(const QString, part);
    const CommandLineExit exit = exitOf(words);
    QCOMPARE(exit.code, 2);
    QVERIFY(!exit.toStdout);
    QVERIFY2(exit.text.contains(part), qPrintable(exit.text));
    QVERIFY2(exit.text.startsWith(u"qci-auth: "_s), qPrintable(exit.text));
    QVERIFY2(exit.text.endsWith(u".\n"_s), qPrintable(exit.text));
    QCOMPARE(exit.text.count(u'\n'), 1);
    QCOMPARE(exit.text.count(u"; "_s), 1);
}

void TestCommandLineErrors::nothingThatMayBeATokenIsRepeated_data()
{
    QTest::addColumn<Words>("words");
    const auto row = [](const char *name, const Words &words) { QTest::newRow(name) << words; };
    row("as command", {"Zebra7.zebra"});
    row("as command, long letters", {"zebrazebrazebra"});
    row("as command of profile", {"profile", "zebra7"});
    row("as argument", {"login", "zebra"});
    row("as second argument", {"import", ".env", "zebra"});
    row("after an unknown option", {"login", "--token", "zebra"});
    row("in an unknown option", {"login", "--token=zebra"});
    row("in an unknown short option", {"login", "-pzebra"});
    row("as an unknown option", {"login", "--Zebra7zebra"});
    row("as an unknown option, long letters", {"login", "--zebrazebrazebrazebrazebrazebrazebra"});
    row("in a switch", {"login", "--with-token=zebra"});
    row("after a switch", {"login", "--with-token", "zebra"});
    row("as timeout", {"login", "--timeout", "zebra"});
    row("as margin", {"token", "--min-ttl=zebra"});
    row("as shell", {"env", "--shell", "zebra"});
    row("with line break", {"login", "ze\nbra"});
    row("before the command", {"--verbose", "7zebra", "login"});
    row("after the mark", {"login", "--", "zebra"});
}

void TestCommandLineErrors::nothingThatMayBeATokenIsRepeated()
{
    QFETCH(const Words, words);
    const CommandLineExit exit = exitOf(words);
    QCOMPARE(exit.code, 2);
    QVERIFY2(!exit.text.contains(u"ze"_s, Qt::CaseInsensitive), qPrintable(exit.text));
    QCOMPARE(exit.text.count(u'\n'), 1);
}

void TestCommandLineErrors::namesAreGuessedFromSlips_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("nearest");
    QTest::newRow("left out") << u"logn"_s << u"login"_s;
    QTest::newRow("swapped") << u"lgoin"_s << u"login"_s;
    QTest::newRow("added") << u"loginn"_s << u"login"_s;
    QTest::newRow("begun") << u"comp"_s << u"completion"_s;
    QTest::newRow("begun, longer") << u"logou"_s << u"logout"_s;
    QTest::newRow("dashes do not count") << u"-login"_s << u"login"_s;
    QTest::newRow("far") << u"help"_s << QString();
    QTest::newRow("short") << u"l"_s << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void TestCommandLineErrors::namesAreGuessedFromSlips()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, nearest);
    QCOMPARE(nearestName(typed, {u"login"_s, u"logout"_s, u"health"_s, u"completion"_s}), nearest);
}

QTEST_GUILESS_MAIN(TestCommandLineErrors)
#include "tst_commandlineerrors.moc"
