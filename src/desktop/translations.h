// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QLocale>
#include <QString>
#include <QStringList>
#include <QTranslator>

namespace QciAuth {

/// The language of the window: while the object lives, texts come from our translations and Qt's own, and dates and
/// numbers are written as that language has them. What programs read is English all the same.
class Translations
{
public:
    /// @param chosen           Preferences::Values::language; one that there is no translation for is no choice.
    /// @param systemLanguages  what the user prefers, best first, as QLocale::uiLanguages() has it.
    explicit Translations(const QString &chosen, const QStringList &systemLanguages = QLocale::system().uiLanguages());
    ~Translations();
    Q_DISABLE_COPY_MOVE(Translations)

    /// The one of available() that is spoken.
    QString language() const { return m_language; }
    /// The one that would be spoken from the next start on, were that chosen.
    QString languageFor(const QString &chosen) const;

    struct Language
    {
        QString code;    ///< as Preferences::Values::language names it
        QString ownName; ///< in its own words, for whoever cannot read those of the window
    };

    /// All languages of the window.
    static QList<Language> available();

private:
    QLocale m_localeBefore;
    QStringList m_systemLanguages;
    QString m_language;
    QTranslator m_qtsOwn;
    QTranslator m_ours;
};

} // namespace QciAuth
