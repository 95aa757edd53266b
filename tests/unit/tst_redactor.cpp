// SPDX-License-Identifier: Apache-2.0
#include "redactor.h"
#include "testtokens.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QUrl>

using namespace QciAuth;
using namespace Qt::StringLiterals;

class TestRedactor : public QObject
{
    Q_OBJECT

private slots:
    void knownSecretGoesInEveryForm_data();
    void knownSecretGoesInEveryForm();
    void everySecretGoes();
    void longerSecretWithAShorterInsideLeavesNothing();
    void shortSecretsAreNoSecrets();
    void whatLooksLikeACredentialGoes_data();
    void whatLooksLikeACredentialGoes();
    void longTextHidesNothing_data();
    void longTextHidesNothing();
    void ordinaryTextStays_data();
    void ordinaryTextStays();
};

void TestRedactor::knownSecretGoesInEveryForm_data()
{
    QTest::addColumn<QString>("secret");
    QTest::newRow("API token") << TestTokens::apiToken();
    QTest::newRow("access token") << TestTokens::accessToken();
    QTest::newRow("plain word") << u"correct-horse"_s;
    for (const qsizetype length : {16, 17, 18, 40, 64})
        QTest::addRow("awkward, %lld characters", static_cast<long long>(length)) << TestTokens::awkward(length);
}

void TestRedactor::knownSecretGoesInEveryForm()
{
    QFETCH(const QString, secret);
    const Redactor redactor({secret});
    const QByteArray bytes = secret.toUtf8();
    const QByteArray json = QJsonDocument(QJsonObject{{u"k"_s, secret}}).toJson(QJsonDocument::Compact);
    const QString escaped = QString::fromUtf8(json.sliced(6, json.size() - 8));
    const QString percent = QString::fromLatin1(QUrl::toPercentEncoding(secret));
    const QStringList forms{secret, escaped, QString(escaped).replace(u"/"_s, u"\\/"_s), percent,
        QString::fromLatin1(QUrl::toPercentEncoding(secret, "/")), percent.toLower(),
        QString::fromLatin1(bytes.toBase64()), QString::fromLatin1(bytes.toBase64(QByteArray::OmitTrailingEquals)),
        QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding))};
    for (const QString &form : forms) {
        const QString text = redactor.redact(u"before <"_s + form + u"> after "_s + form);
        QVERIFY2(!text.contains(form), qPrintable(text));
        QVERIFY2(!text.contains(form.first(6)), qPrintable(text));
        QVERIFY2(text.startsWith(u"before <[redacted]"_s), qPrintable(text));
        QVERIFY2(text.contains(u"> after [redacted]"_s), qPrintable(text));
    }
}

void TestRedactor::everySecretGoes()
{
    const QStringList secrets{TestTokens::awkward(20), TestTokens::awkward(30), u"correct-horse"_s};
    Redactor redactor;
    for (const QString &secret : secrets)
        redactor.add(secret);
    const QString text = redactor.redact(secrets.join(u" and "_s));
    QCOMPARE(text, u"[redacted] and [redacted] and [redacted]"_s);
    QCOMPARE(Redactor(secrets).redact(secrets.join(u" and "_s)), text);
}

void TestRedactor::longerSecretWithAShorterInsideLeavesNothing()
{
    QCOMPARE(Redactor({u"horse"_s, u"correct-horse-battery"_s}).redact(u"correct-horse-battery"_s), u"[redacted]"_s);
}

void TestRedactor::shortSecretsAreNoSecrets()
{
    QCOMPARE(Redactor({u""_s, u"a"_s, u"abc"_s}).redact(u"abc a cab"_s), u"abc a cab"_s);
}

void TestRedactor::whatLooksLikeACredentialGoes_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("secret");
    QTest::addColumn<QString>("after");
    const QString jwt = TestTokens::accessToken();
    const QString hex = TestTokens::apiToken();
    const QString odd = u"q!w#e$r%t^y"_s;
    QTest::newRow("JWT") << u"token "_s << jwt << u" end"_s;
    QTest::newRow("JWT in quotes") << u"\""_s << jwt << u"\""_s;
    QTest::newRow("JWT that was cut") << u"x="_s << jwt.first(60) << u""_s;
    QTest::newRow("head of a JWT") << u"x="_s << jwt.section(u'.', 0, 0) << u" end"_s;
    QTest::newRow("JWT without signature") << u"x="_s << jwt.section(u'.', 0, 1) + u"."_s << u" end"_s;
    QTest::newRow("hexadecimal digits") << u"token "_s << hex << u" end"_s;
    QTest::newRow("capital hexadecimal digits") << u"token "_s << hex.toUpper() << u" end"_s;
    QTest::newRow("64 hexadecimal digits") << u"token "_s << hex + hex << u" end"_s;
    QTest::newRow("bearer header") << u"Authorization: Bearer "_s << odd << u"\r\n"_s;
    QTest::newRow("bearer in lower case") << u"authorization: bearer "_s << odd << u""_s;
    QTest::newRow("refresh token member") << u"{\"refresh_token\":\""_s << odd << u"\"}"_s;
    QTest::newRow("refresh token member, spaced") << u"{\"refresh_token\": \""_s << odd << u"\"}"_s;
    QTest::newRow("refresh token member, widely spaced") << u"{\"refresh_token\" : \n \""_s << odd << u"\"}"_s;
    QTest::newRow("access token member") << u"{\"access_token\":\""_s << odd << u"\", \"a\": 1}"_s;
    QTest::newRow("Python's way") << u"{'refresh_token': '"_s << odd << u"'}"_s;
    QTest::newRow("variable") << u"QCI_TOKEN="_s << odd << u" python"_s;
}

void TestRedactor::whatLooksLikeACredentialGoes()
{
    QFETCH(const QString, before);
    QFETCH(const QString, secret);
    QFETCH(const QString, after);
    QCOMPARE(Redactor().redact(before + secret + after), before + u"[redacted]"_s + after);
}

void TestRedactor::longTextHidesNothing_data()
{
    constexpr qsizetype count = 100'000;
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("secret");
    QTest::newRow("member") << u"{\"access_token\":\""_s << u"Gg"_s.repeated(count);
    QTest::newRow("member with quotes") << u"{\"access_token\":\""_s << u"g'"_s.repeated(count);
    QTest::newRow("member with escapes") << u"{\"access_token\":\""_s << u"\\\"g"_s.repeated(count);
    QTest::newRow("bearer header") << u"Bearer "_s << u"Gg"_s.repeated(count);
    QTest::newRow("JWT") << u"x "_s << u"eyJ"_s + u"Gg"_s.repeated(count);
    QTest::newRow("JWT of many parts") << u"x "_s << u"eyJabcde"_s + u".g"_s.repeated(count);
    QTest::newRow("hexadecimal digits") << u"x "_s << u"0f"_s.repeated(count);
}

void TestRedactor::longTextHidesNothing()
{
    QFETCH(const QString, before);
    QFETCH(const QString, secret);
    const QString behind = TestTokens::apiToken();
    const QString text = Redactor().redact(before + secret + u"\", \""_s + behind + u'"');
    QVERIFY2(text == before + u"[redacted]\", \"[redacted]\""_s, "a secret is left");
}

void TestRedactor::ordinaryTextStays_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "Refreshing fails: the service answers 503.", "https://api.qci-prod.com/auth/v1/",
             "6f2c1a4e-1111-4222-8333-944455556666", "org-6f2", "2023-07-15T08:16:59Z", "deadbeef", "a bearer of news",
             "the token is unknown", R"({"detail":"no","status":401})"})
        QTest::addRow("'%s'", text) << QString::fromLatin1(text);
}

void TestRedactor::ordinaryTextStays()
{
    QFETCH(const QString, text);
    if (text.contains(u"bearer"_s))
        QEXPECT_FAIL("", "what follows the word is taken for a token: better than the other way round", Continue);
    QCOMPARE(Redactor().redact(text), text);
}

QTEST_GUILESS_MAIN(TestRedactor)
#include "tst_redactor.moc"
