// SPDX-License-Identifier: Apache-2.0
#include "desktopentry.h"

#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;

class TestDesktopEntry : public QObject
{
    Q_OBJECT

private slots:
    void argumentsAreQuoted_data();
    void argumentsAreQuoted();
    void fieldCodesAreNoArguments();
    void openQuoteIsNoCommand();
    void valuesAreEscaped();
    void restOfTheFileStays();
    void otherFilesAreNone_data();
    void otherFilesAreNone();
};

void TestDesktopEntry::argumentsAreQuoted_data()
{
    QTest::addColumn<QString>("argument");
    QTest::addColumn<QString>("exec");
    QTest::newRow("plain") << u"/usr/bin/qci-auth-desktop"_s << u"/usr/bin/qci-auth-desktop"_s;
    QTest::newRow("space") << u"/opt/My Programs/q"_s << u"\"/opt/My Programs/q\""_s;
    QTest::newRow("percent") << u"/opt/100%q"_s << u"/opt/100%%q"_s;
    QTest::newRow("dollar") << u"/opt/$HOME"_s << uR"("/opt/\$HOME")"_s;
    QTest::newRow("backtick") << u"/opt/`id`"_s << uR"("/opt/\`id\`")"_s;
    QTest::newRow("quote") << u"/opt/\"q\""_s << uR"("/opt/\"q\"")"_s;
    QTest::newRow("backslash") << uR"(/opt/a\b)"_s << uR"("/opt/a\\b")"_s;
    QTest::newRow("apostrophe") << u"/opt/it's"_s << u"\"/opt/it's\""_s;
    QTest::newRow("shell") << u"/opt/a;b&c|d<e>f(g)*h?#~"_s << u"\"/opt/a;b&c|d<e>f(g)*h?#~\""_s;
    QTest::newRow("line break") << u"/opt/a\nb"_s << u"\"/opt/a\nb\""_s;
    QTest::newRow("letters of the world") << u"/opt/量子/é"_s << u"/opt/量子/é"_s;
    QTest::newRow("nothing") << QString() << u"\"\""_s;
}

void TestDesktopEntry::argumentsAreQuoted()
{
    QFETCH(const QString, argument);
    QTEST(DesktopEntry::execOf({argument}), "exec");
    const QStringList command{argument, u"--hidden"_s, argument};
    QCOMPARE(DesktopEntry::argumentsOf(DesktopEntry::execOf(command)), command);

    // And in a file, whose strings have escapes of their own.
    DesktopEntry entry;
    entry.setValue("Exec", DesktopEntry::execOf(command));
    const auto read = DesktopEntry::fromBytes(entry.toBytes());
    QVERIFY(read);
    QCOMPARE(DesktopEntry::argumentsOf(read->value("Exec")), command);
}

void TestDesktopEntry::fieldCodesAreNoArguments()
{
    QCOMPARE(DesktopEntry::argumentsOf(u"q %U --hidden  %f"_s), QStringList({u"q"_s, u"--hidden"_s}));
    QCOMPARE(DesktopEntry::argumentsOf(QString()), QStringList());
}

void TestDesktopEntry::openQuoteIsNoCommand()
{
    QCOMPARE(DesktopEntry::argumentsOf(u"\"/opt/q --hidden"_s), QStringList());
}

void TestDesktopEntry::valuesAreEscaped()
{
    DesktopEntry entry;
    entry.setValue("Name", u" a\\b\nc\td"_s);
    QCOMPARE(entry.toBytes(), "[Desktop Entry]\nName=\\sa\\\\b\\nc\\td\n"_ba);
    QCOMPARE(entry.value("Name"), u" a\\b\nc\td"_s);
}

void TestDesktopEntry::restOfTheFileStays()
{
    auto entry = DesktopEntry::fromBytes("# mine\n[Desktop Entry]\nName = A\nName[de]=B\n#Exec=no\nX-New=1\n\n"
                                         "[Desktop Action x]\nExec=other\nHidden=true"_ba);
    QVERIFY(entry);
    QCOMPARE(entry->value("Name"), u"A"_s);
    QVERIFY(!entry->contains("Exec"));
    QVERIFY(!entry->isTrue("Hidden"));
    entry->setValue("Exec", u"q"_s);
    entry->setValue("Name", u"C"_s);
    QCOMPARE(entry->toBytes(), "# mine\n[Desktop Entry]\nName=C\nName[de]=B\n#Exec=no\nX-New=1\nExec=q\n\n"
                               "[Desktop Action x]\nExec=other\nHidden=true\n"_ba);
    entry->remove("Exec");
    QVERIFY(!entry->contains("Exec"));
}

void TestDesktopEntry::otherFilesAreNone_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("comments") << "# nothing\n"_ba;
    QTest::newRow("binary") << QByteArray("[Desktop Entry]\n\xff\0", 18);
    QTest::newRow("another group first") << "[Service]\n[Desktop Entry]\nExec=q\n"_ba;
    QTest::newRow("text") << "Exec=q\n"_ba;
}

void TestDesktopEntry::otherFilesAreNone()
{
    QFETCH(const QByteArray, bytes);
    QVERIFY(!DesktopEntry::fromBytes(bytes));
}

QTEST_APPLESS_MAIN(TestDesktopEntry)
#include "tst_desktopentry.moc"
