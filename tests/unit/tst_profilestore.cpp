// SPDX-License-Identifier: Apache-2.0
#include "profilestore.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestProfileStore : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void nothingIsThereAtFirst();
    void profileComesBackAsItWas_data();
    void profileComesBackAsItWas();
    void profilesDoNotMixUp();
    void savingReplaces();
    void otherSettingsAreKept();
    void profileWithoutUrlIsNone();
    void removedProfileIsGone();
    void defaultIsWhatWasChosen();
    void nonsenseTimeoutIsTheDefault_data();
    void nonsenseTimeoutIsTheDefault();
    void numbersBeyondReasonAreLimited();
    void urlsAreListedOnce();
    void skewIsSavedForKnownProfilesOnly();
    void currentNameIsRemembered();
    void emptyChoiceIsNone();
    void newFolderIsPrivate();
    void badNamesAreExplained_data();
    void badNamesAreExplained();

private:
    QString settingsFile() const { return m_configuration + u"/qci-auth.ini"_s; }
    QString profileFile() const { return m_configuration + u"/profiles/default.ini"_s; }
    static Profile named(const QString &name);

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_configuration; ///< the folder that stores get; not there at first
};

void TestProfileStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_configuration = m_folder->filePath(u"qci-auth"_s);
}

Profile TestProfileStore::named(const QString &name)
{
    return {.name = name,
        .url = u"https://example.org/a%2Fb/ä"_s,
        .timeout = 1234ms,
        .caCertificateFile = u"/päth with space, comma;\"quote\".pem"_s,
        .allowInsecureHttp = true,
        .skew = -98765ms};
}

void TestProfileStore::nothingIsThereAtFirst()
{
    const ProfileStore store(m_configuration);
    QCOMPARE(store.names(), QStringList());
    QCOMPARE(store.urls(), QStringList());
    QVERIFY(!store.profile(u"default"_s));
    QCOMPARE(store.currentName(), u"default"_s);
    QCOMPARE(store.defaultName(), u"default"_s);
    QVERIFY(!QFileInfo::exists(m_configuration));
}

void TestProfileStore::profileComesBackAsItWas_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : {u"default"_s, u"a/b"_s, u"/"_s, u"//"_s, u"a\\b"_s, u"100%"_s, u"%2F"_s, u"%"_s,
             u"[section]"_s, u"key=value"_s, u"; comment"_s, u"# comment"_s, u"\"quoted\""_s, u" padded "_s, u"."_s,
             u".."_s, u"🔑🚀"_s, u"مرحبا"_s, u"‏שלום‏"_s, u"ünï çødé"_s, u"UPPER"_s, u"General"_s, u"%General"_s,
             u"profiles"_s, QString(200, u'x'), QString(200, u'/'), QString(100, u'é') + QString(100, u'%')})
        QTest::newRow(qPrintable(name.left(30))) << name;
}

void TestProfileStore::profileComesBackAsItWas()
{
    QFETCH(const QString, name);
    const Profile profile = named(name);
    QVERIFY(ProfileStore::nameProblem(name).isEmpty());
    ProfileStore store(m_configuration);
    QVERIFY(!store.save(profile));
    QVERIFY(!store.setCurrentName(name));
    const ProfileStore again(m_configuration);
    QCOMPARE(again.names(), QStringList{name});
    QVERIFY(again.profile(name) == profile);
    QCOMPARE(again.currentName(), name);
}

void TestProfileStore::profilesDoNotMixUp()
{
    ProfileStore store(m_configuration);
    const QStringList names{u"A"_s, u"a"_s, u"a%2Fb"_s, u"a/b"_s, u"a/b/c"_s, u"default"_s};
    for (const QString &name : names) {
        Profile profile = named(name);
        profile.url = u"https://"_s + QString::number(names.indexOf(name)) + u".example/"_s;
        QVERIFY(!store.save(profile));
    }
    QCOMPARE(store.names(), names);
    for (const QString &name : names) {
        const auto profile = store.profile(name);
        QVERIFY(profile);
        QCOMPARE(profile->url, u"https://"_s + QString::number(names.indexOf(name)) + u".example/"_s);
    }
    QVERIFY(!store.profile(u"b"_s));
}

void TestProfileStore::savingReplaces()
{
    ProfileStore store(m_configuration);
    QVERIFY(!store.save(named(u"default"_s)));
    const Profile plain{.name = u"default"_s, .url = u"https://example.net/"_s, .caCertificateFile = {}};
    QVERIFY(!store.save(plain));
    QVERIFY(store.profile(u"default"_s) == plain);
    QCOMPARE(store.names().size(), 1);
}

void TestProfileStore::otherSettingsAreKept()
{
    ProfileStore store(m_configuration);
    QVERIFY(!store.save(named(u"default"_s)));
    QVERIFY(!store.setCurrentName(u"x"_s));
    QSettings(settingsFile(), QSettings::IniFormat).setValue("other/key"_L1, u"kept"_s);
    QSettings(profileFile(), QSettings::IniFormat).setValue("later_version"_L1, 7);
    QVERIFY(!store.save(named(u"default"_s)));
    QVERIFY(!store.setCurrentName(u"y"_s));
    QVERIFY(!store.setDefaultName(u"z"_s));
    QCOMPARE(QSettings(settingsFile(), QSettings::IniFormat).value("other/key"_L1).toString(), u"kept"_s);
    QCOMPARE(QSettings(profileFile(), QSettings::IniFormat).value("later_version"_L1).toInt(), 7);
}

void TestProfileStore::profileWithoutUrlIsNone()
{
    QVERIFY(QDir().mkpath(QFileInfo(profileFile()).path()));
    QSettings(profileFile(), QSettings::IniFormat).setValue("timeout_ms"_L1, 5);
    QVERIFY(!ProfileStore(m_configuration).profile(u"default"_s));
}

void TestProfileStore::removedProfileIsGone()
{
    ProfileStore store(m_configuration);
    QVERIFY(!store.save(named(u"a"_s)));
    QVERIFY(!store.save(named(u"b"_s)));
    QVERIFY(!store.remove(u"a"_s));
    QVERIFY(!store.remove(u"never there"_s));
    QCOMPARE(store.names(), QStringList{u"b"_s});
    QVERIFY(!store.profile(u"a"_s));
}

void TestProfileStore::defaultIsWhatWasChosen()
{
    ProfileStore store(m_configuration);
    QVERIFY(!store.save(named(u"work"_s)));
    QCOMPARE(store.defaultName(), u"work"_s); // the only one
    QVERIFY(!store.save(named(u"home"_s)));
    QCOMPARE(store.defaultName(), u"default"_s); // nobody can tell which
    QVERIFY(!store.save(named(u"default"_s)));
    QCOMPARE(store.defaultName(), u"default"_s);
    QVERIFY(!store.setDefaultName(u"home"_s));
    QVERIFY(!store.setCurrentName(u"work"_s)); // what the window shows is another matter
    QCOMPARE(ProfileStore(m_configuration).defaultName(), u"home"_s);
}

void TestProfileStore::nonsenseTimeoutIsTheDefault_data()
{
    QTest::addColumn<QString>("value");
    for (const char *value : {"0", "-5", "soon", ""})
        QTest::addRow("'%s'", value) << QString::fromLatin1(value);
}

void TestProfileStore::nonsenseTimeoutIsTheDefault()
{
    QFETCH(const QString, value);
    ProfileStore store(m_configuration);
    QVERIFY(!store.save(named(u"default"_s)));
    QSettings(profileFile(), QSettings::IniFormat).setValue("timeout_ms"_L1, value);
    const auto profile = store.profile(u"default"_s);
    QVERIFY(profile);
    QVERIFY(profile->timeout == defaultTimeout);
}

void TestProfileStore::numbersBeyondReasonAreLimited()
{
    ProfileStore store(m_configuration);
    QVERIFY(!store.save(named(u"default"_s)));
    for (const QString &value : {u"9223372036854775807"_s, u"-9223372036854775808"_s}) {
        QSettings(profileFile(), QSettings::IniFormat).setValue("timeout_ms"_L1, value);
        QSettings(profileFile(), QSettings::IniFormat).setValue("skew_ms"_L1, value);
        const auto profile = store.profile(u"default"_s);
        QVERIFY(profile);
        // Nanoseconds are what is waited for, and sent.
        QVERIFY(profile->clientConfig({}, {}).timeout >= 0ns);
        QVERIFY(profile->timeout <= longestTimeout);
        QVERIFY(profile->skew == 0ms);
    }
}

void TestProfileStore::urlsAreListedOnce()
{
    ProfileStore store(m_configuration);
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s}) {
        Profile profile = named(name);
        profile.url = name == u"b" ? u"https://two.example/"_s : u"https://one.example/"_s;
        QVERIFY(!store.save(profile));
    }
    QCOMPARE(store.urls(), (QStringList{u"https://one.example/"_s, u"https://two.example/"_s}));
}

void TestProfileStore::skewIsSavedForKnownProfilesOnly()
{
    ProfileStore store(m_configuration);
    Profile profile = named(u"default"_s);
    store.saveSkew(profile);
    QCOMPARE(store.names(), QStringList());
    QVERIFY(!store.save(profile));
    profile.skew = 3min;
    profile.url = u"https://changed.example/"_s;
    store.saveSkew(profile);
    const auto saved = store.profile(u"default"_s);
    QVERIFY(saved);
    QVERIFY(saved->skew == 3min);
    QCOMPARE(saved->url, named(u"default"_s).url);
}

void TestProfileStore::currentNameIsRemembered()
{
    ProfileStore store(m_configuration);
    QVERIFY(!store.setCurrentName(u"default"_s));
    QVERIFY(!QFileInfo::exists(m_configuration)); // nothing to remember
    QVERIFY(!store.setCurrentName(u"work"_s));
    QCOMPARE(ProfileStore(m_configuration).currentName(), u"work"_s);
    QVERIFY(!store.setCurrentName(u"default"_s));
    QCOMPARE(ProfileStore(m_configuration).currentName(), u"default"_s);
}

void TestProfileStore::emptyChoiceIsNone()
{
    ProfileStore store(m_configuration);
    QVERIFY(!store.save(named(u"default"_s))); // makes the folder
    for (const QByteArray &value : {""_ba, "two, names"_ba}) {
        QFile file(settingsFile());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("default_profile=" + value + "\n[window]\nprofile=" + value + '\n');
        file.close();
        QVERIFY(!store.settingsProblem());
        QCOMPARE(store.currentName(), u"default"_s);
        QCOMPARE(store.defaultName(), u"default"_s);
    }
}

void TestProfileStore::newFolderIsPrivate()
{
    ProfileStore store(m_configuration);
    QVERIFY(!store.save(named(u"default"_s)));
    const auto others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    QVERIFY(!(QFileInfo(m_configuration).permissions() & others));
    QVERIFY(!(QFileInfo(m_configuration + u"/profiles"_s).permissions() & others));
}

void TestProfileStore::badNamesAreExplained_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("empty") << QString();
    QTest::newRow("blank") << u" \t"_s;
    QTest::newRow("too long") << QString(201, u'x');
    QTest::newRow("line break") << u"a\nb"_s;
    QTest::newRow("NUL") << u"a"_s + QChar(0);
    QTest::newRow("escape") << u"a\x1b[31m"_s;
}

void TestProfileStore::badNamesAreExplained()
{
    QFETCH(const QString, name);
    const QString problem = ProfileStore::nameProblem(name);
    QVERIFY(problem.endsWith(u'.'));
}

QTEST_GUILESS_MAIN(TestProfileStore)
#include "tst_profilestore.moc"
