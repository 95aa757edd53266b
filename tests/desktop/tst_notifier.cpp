// SPDX-License-Identifier: Apache-2.0
#include "notifier.h"

#include "futures.h"
#include "notificationstandin.h"

#include <QDBusConnection>
#include <QDBusServiceWatcher>
#include <QSignalSpy>
#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;

class TestNotifier : public QObject
{
    Q_OBJECT

private slots:
    void programAndIconHaveTheirNames();
    void laterOneTakesThePlaceOfTheEarlier();
    void onlyTheLastOfSeveralThatWaitIsShown();
    void subjectsDoNotWaitForEachOther();
    void serviceIsAskedOnce();
    void anotherServiceIsAskedAnew();
    void whatIsShownIsTakenBack();
    void whatIsOnItsWayIsTakenBack();
    void whatIsShownAgainStays();
    void missingServiceIsSaid();

private:
    static Notification about(const QString &subject, const QString &title)
    {
        return {.subject = subject, .title = title, .text = u"text"_s};
    }
};

void TestNotifier::programAndIconHaveTheirNames()
{
    NotificationStandIn service;
    Notifier notifier;
    notifier.show(about(u"work"_s, u"first"_s));
    QTRY_COMPARE_WITH_TIMEOUT(service.shown().size(), 1, patienceMs);
    QCOMPARE(service.shown().first().program, u"QCi Auth"_s);
    QCOMPARE(service.shown().first().icon, u"qci-auth-desktop"_s);
}

void TestNotifier::laterOneTakesThePlaceOfTheEarlier()
{
    NotificationStandIn service;
    Notifier notifier;
    service.hold();
    notifier.show(about(u"work"_s, u"first"_s));
    QTRY_COMPARE_WITH_TIMEOUT(service.titles(), QStringList{u"first"_s}, patienceMs);
    notifier.show(about(u"work"_s, u"second"_s));
    service.release();
    QTRY_COMPARE_WITH_TIMEOUT(service.titles(), (QStringList{u"first"_s, u"second"_s}), patienceMs);
    QCOMPARE(service.shown().at(1).replaces, service.shown().at(0).id);
}

void TestNotifier::onlyTheLastOfSeveralThatWaitIsShown()
{
    NotificationStandIn service;
    Notifier notifier;
    for (const QString &title : {u"first"_s, u"second"_s, u"third"_s})
        notifier.show(about(u"work"_s, title));
    notifier.show(about(u"other"_s, u"last"_s));
    QTRY_COMPARE_WITH_TIMEOUT(service.titles(), (QStringList{u"third"_s, u"last"_s}), patienceMs);
}

void TestNotifier::subjectsDoNotWaitForEachOther()
{
    NotificationStandIn service;
    Notifier notifier;
    service.hold();
    notifier.show(about(u"work"_s, u"first"_s));
    QTRY_COMPARE_WITH_TIMEOUT(service.shown().size(), 1, patienceMs);
    notifier.show(about(u"other"_s, u"second"_s));
    QTRY_COMPARE_WITH_TIMEOUT(service.shown().size(), 2, patienceMs);
    QCOMPARE(service.shown().at(1).replaces, 0U);
    service.release();
}

void TestNotifier::serviceIsAskedOnce()
{
    NotificationStandIn service;
    Notifier notifier;
    notifier.show(about(u"work"_s, u"first"_s));
    notifier.show(about(u"other"_s, u"second"_s));
    QTRY_COMPARE_WITH_TIMEOUT(service.shown().size(), 2, patienceMs);
    notifier.show(about(u"third"_s, u"third"_s));
    QTRY_COMPARE_WITH_TIMEOUT(service.shown().size(), 3, patienceMs);
    QCOMPARE(service.questions(), 1);
}

void TestNotifier::anotherServiceIsAskedAnew()
{
    NotificationStandIn service;
    Notifier notifier;
    const QSignalSpy activated(&notifier, &Notifier::activated);
    notifier.show(about(u"work"_s, u"first"_s));
    QTRY_COMPARE_WITH_TIMEOUT(service.shown().size(), 1, patienceMs);
    service.press(service.shown().first());
    QTRY_COMPARE_WITH_TIMEOUT(activated.size(), 1, patienceMs); // it knows the number, then
    const QDBusServiceWatcher watcher(u"org.freedesktop.Notifications"_s, QDBusConnection::sessionBus());
    const QSignalSpy registered(&watcher, &QDBusServiceWatcher::serviceRegistered);
    service.startAnew();
    QTRY_COMPARE_WITH_TIMEOUT(registered.size(), 1, patienceMs);
    notifier.show(about(u"work"_s, u"second"_s));
    QTRY_COMPARE_WITH_TIMEOUT(service.shown().size(), 2, patienceMs);
    QCOMPARE(service.questions(), 2);
    // The number of before may be that of another program's notification now.
    QCOMPARE(service.shown().last().replaces, 0U);
}

void TestNotifier::whatIsShownIsTakenBack()
{
    NotificationStandIn service;
    Notifier notifier;
    const QSignalSpy activated(&notifier, &Notifier::activated);
    notifier.show(about(u"work"_s, u"first"_s));
    QTRY_COMPARE_WITH_TIMEOUT(service.shown().size(), 1, patienceMs);
    service.press(service.shown().first());
    QTRY_COMPARE_WITH_TIMEOUT(activated.size(), 1, patienceMs); // it knows the number, then
    notifier.withdraw(u"other"_s);
    notifier.withdraw(u"work"_s);
    notifier.withdraw(u"work"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!service.closed().isEmpty(), patienceMs);
    notifier.show(about(u"work"_s, u"second"_s));
    QTRY_COMPARE_WITH_TIMEOUT(service.shown().size(), 2, patienceMs);
    QCOMPARE(service.shown().at(1).replaces, 0U);
    QCOMPARE(service.closed(), QList<uint>{service.shown().first().id});
}

void TestNotifier::whatIsOnItsWayIsTakenBack()
{
    NotificationStandIn service;
    Notifier notifier;
    service.hold();
    notifier.show(about(u"work"_s, u"first"_s));
    QTRY_COMPARE_WITH_TIMEOUT(service.shown().size(), 1, patienceMs);
    notifier.show(about(u"work"_s, u"never shown"_s));
    notifier.withdraw(u"work"_s);
    service.release();
    QTRY_COMPARE_WITH_TIMEOUT(service.closed(), QList<uint>{service.shown().first().id}, patienceMs);
    QCOMPARE(service.shown().size(), 1);
}

void TestNotifier::whatIsShownAgainStays()
{
    NotificationStandIn service;
    Notifier notifier;
    service.hold();
    notifier.show(about(u"work"_s, u"first"_s));
    QTRY_COMPARE_WITH_TIMEOUT(service.shown().size(), 1, patienceMs);
    notifier.withdraw(u"work"_s);
    notifier.show(about(u"work"_s, u"second"_s));
    service.release();
    QTRY_COMPARE_WITH_TIMEOUT(service.shown().size(), 2, patienceMs);
    QCOMPARE(service.shown().at(1).replaces, service.shown().at(0).id);
    QCOMPARE(service.closed(), QList<uint>());
}

void TestNotifier::missingServiceIsSaid()
{
    Notifier notifier;
    QSignalSpy unavailable(&notifier, &Notifier::unavailable);
    notifier.show(about(u"work"_s, u"first"_s));
    notifier.show(about(u"other"_s, u"second"_s));
    QTRY_COMPARE_WITH_TIMEOUT(unavailable.size(), 2, patienceMs);
    QCOMPARE(unavailable.at(0).at(0).value<Notification>().title, u"first"_s);
}

QTEST_GUILESS_MAIN(TestNotifier)
#include "tst_notifier.moc"
