// SPDX-License-Identifier: Apache-2.0
#include "shortname.h"

#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;

class TestShortName : public QObject
{
    Q_OBJECT

private slots:
    void usualNamesStay_data();
    void usualNamesStay();
    void longNameLosesItsMiddle();
    void charactersStayWhole();
    void otherDirectionIsKeptApart();
    void namesCannotTurnWhatIsAroundThem();
};

void TestShortName::usualNamesStay_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("word") << u"default"_s;
    QTest::newRow("empty") << QString();
    QTest::newRow("other letters") << u"Büro 東京 🔑"_s;
    QTest::newRow("as long as can be") << QString(48, u'a');
}

void TestShortName::usualNamesStay()
{
    QFETCH(QString, name);
    QCOMPARE(shortName(name), name);
}

void TestShortName::longNameLosesItsMiddle()
{
    const QString name = u"begin"_s + QString(190, u'x') + u"end"_s;
    const QString shown = shortName(name);
    QVERIFY(shown.size() <= 48);
    QVERIFY(shown.startsWith(u"begin"_s));
    QVERIFY(shown.contains(u'…'));
    QVERIFY(shown.endsWith(u"end"_s));
}

void TestShortName::charactersStayWhole()
{
    const QString family = u"👩‍👩‍👧‍👦"_s;
    for (int before = 0; before < family.size(); ++before) {
        const QStringList parts =
            shortName(QString(before, u'a') + family.repeated(20) + QString(before, u'z')).split(u'…');
        QCOMPARE(parts.size(), 2);
        for (QString part : parts) {
            part.remove(family);
            part.remove(u'a').remove(u'z');
            QCOMPARE(part, QString());
        }
    }
}

void TestShortName::otherDirectionIsKeptApart()
{
    QCOMPARE(shortName(u"عمل"_s), u"\u2068عمل\u2069"_s);
}

void TestShortName::namesCannotTurnWhatIsAroundThem()
{
    QCOMPARE(shortName(u"a\u202Eb\u2069c"_s), u"\u2068abc\u2069"_s);
}

QTEST_APPLESS_MAIN(TestShortName)
#include "tst_shortname.moc"
