// SPDX-License-Identifier: Apache-2.0
#include "profilebox.h"

#include "desktopbench.h"
#include "futures.h"
#include "profilemodel.h"
#include "screenreader.h"
#include "tooltiptext.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QAccessible>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = Session::State;

class TestProfileBox : public QObject
{
    Q_OBJECT

private slots:
    void stateOfEachProfileIsShown();
    void stateFollowsTheSession();
    void sessionOfARemovedProfileIsForgotten();
    void sameStateIsToldOnce();
    void profileWithoutASessionSaysSo();
    void screenReaderHearsNameProfileAndState();
    void listOpensForAScreenReader();
    void screenReaderGivesItTheKeyboard();
    void chosenProfileIsToldByName();
    void sameNamesDisturbNobody();
    void toolTipIsNoMarkup();
    void thousandProfilesAreQuick();
    void anyNameBearsTheUsualSize_data();
    void anyNameBearsTheUsualSize();

private:
    static QString at(const ProfileModel &model, int row, int role)
    {
        return model.data(model.index(row), role).toString();
    }
};

void TestProfileBox::stateOfEachProfileIsShown()
{
    DesktopBench bench;
    Session *session = bench.sessionIn(State::Active);
    QVERIFY(session);
    bench.sessions.session(u"work"_s); // nobody has logged in to it
    ProfileModel model(bench.sessions);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setNames({u"default"_s, u"work"_s});
    QCOMPARE(at(model, 0, Qt::DisplayRole), u"default"_s);
    QCOMPARE(at(model, 0, ProfileModel::StateRole), u"60 min left"_s);
    QCOMPARE(at(model, 0, Qt::AccessibleTextRole), u"default, 60 min left"_s);
    QCOMPARE(at(model, 1, ProfileModel::StateRole), u"Logged out"_s);
    QVERIFY(!model.data(model.index(0), Qt::DecorationRole).value<QIcon>().isNull());
    bench.clock.advance(59min);
    QCOMPARE(at(model, 0, ProfileModel::StateRole), u"1 min left"_s);
}

void TestProfileBox::stateFollowsTheSession()
{
    DesktopBench bench;
    ProfileModel model(bench.sessions);
    model.setNames({u"a"_s, u"default"_s});
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    Session *session = bench.sessionIn(State::Active);
    QVERIFY(session);
    QVERIFY(!changed.isEmpty());
    for (const QList<QVariant> &change : std::as_const(changed))
        QCOMPARE(change.first().toModelIndex().row(), 1);
    changed.clear();
    QVERIFY(bench.failRenewal(*session, DesktopBench::outage()));
    QVERIFY(!changed.isEmpty());
    QCOMPARE(at(model, 1, ProfileModel::StateRole), u"Refreshing fails, 10 min left"_s);
}

void TestProfileBox::sessionOfARemovedProfileIsForgotten()
{
    DesktopBench bench;
    ProfileModel model(bench.sessions);
    model.setNames({u"default"_s});
    const QPointer<Session> removed = bench.sessionIn(State::Active);
    QVERIFY(removed);
    QVERIFY(!bench.profiles.remove(u"default"_s));
    bench.sessions.endGone(u"other"_s);
    QVERIFY(removed);
    emit removed->stateChanged(); // its last words
    // Somebody logs in under the same name again.
    Session *session = bench.sessionIn(State::Active);
    QVERIFY(session);
    QVERIFY(session != removed);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QVERIFY(bench.failRenewal(*session, DesktopBench::outage()));
    QVERIFY(!changed.isEmpty());
    QCOMPARE(at(model, 0, ProfileModel::StateRole), u"Refreshing fails, 10 min left"_s);
}

void TestProfileBox::sameStateIsToldOnce()
{
    DesktopBench bench;
    Session *session = bench.sessionIn(State::Active);
    QVERIFY(session);
    ProfileModel model(bench.sessions);
    model.setNames({u"default"_s});
    QSignalSpy looked(session, &Session::stateChanged);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    bench.clock.advance(1s);
    session->recheck();
    QCOMPARE(at(model, 0, ProfileModel::StateRole), u"59 min left"_s);
    QCOMPARE(changed.size(), 1);
    for (int i = 0; i < 2; ++i) {
        bench.clock.advance(10s);
        session->recheck();
    }
    QCOMPARE(looked.size(), 3);
    QCOMPARE(changed.size(), 1);
}

void TestProfileBox::profileWithoutASessionSaysSo()
{
    const DesktopBench bench;
    ProfileModel model(bench.sessions);
    model.setNames({u"later"_s});
    QCOMPARE(at(model, 0, ProfileModel::StateRole), u"Not asked yet"_s);
}

void TestProfileBox::screenReaderHearsNameProfileAndState()
{
    DesktopBench bench;
    QVERIFY(bench.sessionIn(State::Active));
    ProfileModel model(bench.sessions);
    model.setNames({u"default"_s, u"work"_s});
    ProfileBox box;
    box.setAccessibleName(u"Profile"_s);
    box.setModel(&model);
    QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(&box);
    QVERIFY(spoken);
    QCOMPARE(spoken->role(), QAccessible::ComboBox);
    QCOMPARE(spoken->text(QAccessible::Name), u"Profile"_s);
    QCOMPARE(spoken->text(QAccessible::Value), u"default"_s);
    QCOMPARE(spoken->text(QAccessible::Description), u"default, 60 min left"_s);
    box.setCurrentText(u"work"_s);
    QCOMPARE(spoken->text(QAccessible::Value), u"work"_s);
}

void TestProfileBox::listOpensForAScreenReader()
{
    const DesktopBench bench;
    ProfileModel model(bench.sessions);
    model.setNames({u"default"_s, u"work"_s});
    ProfileBox box;
    box.setModel(&model);
    box.show();
    QVERIFY(QTest::qWaitForWindowExposed(&box));
    QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(&box);
    QVERIFY(spoken->state().collapsed);
    spoken->actionInterface()->doAction(QAccessibleActionInterface::showMenuAction());
    QVERIFY(box.view()->isVisible());
    QVERIFY(spoken->state().expanded);
    QCOMPARE(spoken->childCount(), 1);
    QAccessibleInterface *list = spoken->child(0);
    QVERIFY(list);
    QCOMPARE(spoken->indexOfChild(list), 0);
    QCOMPARE(list->childCount(), 2);
    QCOMPARE(list->child(1)->text(QAccessible::Name), u"work, Not asked yet"_s);
    spoken->actionInterface()->doAction(QAccessibleActionInterface::showMenuAction());
    QVERIFY(!box.view()->isVisible());
}

void TestProfileBox::screenReaderGivesItTheKeyboard()
{
    QWidget window;
    auto *box = new ProfileBox(&window);
    auto *other = new QLineEdit(&window);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    other->setFocus();
    auto *actions = QAccessible::queryAccessibleInterface(box)->actionInterface();
    QVERIFY(actions->actionNames().contains(QAccessibleActionInterface::setFocusAction()));
    actions->doAction(QAccessibleActionInterface::setFocusAction());
    QVERIFY(box->hasFocus());
}

void TestProfileBox::chosenProfileIsToldByName()
{
    const DesktopBench bench;
    ProfileModel model(bench.sessions);
    model.setNames({u"default"_s, u"home"_s, u"work"_s});
    ProfileBox box;
    box.setModel(&model);
    box.show();
    QVERIFY(QTest::qWaitForWindowExposed(&box));
    QSignalSpy chosen(&box, &QComboBox::textActivated);
    // Typing finds a name also where the list is closed.
    QTest::keyClick(&box, Qt::Key_W);
    QCOMPARE(box.currentText(), u"work"_s);
    box.showPopup();
    QTest::keyClick(box.view(), Qt::Key_Home);
    QTest::keyClick(box.view(), Qt::Key_Return);
    QCOMPARE(box.currentText(), u"default"_s);
    QCOMPARE(chosen.last().first().toString(), u"default"_s);
}

void TestProfileBox::sameNamesDisturbNobody()
{
    const DesktopBench bench;
    ProfileModel model(bench.sessions);
    model.setNames({u"a"_s, u"b"_s});
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setNames({u"a"_s, u"b"_s});
    QCOMPARE(reset.size(), 0);
    model.setNames({u"a"_s, u"b"_s, u"c"_s});
    QCOMPARE(reset.size(), 1);
}

void TestProfileBox::toolTipIsNoMarkup()
{
    const DesktopBench bench;
    ProfileModel model(bench.sessions);
    model.setNames({u"<b>a</b> & %2"_s});
    QCOMPARE(at(model, 0, Qt::ToolTipRole), toolTipText(u"<b>a</b> & %2: Not asked yet"_s));
}

void TestProfileBox::thousandProfilesAreQuick()
{
    const DesktopBench bench;
    QStringList names;
    for (int i = 0; i < 1000; ++i)
        names.append(u"profile-%1"_s.arg(i, 4, 10, QChar(u'0')));
    ProfileModel model(bench.sessions);
    ProfileBox box;
    box.setModel(&model);
    box.show();
    QVERIFY(QTest::qWaitForWindowExposed(&box));
    QElapsedTimer timer;
    timer.start();
    model.setNames(names);
    box.setCurrentText(u"profile-0700"_s);
    const qint64 listed = timer.restart();
    box.showPopup();
    box.view()->repaint();
    const qint64 opened = timer.restart();
    QTest::keyClicks(box.view(), u"profile-0999"_s);
    QTest::keyClick(box.view(), Qt::Key_Return);
    const qint64 found = timer.elapsed();
    qInfo("1,000 profiles: listed in %lld ms, opened in %lld ms, found by typing in %lld ms",
        static_cast<long long>(listed), static_cast<long long>(opened), static_cast<long long>(found));
    QCOMPARE(box.currentText(), u"profile-0999"_s);
    // With its scroll bar, not as high as a thousand rows.
    QVERIFY2(box.view()->height() < 600, qPrintable(QString::number(box.view()->height())));
    // Sanitizers included; a person waits for no more.
    QVERIFY(listed + opened < 2'000);
}

void TestProfileBox::anyNameBearsTheUsualSize_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("200 characters") << QString(200, u'W');
    QTest::newRow("200 characters with spaces") << u"long name "_s.repeated(20);
    QTest::newRow("right to left") << u"ملف العمل الخاص بي"_s;
    QTest::newRow("emoji") << u"🔑👩‍👩‍👧‍👦🇩🇪"_s.repeated(10);
    QTest::newRow("markup and mnemonics") << u"<h1>&big</h1>"_s;
    QTest::newRow("turns the direction") << u"\u202Eevil"_s;
    QTest::newRow("line separator") << u"one\u2028two"_s;
}

void TestProfileBox::anyNameBearsTheUsualSize()
{
    QFETCH(QString, name);
    const DesktopBench bench;
    ProfileModel model(bench.sessions);
    model.setNames({u"default"_s});
    ProfileBox box;
    box.setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box.setMinimumContentsLength(14);
    box.setModel(&model);
    const QSize usual = box.sizeHint();
    model.setNames({u"default"_s, name});
    box.setCurrentText(name);
    QCOMPARE(box.currentText(), name);
    QCOMPARE(box.sizeHint().height(), usual.height());
    QVERIFY(box.sizeHint().width() > box.fontMetrics().horizontalAdvance(name));
    QCOMPARE(box.minimumSizeHint(), usual);
    box.resize(usual);
    box.show();
    QVERIFY(QTest::qWaitForWindowExposed(&box));
    box.showPopup();
    QVERIFY2(box.view()->width() < 640, qPrintable(QString::number(box.view()->width())));
    QVERIFY(!box.grab().isNull() && !box.view()->grab().isNull());
}

QTEST_MAIN(TestProfileBox)
#include "tst_profilebox.moc"
