// SPDX-License-Identifier: Apache-2.0
#include "runtimefolder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace QciAuth;
using namespace Qt::StringLiterals;

namespace {

constexpr uid_t somebodyElse = 65'534;

int modeOf(const QString &path)
{
    struct stat info = {};
    return ::lstat(QFile::encodeName(path).constData(), &info) == 0 ? static_cast<int>(info.st_mode & 07777) : -1;
}

bool setMode(const QString &path, mode_t mode)
{
    return ::chmod(QFile::encodeName(path).constData(), mode) == 0;
}

bool giveAway(const QString &path)
{
    return ::geteuid() == 0 && ::lchown(QFile::encodeName(path).constData(), somebodyElse, somebodyElse) == 0;
}

} // namespace

class TestRuntimeFolder : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void sessionFolderIsPreferred();
    void uselessSessionFolderIsNotUsed_data();
    void uselessSessionFolderIsNotUsed();
    void sessionFolderOfAnotherUserIsNotUsed();
    void environmentTellsThePlace();
    void folderIsPrivateWhateverTheUmask_data();
    void folderIsPrivateWhateverTheUmask();
    void folderIsKeptWithWhatItHolds();
    void openFolderIsClosed_data();
    void openFolderIsClosed();
    void linkIsRefused_data();
    void linkIsRefused();
    void fileIsRefused();
    void folderOfAnotherUserIsRefused();
    void noPlaceAtAllIsExplained();
    void folderThatCannotBeMadeIsExplained();

private:
    QString sessionFolder() const { return m_root->filePath(u"session"_s); }
    QString temporaryFolder() const { return m_root->filePath(u"temporary"_s); }
    QString inSessionFolder() const { return sessionFolder() + u"/qci-auth"_s; }
    QString inTemporaryFolder() const { return temporaryFolder() + u"/qci-auth-%1"_s.arg(::geteuid()); }
    void verifyRefused(const RuntimeFolder &folder, const QString &word) const;

    std::unique_ptr<QTemporaryDir> m_root;
};

void TestRuntimeFolder::init()
{
    m_root = std::make_unique<QTemporaryDir>();
    QVERIFY(m_root->isValid());
    QVERIFY(QDir().mkdir(sessionFolder()));
    QVERIFY(QDir().mkdir(temporaryFolder()));
}

void TestRuntimeFolder::verifyRefused(const RuntimeFolder &folder, const QString &word) const
{
    QCOMPARE(folder.path(), QString());
    QVERIFY2(folder.problem().contains(word), qPrintable(folder.problem()));
    QVERIFY2(folder.problem().contains(inSessionFolder()), qPrintable(folder.problem()));
}

void TestRuntimeFolder::sessionFolderIsPreferred()
{
    const RuntimeFolder folder(sessionFolder(), temporaryFolder());
    QCOMPARE(folder.path(), inSessionFolder());
    QCOMPARE(folder.problem(), QString());
    QVERIFY(QFileInfo(inSessionFolder()).isDir());
    QVERIFY(QDir(temporaryFolder()).isEmpty());
}

void TestRuntimeFolder::uselessSessionFolderIsNotUsed_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("not set") << QString();
    QTest::newRow("not there") << u"%1/missing"_s;
    QTest::newRow("a file") << u"%1/file"_s;
    QTest::newRow("relative") << u"."_s;
}

void TestRuntimeFolder::uselessSessionFolderIsNotUsed()
{
    QFETCH(const QString, name);
    QFile file(m_root->filePath(u"file"_s));
    QVERIFY(file.open(QFile::WriteOnly));
    const RuntimeFolder folder(name.contains(u'%') ? name.arg(m_root->path()) : name, temporaryFolder());
    QCOMPARE(folder.path(), inTemporaryFolder());
    QCOMPARE(folder.problem(), QString());
    QCOMPARE(modeOf(inTemporaryFolder()), 0700);
    QVERIFY(!QFileInfo::exists(m_root->filePath(u"missing"_s)));
}

void TestRuntimeFolder::sessionFolderOfAnotherUserIsNotUsed()
{
    if (!giveAway(sessionFolder()))
        QSKIP("only root can give a folder away");
    QCOMPARE(RuntimeFolder(sessionFolder(), temporaryFolder()).path(), inTemporaryFolder());
    QVERIFY(!QFileInfo::exists(inSessionFolder()));
}

void TestRuntimeFolder::environmentTellsThePlace()
{
    const QByteArray before = qgetenv("XDG_RUNTIME_DIR");
    const bool wasSet = qEnvironmentVariableIsSet("XDG_RUNTIME_DIR");
    const auto restore = qScopeGuard([&] {
        if (wasSet)
            qputenv("XDG_RUNTIME_DIR", before);
        else
            qunsetenv("XDG_RUNTIME_DIR");
    });
    QTest::failOnWarning(QRegularExpression(u"."_s));
    qputenv("XDG_RUNTIME_DIR", QFile::encodeName(sessionFolder()));
    QVERIFY(setMode(sessionFolder(), 0755));
    QCOMPARE(RuntimeFolder::forUser().path(), inSessionFolder());
}

void TestRuntimeFolder::folderIsPrivateWhateverTheUmask_data()
{
    QTest::addColumn<int>("mask");
    QTest::newRow("nothing masked") << 0;
    QTest::newRow("usual") << 022;
    QTest::newRow("everything masked") << 0777;
}

void TestRuntimeFolder::folderIsPrivateWhateverTheUmask()
{
    QFETCH(const int, mask);
    const mode_t before = ::umask(static_cast<mode_t>(mask));
    const RuntimeFolder folder(sessionFolder(), temporaryFolder());
    ::umask(before);
    QCOMPARE(folder.problem(), QString());
    QCOMPARE(modeOf(folder.path()), 0700);
}

void TestRuntimeFolder::folderIsKeptWithWhatItHolds()
{
    const RuntimeFolder first(sessionFolder(), temporaryFolder());
    QFile file(first.path() + u"/agent.lock"_s);
    QVERIFY(file.open(QFile::WriteOnly));
    const RuntimeFolder second(sessionFolder(), temporaryFolder());
    QCOMPARE(second.path(), first.path());
    QVERIFY(file.exists());
}

void TestRuntimeFolder::openFolderIsClosed_data()
{
    QTest::addColumn<int>("mode");
    QTest::newRow("to all") << 0777;
    QTest::newRow("to read") << 0755;
    QTest::newRow("to the group") << 0710;
    QTest::newRow("to others, to enter alone") << 0701;
}

void TestRuntimeFolder::openFolderIsClosed()
{
    QFETCH(const int, mode);
    QVERIFY(QDir().mkdir(inSessionFolder()));
    QVERIFY(setMode(inSessionFolder(), static_cast<mode_t>(mode)));
    const RuntimeFolder folder(sessionFolder(), temporaryFolder());
    QCOMPARE(folder.path(), inSessionFolder());
    QCOMPARE(modeOf(inSessionFolder()), 0700);
}

void TestRuntimeFolder::linkIsRefused_data()
{
    QTest::addColumn<bool>("toAFolder");
    QTest::newRow("to a folder of ours") << true;
    QTest::newRow("to nothing") << false;
}

void TestRuntimeFolder::linkIsRefused()
{
    QFETCH(const bool, toAFolder);
    QVERIFY(QFile::link(toAFolder ? temporaryFolder() : m_root->filePath(u"missing"_s), inSessionFolder()));
    QVERIFY(setMode(temporaryFolder(), 0755));
    verifyRefused(RuntimeFolder(sessionFolder(), temporaryFolder()), u"link"_s);
    QCOMPARE(modeOf(temporaryFolder()), 0755);
    QVERIFY(!QFileInfo::exists(m_root->filePath(u"missing"_s)));
}

void TestRuntimeFolder::fileIsRefused()
{
    QFile file(inSessionFolder());
    QVERIFY(file.open(QFile::WriteOnly));
    verifyRefused(RuntimeFolder(sessionFolder(), temporaryFolder()), u"not a folder"_s);
}

void TestRuntimeFolder::folderOfAnotherUserIsRefused()
{
    QVERIFY(QDir().mkdir(inSessionFolder()));
    QVERIFY(setMode(inSessionFolder(), 0777));
    if (!giveAway(inSessionFolder()))
        QSKIP("only root can give a folder away");
    verifyRefused(RuntimeFolder(sessionFolder(), temporaryFolder()), u"another user"_s);
    QCOMPARE(modeOf(inSessionFolder()), 0777);
}

void TestRuntimeFolder::noPlaceAtAllIsExplained()
{
    const RuntimeFolder folder({}, {});
    QCOMPARE(folder.path(), QString());
    QVERIFY2(folder.problem().contains(u"TMPDIR"_s), qPrintable(folder.problem()));
}

void TestRuntimeFolder::folderThatCannotBeMadeIsExplained()
{
    const RuntimeFolder folder({}, m_root->filePath(u"missing"_s));
    QCOMPARE(folder.path(), QString());
    QVERIFY2(folder.problem().contains(m_root->filePath(u"missing"_s)), qPrintable(folder.problem()));
    QVERIFY2(folder.problem().contains(qt_error_string(ENOENT)), qPrintable(folder.problem()));
}

QTEST_APPLESS_MAIN(TestRuntimeFolder)
#include "tst_runtimefolder.moc"
