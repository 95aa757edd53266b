// SPDX-License-Identifier: Apache-2.0
#include "commandline.h"
#include "completion.h"
#include "manpage.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryFile>
#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;

class TestManPage : public QObject
{
    Q_OBJECT

private slots:
    void everyCommandAndOptionIsInIt();
    void partsStandInTheUsualOrder();
    void formattersAcceptIt_data();
    void formattersAcceptIt();
    void readersSeeTheExamples();

private:
    // The output of the program with the page as its last argument; nothing on its stderr.
    static QString format(const QString &program, const QStringList &arguments);

    const CommandDescription m_root = CommandLine::description();
};

QString TestManPage::format(const QString &program, const QStringList &arguments)
{
    QTemporaryFile page;
    if (!page.open() || page.write(manPage(CommandLine::description()).toUtf8()) < 0 || !page.flush()) {
        return u"no file for the page"_s;
    }
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.insert(u"MANWIDTH"_s, u"80"_s);
    environment.insert(u"MANPAGER"_s, u"cat"_s);
    process.setProcessEnvironment(environment);
    process.start(program, arguments + QStringList{page.fileName()});
    if (!process.waitForFinished() || process.exitCode() != 0) {
        return program + u" failed"_s;
    }
    const QByteArray complaints = process.readAllStandardError();
    return complaints.isEmpty() ? QString::fromUtf8(process.readAllStandardOutput())
                                : u"complaint: "_s + QString::fromUtf8(complaints);
}

void TestManPage::everyCommandAndOptionIsInIt()
{
    const QString page = manPage(m_root).replace(u"\\-"_s, u"-"_s);
    for (const CommandDescription &command : commandsOf(m_root)) {
        QVERIFY2(page.contains(command.path), qPrintable(command.path));
        if (!command.subcommands.isEmpty()) {
            continue;
        }
        const QString part = page.section(u".SS "_s + command.path + u' ', 1).isEmpty()
                                 ? page.section(u".SS "_s + command.path + u'\n', 1)
                                 : page.section(u".SS "_s + command.path + u' ', 1);
        for (const OptionDescription &option : ownOptionsOf(m_root, command)) {
            const QString term = u".TP\n\\fB%1\\fR"_s.arg(option.names.last());
            QVERIFY2(part.section(u".SS "_s, 0, 0).contains(term), qPrintable(command.path + option.names.last()));
        }
    }
    for (const OptionDescription &option : m_root.options) {
        QVERIFY2(page.contains(u"\\fB%1\\fR"_s.arg(option.names.last())), qPrintable(option.names.last()));
    }
    QVERIFY(!page.contains(u"man-page"_s));
}

void TestManPage::partsStandInTheUsualOrder()
{
    QStringList parts;
    for (const QString &line : manPage(m_root).split(u'\n')) {
        if (line.startsWith(u".SH "_s)) {
            parts.append(line.mid(4));
        }
    }
    QCOMPARE(parts, (QStringList{u"NAME"_s, u"SYNOPSIS"_s, u"DESCRIPTION"_s, u"OPTIONS"_s, u"COMMANDS"_s,
                        u"ENVIRONMENT"_s, u"EXIT STATUS"_s, u"FILES"_s, u"EXAMPLES"_s, u"SEE ALSO"_s}));
}

void TestManPage::formattersAcceptIt_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("groff") << u"groff"_s << QStringList{u"-man"_s, u"-ww"_s, u"-z"_s};
    QTest::newRow("man") << u"man"_s << QStringList{u"--warnings"_s, u"-l"_s};
}

void TestManPage::formattersAcceptIt()
{
    QFETCH(const QString, program);
    QFETCH(const QStringList, arguments);
    if (QStandardPaths::findExecutable(program).isEmpty()) {
        QSKIP("The program that formats manual pages is not installed.");
    }
    const QString output = format(program, arguments);
    QVERIFY2(!output.contains(u"complaint"_s) && !output.endsWith(u"failed"_s), qPrintable(output));
}

void TestManPage::readersSeeTheExamples()
{
    if (QStandardPaths::findExecutable(u"man"_s).isEmpty()) {
        QSKIP("man is not installed.");
    }
    const QString text = format(u"man"_s, {u"-l"_s});
    for (const QString &part : {u"qci-auth header | curl -H @- URL"_s, u"qci-auth exec -- python3 job.py"_s,
             u"~/.config/qci-auth"_s, u"curl(1), secret-tool(1)"_s, u"qci-auth - log in"_s}) {
        QVERIFY2(text.contains(part), qPrintable(text));
    }
}

QTEST_GUILESS_MAIN(TestManPage)
#include "tst_manpage.moc"
