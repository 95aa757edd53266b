// SPDX-License-Identifier: Apache-2.0
#include "futures.h"
#include "scriptedsecretstore.h"

#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using Operation = ScriptedSecretStore::Operation;

/// The store in memory, and the one of the tests that is built on it.
class TestScriptedSecretStore : public QObject
{
    Q_OBJECT

private slots:
    void secretsComeBack();
    void removingWhatIsNotThereIsFine();
    void nextCallFailsOnce();
    void heldCallDoesNothingBeforeItsRelease();
    void heldCallMayFail();

private:
    const AuthError m_error{AuthError::Kind::Local, AuthError::Cause::SecretStoreLocked, u"locked"_s};
};

void TestScriptedSecretStore::secretsComeBack()
{
    MemorySecretStore store;
    QCOMPARE(store.read(u"a"_s).result(), std::nullopt);
    QVERIFY(succeeds(store.write(u"a"_s, u"1"_s)));
    QVERIFY(succeeds(store.write(u"b"_s, u"2"_s)));
    QVERIFY(succeeds(store.write(u"a"_s, u"3"_s)));
    QCOMPARE(store.read(u"a"_s).result(), u"3"_s);
    QVERIFY(succeeds(store.remove(u"a"_s)));
    QCOMPARE(store.read(u"a"_s).result(), std::nullopt);
    QCOMPARE(store.read(u"b"_s).result(), u"2"_s);
    QVERIFY(!store.name().result().isEmpty());
}

void TestScriptedSecretStore::removingWhatIsNotThereIsFine()
{
    MemorySecretStore store;
    QVERIFY(succeeds(store.remove(u"a"_s)));
}

void TestScriptedSecretStore::nextCallFailsOnce()
{
    ScriptedSecretStore store;
    store.failNext(Operation::Write, m_error);
    QVERIFY(resultOf(store.read(u"a"_s)));
    const auto error = errorOf(store.write(u"a"_s, u"1"_s));
    QVERIFY(error);
    QCOMPARE(error->cause(), m_error.cause());
    QCOMPARE(store.secret(u"a"_s), QString());
    QVERIFY(succeeds(store.write(u"a"_s, u"1"_s)));
    QCOMPARE(store.calls(), (QStringList{u"read a"_s, u"write a"_s, u"write a"_s}));
}

void TestScriptedSecretStore::heldCallDoesNothingBeforeItsRelease()
{
    ScriptedSecretStore store;
    store.holdNext(Operation::Write);
    const auto write = store.write(u"a"_s, u"1"_s);
    QVERIFY(!write.isFinished());
    QCOMPARE(store.secret(u"a"_s), QString());
    store.release();
    QVERIFY(write.isFinished());
    QCOMPARE(store.secret(u"a"_s), u"1"_s);
}

void TestScriptedSecretStore::heldCallMayFail()
{
    ScriptedSecretStore store;
    store.holdNext(Operation::Read);
    store.failNext(Operation::Read, m_error);
    const auto read = store.read(u"a"_s);
    QVERIFY(!read.isFinished());
    store.release();
    QVERIFY(errorOf(read));
}

QTEST_GUILESS_MAIN(TestScriptedSecretStore)
#include "tst_scriptedsecretstore.moc"
