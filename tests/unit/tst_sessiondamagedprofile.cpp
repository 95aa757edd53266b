// SPDX-License-Identifier: Apache-2.0
#include "futures.h"
#include "testtokens.h"
#include "workbench.h"

#include <QDir>
#include <QFile>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = Session::State;
using Cause = AuthError::Cause;
using Operation = ScriptedSecretStore::Operation;

/// A session whose profile somebody damages, or removes, while it is at work.
class TestSessionDamagedProfile : public QObject
{
    Q_OBJECT

private slots:
    void newerLoginThatCannotBeUsedIsNotTriedWithoutEnd_data();
    void newerLoginThatCannotBeUsedIsNotTriedWithoutEnd();
    void damageWhileTheKeychainIsReadIsNoLogout();
    void damageAfterARejectionDoesNotHideANewerLogin();

private:
    static bool damage(const Workbench &bench);
};

bool TestSessionDamagedProfile::damage(const Workbench &bench)
{
    const QDir folder(bench.folder.filePath(u"profiles"_s));
    QFile file(folder.filePath(folder.entryList({u"*.ini"_s}).value(0)));
    return file.open(QIODevice::WriteOnly) && file.write("neither this nor that") > 0;
}

void TestSessionDamagedProfile::newerLoginThatCannotBeUsedIsNotTriedWithoutEnd_data()
{
    QTest::addColumn<bool>("isDamaged");
    QTest::newRow("damaged") << true;
    QTest::newRow("removed") << false;
}

void TestSessionDamagedProfile::newerLoginThatCannotBeUsedIsNotTriedWithoutEnd()
{
    QFETCH(const bool, isDamaged);
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    bench.clock.advance(51min);
    bench.storeToken(TestTokens::apiToken()); // another process has logged in
    QVERIFY(isDamaged ? damage(bench) : !bench.profiles.remove(bench.profile.name));
    const qsizetype before = bench.secrets.calls().size();
    session->recheck();
    QVERIFY(QTest::qWaitFor([&session] { return !session->isExchanging(); }, patienceMs));
    const qsizetype after = bench.secrets.calls().size();
    QVERIFY(after > before);
    QVERIFY(session->nextAttemptAt());
    QVERIFY(session->now().msecsTo(*session->nextAttemptAt()) >= 10'000);
    bench.clock.advance(9s);
    session->recheck();
    Workbench::settle();
    QCOMPARE(bench.secrets.calls().size(), after);
    QCOMPARE(bench.server.requests().size(), 1);
    QCOMPARE(session->info()->accessToken, bench.accessToken);
    QCOMPARE(session->lastError().has_value(), isDamaged);
    if (isDamaged)
        QCOMPARE(session->lastError()->cause(), Cause::UnreadableConfiguration);
}

void TestSessionDamagedProfile::damageWhileTheKeychainIsReadIsNoLogout()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    bench.secrets.holdNext(Operation::Read);
    session->start();
    QVERIFY(damage(bench));
    bench.secrets.release();
    QVERIFY(succeeds(session->started()));
    QCOMPARE(session->state(), State::RefreshFailing);
    QVERIFY(session->lastError());
    QCOMPARE(session->lastError()->cause(), Cause::UnreadableConfiguration);
    const auto info = resultOf(session->token());
    QVERIFY(info);
    QCOMPARE(info->accessToken, bench.accessToken);
    QVERIFY(session->nextAttemptAt());
    QCOMPARE(session->profile().url, bench.profile.url);
}

void TestSessionDamagedProfile::damageAfterARejectionDoesNotHideANewerLogin()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    const QString other = TestTokens::apiToken();
    bench.serveRejection([&] {
        bench.storeToken(other); // another process logs in again
        bench.secrets.putSecret(bench.profile.accessTokenKey(), {});
        bench.secrets.holdNext(Operation::Read);
    });
    QVERIFY(errorOf(session->refreshNow()));
    QVERIFY(damage(bench));
    bench.secrets.release();
    QCOMPARE(session->state(), State::RefreshFailing);
    QCOMPARE(session->lastError()->cause(), Cause::UnreadableConfiguration);
    QVERIFY(session->nextAttemptAt());
    // Mended, it is used at the next try.
    QVERIFY(!bench.profiles.save(bench.profile));
    bench.serveTokens();
    bench.clock.advance(15min);
    session->recheck();
    QVERIFY(Workbench::waitForState(*session, State::Active));
    QCOMPARE(bench.sentToken(), other);
}

QTEST_GUILESS_MAIN(TestSessionDamagedProfile)
#include "tst_sessiondamagedprofile.moc"
