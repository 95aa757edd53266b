// SPDX-License-Identifier: Apache-2.0
#include "testtokens.h"
#include "tokenscan.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace QciAuth;
using namespace Qt::StringLiterals;

class TestTokenScan : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void utf16IsRead();
    void wholeTreeIsRead();
    void gitObjectsAreLeftOut();
    void linksAreNotFollowed();
    void specialFilesAreNotOpened();
    void unreadableIsListed();
    void largeFilesAreListed();
    void deepTreesAreRead();
    void oneFileIsRead();
    void missingFolderIsSaid();
    void largeTree();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    void write(const QString &name, const QByteArray &content) const;
    TokenScan::Result scan(const QStringList &knownTokens = {}) const;
    QStringList foundIn(const TokenScan::Result &result) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestTokenScan::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestTokenScan::write(const QString &name, const QByteArray &content) const
{
    QFile file(path(name));
    QVERIFY(QDir(m_folder->path()).mkpath(QFileInfo(file).path()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

TokenScan::Result TestTokenScan::scan(const QStringList &knownTokens) const
{
    return TokenScan(knownTokens).scan(m_folder->path());
}

// As "name:line", relative to the folder.
QStringList TestTokenScan::foundIn(const TokenScan::Result &result) const
{
    QStringList found;
    for (const TokenScan::Finding &finding : result.findings)
        found.append(QDir(m_folder->path()).relativeFilePath(finding.file) + u':' + QString::number(finding.line));
    return found;
}

void TestTokenScan::utf16IsRead()
{
    const QString text = u"\ufeffA=ä\r\nQCI_TOKEN="_s + TestTokens::apiToken() + u"\r\n"_s;
    QByteArray littleEndian;
    QByteArray bigEndian;
    for (const QChar c : text) {
        littleEndian.append(static_cast<char>(c.cell())).append(static_cast<char>(c.row()));
        bigEndian.append(static_cast<char>(c.row())).append(static_cast<char>(c.cell()));
    }
    write(u"big"_s, bigEndian);
    write(u"little"_s, littleEndian);
    QCOMPARE(foundIn(scan()), (QStringList{u"big:2"_s, u"little:2"_s}));
}

void TestTokenScan::wholeTreeIsRead()
{
    const QByteArray line = "QCI_TOKEN=" + TestTokens::apiToken().toLatin1();
    const QStringList names{u".env"_s, u".hidden/.config/x"_s, u"a b/\u00e4\n.ipynb"_s, u"a/b/c/d"_s, u"objects/x"_s};
    QStringList expected;
    for (const QString &name : names) {
        write(name, line);
        expected.append(name + u":1"_s);
    }
    write(u"empty"_s, {});
    QDir(m_folder->path()).mkpath(u"empty folder"_s);
    TokenScan::Result result = scan();
    QCOMPARE(foundIn(result), expected);
    QVERIFY(result.exists);
    QCOMPARE(result.filesRead, 6);
    QCOMPARE(result.unreadable, QStringList());
    TokenScan again({});
    QCOMPARE(again.scan(m_folder->path()), result);
    QCOMPARE(again.scan(m_folder->path()), result);
}

void TestTokenScan::gitObjectsAreLeftOut()
{
    const QByteArray line = "QCI_TOKEN=" + TestTokens::apiToken().toLatin1();
    for (const QString &name : {u"r/.git/objects/ab/c"_s, u"r/.git/config"_s, u"r/src/objects/x"_s})
        write(name, line);
    QCOMPARE(foundIn(scan()), (QStringList{u"r/.git/config:1"_s, u"r/src/objects/x:1"_s}));
}

void TestTokenScan::linksAreNotFollowed()
{
    const QByteArray line = "QCI_TOKEN=" + TestTokens::apiToken().toLatin1();
    write(u"tree/a/file"_s, line);
    write(u"outside/file"_s, line);
    QVERIFY(QFile::link(path(u"tree"_s), path(u"tree/a/loop"_s)));
    QVERIFY(QFile::link(path(u"outside"_s), path(u"tree/folder"_s)));
    QVERIFY(QFile::link(path(u"outside/file"_s), path(u"tree/link"_s)));
    QVERIFY(QFile::link(path(u"nowhere"_s), path(u"tree/dangling"_s)));
    QVERIFY(QFile::link(path(u"tree"_s), path(u"start"_s)));
    const TokenScan::Result result = TokenScan({}).scan(path(u"tree"_s));
    QCOMPARE(foundIn(result), QStringList{u"tree/a/file:1"_s});
    QCOMPARE(result.unreadable, QStringList());
    // The folder that was named is looked into, link or not.
    QCOMPARE(foundIn(TokenScan({}).scan(path(u"start"_s))), QStringList{u"start/a/file:1"_s});
}

void TestTokenScan::specialFilesAreNotOpened()
{
    QCOMPARE(::mkfifo(QFile::encodeName(path(u"pipe"_s)).constData(), 0600), 0);
    const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const QByteArray name = QFile::encodeName(path(u"socket"_s));
    QVERIFY(name.size() < qsizetype(sizeof address.sun_path));
    std::copy(name.begin(), name.end(), address.sun_path);
    QCOMPARE(::bind(socket, reinterpret_cast<sockaddr *>(&address), sizeof address), 0);
    // A writer could open the pipe without waiting only while somebody reads.
    const TokenScan::Result result = scan();
    QCOMPARE(result.filesRead, 0);
    QCOMPARE(result.unreadable, QStringList());
    QCOMPARE(TokenScan({}).scan(path(u"pipe"_s)).unreadable, QStringList{path(u"pipe"_s)});
    QCOMPARE(TokenScan({}).scan(u"/dev/zero"_s).unreadable, QStringList{u"/dev/zero"_s});
    ::close(socket);
}

void TestTokenScan::unreadableIsListed()
{
    if (::geteuid() == 0)
        QSKIP("root reads everything");
    const QByteArray line = "QCI_TOKEN=" + TestTokens::apiToken().toLatin1();
    write(u"readable"_s, line);
    write(u"secret"_s, line);
    write(u"folder/file"_s, line);
    QVERIFY(QFile::setPermissions(path(u"secret"_s), {}));
    QVERIFY(QFile::setPermissions(path(u"folder"_s), {}));
    const TokenScan::Result result = scan();
    QVERIFY(QFile::setPermissions(path(u"folder"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QCOMPARE(foundIn(result), QStringList{u"readable:1"_s});
    QCOMPARE(result.unreadable, (QStringList{path(u"folder"_s), path(u"secret"_s)}));
    QCOMPARE(result.filesRead, 1);
}

void TestTokenScan::largeFilesAreListed()
{
    const QByteArray line = "\nQCI_TOKEN=" + TestTokens::apiToken().toLatin1();
    write(u"largest"_s, QByteArray(TokenScan::largestFile - line.size(), 'x') + line);
    write(u"larger"_s, QByteArray(TokenScan::largestFile + 1 - line.size(), 'x') + line);
    write(u"smaller"_s, "x");
    const TokenScan::Result result = scan();
    QCOMPARE(foundIn(result), QStringList{u"largest:2"_s});
    QCOMPARE(result.tooLarge, QStringList{path(u"larger"_s)});
    QCOMPARE(result.filesRead, 2);
}

void TestTokenScan::deepTreesAreRead()
{
    QString name;
    for (int depth = 0; depth < 1000; ++depth)
        name += u"d/"_s;
    write(name + u"file"_s, "QCI_TOKEN=" + TestTokens::apiToken().toLatin1());
    QCOMPARE(foundIn(scan()), QStringList{name + u"file:1"_s});
}

void TestTokenScan::oneFileIsRead()
{
    write(u".env"_s, "A=1\nQCI_TOKEN=" + TestTokens::apiToken().toLatin1());
    const TokenScan::Result result = TokenScan({}).scan(path(u".env"_s));
    QCOMPARE(result.findings, (QList<TokenScan::Finding>{{path(u".env"_s), 2}}));
    QCOMPARE(result.filesRead, 1);
}

void TestTokenScan::missingFolderIsSaid()
{
    QVERIFY(!TokenScan({}).scan(path(u"nothing"_s)).exists);
    QVERIFY(!TokenScan({}).scan(QString()).exists);
    QVERIFY(scan().exists);
}

void TestTokenScan::largeTree()
{
    if (!qEnvironmentVariableIsSet("QCIAUTH_MEASURE"))
        QSKIP("20,000 files are made only to measure: set QCIAUTH_MEASURE");
    const QByteArray content =
        QByteArray("def something(argument):\n    return argument.value_of_it + 1  # 42\n").repeated(150);
    for (int i = 0; i < 20'000; ++i)
        write(u"%1/%2/file.py"_s.arg(i % 100).arg(i / 100), content);
    QBENCHMARK
    {
        QCOMPARE(scan({TestTokens::apiToken(), TestTokens::apiToken()}).filesRead, 20'000);
    }
}

QTEST_GUILESS_MAIN(TestTokenScan)
#include "tst_tokenscan.moc"
