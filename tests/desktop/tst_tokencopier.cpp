// SPDX-License-Identifier: Apache-2.0
#include "tokencopier.h"

#include "desktopbench.h"
#include "futures.h"

#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Form = TokenText::Form;
using State = Session::State;

class TestTokenCopier : public QObject
{
    Q_OBJECT

private slots:
    void everyFormIsCopiedAndSaid_data();
    void everyFormIsCopiedAndSaid();
    void pythonHeadersAreThoseOfTheClient();
    void tokenThatExpiresSoonIsExchangedFirst();
    void tokenThatCannotBeExchangedIsCopiedWhileValid();
    void failureLeavesTheClipboardAlone();
    void sessionMayEndMeanwhile();

private:
    static QClipboard &clipboard() { return *QGuiApplication::clipboard(); }
};

void TestTokenCopier::everyFormIsCopiedAndSaid_data()
{
    QTest::addColumn<Form>("form");
    QTest::addColumn<QString>("atHand");
    QTest::addColumn<QString>("refreshed");
    QTest::newRow("header") << Form::Header << u"Bearer header copied"_s << u"Refreshed, and bearer header copied"_s;
    QTest::newRow("bare") << Form::Bare << u"Bare token copied"_s << u"Refreshed, and bare token copied"_s;
    QTest::newRow("curl") << Form::Curl << u"curl command copied"_s << u"Refreshed, and curl command copied"_s;
    QTest::newRow("python") << Form::PythonHeaders << u"Python headers copied"_s
                            << u"Refreshed, and Python headers copied"_s;
    QTest::newRow("environment") << Form::Environment << u"Environment lines copied"_s
                                 << u"Refreshed, and environment lines copied"_s;
}

void TestTokenCopier::everyFormIsCopiedAndSaid()
{
    QFETCH(Form, form);
    QFETCH(QString, atHand);
    QFETCH(QString, refreshed);
    DesktopBench bench;
    Session *session = bench.sessionIn(State::Active);
    QVERIFY(session);
    TokenCopier copier(clipboard(), bench.connector);
    QSignalSpy copied(&copier, &TokenCopier::copied);
    const auto begins = [&] {
        const QString text = clipboard().text();
        return text.contains(bench.accessToken()) &&
               text.startsWith(TokenText::of(form, *session->info(), session->profile().url).left(20));
    };

    copier.copy(*session, form);
    QTRY_COMPARE_WITH_TIMEOUT(copied.size(), 1, patienceMs);
    QCOMPARE(copied.takeFirst().first().toString(), atHand);
    QVERIFY(begins());
    QCOMPARE(bench.exchanges(), 1);

    bench.clock.advance(59min + 30s);
    copier.copy(*session, form);
    QTRY_COMPARE_WITH_TIMEOUT(copied.size(), 1, patienceMs);
    QCOMPARE(copied.takeFirst().first().toString(), refreshed);
    QVERIFY(begins());
    QCOMPARE(bench.exchanges(), 2);
}

void TestTokenCopier::pythonHeadersAreThoseOfTheClient()
{
    DesktopBench bench;
    Session *session = bench.sessionIn(State::Active);
    QVERIFY(session);
    TokenCopier copier(clipboard(), bench.connector);
    QSignalSpy copied(&copier, &TokenCopier::copied);
    copier.copy(*session, Form::PythonHeaders);
    QTRY_COMPARE_WITH_TIMEOUT(copied.size(), 1, patienceMs);
    for (const QString &line : {u"\"Content-Type\": \"application/json\","_s, u"\"Connection\": \"close\","_s,
             u"\"X-Request-Timeout-Nano\": \"20000000000\","_s})
        QVERIFY2(clipboard().text().contains(line), qPrintable(line));
}

void TestTokenCopier::tokenThatExpiresSoonIsExchangedFirst()
{
    DesktopBench bench;
    Session *session = bench.sessionIn(State::Active);
    QVERIFY(session);
    TokenCopier copier(clipboard(), bench.connector);
    QSignalSpy copied(&copier, &TokenCopier::copied);
    bench.clock.advance(59min);
    copier.copy(*session, Form::Bare); // 60 s are enough
    QTRY_COMPARE_WITH_TIMEOUT(copied.size(), 1, patienceMs);
    QCOMPARE(bench.exchanges(), 1);
    bench.clock.advance(1s);
    copier.copy(*session, Form::Bare);
    QTRY_COMPARE_WITH_TIMEOUT(copied.size(), 2, patienceMs);
    QCOMPARE(bench.exchanges(), 2);
    QVERIFY(clipboard().text() == bench.accessToken());
}

void TestTokenCopier::tokenThatCannotBeExchangedIsCopiedWhileValid()
{
    DesktopBench bench;
    Session *session = bench.sessionIn(State::Active);
    QVERIFY(session);
    TokenCopier copier(clipboard(), bench.connector);
    QSignalSpy copied(&copier, &TokenCopier::copied);
    bench.clock.advance(59min + 30s);
    bench.answerExchanges(DesktopBench::outage());
    copier.copy(*session, Form::Curl);
    QTRY_COMPARE_WITH_TIMEOUT(copied.size(), 1, patienceMs);
    QCOMPARE(copied.first().first().toString(), u"curl command copied, but its token expires in 30 s"_s);
    QVERIFY(clipboard().text().contains(bench.accessToken()));
}

void TestTokenCopier::failureLeavesTheClipboardAlone()
{
    DesktopBench bench;
    clipboard().setText(u"notes of somebody"_s);
    Session *session = bench.sessionIn(State::Expired);
    QVERIFY(session);
    TokenCopier copier(clipboard(), bench.connector);
    QSignalSpy copied(&copier, &TokenCopier::copied);
    QSignalSpy failed(&copier, &TokenCopier::failed);
    copier.copy(*session, Form::Environment);
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, patienceMs);
    QCOMPARE(copied.size(), 0);
    QCOMPARE(clipboard().text(), u"notes of somebody"_s);
}

void TestTokenCopier::sessionMayEndMeanwhile()
{
    DesktopBench bench;
    clipboard().setText(u"notes of somebody"_s);
    bench.storeLogin();
    bench.holdExchanges();
    auto session = std::make_unique<Session>(
        bench.profile(), bench.secrets, bench.profiles, bench.sharing, bench.connector, [] { return 0.0; });
    session->start();
    QTRY_COMPARE_WITH_TIMEOUT(bench.exchanges(), 1, patienceMs);
    TokenCopier copier(clipboard(), bench.connector);
    QSignalSpy copied(&copier, &TokenCopier::copied);
    QSignalSpy failed(&copier, &TokenCopier::failed);
    copier.copy(*session, Form::Bare);
    session.reset();
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, patienceMs);
    QCOMPARE(copied.size(), 0);
    QCOMPARE(clipboard().text(), u"notes of somebody"_s);
}

QTEST_MAIN(TestTokenCopier)
#include "tst_tokencopier.moc"
