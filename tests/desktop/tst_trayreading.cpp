// SPDX-License-Identifier: Apache-2.0
#include "desktopbench.h"
#include "trayreading.h"

#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Glyph = TrayReading::Glyph;
using State = Session::State;

class TestTrayReading : public QObject
{
    Q_OBJECT

private slots:
    void saysStateAndTimeLeft_data();
    void saysStateAndTimeLeft();
    void looksTheSameForAWhile();
    void ringIsNotEmptyBeforeTheEnd();
    void lastTenMinutesLookDifferent();
    void longNameIsCut_data();
    void longNameIsCut();
    void nameFromRightToLeftLeavesTheRestAlone();

private:
    static TrayReading read(Session &session) { return TrayReading::of(session, session.now()); }
};

void TestTrayReading::saysStateAndTimeLeft_data()
{
    QTest::addColumn<State>("state");
    QTest::addColumn<Glyph>("glyph");
    QTest::addColumn<QString>("toolTip");
    QTest::newRow("logged out") << State::LoggedOut << Glyph::Dash << u"default: Logged out"_s;
    QTest::newRow("starting") << State::Starting << Glyph::Dots << u"default: Waiting for the keychain…"_s;
    QTest::newRow("locked") << State::Locked << Glyph::Lock << u"default: Keychain locked"_s;
    QTest::newRow("active") << State::Active << Glyph::Check << u"default: Logged in. Token expires in 60 minutes"_s;
    QTest::newRow("failing") << State::RefreshFailing << Glyph::Exclamation
                             << u"default: Refreshing fails. Token expires in 10 minutes"_s;
    QTest::newRow("expired") << State::Expired << Glyph::Cross << u"default: Token expired"_s;
    QTest::newRow("login required") << State::LoginRequired << Glyph::Cross << u"default: Login required"_s;
}

void TestTrayReading::saysStateAndTimeLeft()
{
    QFETCH(const State, state);
    QFETCH(const Glyph, glyph);
    QFETCH(const QString, toolTip);
    DesktopBench bench;
    Session *session = bench.sessionIn(state);
    QVERIFY(session);
    const TrayReading reading = read(*session);
    QCOMPARE(reading.toolTip, toolTip);
    QCOMPARE(reading.picture.glyph, glyph);
    QCOMPARE(u"default: "_s + reading.state, toolTip);
}

void TestTrayReading::looksTheSameForAWhile()
{
    DesktopBench bench;
    Session *session = bench.sessionIn(State::Active);
    QVERIFY(session);
    bench.clock.advance(10s);
    const TrayReading before = read(*session);
    QCOMPARE(before.picture.ring, TrayReading::fullRing);
    bench.clock.advance(20s);
    QCOMPARE(read(*session), before);
    bench.clock.advance(45min);
    QCOMPARE(read(*session).picture.ring, TrayReading::fullRing / 4);
}

void TestTrayReading::ringIsNotEmptyBeforeTheEnd()
{
    DesktopBench bench;
    Session *session = bench.sessionIn(State::Active);
    QVERIFY(session);
    bench.clock.advance(1h - 1s);
    QCOMPARE(read(*session).picture.ring, 1);
    bench.clock.advance(1s);
    QCOMPARE(read(*session).picture.ring, 0);
}

void TestTrayReading::lastTenMinutesLookDifferent()
{
    DesktopBench bench;
    Session *session = bench.sessionIn(State::Active);
    QVERIFY(session);
    bench.clock.advance(51min);
    QCOMPARE(read(*session).picture.glyph, Glyph::Clock);
    QCOMPARE(read(*session).picture.tone, Tone::Warning);
}

void TestTrayReading::longNameIsCut_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("letters") << QString(200, u'n');
    // Each of two units, so that a cut by units tears one apart somewhere.
    QTest::newRow("emoji") << u"😀"_s.repeated(100);
    QTest::newRow("emoji after a letter") << u"n"_s + u"😀"_s.repeated(100);
}

void TestTrayReading::longNameIsCut()
{
    QFETCH(const QString, name);
    DesktopBench bench;
    const QString toolTip = read(bench.sessions.session(name)).toolTip;
    QVERIFY2(toolTip.size() < 70, qPrintable(toolTip));
    QVERIFY(toolTip.startsWith(name.left(4)));
    QVERIFY(toolTip.contains(u'…'));
    QVERIFY(toolTip.endsWith(": Logged out"_L1));
    QVERIFY(toolTip.isValidUtf16());
}

void TestTrayReading::nameFromRightToLeftLeavesTheRestAlone()
{
    DesktopBench bench;
    constexpr QChar isolate(0x2068);
    constexpr QChar pop(0x2069);
    const QString toolTip = read(bench.sessions.session(u"עבודה 2"_s)).toolTip;
    QCOMPARE(toolTip, isolate + u"עבודה 2"_s + pop + u": Logged out"_s);
}

QTEST_MAIN(TestTrayReading)
#include "tst_trayreading.moc"
