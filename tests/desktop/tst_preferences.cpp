// SPDX-License-Identifier: Apache-2.0
#include "preferences.h"

#include "configurationfile.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestPreferences : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void nothingChosenIsTheDefault();
    void choiceHoldsAtOnceAndInTheNextRun();
    void changeIsToldOnce();
    void numbersAreBroughtIntoTheirRange_data();
    void numbersAreBroughtIntoTheirRange();
    void nonsenseIsReadAsNotChosen_data();
    void nonsenseIsReadAsNotChosen();
    void unknownLanguageIsKept();
    void whatANewerVersionWroteStays();
    void damagedFileIsNamedAndKept_data();
    void damagedFileIsNamedAndKept();
    void unwritableFileIsSaidAndTriedAgain();
    void fileThatIsGoneIsWrittenAnew();
    void folderIsPrivate();
    void remainsOfAKilledWriterAreNoHindrance();

private:
    QString folder() const { return m_folder->filePath(u"qci-auth"_s); }
    QString file() const { return folder() + u"/desktop.ini"_s; }
    void write(const QByteArray &content) const;
    static QByteArray read(const QString &path);
    Preferences::Values inNextRun() const { return Preferences(folder()).values(); }
    static Preferences::Values otherValues();

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestPreferences::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestPreferences::write(const QByteArray &content) const
{
    QVERIFY(QDir().mkpath(folder()));
    QFile target(file());
    QVERIFY(target.open(QIODevice::WriteOnly));
    QCOMPARE(target.write(content), content.size());
}

QByteArray TestPreferences::read(const QString &path)
{
    QFile source(path);
    return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
}

// Differs from the defaults everywhere.
Preferences::Values TestPreferences::otherValues()
{
    return {.clearClipboardAfter = 10s,
        .notifyLoginRequired = false,
        .notifyRefreshFailing = false,
        .notifyWorkingAgain = false,
        .startHidden = true,
        .closeToTray = false,
        .checkInterval = 5min,
        .language = u"zh_CN"_s};
}

void TestPreferences::nothingChosenIsTheDefault()
{
    Preferences preferences(folder());
    const Preferences::Values &values = preferences.values();
    QCOMPARE(values.clearClipboardAfter, 45s);
    QVERIFY(values.notifyLoginRequired && values.notifyRefreshFailing && values.notifyWorkingAgain);
    QVERIFY(!values.startHidden);
    QVERIFY(values.closeToTray);
    QCOMPARE(values.checkInterval, 60s);
    QCOMPARE(values.language, QString());
    QVERIFY(!preferences.problem());
    // Nor is anything written that nobody has chosen.
    QVERIFY(!preferences.setValues(values));
    QVERIFY(!QFileInfo::exists(file()));
}

void TestPreferences::choiceHoldsAtOnceAndInTheNextRun()
{
    Preferences preferences(folder());
    QVERIFY(!preferences.setValues(otherValues()));
    QVERIFY(preferences.values() == otherValues());
    QVERIFY(inNextRun() == otherValues());
    // And back.
    QVERIFY(!preferences.setValues({}));
    QVERIFY(inNextRun() == Preferences::Values());
}

void TestPreferences::changeIsToldOnce()
{
    Preferences preferences(folder());
    const QSignalSpy changed(&preferences, &Preferences::changed);
    QVERIFY(!preferences.setValues(otherValues()));
    QCOMPARE(changed.size(), 1);
    QVERIFY(!preferences.setValues(otherValues()));
    QCOMPARE(changed.size(), 1);
}

void TestPreferences::numbersAreBroughtIntoTheirRange_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("stay");
    QTest::addColumn<int>("interval");
    QTest::newRow("never clears") << "[clipboard]\nclear_after_s=0\n"_ba << 0 << 60;
    QTest::newRow("stays too long") << "[clipboard]\nclear_after_s=601\n"_ba << 600 << 60;
    QTest::newRow("stays for ages") << "[clipboard]\nclear_after_s=2147483647\n"_ba << 600 << 60;
    QTest::newRow("asks all the time") << "[service]\ncheck_interval_s=0\n"_ba << 45 << 10;
    QTest::newRow("asks never again") << "[service]\ncheck_interval_s=86400\n"_ba << 45 << 3600;
}

void TestPreferences::numbersAreBroughtIntoTheirRange()
{
    QFETCH(const QByteArray, line);
    write(line);
    QTEST(static_cast<int>(inNextRun().clearClipboardAfter.count()), "stay");
    QTEST(static_cast<int>(inNextRun().checkInterval.count()), "interval");

    Preferences preferences(folder());
    QVERIFY(!preferences.setValues({.clearClipboardAfter = 24h, .checkInterval = 1s, .language = {}}));
    QCOMPARE(preferences.values().clearClipboardAfter, Preferences::longestStay);
    QCOMPARE(preferences.values().checkInterval, Preferences::shortestCheckInterval);
}

void TestPreferences::nonsenseIsReadAsNotChosen_data()
{
    QTest::addColumn<QByteArray>("content");
    for (const char *value :
        {"", "-1", "-2147483649", "99999999999999999999", "4.5", "45 s", "0x10", "never", "\"1,2\""})
        QTest::addRow("number: %s", value)
            << "[clipboard]\nclear_after_s=" + QByteArray(value) + "\n[service]\ncheck_interval_s=" + value + "\n";
    for (const char *value : {"", "1", "0", "yes", "TRUE", "maybe", "\"true,false\""})
        QTest::addRow("switch: %s", value) << "[window]\nclose_to_tray=" + QByteArray(value) +
                                                  "\nstart_hidden=" + value +
                                                  "\n[notifications]\nlogin_required=" + value + "\n";
    QTest::newRow("a group for a value") << "[window]\nlanguage\\name=de\nclose_to_tray\\x=false\n"_ba;
    QTest::newRow("in another group") << "[General]\nclose_to_tray=false\nclear_after_s=1\n"_ba;
}

void TestPreferences::nonsenseIsReadAsNotChosen()
{
    QFETCH(const QByteArray, content);
    write(content);
    QVERIFY(!Preferences(folder()).problem());
    QVERIFY(inNextRun() == Preferences::Values());
}

void TestPreferences::unknownLanguageIsKept()
{
    write("[window]\nlanguage=tlh\n");
    Preferences preferences(folder());
    QCOMPARE(preferences.values().language, u"tlh"_s);
    Preferences::Values values = preferences.values();
    values.closeToTray = false;
    QVERIFY(!preferences.setValues(values));
    QCOMPARE(inNextRun().language, u"tlh"_s);
}

void TestPreferences::whatANewerVersionWroteStays()
{
    write("[window]\nopacity=0.5\nstart_hidden=minimized\nclose_to_tray=true\n[quantum]\nqubits=11\n");
    Preferences preferences(folder());
    Preferences::Values values = preferences.values();
    values.clearClipboardAfter = 20s;
    values.closeToTray = false;
    QVERIFY(!preferences.setValues(values));
    QVERIFY(inNextRun() == values);

    const QSettings settings(file(), QSettings::IniFormat);
    QCOMPARE(settings.value("window/opacity").toString(), u"0.5"_s);
    QCOMPARE(settings.value("quantum/qubits").toInt(), 11);
    // Known by name, but with a value that only the newer one understands.
    QCOMPARE(settings.value("window/start_hidden").toString(), u"minimized"_s);
}

void TestPreferences::damagedFileIsNamedAndKept_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("binary") << QByteArray("\x00\xff\x01\x7f", 4);
    QTest::newRow("truncated") << "[window]\nlanguage=de\nclo"_ba;
    QTest::newRow("an object") << "[window]\nlanguage=@Variant(\\0\\0\\0\\tX0\\0)\n"_ba;
    QTest::newRow("larger than settings are")
        << "[window]\nlanguage=de\n"_ba + QByteArray(ConfigurationFile::largestSize, '\n');
}

void TestPreferences::damagedFileIsNamedAndKept()
{
    QFETCH(const QByteArray, content);
    write(content);
    Preferences preferences(folder());
    QVERIFY(preferences.values() == Preferences::Values());
    const auto problem = preferences.problem();
    QVERIFY(problem);
    QCOMPARE(problem->cause(), AuthError::Cause::UnreadableConfiguration);
    QVERIFY2(problem->message().contains(QDir::toNativeSeparators(file())), problem->what());
    QCOMPARE(read(file()), content);

    QVERIFY(!preferences.setValues(otherValues()));
    QVERIFY(!preferences.problem());
    QVERIFY(inNextRun() == otherValues());
    QCOMPARE(read(file() + u".damaged"_s), content);

    // Damaged while the program runs: what was chosen before is written again, not the last change alone.
    write("garbage");
    Preferences::Values values = otherValues();
    values.closeToTray = true;
    QVERIFY(!preferences.setValues(values));
    QVERIFY(inNextRun() == values);
    QCOMPARE(read(file() + u".damaged-2"_s), "garbage"_ba);
}

void TestPreferences::unwritableFileIsSaidAndTriedAgain()
{
    // A folder in its place: nobody can write that, not even root.
    QVERIFY(QDir().mkpath(file()));
    Preferences preferences(folder());
    const QSignalSpy changed(&preferences, &Preferences::changed);
    const auto error = preferences.setValues(otherValues());
    QVERIFY(error);
    QCOMPARE(error->kind(), AuthError::Kind::Local);
    QCOMPARE(error->cause(), AuthError::Cause::Configuration);
    QVERIFY2(error->message().contains(QDir::toNativeSeparators(file())), error->what());
    QVERIFY(preferences.values() == otherValues());
    QCOMPARE(changed.size(), 1);

    // The same once more is no success as long as nothing is saved.
    QVERIFY(preferences.setValues(otherValues()));
    QVERIFY(QDir().rmdir(file()));
    QVERIFY(!preferences.setValues(otherValues()));
    QVERIFY(inNextRun() == otherValues());
    QCOMPARE(changed.size(), 1);
}

void TestPreferences::fileThatIsGoneIsWrittenAnew()
{
    Preferences preferences(folder());
    QVERIFY(!preferences.setValues(otherValues()));
    QVERIFY(QFile::remove(file()));
    Preferences::Values values = otherValues();
    values.language = u"fr"_s;
    QVERIFY(!preferences.setValues(values));
    QVERIFY(inNextRun() == values);
}

void TestPreferences::folderIsPrivate()
{
    Preferences preferences(folder());
    QVERIFY(!preferences.setValues(otherValues()));
    const auto others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    QVERIFY(!(QFile::permissions(folder()) & others));
}

void TestPreferences::remainsOfAKilledWriterAreNoHindrance()
{
    write("[window]\nlanguage=de\n");
    QVERIFY(QFile(file() + u".lock"_s).open(QIODevice::WriteOnly)); // empty
    Preferences preferences(folder());
    QElapsedTimer time;
    time.start();
    QVERIFY(!preferences.setValues(otherValues()));
    QVERIFY2(time.elapsed() < 20'000, "it waited for the lock file to age");
    QVERIFY(inNextRun() == otherValues());
}

QTEST_GUILESS_MAIN(TestPreferences)
#include "tst_preferences.moc"
