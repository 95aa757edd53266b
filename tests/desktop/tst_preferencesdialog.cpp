// SPDX-License-Identifier: Apache-2.0
#include "preferencesdialog.h"

#include "autostart.h"
#include "futures.h"
#include "screenreader.h"
#include "translations.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Start = Autostart::Start;

class TestPreferencesDialog : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void everythingHasItsName();
    void showsWhatIsChosen();
    void unknownValuesAreOfferedAndKept();
    void okSavesEverything();
    void cancelSavesNothing_data();
    void cancelSavesNothing();
    void everyLanguageIsInItsOwnWords();
    void otherLanguageComesWithTheNextStart();
    void hintNeedsNoScrolling();
    void languageThatWaitsForTheNextStartIsSaid();
    void closingWithoutATrayIsExplained();
    void sandboxPromisesNothing();
    void startHiddenNeedsStartAtLogin();
    void entryOfAnotherToolIsShown();
    void missingAutostartIsExplained();
    void failureIsSaidAndNothingChosenIsLost();
    void autostartFailureIsSaid();
    void damagedFileIsSaid();
    void pathsAreNoMarkup();
    void keyboardReachesEverything();
    void fitsANarrowScreenWithLargeLetters();

private:
    void open();
    void openWith(Preferences &preferences, Autostart &autostart);
    /// Not by its spoken name: on Unix, Qt speaks the current text of a combo box, and its caption as a relation.
    QComboBox *findBox(const QString &name);
    QComboBox &box(const QString &name) { return *findBox(name); }
    QCheckBox &checkBox(const QString &name) { return *findSpoken<QCheckBox>(*m_dialog, name); }
    QLabel &label(const QString &objectName) { return *m_dialog->findChild<QLabel *>(objectName); }
    void choose(const QString &box, const QString &text);
    void ok() { QTest::mouseClick(button(QDialogButtonBox::Ok), Qt::LeftButton); }
    QPushButton *button(QDialogButtonBox::StandardButton which);
    QString error();
    static QString nameOf(QWidget &widget)
    {
        return widget.accessibleName().isEmpty() ? spokenName(widget) : widget.accessibleName();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<Autostart> m_autostart;
    Translations m_translations{u"en"_s, {u"en-US"_s}};
    std::unique_ptr<PreferencesDialog> m_dialog;
};

void TestPreferencesDialog::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_preferences = std::make_unique<Preferences>(m_folder->filePath(u"qci-auth"_s));
    m_autostart = std::make_unique<Autostart>(
        QStringList(m_folder->filePath(u"autostart"_s)), QCoreApplication::applicationFilePath());
    open();
}

void TestPreferencesDialog::cleanup()
{
    m_dialog.reset();
}

void TestPreferencesDialog::open()
{
    openWith(*m_preferences, *m_autostart);
}

void TestPreferencesDialog::openWith(Preferences &preferences, Autostart &autostart)
{
    m_dialog = std::make_unique<PreferencesDialog>(preferences, autostart, m_translations);
    m_dialog->show();
    m_dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get(), patienceMs));
}

QComboBox *TestPreferencesDialog::findBox(const QString &name)
{
    for (QComboBox *box : m_dialog->findChildren<QComboBox *>()) {
        if (box->isVisible() && box->accessibleName() == name)
            return box;
    }
    return nullptr;
}

void TestPreferencesDialog::choose(const QString &name, const QString &text)
{
    const int index = box(name).findText(text);
    QVERIFY2(index >= 0, qPrintable(text));
    box(name).setCurrentIndex(index);
}

QPushButton *TestPreferencesDialog::button(QDialogButtonBox::StandardButton which)
{
    return m_dialog->findChild<QDialogButtonBox *>()->button(which);
}

QString TestPreferencesDialog::error()
{
    for (const QString &name : spokenNames<QLabel>(*m_dialog)) {
        if (name.startsWith("Error: "_L1))
            return name.sliced(7);
    }
    return {};
}

void TestPreferencesDialog::everythingHasItsName()
{
    for (const QString &name : {u"Clear clipboard after"_s, u"Check service every"_s, u"Language"_s})
        QVERIFY2(findBox(name), qPrintable(name));
    for (const QString &name : {u"Notify me when a new login is needed"_s, u"Notify me when refreshing fails"_s,
             u"Notify me when all is well again"_s, u"Close to tray"_s, u"Start with the desktop"_s, u"Start hidden"_s})
        QVERIFY2(findSpoken<QCheckBox>(*m_dialog, name), qPrintable(name));
    QCOMPARE(error(), QString());
    QVERIFY(!label(u"damageLabel"_s).isVisible());
}

void TestPreferencesDialog::showsWhatIsChosen()
{
    QCOMPARE(box(u"Clear clipboard after"_s).currentText(), u"45 seconds"_s);
    QCOMPARE(box(u"Check service every"_s).currentText(), u"1 minute"_s);
    QCOMPARE(box(u"Language"_s).currentText(), u"System default"_s);
    QVERIFY(checkBox(u"Close to tray"_s).isChecked());
    QVERIFY(!checkBox(u"Start with the desktop"_s).isChecked());

    QVERIFY(!m_preferences->setValues({.clearClipboardAfter = 0s,
        .notifyRefreshFailing = false,
        .closeToTray = false,
        .checkInterval = 1h,
        .language = u"ja"_s}));
    open();
    QCOMPARE(box(u"Clear clipboard after"_s).currentText(), u"Never"_s);
    QCOMPARE(box(u"Check service every"_s).currentText(), u"60 minutes"_s);
    QCOMPARE(box(u"Language"_s).currentText(), u"日本語"_s);
    QVERIFY(checkBox(u"Notify me when a new login is needed"_s).isChecked());
    QVERIFY(!checkBox(u"Notify me when refreshing fails"_s).isChecked());
    QVERIFY(!checkBox(u"Close to tray"_s).isChecked());
}

void TestPreferencesDialog::unknownValuesAreOfferedAndKept()
{
    const Preferences::Values odd{.clearClipboardAfter = 17s, .checkInterval = 90s, .language = u"tlh"_s};
    QVERIFY(!m_preferences->setValues(odd));
    open();
    QCOMPARE(box(u"Clear clipboard after"_s).currentText(), u"17 seconds"_s);
    QCOMPARE(box(u"Clear clipboard after"_s).currentIndex(), 2); // between 10 s and 20 s
    QVERIFY(box(u"Language"_s).currentText().contains("tlh"_L1));
    ok();
    QVERIFY(!m_dialog->isVisible());
    QVERIFY(m_preferences->values() == odd);
}

void TestPreferencesDialog::okSavesEverything()
{
    choose(u"Clear clipboard after"_s, u"10 minutes"_s);
    choose(u"Check service every"_s, u"10 seconds"_s);
    choose(u"Language"_s, u"简体中文"_s);
    for (const QString &name : {u"Notify me when a new login is needed"_s, u"Notify me when refreshing fails"_s,
             u"Notify me when all is well again"_s, u"Close to tray"_s, u"Start with the desktop"_s, u"Start hidden"_s})
        checkBox(name).click();
    const Preferences::Values wanted{.clearClipboardAfter = 10min,
        .notifyLoginRequired = false,
        .notifyRefreshFailing = false,
        .notifyWorkingAgain = false,
        .startHidden = true,
        .closeToTray = false,
        .checkInterval = 10s,
        .language = u"zh_CN"_s};
    QVERIFY(!(m_preferences->values() == wanted));
    QTest::keyClick(m_dialog.get(), Qt::Key_Return);
    QVERIFY(!m_dialog->isVisible());
    QVERIFY(m_preferences->values() == wanted);
    QVERIFY(Preferences(m_folder->filePath(u"qci-auth"_s)).values() == wanted);
    QVERIFY(m_autostart->start() == Start::Hidden);
}

void TestPreferencesDialog::cancelSavesNothing_data()
{
    QTest::addColumn<bool>("byKey");
    QTest::newRow("button") << false;
    QTest::newRow("escape") << true;
}

void TestPreferencesDialog::cancelSavesNothing()
{
    QFETCH(const bool, byKey);
    checkBox(u"Close to tray"_s).click();
    checkBox(u"Start with the desktop"_s).click();
    if (byKey)
        QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    else
        QTest::mouseClick(button(QDialogButtonBox::Cancel), Qt::LeftButton);
    QVERIFY(!m_dialog->isVisible());
    QVERIFY(m_preferences->values() == Preferences::Values());
    QVERIFY(m_autostart->start() == Start::Never);
}

void TestPreferencesDialog::everyLanguageIsInItsOwnWords()
{
    QStringList names;
    for (int i = 0; i < box(u"Language"_s).count(); ++i)
        names.append(box(u"Language"_s).itemText(i));
    QCOMPARE(names,
        QStringList({u"System default"_s, u"English"_s, u"Deutsch"_s, u"Français"_s, u"日本語"_s, u"简体中文"_s}));
}

void TestPreferencesDialog::otherLanguageComesWithTheNextStart()
{
    QVERIFY(!label(u"languageHint"_s).isVisible());
    choose(u"Language"_s, u"Deutsch"_s);
    QVERIFY(label(u"languageHint"_s).isVisible());
    for (const QString &same : {u"System default"_s, u"English"_s}) {
        choose(u"Language"_s, same);
        QVERIFY2(!label(u"languageHint"_s).isVisible(), qPrintable(same));
    }
}

void TestPreferencesDialog::hintNeedsNoScrolling()
{
    const QScrollBar *bar = m_dialog->findChild<QScrollArea *>()->verticalScrollBar();
    m_dialog->setTrayShown(false);
    QVERIFY(label(u"closeToTrayHint"_s).isVisible());
    QCoreApplication::processEvents(); // layouts come to rest
    QCOMPARE(bar->maximum(), 0);
    choose(u"Language"_s, u"Deutsch"_s);
    QVERIFY(label(u"languageHint"_s).isVisible());
    QCoreApplication::processEvents(); // layouts come to rest
    QCOMPARE(bar->maximum(), 0);
    QCOMPARE(clippedWidgets(*m_dialog), QStringList());
}

void TestPreferencesDialog::languageThatWaitsForTheNextStartIsSaid()
{
    choose(u"Language"_s, u"Deutsch"_s);
    ok();
    open();
    QVERIFY(label(u"languageHint"_s).isVisible());
    choose(u"Language"_s, u"English"_s);
    QVERIFY(!label(u"languageHint"_s).isVisible());
}

void TestPreferencesDialog::closingWithoutATrayIsExplained()
{
    QCheckBox &closeToTray = checkBox(u"Close to tray"_s);
    const QLabel &hint = label(u"closeToTrayHint"_s);
    QVERIFY(!hint.isVisible());
    m_dialog->setTrayShown(false);
    QVERIFY(hint.isVisible());
    QCOMPARE(closeToTray.accessibleDescription(), hint.text());
    QVERIFY(closeToTray.isEnabled() && closeToTray.isChecked()); // the tray may come
    m_dialog->setTrayShown(true);
    QVERIFY(!hint.isVisible());
    QCOMPARE(closeToTray.accessibleDescription(), QString());
    m_dialog->setTrayShown(false);
    closeToTray.click();
    QVERIFY(!hint.isVisible()); // that closing ends the program is what was chosen
    ok();
    QVERIFY(!m_preferences->values().closeToTray);
}

void TestPreferencesDialog::sandboxPromisesNothing()
{
    QVERIFY(!label(u"sandboxLabel"_s).isVisible());
    Autostart none({}, u"/usr/bin/qci-auth-desktop"_s);
    openWith(*m_preferences, none);
    m_dialog->showSandbox();
    QVERIFY(label(u"sandboxLabel"_s).isVisible());
    QVERIFY(!label(u"autostartReason"_s).isVisible()); // that is not the reason
    for (const QString &name : {u"Start with the desktop"_s, u"Start hidden"_s}) {
        QVERIFY(!checkBox(name).isEnabled());
        QCOMPARE(checkBox(name).accessibleDescription(), label(u"sandboxLabel"_s).text());
    }
    QVERIFY(!box(u"Language"_s).isEnabled());
    QCoreApplication::processEvents(); // layouts come to rest
    QCOMPARE(clippedWidgets(*m_dialog), QStringList());
    choose(u"Clear clipboard after"_s, u"10 seconds"_s);
    ok();
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(m_preferences->values().clearClipboardAfter, 10s);
}

void TestPreferencesDialog::startHiddenNeedsStartAtLogin()
{
    QVERIFY(!checkBox(u"Start hidden"_s).isEnabled());
    checkBox(u"Start with the desktop"_s).click();
    QVERIFY(checkBox(u"Start hidden"_s).isEnabled());
    ok();
    QVERIFY(m_autostart->start() == Start::Shown);
    open();
    checkBox(u"Start hidden"_s).click();
    ok();
    QVERIFY(m_autostart->start() == Start::Hidden);
    open();
    checkBox(u"Start with the desktop"_s).click();
    QVERIFY(!checkBox(u"Start hidden"_s).isEnabled());
    ok();
    QVERIFY(m_autostart->start() == Start::Never);
    // It is remembered for the next time.
    open();
    QVERIFY(checkBox(u"Start hidden"_s).isChecked());
}

void TestPreferencesDialog::entryOfAnotherToolIsShown()
{
    QCOMPARE(m_autostart->setStart(Start::Hidden), QString());
    open();
    QVERIFY(checkBox(u"Start with the desktop"_s).isChecked());
    QVERIFY(checkBox(u"Start hidden"_s).isChecked());
    QVERIFY(!m_preferences->values().startHidden);
}

void TestPreferencesDialog::missingAutostartIsExplained()
{
    Autostart none({}, u"/usr/bin/qci-auth-desktop"_s);
    openWith(*m_preferences, none);
    QVERIFY(!checkBox(u"Start with the desktop"_s).isEnabled());
    QVERIFY(!checkBox(u"Start hidden"_s).isEnabled());
    QVERIFY(label(u"autostartReason"_s).isVisible());
    QCOMPARE(label(u"autostartReason"_s).text(), none.unavailability());
    checkBox(u"Close to tray"_s).click();
    ok();
    QVERIFY(!m_dialog->isVisible());
    QVERIFY(!m_preferences->values().closeToTray);
}

void TestPreferencesDialog::failureIsSaidAndNothingChosenIsLost()
{
    const QString file = m_folder->filePath(u"qci-auth/desktop.ini"_s);
    QVERIFY(QDir().mkpath(file)); // a folder in its place: nobody can write that, not even root
    choose(u"Clear clipboard after"_s, u"10 seconds"_s);
    checkBox(u"Close to tray"_s).click();
    ok();
    QVERIFY(m_dialog->isVisible());
    QVERIFY2(error().contains(QDir::toNativeSeparators(file)), qPrintable(error()));
    QVERIFY2(error().contains("Check the permissions"_L1), qPrintable(error()));
    QTRY_COMPARE(m_dialog->findChild<QScrollArea *>()->verticalScrollBar()->maximum(), 0);
    QCOMPARE(clippedWidgets(*m_dialog), QStringList());
    QCOMPARE(box(u"Clear clipboard after"_s).currentText(), u"10 seconds"_s);
    QVERIFY(!checkBox(u"Close to tray"_s).isChecked());
    ok();
    QVERIFY(m_dialog->isVisible());

    QVERIFY(QDir().rmdir(file));
    ok();
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(Preferences(m_folder->filePath(u"qci-auth"_s)).values().clearClipboardAfter, 10s);
}

void TestPreferencesDialog::autostartFailureIsSaid()
{
    QFile blocking(m_folder->filePath(u"autostart"_s));
    QVERIFY(blocking.open(QIODevice::WriteOnly));
    checkBox(u"Start with the desktop"_s).click();
    choose(u"Clear clipboard after"_s, u"10 seconds"_s);
    ok();
    QVERIFY(m_dialog->isVisible());
    QVERIFY2(error().contains(Autostart::fileName()), qPrintable(error()));
    QVERIFY(checkBox(u"Start with the desktop"_s).isChecked());
    // The rest is saved.
    QCOMPARE(m_preferences->values().clearClipboardAfter, 10s);
    checkBox(u"Start with the desktop"_s).click();
    ok();
    QVERIFY(!m_dialog->isVisible());
}

void TestPreferencesDialog::damagedFileIsSaid()
{
    const QString path = m_folder->filePath(u"qci-auth/desktop.ini"_s);
    QVERIFY(QDir().mkpath(m_folder->filePath(u"qci-auth"_s)));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("garbage") == 7);
    file.close();
    Preferences damaged(m_folder->filePath(u"qci-auth"_s));
    openWith(damaged, *m_autostart);
    QVERIFY(label(u"damageLabel"_s).isVisible());
    QVERIFY(label(u"damageLabel"_s).text().contains(QDir::toNativeSeparators(path)));
    checkBox(u"Close to tray"_s).click();
    ok();
    QVERIFY(!m_dialog->isVisible());
    QVERIFY(QFile::exists(path + u".damaged"_s));
    openWith(damaged, *m_autostart);
    QVERIFY(!label(u"damageLabel"_s).isVisible());
}

void TestPreferencesDialog::pathsAreNoMarkup()
{
    const QString folder = m_folder->filePath(u"a <b>bold name"_s);
    const QString path = folder + u"/desktop.ini"_s;
    QVERIFY(QDir().mkpath(folder));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("garbage") == 7);
    file.close();
    Preferences preferences(folder);
    openWith(preferences, *m_autostart);
    QVERIFY(file.remove() && QDir().mkpath(path)); // a folder in its place: nobody can write that, not even root
    choose(u"Clear clipboard after"_s, u"10 seconds"_s);
    ok();
    for (const QString &name : {u"damageLabel"_s, u"errorLabel"_s}) {
        QVERIFY2(label(name).isVisible(), qPrintable(name));
        QVERIFY2(label(name).text().contains(QDir::toNativeSeparators(path)), qPrintable(label(name).text()));
        QCOMPARE(label(name).textFormat(), Qt::PlainText);
    }
}

void TestPreferencesDialog::keyboardReachesEverything()
{
    checkBox(u"Start with the desktop"_s).click();
    box(u"Clear clipboard after"_s).setFocus();
    QStringList visited;
    do {
        visited.append(nameOf(*QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    } while (QApplication::focusWidget() != &box(u"Clear clipboard after"_s) && visited.size() < 30);
    QCOMPARE(visited, QStringList({u"Clear clipboard after"_s, u"Check service every"_s, u"Language"_s,
                          u"Notify me when a new login is needed"_s, u"Notify me when refreshing fails"_s,
                          u"Notify me when all is well again"_s, u"Close to tray"_s, u"Start with the desktop"_s,
                          u"Start hidden"_s, u"OK"_s, u"Cancel"_s}));
}

void TestPreferencesDialog::fitsANarrowScreenWithLargeLetters()
{
    const QFont before = QApplication::font();
    QFont large = before;
    large.setPointSizeF(2 * before.pointSizeF());
    QApplication::setFont(large);
    open();
    for (int step = 0; step < 3; ++step) // the dialog is as large as it wants to be before somebody makes it small
        QCoreApplication::processEvents();
    m_dialog->resize(400, 440);
    // Only up and down.
    const auto *area = m_dialog->findChild<QScrollArea *>();
    QTRY_VERIFY_WITH_TIMEOUT(area->verticalScrollBar()->maximum() > 0, patienceMs);
    QCOMPARE(m_dialog->size(), QSize(400, 440));
    QCOMPARE(area->horizontalScrollBar()->maximum(), 0);
    QCOMPARE(clippedWidgets(*area->widget()), QStringList());
    // Whatever gets the focus comes into view.
    box(u"Clear clipboard after"_s).setFocus();
    for (int i = 0; i < 7; ++i)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(spokenName(*QApplication::focusWidget()), u"Start with the desktop"_s);
    QVERIFY(area->viewport()->rect().contains(
        QApplication::focusWidget()->mapTo(area->viewport(), QApplication::focusWidget()->rect().center())));
    QApplication::setFont(before);
}

QTEST_MAIN(TestPreferencesDialog)
#include "tst_preferencesdialog.moc"
