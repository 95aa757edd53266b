// SPDX-License-Identifier: Apache-2.0
#include "envfile.h"
#include "testtokens.h"

#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;

class TestEnvFile : public QObject
{
    Q_OBJECT

private slots:
    void readLinesGoAndAllOtherBytesStay_data();
    void readLinesGoAndAllOtherBytesStay();
    void otherTextHasNoCredentials_data();
    void otherTextHasNoCredentials();
    void everyLineThatIsReadGoes_data();
    void everyLineThatIsReadGoes();
    void largeFileIsReadAtOnce();
};

namespace {

const QString url = u"https://api.qci-prod.com"_s;

} // namespace

void TestEnvFile::readLinesGoAndAllOtherBytesStay_data()
{
    QTest::addColumn<QByteArray>("bytes"); // TOKEN stands for it
    QTest::addColumn<QByteArray>("remaining");
    const QByteArray both = "QCI_API_URL=https://api.qci-prod.com\nQCI_TOKEN=TOKEN\n";
    QTest::newRow("nothing else") << both << QByteArray();
    QTest::newRow("others around") << "A=1\n" + both + "B=2\n" << QByteArray("A=1\nB=2\n");
    QTest::newRow("others between") << QByteArray("QCI_TOKEN=TOKEN\n\n \nA=1\nQCI_API_URL=https://api.qci-prod.com\n\n")
                                    << QByteArray("\n \nA=1\n\n");
    QTest::newRow("CRLF") << QByteArray("A=1\r\n" + both).replace("\n", "\r\n").replace("\r\r", "\r") + "B=2\r\n"
                          << QByteArray("A=1\r\nB=2\r\n");
    QTest::newRow("mixed line ends") << "A=1\r\nB=2\n\r\n\n" + both + "C=3\r\n"
                                     << QByteArray("A=1\r\nB=2\n\r\n\nC=3\r\n");
    QTest::newRow("lone CR is no line end") << "A=1\rB=2\n" + both << QByteArray("A=1\rB=2\n");
    QTest::newRow("no line end at the end") << "A=1\n" + both.chopped(1) << QByteArray("A=1\n");
    QTest::newRow("other without line end") << both + "A=1" << QByteArray("A=1");
    QTest::newRow("byte order mark") << "\xef\xbb\xbf" + both + "A=1\n"
                                     << QByteArray("\xef\xbb\xbf"
                                                   "A=1\n");
    QTest::newRow("byte order mark before others") << "\xef\xbb\xbf"
                                                      "A=1\n" +
                                                          both
                                                   << QByteArray("\xef\xbb\xbf"
                                                                 "A=1\n");
    QTest::newRow("byte order mark in the middle")
        << QByteArray("QCI_TOKEN=old\nA=1\n\xef\xbb\xbf") + both << QByteArray("A=1\n");
    QTest::newRow("byte order mark behind a line that goes")
        << both.chopped(1) + "\n\xef\xbb\xbf" + both << QByteArray();
    QTest::newRow("no UTF-8") << "A=\xff\xfe\x80\xc3\n" + both + "\xf0\x28\x8c\x28"
                              << QByteArray("A=\xff\xfe\x80\xc3\n\xf0\x28\x8c\x28");
    QTest::newRow("NUL") << QByteArray("A=\0b\n", 5) + both << QByteArray("A=\0b\n", 5);
    QTest::newRow("NUL in a comment of a line that goes") << both.chopped(1) + QByteArray(" # \0\n", 5) + "A=1\n"
                                                          << QByteArray("A=1\n");
    QTest::newRow("comments") << "# QCi\n#QCI_TOKEN=old\n  # QCI_TOKEN=older\n" + both + "#"
                              << QByteArray("# QCi\n#QCI_TOKEN=old\n  # QCI_TOKEN=older\n#");
    QTest::newRow("comment behind") << QByteArray(both).replace("\n", " # mine\n") + "A=1 # a\n"
                                    << QByteArray("A=1 # a\n");
    QTest::newRow("export") << "export " + QByteArray(both).replace("\n", "\nexport ") + "A=1\n"
                            << QByteArray("export A=1\n");
    QTest::newRow("set") << "set " + QByteArray(both).replace("\nQ", "\nset Q") + "set A=1\n"
                         << QByteArray("set A=1\n");
    QTest::newRow("spaces")
        << QByteArray("  \tQCI_API_URL =  https://api.qci-prod.com  \n\t export  QCI_TOKEN\t=\tTOKEN\t\n A=1\n")
        << QByteArray(" A=1\n");
    QTest::newRow("double quotes")
        << QByteArray("QCI_API_URL=\"https://api.qci-prod.com\"\nQCI_TOKEN=\"TOKEN\" # \"mine\"\nA=\"1\"\n")
        << QByteArray("A=\"1\"\n");
    QTest::newRow("single quotes") << QByteArray("QCI_API_URL='https://api.qci-prod.com'\r\nQCI_TOKEN='TOKEN'\r\n")
                                   << QByteArray();
    QTest::newRow("the last one counts, all go")
        << "QCI_TOKEN=old\nA=1\nexport QCI_TOKEN='older'\nQCI_API_URL=https://old\n" + both << QByteArray("A=1\n");
    QTest::newRow("names that are like it")
        << both + "MY_QCI_TOKEN=no\nQCI_TOKEN_2=no\nQCI_TOKENS=no\nqci_token=no\nQCI_API_URLS=no\nA=QCI_TOKEN=no\n"
        << QByteArray(
               "MY_QCI_TOKEN=no\nQCI_TOKEN_2=no\nQCI_TOKENS=no\nqci_token=no\nQCI_API_URLS=no\nA=QCI_TOKEN=no\n");
    QTest::newRow("mentioned, not assigned") << both + "QCI_TOKEN\n=no\necho $QCI_TOKEN\nexport QCI_TOKEN\n"
                                             << QByteArray("QCI_TOKEN\n=no\necho $QCI_TOKEN\nexport QCI_TOKEN\n");
}

void TestEnvFile::readLinesGoAndAllOtherBytesStay()
{
    QFETCH(QByteArray, bytes);
    QFETCH(const QByteArray, remaining);
    const QString token = TestTokens::apiToken();
    bytes.replace("=TOKEN", '=' + token.toLatin1()).replace("\"TOKEN", '"' + token.toLatin1());
    bytes.replace("'TOKEN", '\'' + token.toLatin1()).replace("\tTOKEN", '\t' + token.toLatin1());
    const EnvFile file = EnvFile::fromBytes(bytes);
    QCOMPARE(file.credentials(), (PastedCredentials{url, token}));
    QCOMPARE(file.withoutCredentials(), remaining);
    QCOMPARE(EnvFile::fromBytes(remaining).credentials(), PastedCredentials());
    QCOMPARE(EnvFile::fromBytes(remaining).withoutCredentials(), remaining);
}

void TestEnvFile::otherTextHasNoCredentials_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("byte order mark alone") << QByteArray("\xef\xbb\xbf");
    QTest::newRow("half a byte order mark") << QByteArray("\xef\xbb");
    QTest::newRow("bare token") << TestTokens::apiToken().toLatin1();
    QTest::newRow("quoted assignment") << QByteArray("\"QCI_TOKEN=abc123\"");
    QTest::newRow("line ends") << QByteArray("\n\r\n\r\r\n\n");
    QTest::newRow("others") << QByteArray("A=1\nexport B='2'\n# c");
    QTest::newRow("commented out") << QByteArray("# QCI_TOKEN=abc123\n#export QCI_TOKEN=abc123\n");
    QTest::newRow("no-break space before") << QByteArray("\xc2\xa0QCI_TOKEN=abc123\n");
    QTest::newRow("no text at all") << QByteArray("\x00\x01\xfe\xff\n\x80", 6);
}

void TestEnvFile::otherTextHasNoCredentials()
{
    QFETCH(const QByteArray, bytes);
    QCOMPARE(EnvFile::fromBytes(bytes).credentials(), PastedCredentials());
    QCOMPARE(EnvFile::fromBytes(bytes).withoutCredentials(), bytes);
}

void TestEnvFile::everyLineThatIsReadGoes_data()
{
    QTest::addColumn<QByteArray>("line");
    for (const char *line : {"QCI_TOKEN=", "QCI_TOKEN= # none", "QCI_TOKEN=\"", "QCI_TOKEN=a b", "QCI_TOKEN='a' 'b'",
             "export\tQCI_TOKEN=x", "set  QCI_API_URL=y", "\vQCI_TOKEN=x", "\rQCI_TOKEN=x", "QCI_TOKEN=\xff\xff",
             "QCI_API_URL=\xe2\x80\xa8y", "QCI_TOKEN==x", "QCI_TOKEN=x\r\r"})
        QTest::addRow("%s", QByteArray(line).toPercentEncoding(" '\"=#").constData()) << QByteArray(line);
}

void TestEnvFile::everyLineThatIsReadGoes()
{
    QFETCH(const QByteArray, line);
    for (const QByteArray &lineEnd : {"\n"_ba, "\r\n"_ba, ""_ba}) {
        const EnvFile file = EnvFile::fromBytes("A=1\n" + line + lineEnd);
        QCOMPARE(file.withoutCredentials(), "A=1\n");
        // What goes is what the login by paste would have read.
        QCOMPARE(file.credentials(), PastedCredentials::fromText("A=1\n"_L1 + QString::fromUtf8(line + lineEnd)));
    }
}

void TestEnvFile::largeFileIsReadAtOnce()
{
    const QString token = TestTokens::awkward(1000).remove(u'#').remove(u'\'') + u'x';
    const QByteArray others =
        QByteArray("NAME=value of something\n").repeated(40'000) + QByteArray(1'000'000, ' ') + '\n';
    const EnvFile file = EnvFile::fromBytes(others + "QCI_TOKEN='" + token.toUtf8() + "'\n" + others);
    QCOMPARE(file.credentials().apiToken, token);
    QCOMPARE(file.withoutCredentials(), others + others);
}

QTEST_GUILESS_MAIN(TestEnvFile)
#include "tst_envfile.moc"
