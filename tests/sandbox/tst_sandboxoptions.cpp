// SPDX-License-Identifier: Apache-2.0
#include "sandboxoptions.h"

#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

std::variant<SandboxOptions, SandboxExit> parse(const QStringList &options)
{
    return SandboxOptions::parse(QStringList{u"qci-auth-sandbox"_s} + options);
}

} // namespace

class TestSandboxOptions : public QObject
{
    Q_OBJECT

private slots:
    void withoutOptionsAllIsDefault();
    void allOptionsAreRead();
    void helpAndVersionEndWell_data();
    void helpAndVersionEndWell();
    void misuseIsOneSentenceWithoutWhatWasTyped_data();
    void misuseIsOneSentenceWithoutWhatWasTyped();
};

void TestSandboxOptions::withoutOptionsAllIsDefault()
{
    const auto parsed = parse({});
    QVERIFY(std::holds_alternative<SandboxOptions>(parsed));
    QVERIFY(std::get<SandboxOptions>(parsed) == SandboxOptions{});
    QVERIFY(SandboxOptions{}.lifetime == 3600s);
}

void TestSandboxOptions::allOptionsAreRead()
{
    const auto parsed = parse({u"--port"_s, u"65535"_s, u"--lifetime=1"_s, u"--latency"_s, u"250"_s, u"--token"_s,
        u"fake-one"_s, u"--token=fake=two~!"_s, u"--until-stdin-closes"_s});
    const auto *const options = std::get_if<SandboxOptions>(&parsed);
    QVERIFY(options != nullptr);
    QCOMPARE(options->port, quint16(65535));
    QVERIFY(options->lifetime == 1s);
    QVERIFY(options->latency == 250ms);
    QCOMPARE(options->tokens, (QSet<QByteArray>{"fake-one", "fake=two~!"}));
    QVERIFY(options->untilStdinCloses);
}

void TestSandboxOptions::helpAndVersionEndWell_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("part");
    QTest::newRow("help") << u"--help"_s << u"--until-stdin-closes"_s;
    QTest::newRow("short help") << u"-h"_s << u"--lifetime <SECONDS>"_s;
    QTest::newRow("version") << u"--version"_s << u"qci-auth-sandbox " QCIAUTH_VERSION ""_s;
}

void TestSandboxOptions::helpAndVersionEndWell()
{
    QFETCH(const QString, option);
    QFETCH(const QString, part);
    const auto parsed = parse({option});
    const auto *const exit = std::get_if<SandboxExit>(&parsed);
    QVERIFY(exit != nullptr);
    QCOMPARE(exit->code, 0);
    QVERIFY2(exit->text.contains(part), qPrintable(exit->text));
    QVERIFY(exit->text.endsWith(u'\n'));
}

void TestSandboxOptions::misuseIsOneSentenceWithoutWhatWasTyped_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("part");
    const auto row = [](const char *name, const QStringList &options, const QString &part) {
        QTest::newRow(name) << options << part;
    };
    row("port word", {u"--port"_s, u"zebra"_s}, u"--port"_s);
    row("port fraction", {u"--port"_s, u"80.5"_s}, u"--port"_s);
    row("port empty", {u"--port="_s}, u"--port"_s);
    row("port negative", {u"--port=-1"_s}, u"0 to 65535"_s);
    row("port large", {u"--port"_s, u"65536"_s}, u"0 to 65535"_s);
    row("port beyond int", {u"--port"_s, u"99999999999"_s}, u"--port"_s);
    row("lifetime zero", {u"--lifetime"_s, u"0"_s}, u"--lifetime"_s);
    row("lifetime word", {u"--lifetime"_s, u"zebra"_s}, u"--lifetime"_s);
    row("lifetime large", {u"--lifetime"_s, u"31536001"_s}, u"1 to 31536000"_s);
    row("latency negative", {u"--latency=-5"_s}, u"--latency"_s);
    row("latency large", {u"--latency"_s, u"60001"_s}, u"0 to 60000"_s);
    row("token empty", {u"--token="_s}, u"--token"_s);
    row("token missing", {u"--token"_s}, u"lacks its value"_s);
    row("token with space", {u"--token"_s, u"ze bra"_s}, u"--token"_s);
    row("token with newline", {u"--token"_s, u"zebra\n"_s}, u"--token"_s);
    row("token with umlaut", {u"--token"_s, u"zebr\u00e4"_s}, u"--token"_s);
    row("second token bad", {u"--token"_s, u"fake"_s, u"--token"_s, u"ze\x7f"_s}, u"--token"_s);
    row("token without option", {u"zebra"_s}, u"belongs to no option"_s);
    row("unknown option", {u"--zebra"_s}, u"not known"_s);
    row("unknown short options", {u"-zebra"_s}, u"not known"_s);
    row("value for a switch", {u"--until-stdin-closes=zebra"_s}, u"does not take"_s);
}

void TestSandboxOptions::misuseIsOneSentenceWithoutWhatWasTyped()
{
    QFETCH(const QStringList, options);
    QFETCH(const QString, part);
    const auto parsed = parse(options);
    const auto *const exit = std::get_if<SandboxExit>(&parsed);
    QVERIFY(exit != nullptr);
    QCOMPARE(exit->code, 2);
    QVERIFY2(exit->text.contains(part), qPrintable(exit->text));
    QVERIFY(exit->text.startsWith(u"Cannot start because "_s));
    QVERIFY(exit->text.endsWith(u"--help."_s));
    QVERIFY2(!exit->text.contains(u"ze"_s), qPrintable(exit->text));
    QVERIFY(!exit->text.contains(u'\n'));
}

QTEST_GUILESS_MAIN(TestSandboxOptions)
#include "tst_sandboxoptions.moc"
