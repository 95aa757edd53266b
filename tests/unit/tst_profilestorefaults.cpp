// SPDX-License-Identifier: Apache-2.0
#include "configurationfile.h"
#include "profilestore.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

#ifdef Q_OS_UNIX
// No file of this process gets longer than that while it lives.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes)
        : m_handler(std::signal(SIGXFSZ, SIG_IGN))
    {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = bytes;
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    Q_DISABLE_COPY_MOVE(FileSizeLimit)

private:
    void (*m_handler)(int);
    rlimit m_before = {};
};
#endif

// What a store does about files that are damaged, of others, or cannot be written.
class TestProfileStoreFaults : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void damagedFileIsNamedAndKept_data();
    void damagedFileIsNamedAndKept();
    void fileOfSomebodyElseIsNamed();
    void damagedSettingsAreNamedAndKept();
    void readOnlyFileIsAnError();
    void fullDiskKeepsWhatWasThere();
    void linkStaysOne();
    void unwritableFileIsAnError();
    void unwritableFolderIsAnError();

private:
    QString settingsFile() const { return m_configuration + u"/qci-auth.ini"_s; }
    QString profileFile() const { return m_configuration + u"/profiles/default.ini"_s; }
    static bool write(const QString &path, const QByteArray &content);
    static QByteArray read(const QString &path);
    static Profile someProfile();
    void verifyConfigurationError(const std::optional<AuthError> &error) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_configuration; ///< the folder that stores get; not there at first
};

void TestProfileStoreFaults::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_configuration = m_folder->filePath(u"qci-auth"_s);
}

bool TestProfileStoreFaults::write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

QByteArray TestProfileStoreFaults::read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Profile TestProfileStoreFaults::someProfile()
{
    Profile profile;
    profile.name = u"default"_s;
    profile.url = u"https://example.org/"_s;
    profile.skew = -98765ms;
    return profile;
}

void TestProfileStoreFaults::verifyConfigurationError(const std::optional<AuthError> &error) const
{
    QVERIFY(error);
    QCOMPARE(error->kind(), AuthError::Kind::Local);
    QCOMPARE(error->cause(), AuthError::Cause::Configuration);
    QVERIFY2(error->message().contains(QDir::toNativeSeparators(m_configuration)), error->what());
}

void TestProfileStoreFaults::damagedFileIsNamedAndKept_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("blank") << "  \r\n\n"_ba;
    QTest::newRow("binary") << QByteArray("\x00\xff\x01\x7f", 4);
    QTest::newRow("NUL in the middle") << QByteArray("[General]\nurl=https://a\0b.example/\n", 34);
    QTest::newRow("Latin-1") << "[General]\nname=\xe9\nurl=https://a.example/\n"_ba;
    QTest::newRow("UTF-16") << QByteArray("\xff\xfe[\0u\0]\0", 8);
    QTest::newRow("another kind of file") << "{\n\"url\": \"https://a.example/\"\n}\n"_ba;
    QTest::newRow("a line that is none") << "[General]\nurl=https://a.example/\ngarbage\n"_ba;
    // QSettings would make an object of each, of any size that it says.
    for (const char *value : {"@Variant(\\0\\0\\0\\tX0\\0)", "\"\" @Variant(x)", "\\x40Variant(x)", "\\100Variant(x)",
             "\\q@Variant(x)", "a, @Variant(x)", "@DateTime(x)", "@\\\nVariant(x)"})
        QTest::addRow("an object: %s", value) << "[General]\nurl=https://a.example/\nname=" + QByteArray(value) + "\n";
    QTest::newRow("truncated") << "[General]\nname=default\nti"_ba;
    QTest::newRow("truncated in the URL") << "[General]\nurl=https:/"_ba;
    QTest::newRow("without URL") << "[General]\nname=default\nskew_ms=1\n"_ba;
    QTest::newRow("URL without host") << "[General]\nurl=https://\n"_ba;
    QTest::newRow("URL of another kind") << "[General]\nurl=file:///etc/passwd\n"_ba;
    QTest::newRow("URL with a password") << "[General]\nurl=https://a:b@c.example/\n"_ba;
    QTest::newRow("larger than settings are")
        << "[General]\nurl=https://a.example/\n"_ba + QByteArray(ConfigurationFile::largestSize, '\n');
}

void TestProfileStoreFaults::damagedFileIsNamedAndKept()
{
    QFETCH(const QByteArray, content);
    ProfileStore store(m_configuration);
    QVERIFY(!store.save(someProfile()));
    QVERIFY(write(profileFile(), content));

    const auto problem = store.problem(u"default"_s);
    QVERIFY(problem);
    QCOMPARE(problem->cause(), AuthError::Cause::UnreadableConfiguration);
    QVERIFY2(problem->message().contains(QDir::toNativeSeparators(profileFile())), problem->what());
    QVERIFY(store.problem(u"default"_s)); // and again: QSettings tells it once only
    QVERIFY(!store.profile(u"default"_s));
    QCOMPARE(store.names(), QStringList{u"default"_s});
    store.saveSkew(someProfile());
    QCOMPARE(read(profileFile()), content);

    QVERIFY(!store.save(someProfile()));
    QVERIFY(!store.problem(u"default"_s));
    QVERIFY(store.profile(u"default"_s) == someProfile());
    QCOMPARE(read(profileFile() + u".damaged"_s), content);
    QCOMPARE(store.names(), QStringList{u"default"_s});

    // A second one does not take the place of the first.
    QVERIFY(write(profileFile(), "garbage"_ba));
    QVERIFY(!store.save(someProfile()));
    QCOMPARE(read(profileFile() + u".damaged"_s), content);
    QCOMPARE(read(profileFile() + u".damaged-2"_s), "garbage"_ba);
}

void TestProfileStoreFaults::fileOfSomebodyElseIsNamed()
{
    ProfileStore store(m_configuration);
    QVERIFY(!store.save(someProfile()));
    QVERIFY(QFile::setPermissions(profileFile(), {}));
    if (QFile file(profileFile()); file.open(QIODevice::ReadOnly))
        QSKIP("this user can read every file");
    QVERIFY(store.problem(u"default"_s));
    QVERIFY(!store.profile(u"default"_s));
}

void TestProfileStoreFaults::damagedSettingsAreNamedAndKept()
{
    ProfileStore store(m_configuration);
    QVERIFY(!store.setDefaultName(u"work"_s));
    QVERIFY(!store.settingsProblem());
    QVERIFY(write(settingsFile(), "garbage"_ba));
    const auto problem = store.settingsProblem();
    QVERIFY(problem);
    QVERIFY2(problem->message().contains(QDir::toNativeSeparators(settingsFile())), problem->what());
    QCOMPARE(store.currentName(), u"default"_s);
    // What the window shows is no choice: with the file aside, nobody would know that there was one.
    for (const QString &name : {u"default"_s, u"home"_s}) {
        const auto error = store.setCurrentName(name);
        QVERIFY(error);
        QCOMPARE(error->cause(), AuthError::Cause::UnreadableConfiguration);
    }
    QCOMPARE(read(settingsFile()), "garbage"_ba);
    QVERIFY(!QFileInfo::exists(settingsFile() + u".damaged"_s));
    QVERIFY(!store.setDefaultName(u"work"_s));
    QCOMPARE(store.defaultName(), u"work"_s);
    QCOMPARE(read(settingsFile() + u".damaged"_s), "garbage"_ba);
}

void TestProfileStoreFaults::readOnlyFileIsAnError()
{
    ProfileStore store(m_configuration);
    QVERIFY(!store.save(someProfile()));
    const QByteArray before = read(profileFile());
    const QString folder = QFileInfo(profileFile()).path();
    QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner));
    const auto restoring = qScopeGuard(
        [&folder] { QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner); });
    if (QFile probe(folder + u"/probe"_s); probe.open(QIODevice::WriteOnly))
        QSKIP("this user can write everywhere");
    Profile other = someProfile();
    other.url = u"https://other.example/"_s;
    verifyConfigurationError(store.save(other));
    QCOMPARE(read(profileFile()), before);
}

void TestProfileStoreFaults::fullDiskKeepsWhatWasThere()
{
#ifdef Q_OS_UNIX
    ProfileStore store(m_configuration);
    QVERIFY(!store.save(someProfile()));
    const QByteArray before = read(profileFile());
    Profile other = someProfile();
    other.url = u"https://other.example/"_s;
    {
        // What the first write of a small file meets then is what it meets here: nothing goes in.
        const FileSizeLimit limit(0);
        verifyConfigurationError(store.save(other));
    }
    QCOMPARE(read(profileFile()), before);
    QVERIFY(!store.save(other));
    QVERIFY(store.profile(u"default"_s) == other);
#else
    QSKIP("there is no way to make a disk full for one process");
#endif
}

void TestProfileStoreFaults::linkStaysOne()
{
#ifdef Q_OS_UNIX
    ProfileStore store(m_configuration);
    QVERIFY(!store.save(someProfile()));
    const QString elsewhere = m_folder->filePath(u"dotfiles.ini"_s);
    QVERIFY(QFile::rename(profileFile(), elsewhere));
    QVERIFY(QFile::link(elsewhere, profileFile()));
    Profile changed = someProfile();
    changed.skew = 1min;
    store.saveSkew(changed);
    QVERIFY(QFileInfo(profileFile()).isSymLink());
    QVERIFY(store.profile(u"default"_s) == changed);
#else
    QSKIP("links are another matter there");
#endif
}

void TestProfileStoreFaults::unwritableFileIsAnError()
{
    // A folder in its place: nobody can write that, not even root.
    QVERIFY(QDir().mkpath(profileFile()));
    QVERIFY(QDir().mkpath(settingsFile()));
    ProfileStore store(m_configuration);
    verifyConfigurationError(store.save(someProfile()));
    verifyConfigurationError(store.setDefaultName(u"work"_s));
    QVERIFY(!store.profile(u"default"_s));
}

void TestProfileStoreFaults::unwritableFolderIsAnError()
{
    QFile file(m_configuration);
    QVERIFY(file.open(QIODevice::WriteOnly)); // a file where the folder should be
    ProfileStore store(m_configuration);
    verifyConfigurationError(store.save(someProfile()));
    verifyConfigurationError(store.setCurrentName(u"work"_s));
}

QTEST_GUILESS_MAIN(TestProfileStoreFaults)
#include "tst_profilestorefaults.moc"
