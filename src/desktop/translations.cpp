// SPDX-License-Identifier: Apache-2.0
#include "translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

constexpr auto english = "en"_L1;

// Whoever reads the characters of Taiwan or Hong Kong is better off with English than with the mainland's.
bool isTraditionalChinese(const QStringList &parts)
{
    if (parts.contains("Hant"_L1, Qt::CaseInsensitive))
        return true;
    const bool isSimplified = parts.contains("Hans"_L1, Qt::CaseInsensitive);
    return !isSimplified && std::any_of(parts.begin() + 1, parts.end(), [](const QString &part) {
        return part == "TW"_L1 || part == "HK"_L1 || part == "MO"_L1;
    });
}

// The translation for a language such as `de-Latn-DE` or `zh_CN`; empty where there is none.
QString translationFor(const QString &wanted)
{
    QString name = wanted.section(u'.', 0, 0);
    const QStringList parts = name.replace(u'_', u'-').split(u'-');
    if (parts.first() == "C"_L1 || parts.first() == "POSIX"_L1)
        return english;
    if (parts.first() == "zh"_L1)
        return isTraditionalChinese(parts) ? QString() : u"zh_CN"_s;
    const QList<Translations::Language> known = Translations::available();
    const bool isKnown = std::any_of(known.begin(), known.end(),
        [&parts](const Translations::Language &language) { return language.code == parts.first(); });
    return isKnown ? parts.first() : QString();
}

QString bestLanguage(const QString &chosen, const QStringList &systemLanguages)
{
    for (const QString &wanted : QStringList{chosen} + systemLanguages) {
        if (const QString found = translationFor(wanted); !found.isEmpty())
            return found;
    }
    return english;
}

} // namespace

Translations::Translations(const QString &chosen, const QStringList &systemLanguages)
    : m_systemLanguages(systemLanguages)
    , m_language(bestLanguage(chosen, systemLanguages))
{
    // Somebody in Zurich who chooses German gets Swiss dates; in Boston, German ones.
    if (const QLocale locale(m_language);
        !translationFor(chosen).isEmpty() && translationFor(m_localeBefore.name()) != m_language)
        QLocale::setDefault(locale);
    // Where Qt's own translations are not installed, its few dialogs are in English.
    if (m_qtsOwn.load(u"qtbase_"_s + m_language, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qtsOwn);
    if (m_ours.load(u":/translations/qci-auth_%1.qm"_s.arg(m_language)))
        QCoreApplication::installTranslator(&m_ours);
}

Translations::~Translations()
{
    QLocale::setDefault(m_localeBefore);
}

QString Translations::languageFor(const QString &chosen) const
{
    return bestLanguage(chosen, m_systemLanguages);
}

QList<Translations::Language> Translations::available()
{
    return {{english, u"English"_s}, {u"de"_s, u"Deutsch"_s}, {u"fr"_s, u"Français"_s}, {u"ja"_s, u"日本語"_s},
        {u"zh_CN"_s, u"简体中文"_s}};
}

} // namespace QciAuth
