// SPDX-License-Identifier: Apache-2.0
#include "environment.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;

class TestEnvironment : public QObject
{
    Q_OBJECT

private slots:
    void credentialsAreCleaned_data();
    void credentialsAreCleaned();
    void certificateFileIsTaken();
    void certificateFoldersAreListed();
    void systemCertificatesAreLeftToQt();
    void whatIsNotThereIsLeftOut();
    void bypassedProxiesAreNamed_data();
    void bypassedProxiesAreNamed();

private:
    static Environment with(const QList<std::pair<QString, QString>> &variables);
};

Environment TestEnvironment::with(const QList<std::pair<QString, QString>> &variables)
{
    QProcessEnvironment environment;
    for (const auto &[name, value] : variables)
        environment.insert(name, value);
    return Environment(environment);
}

void TestEnvironment::credentialsAreCleaned_data()
{
    QTest::addColumn<QString>("token");
    QTest::addColumn<QString>("apiToken");
    QTest::newRow("bare") << u"abc123"_s << u"abc123"_s;
    QTest::newRow("quoted") << u"\"abc123\""_s << u"abc123"_s;
    QTest::newRow("bearer") << u"Bearer abc123\n"_s << u"abc123"_s;
    QTest::newRow("empty") << QString() << QString();
}

void TestEnvironment::credentialsAreCleaned()
{
    QFETCH(const QString, token);
    QFETCH(const QString, apiToken);
    const PastedCredentials found =
        with({{u"QCI_API_URL"_s, u" https://example.org\n"_s}, {u"QCI_TOKEN"_s, token}}).credentials();
    QCOMPARE(found.url, u"https://example.org"_s);
    QCOMPARE(found.apiToken, apiToken);
    QCOMPARE(with({}).credentials(), PastedCredentials());
}

void TestEnvironment::certificateFileIsTaken()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"ca bundle.pem"_s);
    QVERIFY(QFile(file).open(QIODevice::WriteOnly));
    QCOMPARE(with({{u"SSL_CERT_FILE"_s, file}}).caCertificateFiles(), QStringList{file});
}

void TestEnvironment::certificateFoldersAreListed()
{
    const QTemporaryDir first;
    const QTemporaryDir second;
    QStringList expected;
    for (const QString &name : {u"a.pem"_s, u"b.crt"_s, u"c.0"_s, u"readme.txt"_s}) {
        QVERIFY(QFile(first.filePath(name)).open(QIODevice::WriteOnly));
        if (name != u"readme.txt")
            expected.append(first.filePath(name));
    }
    QVERIFY(QDir(first.path()).mkdir(u"folder.pem"_s));
    QVERIFY(QFile(second.filePath(u"d.pem"_s)).open(QIODevice::WriteOnly));
    expected.append(second.filePath(u"d.pem"_s));
    const QString folders = QStringList{first.path(), QString(), second.path()}.join(QDir::listSeparator());
    QStringList found = with({{u"SSL_CERT_DIR"_s, folders}}).caCertificateFiles();
    found.sort();
    expected.sort();
    QCOMPARE(found, expected);
}

void TestEnvironment::systemCertificatesAreLeftToQt()
{
    if (!QFileInfo::exists(u"/etc/ssl/certs"_s))
        QSKIP("there is no such folder here");
    QCOMPARE(
        with({{u"SSL_CERT_DIR"_s, u"/etc/ssl/certs"_s}, {u"SSL_CERT_FILE"_s, u"/etc/ssl/certs/ca-certificates.crt"_s}})
            .caCertificateFiles(),
        QStringList());
}

void TestEnvironment::whatIsNotThereIsLeftOut()
{
    const QTemporaryDir folder;
    QCOMPARE(with({{u"SSL_CERT_FILE"_s, folder.filePath(u"x.pem"_s)}, {u"SSL_CERT_DIR"_s, folder.filePath(u"x"_s)}})
                 .caCertificateFiles(),
        QStringList());
    QCOMPARE(with({{u"SSL_CERT_FILE"_s, folder.path()}, {u"SSL_CERT_DIR"_s, QString()}}).caCertificateFiles(),
        QStringList());
}

void TestEnvironment::bypassedProxiesAreNamed_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("bypassed");
    for (const char *name : {"http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY"}) {
        const QString variable = QString::fromLatin1(name);
        QTest::addRow("%s of http", name) << variable << u"http://proxy:3128"_s << false;
        QTest::addRow("%s of socks5", name) << variable << u"socks5://proxy:1080"_s << false;
        QTest::addRow("%s of https", name) << variable << u"HTTPS://proxy:3128"_s << true;
        QTest::addRow("%s of socks5h", name) << variable << u"socks5h://proxy:1080"_s << true;
        QTest::addRow("%s empty", name) << variable << u""_s << false;
    }
    QTest::newRow("all_proxy") << u"all_proxy"_s << u"http://proxy:3128"_s << true;
    QTest::newRow("ALL_PROXY") << u"ALL_PROXY"_s << u"socks5://proxy:1080"_s << true;
    QTest::newRow("all_proxy empty") << u"all_proxy"_s << u""_s << false;
    QTest::newRow("no_proxy") << u"no_proxy"_s << u"*"_s << false;
}

void TestEnvironment::bypassedProxiesAreNamed()
{
    QFETCH(const QString, name);
    QFETCH(const QString, value);
    QFETCH(const bool, bypassed);
    QCOMPARE(with({{name, value}}).bypassedProxyVariables(), bypassed ? QStringList{name} : QStringList());
}

QTEST_GUILESS_MAIN(TestEnvironment)
#include "tst_environment.moc"
