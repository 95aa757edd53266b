// SPDX-License-Identifier: Apache-2.0
#include "completionbench.h"

#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;

using CompletedShell = CompletionOptions::Shell;

/// What bash, without bash-completion, and fish suggest.
class TestCompletionSuggestions : public QObject
{
    Q_OBJECT

private slots:
    void theLastWordIsCompleted_data();
    void theLastWordIsCompleted();
    void bashSplitsAtEqualsSigns();
    void bashUsesItsCompletionPackageForOtherCommands();
    void profilesAreNotAskedForInVain();

private:
    const CompletionBench m_bench;
};

void TestCompletionSuggestions::theLastWordIsCompleted_data()
{
    QTest::addColumn<CompletedShell>("shell");
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QStringList>("expected");
    const QStringList profiles = {u"default"_s, u"my lab"_s, u"o'neil"_s};
    for (const CompletedShell shell : {CompletedShell::Bash, CompletedShell::Fish}) {
        const auto row = [shell](const QString &line, const QStringList &expected) {
            const QString name = CompletionBench::program(shell) + u": "_s + line;
            QTest::newRow(qPrintable(name)) << shell << (u"qci-auth "_s + line).split(u' ') << expected;
        };
        row(u"st"_s, {u"status"_s});
        row(u"he"_s, {u"header"_s, u"headers"_s, u"health"_s});
        row(u"ma"_s, {});
        row(u"--verbose lo"_s, {u"login"_s, u"logout"_s});
        row(u"--profile default st"_s, {u"status"_s});
        row(u"profile "_s, {u"list"_s, u"remove"_s, u"rename"_s, u"use"_s});
        row(u"status "_s, {});
        row(u"status lo"_s, {});
        row(u"token --mi"_s, {u"--min-ttl"_s});
        row(u"token --min-ttl "_s, {});
        row(u"status --pro"_s, {u"--profile"_s});
        row(u"profile list --j"_s, {u"--json"_s});
        row(u"login -- --ur"_s, {});
        row(u"env --shell "_s, {u"fish"_s, u"posix"_s, u"powershell"_s});
        row(u"env --access-token --shell po"_s, {u"posix"_s, u"powershell"_s});
        row(u"completion "_s, {u"bash"_s, u"fish"_s, u"zsh"_s});
        row(u"completion bash "_s, {});
        row(u"--profile "_s, profiles);
        row(u"profile use "_s, profiles);
        row(u"profile use m"_s, {u"my lab"_s});
        row(u"profile use o"_s, {u"o'neil"_s});
        row(u"profile remove de"_s, {u"default"_s});
        row(u"profile rename "_s, profiles);
        row(u"profile rename default "_s, {});
        row(u"import cer"_s, {u"certificates.pem"_s});
        row(u"login --ca-cert cer"_s, {u"certificates.pem"_s});
        row(u"doctor --scan fo"_s, {u"folder"_s});
        row(u"doctor --scan cer"_s, {});
        row(u"exec qci-test-c"_s, {u"qci-test-command"_s});
        row(u"exec --ac"_s, {u"--access-token"_s});
        row(u"exec --access-token qci-test-c"_s, {u"qci-test-command"_s});
        row(u"exec --profile default -- qci-test-c"_s, {u"qci-test-command"_s});
        row(u"exec qci-test-command cer"_s, {u"certificates.pem"_s});
        row(u"exec qci-test-command --profile defa"_s, {});
    }
}

void TestCompletionSuggestions::theLastWordIsCompleted()
{
    QFETCH(const CompletedShell, shell);
    QFETCH(const QStringList, words);
    QFETCH(const QStringList, expected);
    if (!CompletionBench::isInstalled(shell)) {
        QSKIP("This shell is not installed.");
    }
    const QStringList found = m_bench.suggestions(shell, words);
    QVERIFY2(found == expected, qPrintable(found.join(u", "_s)));
}

void TestCompletionSuggestions::bashSplitsAtEqualsSigns()
{
    if (!CompletionBench::isInstalled(CompletedShell::Bash)) {
        QSKIP("bash is not installed.");
    }
    const QStringList begin = {u"qci-auth"_s, u"env"_s, u"--shell"_s, u"="_s};
    QCOMPARE(m_bench.suggestions(CompletedShell::Bash, begin), (QStringList{u"fish"_s, u"posix"_s, u"powershell"_s}));
    QCOMPARE(m_bench.suggestions(CompletedShell::Bash, begin + QStringList{u"f"_s}), QStringList{u"fish"_s});
    QCOMPARE(m_bench.suggestions(CompletedShell::Bash, begin + QStringList{u"fish"_s, u"--ac"_s}),
        QStringList{u"--access-token"_s});
}

void TestCompletionSuggestions::bashUsesItsCompletionPackageForOtherCommands()
{
    if (!CompletionBench::isInstalled(CompletedShell::Bash)) {
        QSKIP("bash is not installed.");
    }
    const QString asked =
        m_bench.run(u"bash"_s, {u"--norc"_s, u"-c"_s,
                                   u"source \"$1\"; _command_offset() { echo offset $1; }\n"
                                   "COMP_WORDS=(qci-auth exec --access-token -- git com) COMP_CWORD=5; _qci_auth"_s,
                                   u"bash"_s, m_bench.script(CompletedShell::Bash)});
    QCOMPARE(asked, u"offset 4\n"_s);
}

// The shell waits for it.
void TestCompletionSuggestions::profilesAreNotAskedForInVain()
{
    if (!CompletionBench::isInstalled(CompletedShell::Bash)) {
        QSKIP("bash is not installed.");
    }
    const QString asked = m_bench.run(
        u"bash"_s, {u"--norc"_s, u"-c"_s,
                       u"source \"$1\"; qci-auth() { echo asked >&2; }\n"
                       "for word in '' st --; do COMP_WORDS=(qci-auth \"$word\") COMP_CWORD=1; _qci_auth; done"_s,
                       u"bash"_s, m_bench.script(CompletedShell::Bash)});
    QCOMPARE(asked, QString());
}

QTEST_GUILESS_MAIN(TestCompletionSuggestions)
#include "tst_completionsuggestions.moc"
