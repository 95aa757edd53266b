// SPDX-License-Identifier: Apache-2.0
#include "shellquote.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;

class TestShellQuote : public QObject
{
    Q_OBJECT

private slots:
    void commandIsWrittenAsTheShellWouldHaveIt_data();
    void commandIsWrittenAsTheShellWouldHaveIt();
    void realShellReadsTheValueBack_data();
    void realShellReadsTheValueBack();
    void severalCommandsAreEvaluatedTogether_data();
    void severalCommandsAreEvaluatedTogether();

private:
    static QByteArray run(const QString &shell, const QStringList &options, const QByteArray &script);
};

namespace {

QList<QByteArray> nastyValues()
{
    QByteArray everything;
    for (int c = 1; c < 256; ++c)
        everything.append(static_cast<char>(c));
    return {"plain", "", " ", "  two  spaces  ", "'", "''", "'''", "'a'", "a'b''c", R"(\)", R"(\\)", R"(\')", R"('\)",
        R"(a\'b\\'c\n\t\x41)", "$(echo no)", "`echo no`", "$HOME ${HOME} $'a'", "\"", "\"'\"'\"", "-n", "--help", "-gx",
        "a\nb", "\n", "\na\n\n", "a\r\nb", "\t", "*", "?[a-z]", "~", "~root", "!", "!!", "a!b", "#", "a #b", ";",
        "a;exit 1", "a&b|c>d<e", "(a) {b} [c]", "%d%%", "^a", "=ls", "{1,2}", "ä€🔑", "\u2018a\u2019 \u201ab\u201b",
        "\xff\xfe", everything, QByteArray(60'000, '\'')};
}

} // namespace

void TestShellQuote::commandIsWrittenAsTheShellWouldHaveIt_data()
{
    QTest::addColumn<Shell>("shell");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("command");
    QTest::newRow("posix") << Shell::Posix << "abc"_ba
                           << "export QCI_TOKEN='abc'"_ba;
    QTest::newRow("posix, empty") << Shell::Posix << ""_ba
                                  << "export QCI_TOKEN=''"_ba;
    QTest::newRow("posix, quotes") << Shell::Posix << R"(a'b"\)"_ba
                                   << R"(export QCI_TOKEN='a'\''b"\')"_ba;
    QTest::newRow("fish") << Shell::Fish << "abc"_ba
                          << "set -gx QCI_TOKEN 'abc'"_ba;
    QTest::newRow("fish, empty") << Shell::Fish << ""_ba
                                 << "set -gx QCI_TOKEN ''"_ba;
    QTest::newRow("fish, quotes") << Shell::Fish << R"(a'b"\)"_ba
                                  << R"(set -gx QCI_TOKEN 'a\'b"\\')"_ba;
    QTest::newRow("powershell") << Shell::PowerShell << "abc"_ba
                                << "$Env:QCI_TOKEN = 'abc'"_ba;
    QTest::newRow("powershell, empty") << Shell::PowerShell << ""_ba
                                       << "$Env:QCI_TOKEN = ''"_ba;
    QTest::newRow("powershell, quotes") << Shell::PowerShell << R"(a'b"\`$c)"_ba
                                        << R"($Env:QCI_TOKEN = 'a''b"\`$c')"_ba;
    QTest::newRow("powershell, typographic quotes")
        << Shell::PowerShell << "\u2018a\u2019b\u201ac\u201bd\u201c"_ba
        << "$Env:QCI_TOKEN = '\u2018\u2018a\u2019\u2019b\u201a\u201ac\u201b\u201bd\u201c'"_ba;
}

void TestShellQuote::commandIsWrittenAsTheShellWouldHaveIt()
{
    QFETCH(const Shell, shell);
    QFETCH(const QByteArray, value);
    QFETCH(const QByteArray, command);
    QCOMPARE(ShellQuote::assignment(shell, "QCI_TOKEN", value), command);
}

QByteArray TestShellQuote::run(const QString &shell, const QStringList &options, const QByteArray &script)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(shell, options);
    process.write(script);
    process.closeWriteChannel();
    if (!process.waitForFinished() || process.exitCode() != 0)
        return "the shell failed: " + process.errorString().toUtf8();
    return process.readAllStandardOutput();
}

void TestShellQuote::realShellReadsTheValueBack_data()
{
    QTest::addColumn<QString>("shell");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<Shell>("language");
    const QString evalFromStandardInput = u"eval \"$(cat)\" && exec printenv -0 VALUE"_s;
    QTest::newRow("sh") << u"sh"_s << QStringList{u"-c"_s, evalFromStandardInput} << Shell::Posix;
    QTest::newRow("dash") << u"dash"_s << QStringList{u"-c"_s, evalFromStandardInput} << Shell::Posix;
    QTest::newRow("bash") << u"bash"_s << QStringList{u"--norc"_s, u"-c"_s, evalFromStandardInput} << Shell::Posix;
    QTest::newRow("bash with history") << u"bash"_s << QStringList{u"--norc"_s, u"-H"_s, u"-c"_s, evalFromStandardInput}
                                       << Shell::Posix;
    QTest::newRow("zsh") << u"zsh"_s << QStringList{u"-f"_s, u"-c"_s, evalFromStandardInput} << Shell::Posix;
    QTest::newRow("zsh with doubled quotes")
        << u"zsh"_s << QStringList{u"-f"_s, u"-o"_s, u"rcquotes"_s, u"-c"_s, evalFromStandardInput} << Shell::Posix;
    QTest::newRow("fish") << u"fish"_s
                          << QStringList{u"--no-config"_s, u"-c"_s, u"source; and exec printenv -0 VALUE"_s}
                          << Shell::Fish;
}

void TestShellQuote::realShellReadsTheValueBack()
{
    QFETCH(const QString, shell);
    QFETCH(const QStringList, options);
    QFETCH(const Shell, language);
    if (QStandardPaths::findExecutable(shell).isEmpty())
        QSKIP(qPrintable(shell + u" is not installed"_s));
    for (const QByteArray &value : nastyValues()) {
        const QByteArray printed = run(shell, options, ShellQuote::assignment(language, "VALUE", value) + '\n');
        QCOMPARE(printed.toPercentEncoding(), (value + '\0').toPercentEncoding());
    }
}

void TestShellQuote::severalCommandsAreEvaluatedTogether_data()
{
    QTest::addColumn<QString>("shell");
    QTest::addColumn<QString>("script");
    QTest::addColumn<Shell>("language");
    QTest::newRow("sh, quoted") << u"sh"_s << u"eval \"$(cat)\"; printenv A B"_s << Shell::Posix;
    QTest::newRow("fish, source") << u"fish"_s << u"source; printenv A B"_s << Shell::Fish;
    QTest::newRow("fish, eval") << u"fish"_s << u"eval (cat); printenv A B"_s << Shell::Fish;
}

void TestShellQuote::severalCommandsAreEvaluatedTogether()
{
    QFETCH(const QString, shell);
    QFETCH(const QString, script);
    QFETCH(const Shell, language);
    if (QStandardPaths::findExecutable(shell).isEmpty())
        QSKIP(qPrintable(shell + u" is not installed"_s));
    const QByteArray commands =
        ShellQuote::assignment(language, "A", "it's") + ";\n" + ShellQuote::assignment(language, "B", "2;3") + ";\n";
    QCOMPARE(run(shell, {u"-c"_s, script}, commands), "it's\n2;3\n");
}

QTEST_GUILESS_MAIN(TestShellQuote)
#include "tst_shellquote.moc"
