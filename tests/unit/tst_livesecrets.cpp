// SPDX-License-Identifier: Apache-2.0
#include "livesecrets.h"
#include "messagehandler.h"
#include "testtokens.h"

#include <QTest>

#include <memory>

using namespace QciAuth;
using namespace Qt::StringLiterals;

class TestLiveSecrets : public QObject
{
    Q_OBJECT

private slots:
    void secretsGoWhileTheyLive();
    void othersTakeThePlaceOfThoseBefore();
    void nothingOfASecretIsLeft_data();
    void nothingOfASecretIsLeft();
    void secretsOfSeveralThatOverlapGo_data();
    void secretsOfSeveralThatOverlapGo();
    void whatLooksLikeACredentialGoesInAnyCase();
};

void TestLiveSecrets::secretsGoWhileTheyLive()
{
    const QString first = TestTokens::awkward(40);
    const QString second = TestTokens::awkward(40);
    const QString text = u"before <%1> <%2> after"_s.arg(first, second);
    auto one = std::make_unique<LiveSecrets>();
    auto two = std::make_unique<LiveSecrets>();
    one->set({first});
    two->set({second});
    QCOMPARE(LiveSecrets::redactAll(text), u"before <[redacted]> <[redacted]> after"_s);
    one.reset();
    QVERIFY(LiveSecrets::redactAll(text).contains(first));
    QVERIFY(!LiveSecrets::redactAll(text).contains(second));
    two.reset();
    QVERIFY(LiveSecrets::redactAll(text).contains(second));
}

void TestLiveSecrets::othersTakeThePlaceOfThoseBefore()
{
    LiveSecrets secrets;
    secrets.set({u"correct-horse"_s});
    secrets.set({u"battery-staple"_s});
    QCOMPARE(LiveSecrets::redactAll(u"correct-horse battery-staple"_s), u"correct-horse [redacted]"_s);
}

// Tokens that look in part like one.
void TestLiveSecrets::nothingOfASecretIsLeft_data()
{
    QTest::addColumn<QString>("secret");
    const QString hex = TestTokens::apiToken();
    const QString jwt = TestTokens::accessToken();
    const QString odd = TestTokens::awkward(40);
    QTest::newRow("hexadecimal digits with a tail") << hex + u"-tail-of-the-secret"_s;
    QTest::newRow("hexadecimal digits with a head") << u"head-of-the-secret-"_s + hex;
    QTest::newRow("hexadecimal digits in the middle") << u"head-of-it-"_s + hex + u"-tail-of-it"_s;
    QTest::newRow("JWT with a tail") << jwt + u"~tail/of+the=secret"_s;
    QTest::newRow("JWT with an awkward tail") << jwt + odd;
    QTest::newRow("JWT with a head") << u"head~of/the+secret="_s + jwt;
    QTest::newRow("JSON member within") << u"q{\"_token\":\""_s + odd + u"\"}"_s + odd;
    QTest::newRow("variable within") << u"QCI_TOKEN=abc\"def ghi"_s + odd;
    QTest::newRow("bearer within") << u"bearer abcdef,"_s + odd;
}

void TestLiveSecrets::nothingOfASecretIsLeft()
{
    QFETCH(const QString, secret);
    LiveSecrets other;
    other.set({TestTokens::apiToken(), TestTokens::accessToken()});
    LiveSecrets secrets;
    secrets.set({secret});
    QCOMPARE(LiveSecrets::redactAll(u"before <"_s + secret + u"> after"_s), u"before <[redacted]> after"_s);
    const QString base64 = QString::fromLatin1(secret.toUtf8().toBase64(QByteArray::OmitTrailingEquals));
    QCOMPARE(LiveSecrets::redactAll(base64), u"[redacted]"_s);
}

void TestLiveSecrets::secretsOfSeveralThatOverlapGo_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::addColumn<QString>("text");
    QTest::newRow("the second has the first inside")
        << u"horse"_s << u"correct-horse-battery"_s << u"correct-horse-battery"_s;
    QTest::newRow("the first has the second inside")
        << u"correct-horse-battery"_s << u"horse"_s << u"correct-horse-battery"_s;
    QTest::newRow("the first begins where the second ends")
        << u"horse-battery"_s << u"correct-horse"_s << u"correct-horse-battery"_s;
    QTest::newRow("with itself") << u"abcabc"_s << u"horse"_s << u"abcabcabc"_s;
    QTest::newRow("the mark is a secret") << u"redacted"_s << u"horse"_s << u"horse"_s;
}

void TestLiveSecrets::secretsOfSeveralThatOverlapGo()
{
    QFETCH(const QString, first);
    QFETCH(const QString, second);
    QFETCH(const QString, text);
    LiveSecrets one;
    LiveSecrets two;
    one.set({first});
    two.set({second});
    QCOMPARE(LiveSecrets::redactAll(u'<' + text + u'>'), u"<[redacted]>"_s);
}

void TestLiveSecrets::whatLooksLikeACredentialGoesInAnyCase()
{
    QCOMPARE(LiveSecrets::redactAll(u"token "_s + TestTokens::accessToken()), u"token [redacted]"_s);
}

QTEST_GUILESS_MAIN(TestLiveSecrets)
#include "tst_livesecrets.moc"
