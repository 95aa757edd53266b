// SPDX-License-Identifier: Apache-2.0
#include "chosenprofile.h"
#include "profilestore.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <memory>

using namespace QciAuth;
using namespace Qt::StringLiterals;

namespace {

constexpr auto problemName = "(nobody can tell)"_L1;

} // namespace

/// What others do to the files while somebody asks again and again.
class TestChosenProfile : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void changesAreSeen_data();
    void changesAreSeen();
    void settingsOfJustNowAreNotTrusted();
    void oldFileHasAStamp();

private:
    QString settingsFile() const { return m_store->settingsFile(); }
    void save(const QString &name) const;
    void write(const QByteArray &settings) const;
    /// As if the settings had been written long ago, which makes them worth remembering.
    void age() const;
    QString chosen();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ProfileStore> m_store;
    std::unique_ptr<ChosenProfile> m_chosen;
};

void TestChosenProfile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_store = std::make_unique<ProfileStore>(m_folder->path());
    m_chosen = std::make_unique<ChosenProfile>(*m_store);
}

void TestChosenProfile::save(const QString &name) const
{
    Profile profile;
    profile.name = name;
    profile.url = u"https://api.example/"_s;
    QVERIFY(!m_store->save(profile));
}

void TestChosenProfile::write(const QByteArray &settings) const
{
    QFile file(settingsFile());
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(settings), settings.size());
}

void TestChosenProfile::age() const
{
    QFile file(settingsFile());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(QDateTime::currentDateTime().addDays(-1), QFileDevice::FileModificationTime));
}

QString TestChosenProfile::chosen()
{
    const ChosenProfile::Choice &choice = m_chosen->choice();
    return choice.problem ? QString(problemName) : choice.name;
}

void TestChosenProfile::changesAreSeen_data()
{
    using Step = std::function<void(TestChosenProfile &)>;
    QTest::addColumn<Step>("before");
    QTest::addColumn<QString>("chosenBefore");
    QTest::addColumn<Step>("change");
    QTest::addColumn<QString>("chosenAfter");

    const Step nothing = [](TestChosenProfile &) {};
    const Step chooseFirst = [](TestChosenProfile &test) {
        test.save(u"default"_s);
        QVERIFY(!test.m_store->setDefaultName(u"first"_s));
        test.age();
    };
    const Step usual = [](TestChosenProfile &test) { test.save(u"default"_s); };
    QTest::newRow("another is chosen") << chooseFirst << u"first"_s << Step([](TestChosenProfile &test) {
        QVERIFY(!ProfileStore(test.m_folder->path()).setDefaultName(u"other"_s)); // of as many letters
        test.age();
    }) << u"other"_s;
    QTest::newRow("another is written into the same file")
        << chooseFirst << u"first"_s
        << Step([](TestChosenProfile &test) { test.write("[General]\ndefault_profile=another\n"); }) << u"another"_s;
    QTest::newRow("settings are removed")
        << chooseFirst << u"first"_s
        << Step([](TestChosenProfile &test) { QVERIFY(QFile::remove(test.settingsFile())); }) << u"default"_s;
    QTest::newRow("settings are damaged")
        << chooseFirst << u"first"_s << Step([](TestChosenProfile &test) { test.write("\xff\n"); })
        << QString(problemName);
    QTest::newRow("settings are mended") << Step([](TestChosenProfile &test) {
        test.save(u"default"_s);
        test.write("\xff\n");
        test.age();
    }) << QString(problemName) << Step([](TestChosenProfile &test) {
        test.write("[General]\ndefault_profile=second\n");
    }) << u"second"_s;
    QTest::newRow("one is chosen for the first time")
        << usual << u"default"_s
        << Step([](TestChosenProfile &test) { QVERIFY(!test.m_store->setDefaultName(u"first"_s)); }) << u"first"_s;
    QTest::newRow("the default goes, and one is left") << Step([](TestChosenProfile &test) {
        test.save(u"default"_s);
        test.save(u"left"_s);
    }) << u"default"_s << Step([](TestChosenProfile &test) { QVERIFY(!test.m_store->remove(u"default"_s)); })
                                                       << u"left"_s;
    QTest::newRow("the only one is renamed") << Step([](TestChosenProfile &test) { test.save(u"only"_s); }) << u"only"_s
                                             << Step([](TestChosenProfile &test) {
                                                    test.save(u"renamed"_s);
                                                    QVERIFY(!test.m_store->remove(u"only"_s));
                                                })
                                             << u"renamed"_s;
    QTest::newRow("a default comes") << Step([](TestChosenProfile &test) { test.save(u"only"_s); }) << u"only"_s
                                     << usual << u"default"_s;
    QTest::newRow("nothing happens") << chooseFirst << u"first"_s << nothing << u"first"_s;
}

void TestChosenProfile::changesAreSeen()
{
    QFETCH(const std::function<void(TestChosenProfile &)>, before);
    QFETCH(const QString, chosenBefore);
    QFETCH(const std::function<void(TestChosenProfile &)>, change);
    QFETCH(const QString, chosenAfter);
    before(*this);
    QCOMPARE(chosen(), chosenBefore);
    QCOMPARE(chosen(), chosenBefore);
    change(*this);
    QCOMPARE(chosen(), chosenAfter);
    QCOMPARE(chosen(), chosenAfter);
}

// Nobody can tell whether it is written to again within the same tick of the file system's clock.
void TestChosenProfile::settingsOfJustNowAreNotTrusted()
{
    save(u"default"_s);
    write("[General]\ndefault_profile=first\n");
    QVERIFY(!FileStamp::of(settingsFile()));
}

void TestChosenProfile::oldFileHasAStamp()
{
#ifndef Q_OS_UNIX
    QSKIP("stamps are there on Unix only");
#endif
    write("[General]\ndefault_profile=first\n");
    age();
    const auto stamp = FileStamp::of(settingsFile());
    QVERIFY(stamp);
    QCOMPARE(FileStamp::of(settingsFile()), stamp);
    QVERIFY(FileStamp::of(m_folder->filePath(u"missing"_s)));
    QVERIFY(FileStamp::of(m_folder->filePath(u"missing"_s)) != stamp);
    QVERIFY(!FileStamp::of(settingsFile() + u"/below-a-file"_s));
}

QTEST_GUILESS_MAIN(TestChosenProfile)
#include "tst_chosenprofile.moc"
