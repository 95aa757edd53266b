// SPDX-License-Identifier: Apache-2.0
#include "completionbench.h"

#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;

using CompletedShell = CompletionOptions::Shell;

/// What becomes of a line that is typed with a tab in it, and so whether names are quoted where they have to be.
class TestCompletionTyping : public QObject
{
    Q_OBJECT

private slots:
    void tabCompletesWhatIsRun_data();
    void tabCompletesWhatIsRun();

private:
    const CompletionBench m_bench;
};

void TestCompletionTyping::tabCompletesWhatIsRun_data()
{
    QTest::addColumn<CompletedShell>("shell");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("arguments");
    for (const CompletedShell shell : {CompletedShell::Bash, CompletedShell::Zsh}) {
        const auto row = [shell](const QString &line, const QString &arguments) {
            const QString name = CompletionBench::program(shell) + u": "_s + line;
            QTest::newRow(qPrintable(name)) << shell << (u"qci-auth "_s + line + u'\t') << arguments;
        };
        row(u"st"_s, u"[status]"_s);
        row(u"token --mi"_s, u"[token][--min-ttl]"_s);
        row(u"env --shell fi"_s, u"[env][--shell][fish]"_s);
        row(u"env --shell=fi"_s, u"[env][--shell=fish]"_s);
        row(u"profile re\tn"_s, u"[profile][rename]"_s);
        row(u"profile use my"_s, u"[profile][use][my lab]"_s);
        row(u"profile use my\\ l"_s, u"[profile][use][my lab]"_s);
        row(u"profile use \"my l"_s, u"[profile][use][my lab]"_s);
        row(u"profile use 'my l"_s, u"[profile][use][my lab]"_s);
        row(u"profile remove o"_s, u"[profile][remove][o'neil]"_s);
        row(u"profile remove 'o"_s, u"[profile][remove][o'neil]"_s);
        row(u"profile remove \"o"_s, u"[profile][remove][o'neil]"_s);
        row(u"status --profile=my"_s, u"[status][--profile=my lab]"_s);
        row(u"--profile my\tst"_s, u"[--profile][my lab][status]"_s);
        row(u"import cer"_s, u"[import][certificates.pem]"_s);
        row(u"login --ca-cert=cer"_s, u"[login][--ca-cert=certificates.pem]"_s);
        row(u"doctor --scan fo"_s, u"[doctor][--scan][folder]"_s);
        row(u"exec qci-test-c"_s, u"[exec][qci-test-command]"_s);
        row(u"exec --access-token -- qci-test-c"_s, u"[exec][--access-token][--][qci-test-command]"_s);
        row(u"exec cat cer"_s, u"[exec][cat][certificates.pem]"_s);
    }
}

void TestCompletionTyping::tabCompletesWhatIsRun()
{
    QFETCH(const CompletedShell, shell);
    QFETCH(const QString, line);
    QFETCH(const QString, arguments);
    if (!CompletionBench::isInstalled(shell) || !CompletionBench::isInstalled(CompletedShell::Zsh)) {
        QSKIP("This shell is not installed, or not zsh, whose terminal is used.");
    }
    // zsh takes the slash after a folder's name away when the line is run.
    QCOMPARE(m_bench.typed(shell, line).replace(u"/]"_s, u"]"_s), arguments);
}

QTEST_GUILESS_MAIN(TestCompletionTyping)
#include "tst_completiontyping.moc"
