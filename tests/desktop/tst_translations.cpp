// SPDX-License-Identifier: Apache-2.0
#include "translations.h"

#include "configurationfile.h"
#include "desktopbench.h"
#include "errortext.h"
#include "sessionreport.h"
#include "sessiontext.h"

#include <QCoreApplication>
#include <QFile>
#include <QTest>
#include <QTranslator>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Says something in no language for whatever our classes say.
class Babble final : public QTranslator
{
public:
    QString translate(const char *context, const char *, const char *, int) const override
    {
        return QByteArrayView(context).startsWith("QciAuth::") ? u"babble %1"_s : QString();
    }
    bool isEmpty() const override { return false; }
};

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

public:
    static void initMain() { qputenv("TZ", "UTC"); }

private slots:
    void languageIsFound_data();
    void languageIsFound();
    void eachLanguageIsInTheProgram_data();
    void eachLanguageIsInTheProgram();
    void englishHasPluralForms();
    void datesFollowTheChosenLanguage_data();
    void datesFollowTheChosenLanguage();
    void nothingIsLeftBehind();
    void timesFollowTheLocale_data();
    void timesFollowTheLocale();
    void sentencesFollowEachOtherAsTheyDoInTheLanguage_data();
    void sentencesFollowEachOtherAsTheyDoInTheLanguage();
    void damageOfAFileIsTold();
    void whatProgramsReadIsEnglish();
};

void TestTranslations::languageIsFound_data()
{
    QTest::addColumn<QString>("chosen");
    QTest::addColumn<QStringList>("system");
    QTest::addColumn<QString>("language");
    const QStringList german{u"de-Latn-DE"_s, u"de-DE"_s, u"de"_s};
    QTest::newRow("system's") << QString() << german << u"de"_s;
    QTest::newRow("chosen comes first") << u"fr"_s << german << u"fr"_s;
    QTest::newRow("English on a German system") << u"en"_s << german << u"en"_s;
    QTest::newRow("chosen unknown") << u"xx"_s << german << u"de"_s;
    QTest::newRow("chosen with country") << u"fr_CA"_s << QStringList() << u"fr"_s;
    QTest::newRow("second best") << QString() << QStringList{u"it-IT"_s, u"it"_s, u"fr-FR"_s} << u"fr"_s;
    QTest::newRow("English before German") << QString() << QStringList{u"en-GB"_s, u"de-DE"_s} << u"en"_s;
    QTest::newRow("none of ours") << QString() << QStringList{u"it-IT"_s} << u"en"_s;
    QTest::newRow("nothing said") << QString() << QStringList() << u"en"_s;
    QTest::newRow("C") << QString() << QStringList{u"C"_s} << u"en"_s;
    QTest::newRow("Japanese") << QString() << QStringList{u"ja-Jpan-JP"_s} << u"ja"_s;
    for (const QString &name : {u"zh"_s, u"zh_CN"_s, u"zh_Hans"_s, u"zh-Hans-CN"_s, u"zh_SG"_s, u"zh-Hans-HK"_s})
        QTest::addRow("simplified: %s", qPrintable(name)) << QString() << QStringList{name} << u"zh_CN"_s;
    for (const QString &name : {u"zh_TW"_s, u"zh-Hant-TW"_s, u"zh_HK"_s, u"zh-MO"_s, u"zh-Hant"_s})
        QTest::addRow("traditional: %s", qPrintable(name)) << QString() << QStringList{name} << u"en"_s;
}

void TestTranslations::languageIsFound()
{
    QFETCH(const QString, chosen);
    QFETCH(const QStringList, system);
    const Translations translations(chosen, system);
    QTEST(translations.language(), "language");
}

void TestTranslations::eachLanguageIsInTheProgram_data()
{
    QTest::addColumn<QString>("language");
    for (const Translations::Language &language : Translations::available())
        QTest::newRow(qPrintable(language.code)) << language.code;
}

void TestTranslations::eachLanguageIsInTheProgram()
{
    QFETCH(const QString, language);
    QTranslator translator;
    QVERIFY(translator.load(u":/translations/qci-auth_%1.qm"_s.arg(language)));
}

void TestTranslations::englishHasPluralForms()
{
    const Translations translations(u"en"_s);
    const auto spoken = [](int minutes) {
        return QCoreApplication::translate("QciAuth::SessionText", "Token expires in %n minutes", nullptr, minutes);
    };
    QCOMPARE(spoken(1), u"Token expires in 1 minute"_s);
    QCOMPARE(spoken(2), u"Token expires in 2 minutes"_s);
}

void TestTranslations::datesFollowTheChosenLanguage_data()
{
    QTest::addColumn<QString>("system");
    QTest::addColumn<QString>("chosen");
    QTest::addColumn<QString>("locale");
    QTest::newRow("another language") << u"en_US"_s << u"de"_s << u"de_DE"_s;
    QTest::newRow("the same, of another country") << u"de_CH"_s << u"de"_s << u"de_CH"_s;
    QTest::newRow("none") << u"fr_CH"_s << QString() << u"fr_CH"_s;
    QTest::newRow("no language to begin with") << u"C"_s << u"en"_s << u"C"_s;
    QTest::newRow("one without translation") << u"it_IT"_s << QString() << u"it_IT"_s;
}

void TestTranslations::datesFollowTheChosenLanguage()
{
    QFETCH(const QString, system);
    QFETCH(const QString, chosen);
    QLocale::setDefault(QLocale(system));
    {
        const Translations translations(chosen, QLocale(system).uiLanguages());
        QTEST(QLocale().name(), "locale");
    }
    QCOMPARE(QLocale().name(), system);
    QLocale::setDefault(QLocale::c());
}

void TestTranslations::nothingIsLeftBehind()
{
    {
        const Translations translations(u"de"_s);
        QCOMPARE(QLocale().language(), QLocale::German);
    }
    QCOMPARE(QLocale().language(), QLocale::C);
}

void TestTranslations::timesFollowTheLocale_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("time");
    QTest::addColumn<QString>("withoutSeconds");
    QTest::newRow("C") << u"C"_s << u"21:37:41"_s << u"21:37"_s;
    QTest::newRow("Germany") << u"de_DE"_s << u"21:37:41"_s << u"21:37"_s;
    QTest::newRow("Japan, where the long format has words") << u"ja_JP"_s << u"21:37:41"_s << u"21:37"_s;
    QTest::newRow("China, where the zone comes first") << u"zh_CN"_s << u"21:37:41"_s << u"21:37"_s;
    QTest::newRow("United States") << u"en_US"_s << u"9:37:41 PM"_s << u"9:37 PM"_s;
    QTest::newRow("Finland, with points") << u"fi_FI"_s << u"21.37.41"_s << u"21.37"_s;
    QTest::newRow("Canada, where the short format has words, too")
        << u"fr_CA"_s << u"21 h 37 min 41 s"_s << u"21 h 37"_s;
}

void TestTranslations::timesFollowTheLocale()
{
    QFETCH(const QString, locale);
    const QDateTime instant(QDate(2026, 7, 5), QTime(21, 37, 41));
    QLocale::setDefault(QLocale(locale));
    // Newer locales have a narrow space before "PM".
    const auto usualSpaces = [](QString text) { return text.replace(QChar(0x202f), u' '); };
    const QString withSeconds = usualSpaces(SessionText::clockTime(instant, instant, true));
    const QString withoutSeconds = usualSpaces(SessionText::clockTime(instant, instant, false));
    const QString full = usualSpaces(SessionText::fullTime(instant));
    const QString date = usualSpaces(QLocale().toString(instant.date(), QLocale::LongFormat));
    QLocale::setDefault(QLocale::c());
    QTEST(withSeconds, "time");
    QTEST(withoutSeconds, "withoutSeconds");
    QCOMPARE(full, date + u' ' + withSeconds);
}

void TestTranslations::sentencesFollowEachOtherAsTheyDoInTheLanguage_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("said");
    QTest::newRow("English") << u"en"_s << u"One. %1 two."_s;
    QTest::newRow("German") << u"de"_s << u"One. %1 two."_s;
    QTest::newRow("Japanese") << u"ja"_s << u"One.%1 two."_s;
    QTest::newRow("Chinese") << u"zh_CN"_s << u"One.%1 two."_s;
}

void TestTranslations::sentencesFollowEachOtherAsTheyDoInTheLanguage()
{
    QFETCH(const QString, language);
    const Translations translations(language);
    QTEST((Notice{Tone::Warning, u"One."_s, Notice::Action::None, u"%1 two."_s}.fullText()), "said");
    // All that a notice says of a refresh that fails is one such text.
    DesktopBench bench;
    Session *session = bench.sessionIn(Session::State::RefreshFailing);
    QVERIFY(session);
    const QString said = SessionText::notice(*session, session->now())->fullText();
    const bool hasBlanks = language != u"ja"_s && language != u"zh_CN"_s;
    QVERIFY2(hasBlanks || !said.contains(u"。 "_s), qPrintable(said));
}

void TestTranslations::damageOfAFileIsTold()
{
    using Damage = ConfigurationFile::Damage;
    const QString path = u"/some: where/%1.ini"_s;
    const std::initializer_list<std::pair<AuthError, QString>> errors{
        {ConfigurationFile::unreadable(path, Damage::Empty), u"%1: it is empty"_s},
        {ConfigurationFile::unreadable(path, Damage::NotAValue), u"%1: a value in it is not one of a setting"_s},
        {ConfigurationFile::unreadable(path, Damage::IncompleteUrl), u"%1: its API URL is not a complete address"_s},
        {ConfigurationFile::notWritable(path), u"the configuration file %1 cannot be written"_s}};
    for (const auto &[error, english] : errors) {
        QCOMPARE(error.message(), QString(english).replace(u"%1"_s, path));
        QCOMPARE(ConfigurationFile::translated(error), error.message());
    }
    const Translations german(u"de"_s);
    const AuthError empty = ConfigurationFile::unreadable(path, Damage::Empty);
    QCOMPARE(ConfigurationFile::translated(empty), path + u": Die Datei ist leer"_s);
    QVERIFY(errorText(empty, QUrl()).contains(u"Die Datei ist leer"_s));
    for (const auto &[error, english] : errors) {
        const QString said = ConfigurationFile::translated(error);
        QVERIFY2(said.contains(path) && said != error.message(), qPrintable(said));
        // As commands and support read it.
        QVERIFY(errorText(error, QUrl(), TextLanguage::English).contains(error.message()));
    }
}

void TestTranslations::whatProgramsReadIsEnglish()
{
    DesktopBench bench;
    Session *session = bench.sessionIn(Session::State::RefreshFailing);
    QVERIFY(session);
    Babble babble;
    QCoreApplication::installTranslator(&babble);
    QVERIFY(errorText(*session->lastError(), bench.server.url()).startsWith(u"babble"));
    QVERIFY(shortErrorText(*session->lastError()).startsWith(u"babble"));
    QCOMPARE(shortErrorText(*session->lastError(), TextLanguage::English), u"service answers 503"_s);
    const QString status = SessionReport::status(*session).value("error"_L1).toString();
    QVERIFY2(status.startsWith(u"The service at 127.0.0.1 answers 503."), qPrintable(status));
    const QJsonObject report = SessionReport::error(*session->lastError(), bench.server.url());
    QCOMPARE(report.value("error"_L1).toObject().value("text"_L1).toString(), status);
}

QTEST_MAIN(TestTranslations)
#include "tst_translations.moc"
