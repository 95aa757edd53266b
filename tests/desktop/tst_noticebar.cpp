// SPDX-License-Identifier: Apache-2.0
#include "noticebar.h"

#include "futures.h"
#include "screenreader.h"
#include "tooltiptext.h"

#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using Action = Notice::Action;

class TestNoticeBar : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void isThereOnlyWithANotice();
    void longWordWidensNothing();
    void nameForScreenReadersHoldsTheText();
    void screenReaderIsToldThatItIsANotification();
    void textIsShownAsItIs();
    void buttonIsThatOfTheAction_data();
    void buttonIsThatOfTheAction();
    void actionIsSignalled();
    void keyboardTriggersAndCloses();
    void closedNoticeStaysAwayWhileItCounts();
    void closedNoticeStaysAwayThroughItsProgress();
    void progressChangesNoMoreThanTheText();
    void closedNoticeMakesWayForAnother();
    void closedNoticeComesBackAsANewEpisode();
    void toneIsWordsAndIconToo();
    void paletteChangeIsFollowed();

private:
    QLabel *text() { return m_window->findChild<QLabel *>(u"noticeText"_s); }
    QPushButton *action() { return m_window->findChild<QPushButton *>(u"noticeAction"_s); }
    QPushButton *closeButton() { return m_window->findChild<QPushButton *>(u"noticeClose"_s); }

    std::unique_ptr<QWidget> m_window;
    NoticeBar *m_bar = nullptr;
};

void TestNoticeBar::init()
{
    m_window = std::make_unique<QWidget>();
    m_bar = new NoticeBar(m_window.get());
    (new QVBoxLayout(m_window.get()))->addWidget(m_bar);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get(), patienceMs));
}

void TestNoticeBar::cleanup()
{
    m_window.reset();
    QApplication::setPalette(QPalette());
}

void TestNoticeBar::isThereOnlyWithANotice()
{
    QVERIFY(!m_bar->isVisible());
    m_bar->setNotice(Notice{Tone::Warning, u"Something"_s, Action::Refresh});
    QVERIFY(m_bar->isVisible());
    QCOMPARE(text()->text(), u"Something"_s);
    m_bar->setNotice(Notice{Tone::Warning, u"Something else"_s, Action::Refresh});
    QVERIFY(m_bar->isVisible());
    QCOMPARE(text()->text(), u"Something else"_s);
    m_bar->setNotice(std::nullopt);
    QVERIFY(!m_bar->isVisible());
}

void TestNoticeBar::nameForScreenReadersHoldsTheText()
{
    m_bar->setNotice(Notice{Tone::Bad, u"Log in again."_s, Action::LogIn});
    QVERIFY(findSpoken<QLabel>(*m_window, u"Notice: Log in again."_s));
    m_bar->setNotice(Notice{Tone::Bad, u"Really."_s, Action::LogIn});
    QVERIFY(findSpoken<QLabel>(*m_window, u"Notice: Really."_s));
    QVERIFY(findSpoken<QPushButton>(*m_window, u"Close notice"_s));
}

// Others are read out when somebody comes to them.
void TestNoticeBar::screenReaderIsToldThatItIsANotification()
{
    m_bar->setNotice(Notice{Tone::Bad, u"Log in again."_s, Action::LogIn});
    QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(text());
    QVERIFY(spoken);
    QCOMPARE(spoken->role(), QAccessible::Notification);
    QCOMPARE(spoken->text(QAccessible::Name), u"Notice: Log in again."_s);
}

void TestNoticeBar::textIsShownAsItIs()
{
    // It may quote what a server says.
    m_bar->setNotice(Notice{Tone::Bad, u"<b>bold</b> &amp; %1"_s, Action::None});
    QCOMPARE(text()->textFormat(), Qt::PlainText);
    QVERIFY(findSpoken<QLabel>(*m_window, u"Notice: <b>bold</b> &amp; %1"_s));
}

void TestNoticeBar::buttonIsThatOfTheAction_data()
{
    QTest::addColumn<Action>("kind");
    QTest::addColumn<QString>("words");
    QTest::newRow("none") << Action::None << QString();
    QTest::newRow("refresh") << Action::Refresh << u"Try now"_s;
    QTest::newRow("read keychain") << Action::ReadKeychain << u"Try now"_s;
    QTest::newRow("log in") << Action::LogIn << u"Log in again…"_s;
}

void TestNoticeBar::buttonIsThatOfTheAction()
{
    QFETCH(const Action, kind);
    QFETCH(const QString, words);
    m_bar->setNotice(Notice{Tone::Warning, u"Something"_s, kind});
    QCOMPARE(action()->isVisible(), !words.isEmpty());
    QCOMPARE(action()->text(), words);
}

void TestNoticeBar::actionIsSignalled()
{
    QSignalSpy triggered(m_bar, &NoticeBar::actionTriggered);
    m_bar->setNotice(Notice{Tone::Bad, u"Log in again."_s, Action::LogIn});
    QTest::mouseClick(action(), Qt::LeftButton);
    QCOMPARE(triggered.size(), 1);
    QCOMPARE(triggered.first().first().value<Action>(), Action::LogIn);
    QVERIFY(m_bar->isVisible());
}

void TestNoticeBar::keyboardTriggersAndCloses()
{
    QSignalSpy triggered(m_bar, &NoticeBar::actionTriggered);
    m_bar->setNotice(Notice{Tone::Warning, u"Something"_s, Action::Refresh});
    action()->setFocus();
    QTest::keyClick(action(), Qt::Key_Space);
    QCOMPARE(triggered.size(), 1);
    QTest::keyClick(action(), Qt::Key_Tab);
    QTRY_VERIFY_WITH_TIMEOUT(closeButton()->hasFocus(), patienceMs);
    QTest::keyClick(closeButton(), Qt::Key_Space);
    QVERIFY(!m_bar->isVisible());
    QCOMPARE(triggered.size(), 1);
}

void TestNoticeBar::closedNoticeStaysAwayWhileItCounts()
{
    m_bar->setNotice(Notice{Tone::Warning, u"Next try in 12 s."_s, Action::Refresh});
    QTest::mouseClick(closeButton(), Qt::LeftButton);
    for (const int seconds : {12, 11, 10, 9, 0}) {
        m_bar->setNotice(Notice{Tone::Warning, u"Next try in %1 s."_s.arg(seconds), Action::Refresh});
        QVERIFY(!m_bar->isVisible());
    }
}

void TestNoticeBar::closedNoticeStaysAwayThroughItsProgress()
{
    Notice notice{Tone::Warning, u"Refreshing fails."_s, Action::Refresh, u"Next try in 12 s."_s};
    m_bar->setNotice(notice);
    QCOMPARE(text()->text(), u"Refreshing fails. Next try in 12 s."_s);
    QVERIFY(findSpoken<QLabel>(*m_window, u"Notice: Refreshing fails."_s));
    QTest::mouseClick(closeButton(), Qt::LeftButton);
    for (const QString &progress : {QString(), u"Trying again."_s, u"Next try in 3 min."_s}) {
        notice.progress = progress;
        m_bar->setNotice(notice);
        QVERIFY(!m_bar->isVisible());
    }
}

void TestNoticeBar::progressChangesNoMoreThanTheText()
{
    Notice notice{Tone::Warning, u"Refreshing fails."_s, Action::Refresh, u"Next try in 12 s."_s};
    m_bar->setNotice(notice);
    QLabel *icon = nullptr;
    for (QLabel *label : m_bar->findChildren<QLabel *>()) {
        if (!label->pixmap().isNull())
            icon = label;
    }
    QVERIFY(icon);
    const qint64 before = icon->pixmap().cacheKey();
    notice.progress = u"Next try in 11 s."_s;
    m_bar->setNotice(notice);
    QCOMPARE(text()->text(), u"Refreshing fails. Next try in 11 s."_s);
    QCOMPARE(icon->pixmap().cacheKey(), before);
    notice.tone = Tone::Bad;
    m_bar->setNotice(notice);
    QVERIFY(icon->pixmap().cacheKey() != before);
}

void TestNoticeBar::closedNoticeMakesWayForAnother()
{
    m_bar->setNotice(Notice{Tone::Warning, u"Next try in 12 s."_s, Action::Refresh});
    QTest::mouseClick(closeButton(), Qt::LeftButton);
    m_bar->setNotice(Notice{Tone::Bad, u"Log in again."_s, Action::LogIn});
    QVERIFY(m_bar->isVisible());
    QCOMPARE(text()->text(), u"Log in again."_s);
}

void TestNoticeBar::closedNoticeComesBackAsANewEpisode()
{
    const Notice notice{Tone::Warning, u"Next try in 12 s."_s, Action::Refresh};
    m_bar->setNotice(notice);
    QTest::mouseClick(closeButton(), Qt::LeftButton);
    m_bar->setNotice(std::nullopt);
    QVERIFY(!m_bar->isVisible());
    m_bar->setNotice(notice);
    QVERIFY(m_bar->isVisible());
}

void TestNoticeBar::toneIsWordsAndIconToo()
{
    QList<QImage> icons;
    for (const Tone tone : {Tone::Neutral, Tone::Warning, Tone::Bad}) {
        m_bar->setNotice(Notice{tone, u"Something"_s, Action::None});
        for (QLabel *label : m_bar->findChildren<QLabel *>()) {
            if (label != text())
                icons.append(label->pixmap().toImage());
        }
    }
    QCOMPARE(icons.size(), 3);
    // Shapes, not colours alone.
    for (QImage &icon : icons)
        icon = icon.convertToFormat(QImage::Format_Alpha8);
    QVERIFY(icons.at(0) != icons.at(1));
    QVERIFY(icons.at(1) != icons.at(2));
    QVERIFY(icons.at(0) != icons.at(2));
}

void TestNoticeBar::paletteChangeIsFollowed()
{
    m_bar->setNotice(Notice{Tone::Warning, u"Something"_s, Action::None});
    const QColor light = m_bar->palette().color(QPalette::Window);
    QPalette dark;
    dark.setColor(QPalette::Window, QColor(0x1e1e1e));
    dark.setColor(QPalette::WindowText, Qt::white);
    QApplication::setPalette(dark);
    QTRY_VERIFY_WITH_TIMEOUT(m_bar->palette().color(QPalette::Window).lightness() < light.lightness(), patienceMs);
    QVERIFY(m_bar->palette().color(QPalette::Window).lightness() < 128);
    QCOMPARE(text()->palette().color(QPalette::WindowText), QColor(Qt::white));
}

void TestNoticeBar::longWordWidensNothing()
{
    m_bar->setNotice(Notice{Tone::Warning, u"short"_s, Action::None});
    const int usual = m_bar->minimumSizeHint().width();
    QCOMPARE(text()->toolTip(), QString());
    // Such as the path of a file that is named after a profile.
    const QString path = u"/home/"_s + QString(600, u'n') + u".ini"_s;
    m_bar->setNotice(Notice{Tone::Warning, path, Action::None});
    QCOMPARE(m_bar->minimumSizeHint().width(), usual);
    QCOMPARE(text()->toolTip(), toolTipText(path));
}

QTEST_MAIN(TestNoticeBar)
#include "tst_noticebar.moc"
