// SPDX-License-Identifier: Apache-2.0
#include "activitydialog.h"
#include "activitylog.h"
#include "autostart.h"
#include "futures.h"
#include "keyboardreview.h"
#include "preferencesdialog.h"
#include "windowbench.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMetaEnum>
#include <QTableView>
#include <QTest>

#include <algorithm>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using State = Session::State;

/// Everything can be used without a mouse and without seeing it, in each state of the window and in all that its menus
/// open.
class TestKeyboard : public QObject
{
    Q_OBJECT

private slots:
    void windowIsUsable_data() { addStates(); }
    void windowIsUsable();
    void whatTheMenusOpenIsUsable_data() { addStates(); }
    void whatTheMenusOpenIsUsable();
    void preferencesAreUsable();
    void activityIsUsable();
    void everyMenuEntryHasALetter();
    void keysGoToWhatIsWantedNext();
    void choosingAProfileGoesOnAtTheBox();
    void problemsAreFound();

private:
    static void addStates();
    /// Entries of the menus that do not end the program or the login.
    static QList<QAction *> harmlessEntries(const MainWindow &window);
    static QList<QWidget *> openedWindows(const MainWindow &window);
};

void TestKeyboard::addStates()
{
    QTest::addColumn<State>("state");
    for (const auto state : {State::LoggedOut, State::Starting, State::Locked, State::Active, State::RefreshFailing,
             State::Expired, State::LoginRequired})
        QTest::newRow(QMetaEnum::fromType<State>().valueToKey(static_cast<int>(state))) << state;
}

QList<QAction *> TestKeyboard::harmlessEntries(const MainWindow &window)
{
    QList<QAction *> entries;
    for (const QMenu *menu : window.menuBar()->findChildren<QMenu *>()) {
        for (QAction *action : menu->actions()) {
            const bool ends = action->objectName() == u"quitAction" || action->objectName() == u"logOutAction";
            if (!action->isSeparator() && !action->menu() && !ends)
                entries.append(action);
        }
    }
    return entries;
}

QList<QWidget *> TestKeyboard::openedWindows(const MainWindow &window)
{
    QList<QWidget *> opened = QApplication::topLevelWidgets();
    opened.removeIf([&window](const QWidget *widget) {
        return widget == &window || !widget->isVisible() || qobject_cast<const QFileDialog *>(widget) ||
               qobject_cast<const QMenu *>(widget);
    });
    return opened;
}

void TestKeyboard::windowIsUsable()
{
    QFETCH(State, state);
    WindowBench bench;
    QVERIFY(bench.openIn(state));
    QCOMPARE(keyboardProblems(bench.window()).join(u'\n'), QString());
    QVERIFY(QApplication::focusWidget());
}

void TestKeyboard::whatTheMenusOpenIsUsable()
{
    QFETCH(State, state);
    WindowBench bench;
    QVERIFY(bench.openIn(state));
    QSet<QString> seen;
    for (QAction *entry : harmlessEntries(bench.window())) {
        if (!entry->isEnabled())
            continue;
        entry->trigger();
        for (QWidget *opened : openedWindows(bench.window())) {
            seen.insert(entry->text());
            // What a dialog hides at first, too.
            for (auto *button : opened->findChildren<QAbstractButton *>(u"advancedBox"_s))
                button->setChecked(true);
            QCOMPARE(keyboardProblems(*opened).join(u'\n'), QString());
            QVERIFY2(!opened->windowTitle().isEmpty(), qPrintable(entry->text()));
            QTest::keyClick(opened, Qt::Key_Escape);
            QVERIFY2(!opened->isVisible(), qPrintable(entry->text()));
        }
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    // Not in vain.
    for (const QString &text : {u"Log &in…"_s, u"&About QCi Auth"_s})
        QVERIFY2(seen.contains(text), qPrintable(text));
}

// The application opens these, not the window.
void TestKeyboard::preferencesAreUsable()
{
    DesktopBench bench;
    Autostart autostart({bench.folder.path()}, u"/usr/bin/qci-auth-desktop"_s);
    PreferencesDialog dialog(bench.preferences, autostart, bench.translations);
    dialog.show();
    QCOMPARE(keyboardProblems(dialog).join(u'\n'), QString());
}

void TestKeyboard::activityIsUsable()
{
    DesktopBench bench;
    ActivityLog log(bench.clock);
    ActivityDialog dialog(log, *QApplication::clipboard());
    dialog.show();
    QCOMPARE(keyboardProblems(dialog).join(u'\n'), QString());
    log.add(u"default"_s, u"Refreshed"_s);
    QVERIFY(dialog.findChild<QTableView *>()->isVisible());
    QCOMPARE(keyboardProblems(dialog).join(u'\n'), QString());
}

void TestKeyboard::everyMenuEntryHasALetter()
{
    WindowBench bench;
    QVERIFY(bench.openIn(State::Active));
    QList<QAction *> entries = bench.window().menuBar()->actions();
    entries += harmlessEntries(bench.window());
    for (const QAction *entry : entries)
        QVERIFY2(!QKeySequence::mnemonic(entry->text()).isEmpty(), qPrintable(entry->text()));
}

void TestKeyboard::keysGoToWhatIsWantedNext()
{
    WindowBench bench;
    auto window = bench.makeWindow();
    window->expectProfile(u"default"_s);
    window->show();
    window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window.get(), patienceMs));
    window->showProfile(u"default"_s);
    const auto focused = [] {
        QWidget *widget = QApplication::focusWidget();
        return widget ? spokenName(*widget) : QString();
    };
    QTRY_COMPARE_WITH_TIMEOUT(focused(), u"Log in…"_s, patienceMs);

    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(focused(), u"API token"_s, patienceMs);
    findSpoken<QLineEdit>(*window, u"API URL"_s)->setText(bench.server.urlText());
    QTest::keyClicks(QApplication::focusWidget(), bench.apiToken);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!QApplication::activeModalWidget(), patienceMs);
    window->activateWindow(); // which is the window manager's work, and there is none
    QTRY_COMPARE_WITH_TIMEOUT(focused(), u"Copy bearer header"_s, patienceMs);

    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab);
    while (focused() != u"Log out"_s)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(focused(), u"Log in…"_s, patienceMs);
}

void TestKeyboard::choosingAProfileGoesOnAtTheBox()
{
    WindowBench bench;
    bench.storeLogin();
    QVERIFY(!bench.profiles.save(bench.profile(u"other"_s)));
    bench.open();
    bench.profileBox().setFocus();
    // The other one is logged out.
    QTest::keyClick(&bench.profileBox(), Qt::Key_Down);
    QTRY_VERIFY_WITH_TIMEOUT(bench.button(u"Log in…"_s), patienceMs);
    QVERIFY(bench.profileBox().hasFocus());
}

void TestKeyboard::problemsAreFound()
{
    QWidget window;
    auto *nameless = new QPushButton(&window);
    nameless->setObjectName(u"nameless"_s);
    auto *unreachable = new QPushButton(u"Unreachable"_s, &window);
    unreachable->setFocusPolicy(Qt::ClickFocus);
    unreachable->setObjectName(u"unreachable"_s);
    new QLabel(u"&Lonely"_s, &window);
    new QPushButton(u"&One"_s, &window);
    new QPushButton(u"An&other"_s, &window);
    window.show();

    const QStringList problems = keyboardProblems(window);

    QCOMPARE(problems.size(), 4);
    QCOMPARE(problems.at(0), u"QPushButton 'nameless' has no name."_s);
    QCOMPARE(problems.at(1), u"Tab does not reach QPushButton 'unreachable'."_s);
    QCOMPARE(problems.at(2), u"The letter of QLabel '' leads nowhere."_s);
    QVERIFY2(problems.at(3).contains(u"Alt+O leads to more than one: &One, An&other."_s), qPrintable(problems.at(3)));
}

QTEST_MAIN(TestKeyboard)
#include "tst_keyboard.moc"
