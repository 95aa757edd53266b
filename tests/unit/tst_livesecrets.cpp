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

void TestLiveSecrets::whatLooksLikeACredentialGoesInAnyCase()
{
    QCOMPARE(LiveSecrets::redactAll(u"token "_s + TestTokens::accessToken()), u"token [redacted]"_s);
}

QTEST_GUILESS_MAIN(TestLiveSecrets)
#include "tst_livesecrets.moc"
