// SPDX-License-Identifier: Apache-2.0
#include "oneshotbody.h"

#include <QTest>

using namespace QciAuth;

class TestOneShotBody : public QObject
{
    Q_OBJECT

private slots:
    void isReadOnce();
    void isReadInPieces();
    void emptyBodyEnds();
    void refusesToBeRewound();
    void refusesWrites();
};

void TestOneShotBody::isReadOnce()
{
    OneShotBody body("0123456789");
    QVERIFY(body.isOpen());
    QCOMPARE(body.bytesAvailable(), 10);
    QVERIFY(!body.atEnd());
    QCOMPARE(body.readAll(), "0123456789");
    QVERIFY(body.atEnd());
    QCOMPARE(body.bytesAvailable(), 0);
    QCOMPARE(body.readAll(), QByteArray());
}

void TestOneShotBody::isReadInPieces()
{
    OneShotBody body("0123456789");
    QCOMPARE(body.read(4), "0123");
    QCOMPARE(body.bytesAvailable(), 6);
    QCOMPARE(body.read(100), "456789");
    QVERIFY(body.atEnd());
}

void TestOneShotBody::emptyBodyEnds()
{
    OneShotBody body({});
    QVERIFY(body.atEnd());
    QCOMPARE(body.readAll(), QByteArray());
}

void TestOneShotBody::refusesToBeRewound()
{
    OneShotBody body("0123456789");
    QVERIFY(body.isSequential());
    QVERIFY(!body.reset());
    body.read(4);
    QVERIFY(!body.reset());
    QCOMPARE(body.readAll(), "456789");
}

void TestOneShotBody::refusesWrites()
{
    OneShotBody body("0123456789");
    QTest::ignoreMessage(QtWarningMsg, "QIODevice::write (QciAuth::OneShotBody): ReadOnly device");
    QCOMPARE(body.write("x"), -1);
    QCOMPARE(body.readAll(), "0123456789");
}

QTEST_GUILESS_MAIN(TestOneShotBody)
#include "tst_oneshotbody.moc"
