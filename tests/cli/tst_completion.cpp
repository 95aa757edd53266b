// SPDX-License-Identifier: Apache-2.0
#include "commandline.h"
#include "completion.h"
#include "completionbench.h"

#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;

using CompletedShell = CompletionOptions::Shell;

class TestCompletion : public QObject
{
    Q_OBJECT

private slots:
    void everyCommandAndOptionIsInEveryScript_data() { shells(); }
    void everyCommandAndOptionIsInEveryScript();
    void shellsAcceptTheirScripts_data() { shells(); }
    void shellsAcceptTheirScripts();

private:
    static void shells();

    const CompletionBench m_bench;
};

void TestCompletion::shells()
{
    QTest::addColumn<CompletedShell>("shell");
    QTest::newRow("bash") << CompletedShell::Bash;
    QTest::newRow("zsh") << CompletedShell::Zsh;
    QTest::newRow("fish") << CompletedShell::Fish;
}

void TestCompletion::everyCommandAndOptionIsInEveryScript()
{
    QFETCH(const CompletedShell, shell);
    const CommandDescription root = CommandLine::description();
    const QString script = completionScript(root, shell);
    const QStringList lines = script.split(u'\n');
    for (const CommandDescription &command : commandsOf(root)) {
        // What the script says about this command.
        QString part;
        if (shell == CompletedShell::Bash) {
            part = lines.filter(u"'%1') commands="_s.arg(wordsOf(command))).join(u'\n');
        } else if (shell == CompletedShell::Zsh) {
            part = script.section(u"\n_%1() {"_s.arg(QString(command.path).replace(u' ', u'_')), 1)
                       .section(u"\n}"_s, 0, 0);
        } else {
            part = lines.filter(u"'%1:"_s.arg(wordsOf(command))).join(u'\n');
        }
        for (const CommandDescription &sub : command.subcommands) {
            QVERIFY2(part.contains(sub.name), qPrintable(sub.path));
        }
        for (const OptionDescription &option : ownOptionsOf(root, command)) {
            const QString name =
                shell == CompletedShell::Fish ? u" -l "_s + option.names.last().mid(2) : option.names.last();
            QVERIFY2(part.contains(name), qPrintable(command.path + name));
        }
        for (const OptionDescription &option : root.options) {
            const QString name =
                shell == CompletedShell::Fish ? u" -l "_s + option.names.last().mid(2) : option.names.last();
            QVERIFY2((shell == CompletedShell::Fish ? script : part).contains(name), qPrintable(command.path + name));
        }
    }
    QVERIFY(!script.contains(u"man-page"_s));
}

void TestCompletion::shellsAcceptTheirScripts()
{
    QFETCH(const CompletedShell, shell);
    if (!CompletionBench::isInstalled(shell)) {
        QSKIP("This shell is not installed.");
    }
    const QString option = shell == CompletedShell::Fish ? u"--no-execute"_s : u"-n"_s;
    QCOMPARE(m_bench.run(CompletionBench::program(shell), {option, m_bench.script(shell)}), QString());
}

QTEST_GUILESS_MAIN(TestCompletion)
#include "tst_completion.moc"
