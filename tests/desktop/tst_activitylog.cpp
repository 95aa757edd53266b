// SPDX-License-Identifier: Apache-2.0
#include "activitylog.h"

#include "activitydialog.h"
#include "activityrecorder.h"
#include "desktopbench.h"
#include "futures.h"
#include "login.h"
#include "screenreader.h"
#include "testtokens.h"
#include "tooltiptext.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = Session::State;

namespace {

/// What the log says, oldest first, without times.
QStringList eventsOf(const ActivityLog &log)
{
    QStringList events;
    for (const ActivityLog::Entry &entry : log.entries())
        events.append(entry.text.section(u';', 0, 0));
    return events;
}

} // namespace

class TestActivityLog : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void oldestGoWhereThereAreTooMany();
    void entriesAreOneLineWithoutSecrets();
    void ownWordsStayAsTheyAre();
    void toolTipIsNoMarkup();
    void loginAndRefreshAndLogoutAreWrittenDown();
    void loginByHandIsToldFromOneThatWasFound();
    void tokenThatIsTakenAgainIsRefreshed();
    void faultIsWrittenDownInWordsAndForSupport();
    void refusedTokenIsWrittenDown();
    void keychainFaultIsWrittenDownOnce();
    void everyProfileIsWrittenDown();
    void removedProfileIsWrittenDownWhereThereWasOne();

    void emptyDialogSaysWhatWillBeThere();
    void dialogFollowsWhatHappens();
    void dialogStaysWhereSomebodyReads();
    void columnOfNamesIsWideEnough();
    void selectedRowsAreCopied();
    void allRowsAreCopied();

private:
    QTableView &table() { return *m_dialog->findChild<QTableView *>(u"table"_s); }
    void openDialog();
    void logIn();

    std::unique_ptr<DesktopBench> m_bench;
    std::unique_ptr<ActivityLog> m_log;
    std::unique_ptr<ActivityRecorder> m_recorder;
    std::unique_ptr<ActivityDialog> m_dialog;
};

void TestActivityLog::init()
{
    m_bench = std::make_unique<DesktopBench>();
    m_log = std::make_unique<ActivityLog>(m_bench->clock);
    m_recorder = std::make_unique<ActivityRecorder>(*m_log, m_bench->sessions);
}

void TestActivityLog::cleanup()
{
    m_dialog.reset();
    m_recorder.reset();
    m_log.reset();
    m_bench.reset();
}

void TestActivityLog::logIn()
{
    Login login(m_bench->secrets, m_bench->profiles, m_bench->sharing, m_bench->connector);
    QSignalSpy succeeded(&login, &Login::succeeded);
    login.start(m_bench->profile(), m_bench->apiToken, Login::Keep::ApiToken);
    QVERIFY(succeeded.wait(patienceMs));
    m_bench->sessions.adopt(login);
}

void TestActivityLog::openDialog()
{
    m_dialog = std::make_unique<ActivityDialog>(*m_log, *QApplication::clipboard());
    m_dialog->show();
    m_dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
}

void TestActivityLog::oldestGoWhereThereAreTooMany()
{
    const QAbstractItemModelTester tester(m_log.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (int i = 0; i < 502; ++i)
        m_log->add(u"default"_s, QString::number(i));
    QCOMPARE(m_log->rowCount(), 500);
    QCOMPARE(m_log->entries().front().text, u"2"_s);
    QCOMPARE(m_log->entries().back().text, u"501"_s);
}

void TestActivityLog::entriesAreOneLineWithoutSecrets()
{
    LiveSecrets live;
    const QString secret = TestTokens::apiToken();
    live.set({secret});
    const QString token = TestTokens::accessToken();
    m_log->add(u"my "_s + secret, u"a\nb "_s + token, u"c\td "_s + secret);
    const QString line = m_log->line(0) + m_log->entries().front().fault;
    QVERIFY2(!line.contains(secret) && !line.contains(token), qPrintable(line));
    QVERIFY(!line.contains(u'\n'));
    QVERIFY(line.contains(u"a b [redacted]"_s));
}

void TestActivityLog::ownWordsStayAsTheyAre()
{
    m_log->addOwnWords(u"default"_s, u"Bearer header copied"_s);
    QVERIFY(m_log->line(0).endsWith(u"\tdefault\tBearer header copied"_s));
}

void TestActivityLog::loginAndRefreshAndLogoutAreWrittenDown()
{
    Session *session = m_bench->sessionIn(State::Active);
    QVERIFY(session);
    QTRY_COMPARE(eventsOf(*m_log), QStringList{u"Login found in the keychain"_s});
    m_bench->clock.advance(55min);
    session->recheck();
    QTRY_COMPARE(eventsOf(*m_log), QStringList({u"Login found in the keychain"_s, u"Refreshed"_s}));
    m_bench->clock.advance(2h);
    m_bench->holdExchanges();
    session->recheck();
    QTRY_COMPARE(eventsOf(*m_log).last(), u"The token has expired"_s);
    session->logOut();
    QTRY_COMPARE(eventsOf(*m_log).last(), u"Logged out"_s);
    QCOMPARE(eventsOf(*m_log).size(), 4);
    QVERIFY(m_log->entries().back().fault.isEmpty());
}

void TestActivityLog::loginByHandIsToldFromOneThatWasFound()
{
    logIn();
    QTRY_COMPARE(eventsOf(*m_log), QStringList{u"Logged in"_s});
    logIn();
    QTRY_COMPARE(eventsOf(*m_log), QStringList({u"Logged in"_s, u"Logged in"_s}));
    m_bench->clock.advance(55min);
    m_bench->sessions.recheck();
    QTRY_COMPARE(eventsOf(*m_log).mid(2), QStringList{u"Refreshed"_s});
    Session *session = m_bench->sessions.find(u"default"_s);
    session->logOut();
    QTRY_COMPARE(eventsOf(*m_log).mid(3), QStringList{u"Logged out"_s});
    // Another program logs in.
    m_bench->storeLogin();
    session->start();
    QTRY_COMPARE(eventsOf(*m_log).mid(4), QStringList{u"Login found in the keychain"_s});
}

void TestActivityLog::tokenThatIsTakenAgainIsRefreshed()
{
    Session *session = m_bench->sessionIn(State::LoginRequired);
    QVERIFY(session);
    m_bench->serveTokens(1h);
    session->refreshNow();
    QTRY_COMPARE(eventsOf(*m_log).mid(1), QStringList{u"Refreshed"_s});
}

void TestActivityLog::faultIsWrittenDownInWordsAndForSupport()
{
    Session *session = m_bench->sessionIn(State::RefreshFailing);
    QVERIFY(session);
    QTRY_COMPARE(
        eventsOf(*m_log), QStringList({u"Login found in the keychain"_s, u"Not refreshed: service answers 503"_s}));
    QCOMPARE(m_log->entries().back().fault, u"Not refreshed: service answers 503"_s);
    QCOMPARE(m_log->entries().back().profile, u"default"_s);
    QCOMPARE(m_log->entries().back().at, m_bench->clock.now());
}

void TestActivityLog::refusedTokenIsWrittenDown()
{
    QVERIFY(m_bench->sessionIn(State::LoginRequired));
    QTRY_COMPARE(eventsOf(*m_log), QStringList{u"Login required: API token refused (401)"_s});
}

void TestActivityLog::keychainFaultIsWrittenDownOnce()
{
    Session *session = m_bench->sessionIn(State::Locked);
    QVERIFY(session);
    QCOMPARE(eventsOf(*m_log), QStringList{u"The API token could not be read: keychain locked"_s});
    session->recheck();
    QCOMPARE(eventsOf(*m_log).size(), 1);
}

void TestActivityLog::everyProfileIsWrittenDown()
{
    for (const QString &name : {u"first"_s, u"second"_s}) {
        m_bench->storeLogin(name);
        m_bench->sessions.session(name);
    }
    QTRY_COMPARE(m_log->rowCount(), 2);
    QStringList profiles{m_log->entries().front().profile, m_log->entries().back().profile};
    profiles.sort();
    QCOMPARE(profiles, QStringList({u"first"_s, u"second"_s}));
}

void TestActivityLog::removedProfileIsWrittenDownWhereThereWasOne()
{
    // As the window has it before a first login, which is under another name then.
    m_bench->sessions.session(u"default"_s);
    m_bench->storeLogin(u"work"_s);
    m_bench->sessions.session(u"work"_s);
    QTRY_COMPARE(eventsOf(*m_log), QStringList{u"Login found in the keychain"_s});
    m_bench->sessions.endGone(u"work"_s);
    QVERIFY(!m_bench->sessions.find(u"default"_s));
    QCOMPARE(m_log->rowCount(), 1);
    QVERIFY(!m_bench->profiles.remove(u"work"_s));
    m_bench->sessions.endGone(u"default"_s);
    QCOMPARE(eventsOf(*m_log).last(), u"The profile was removed or renamed by another program"_s);
    QCOMPARE(m_log->entries().back().profile, u"work"_s);
}

void TestActivityLog::toolTipIsNoMarkup()
{
    const QString text = u"<b>bold</b> & %1"_s;
    m_log->add(text, text);
    for (const int column : {ActivityLog::Profile, ActivityLog::Event})
        QCOMPARE(m_log->index(0, column).data(Qt::ToolTipRole).toString(), toolTipText(text));
    QVERIFY(!m_log->index(0, ActivityLog::Time).data(Qt::ToolTipRole).toString().isEmpty());
}

void TestActivityLog::emptyDialogSaysWhatWillBeThere()
{
    openDialog();
    QVERIFY(!table().isVisible());
    QVERIFY(m_dialog->findChild<QLabel *>(u"emptyText"_s)->isVisible());
    QVERIFY(!findSpoken<QPushButton>(*m_dialog, u"Copy all"_s)->isEnabled());
    QVERIFY(!findSpoken<QPushButton>(*m_dialog, u"Copy selected"_s)->isEnabled());
}

void TestActivityLog::dialogFollowsWhatHappens()
{
    openDialog();
    for (int i = 0; i < 520; ++i)
        m_log->add(u"default"_s, QString::number(i));
    QVERIFY(table().isVisible());
    QTRY_VERIFY(table().viewport()->rect().contains(table().visualRect(m_log->index(m_log->rowCount() - 1, 0))));
    m_log->add(u"default"_s, u"the newest"_s);
    QTRY_VERIFY(table().viewport()->rect().contains(table().visualRect(m_log->index(m_log->rowCount() - 1, 0))));
    QCOMPARE(m_log->index(m_log->rowCount() - 1, ActivityLog::Event).data().toString(), u"the newest"_s);
}

void TestActivityLog::dialogStaysWhereSomebodyReads()
{
    for (int i = 0; i < 100; ++i)
        m_log->add(u"default"_s, QString::number(i));
    openDialog();
    table().scrollToTop();
    m_log->add(u"default"_s, u"the newest"_s);
    QCoreApplication::processEvents();
    QVERIFY(table().viewport()->rect().contains(table().visualRect(m_log->index(0, 0))));
}

void TestActivityLog::columnOfNamesIsWideEnough()
{
    const auto isCut = [this](int row) {
        const QModelIndex index = m_log->index(row, ActivityLog::Profile);
        return table().sizeHintForIndex(index).width() > table().columnWidth(ActivityLog::Profile);
    };
    m_log->add(u"production-us"_s, u"before it is open"_s);
    openDialog();
    QVERIFY(!isCut(0));
    m_log->add(u"quantum-lab-staging"_s, u"meanwhile"_s);
    QVERIFY(!isCut(1));
    // What the user makes of it stays, and no name takes all the room.
    table().setColumnWidth(ActivityLog::Profile, 70);
    m_log->add(u"production-us"_s, u"once more"_s);
    QCOMPARE(table().columnWidth(ActivityLog::Profile), 70);
    m_log->add(QString(200, u'm'), u"a very long one"_s);
    QVERIFY(table().columnWidth(ActivityLog::Event) > table().width() / 3);
}

void TestActivityLog::selectedRowsAreCopied()
{
    m_log->add(u"default"_s, u"one"_s);
    m_log->add(u"default"_s, u"two"_s);
    m_log->add(u"default"_s, u"three"_s);
    openDialog();
    table().setFocus();
    table().selectionModel()->select(m_log->index(2, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    table().selectionModel()->select(m_log->index(0, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QTest::keyClick(&table(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), m_log->line(0) + u'\n' + m_log->line(2) + u'\n');
    QApplication::clipboard()->clear();
    findSpoken<QPushButton>(*m_dialog, u"Copy selected"_s)->click();
    QCOMPARE(QApplication::clipboard()->text(), m_log->line(0) + u'\n' + m_log->line(2) + u'\n');
}

void TestActivityLog::allRowsAreCopied()
{
    m_log->add(u"default"_s, u"one"_s);
    openDialog();
    m_log->add(u"work"_s, u"two"_s);
    findSpoken<QPushButton>(*m_dialog, u"Copy all"_s)->click();
    const QString copied = QApplication::clipboard()->text();
    QCOMPARE(copied, m_log->line(0) + u'\n' + m_log->line(1) + u'\n');
    QVERIFY(copied.contains(u"\twork\ttwo\n"_s));
}

QTEST_MAIN(TestActivityLog)
#include "tst_activitylog.moc"
