// SPDX-License-Identifier: Apache-2.0
#include "futures.h"
#include "httpanswers.h"
#include "testtokens.h"
#include "windowbench.h"

#include <QApplication>
#include <QClipboard>
#include <QHelpEvent>
#include <QJsonObject>
#include <QTest>
#include <QToolTip>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = Session::State;

// A service may say what it likes; the window stays as it is.
class TestMainWindowLongTexts : public QObject
{
    Q_OBJECT

private slots:
    void windowBearsWhatTheServiceSays_data();
    void windowBearsWhatTheServiceSays();
    void longProfileNameHasTheRoomThatThereIs();
};

void TestMainWindowLongTexts::windowBearsWhatTheServiceSays_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("words") << u"long "_s.repeated(819).trimmed();
    QTest::newRow("one word") << u"a-b."_s.repeated(1024);
    QTest::newRow("right to left") << QString::fromUtf8("\u05E9\u05DC\u05D5\u05DD ").repeated(819).trimmed();
    QTest::newRow("override") << QString::fromUtf8("\u202Egro").repeated(1024);
    QTest::newRow("emoji") << QString::fromUtf8("\U0001F469\u200D\U0001F680").repeated(800);
    QTest::newRow("markup") << u"<h1>big</h1><img src='x'>&amp;"_s.repeated(136);
}

void TestMainWindowLongTexts::windowBearsWhatTheServiceSays()
{
    QFETCH(const QString, text);
    WindowBench bench;
    QJsonObject answer = exchangeObject(TestTokens::accessToken(), bench.clock.now().addSecs(3600));
    answer[u"organization_id"_s] = text;
    answer[u"user_id"_s] = text;
    bench.answerExchanges(jsonAnswer("200 OK", answer));
    bench.answerHealth(DesktopBench::healthSaying(text));
    bench.answerVersion(jsonAnswer("200 OK", {{u"application_name"_s, text}, {u"version"_s, text}}));
    QVERIFY(bench.openIn(State::Active));
    bench.window().resize(400, 440);
    QTRY_VERIFY_WITH_TIMEOUT(bench.says(u"Health: "_s + text + u", 0 ms"_s), patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(bench.says(u"Version: "_s + text + u' ' + text), patienceMs);
    QVERIFY(bench.says(u"Organization ID: "_s + text));
    QCoreApplication::processEvents();
    QCOMPARE(bench.window().size(), QSize(400, 440));
    QVERIFY(bench.window().minimumSizeHint().width() <= 400);
    QCOMPARE(clippedWidgets(bench.window()).join(u'\n'), QString());

    for (const QString &name : {u"organizationLabel"_s, u"userLabel"_s, u"healthLabel"_s, u"versionLabel"_s}) {
        QLabel &label = bench.label(name);
        QVERIFY2(!label.grab().isNull(), qPrintable(name));
        QHelpEvent event(QEvent::ToolTip, QPoint(2, 2), label.mapToGlobal(QPoint(2, 2)));
        QApplication::sendEvent(&label, &event);
        QVERIFY2(!QToolTip::text().isEmpty(), qPrintable(name));
        const QLabel tip(QToolTip::text());
        QVERIFY2(tip.sizeHint().width() < 1'600 && tip.sizeHint().height() < 400, qPrintable(name));
        QToolTip::hideText();
    }
    for (const QString &name : {u"Copy organization ID"_s, u"Copy user ID"_s}) {
        QGuiApplication::clipboard()->clear();
        bench.click(name);
        QCOMPARE(QGuiApplication::clipboard()->text(), text);
    }
}

void TestMainWindowLongTexts::longProfileNameHasTheRoomThatThereIs()
{
    WindowBench bench;
    const QString name = u"experiments of the second group "_s.repeated(3).trimmed();
    bench.storeLogin(name);
    QVERIFY(bench.openIn(State::Active));
    const int usual = bench.profileBox().width();
    bench.window().showProfile(name);
    const int wanted = bench.profileBox().fontMetrics().horizontalAdvance(name);
    bench.window().resize(wanted + 400, 500);
    QTRY_VERIFY_WITH_TIMEOUT(bench.profileBox().width() > wanted, patienceMs);
    QVERIFY(bench.profileBox().width() < wanted + 100); // no more than it is good for
    bench.window().resize(400, 440);
    QTRY_VERIFY_WITH_TIMEOUT(bench.profileBox().width() < wanted, patienceMs);
    QCOMPARE(bench.window().size(), QSize(400, 440));
    QCOMPARE(clippedWidgets(bench.window()).join(u'\n'), QString());
    bench.window().showProfile(u"default"_s);
    QTRY_COMPARE_WITH_TIMEOUT(bench.profileBox().width(), usual, patienceMs);
}

QTEST_MAIN(TestMainWindowLongTexts)
#include "tst_mainwindowlongtexts.moc"
