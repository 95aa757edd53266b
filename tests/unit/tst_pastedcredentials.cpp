// SPDX-License-Identifier: Apache-2.0
#include "pastedcredentials.h"
#include "testtokens.h"

#include <QDeadlineTimer>
#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;

class TestPastedCredentials : public QObject
{
    Q_OBJECT

private slots:
    void tokenIsTakenOutOfWhatWasPasted_data();
    void tokenIsTakenOutOfWhatWasPasted();
    void environmentFileFillsBoth_data();
    void environmentFileFillsBoth();
    void tokenOfAnyShapeIsKept_data();
    void tokenOfAnyShapeIsKept();
    void longTextIsReadAtOnce_data();
    void longTextIsReadAtOnce();
    void wellFormedTokens_data();
    void wellFormedTokens();
};

void TestPastedCredentials::tokenIsTakenOutOfWhatWasPasted_data()
{
    QTest::addColumn<QString>("form"); // TOKEN stands for it
    for (const char *form :
        {"TOKEN", " TOKEN ", "\tTOKEN\n", "TOKEN\r\n", "\n\nTOKEN\n\n", "\xa0TOKEN\xa0", "Bearer TOKEN", "bearer TOKEN",
            "BEARER   TOKEN\n", "Bearer\tTOKEN", "Authorization: Bearer TOKEN", "authorization:bearer TOKEN",
            "\"TOKEN\"", "'TOKEN'", "`TOKEN`", "\" TOKEN \"", "'\"TOKEN\"'", "\"Bearer TOKEN\"", "Bearer \"TOKEN\"",
            "\"Authorization: Bearer TOKEN\"", "Bearer Bearer TOKEN", "QCI_TOKEN=TOKEN", "QCI_TOKEN = TOKEN",
            "QCI_TOKEN=\"TOKEN\"", "QCI_TOKEN='TOKEN'\n", "export QCI_TOKEN=TOKEN", "export  QCI_TOKEN='TOKEN'",
            "  export QCI_TOKEN=TOKEN  ", "set QCI_TOKEN=TOKEN", "\"QCI_TOKEN=TOKEN\"", "'export QCI_TOKEN=\"TOKEN\"'",
            "QCI_TOKEN=Bearer TOKEN", "QCI_TOKEN=\"Bearer TOKEN\"", "export QCI_TOKEN=\"Bearer 'TOKEN'\"\r\n",
            "QCI_TOKEN=TOKEN # mine", "QCI_TOKEN=\"TOKEN\" # mine", "QCI_TOKEN=TOKEN\t#mine"})
        QTest::addRow("'%s'", QByteArray(form).toPercentEncoding(" \"'`:=#").constData()) << QString::fromLatin1(form);
}

void TestPastedCredentials::tokenIsTakenOutOfWhatWasPasted()
{
    QFETCH(QString, form);
    for (const QString &token : {TestTokens::apiToken(), TestTokens::accessToken()}) {
        const PastedCredentials pasted = PastedCredentials::fromText(
            QString(form).replace(u"TOKEN"_s, token).replace(u"QCI_"_s + token, u"QCI_TOKEN"_s));
        QCOMPARE(pasted.apiToken, token);
        QCOMPARE(pasted.url, QString());
    }
}

void TestPastedCredentials::environmentFileFillsBoth_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("apiToken");
    const QString url = u"https://api.qci-prod.com"_s;
    QTest::newRow("two lines") << u"QCI_API_URL=https://api.qci-prod.com\nQCI_TOKEN=abc123"_s << url << u"abc123"_s;
    QTest::newRow("the other order") << u"QCI_TOKEN=abc123\nQCI_API_URL=https://api.qci-prod.com\n"_s << url
                                     << u"abc123"_s;
    QTest::newRow("CRLF") << u"QCI_API_URL=https://api.qci-prod.com\r\nQCI_TOKEN=abc123\r\n"_s << url << u"abc123"_s;
    QTest::newRow("quotes") << u"QCI_API_URL=\"https://api.qci-prod.com\"\nQCI_TOKEN='abc123'"_s << url << u"abc123"_s;
    QTest::newRow("export") << u"export QCI_API_URL=https://api.qci-prod.com\nexport QCI_TOKEN=abc123"_s << url
                            << u"abc123"_s;
    QTest::newRow("comments and others")
        << u"# QCi\n\nPATH=/bin\nQCI_API_URL=https://api.qci-prod.com # live\n#QCI_TOKEN=old\n  # QCI_TOKEN=older\n"
           "QCI_TOKEN=\"abc123\"   # mine\nMY_QCI_TOKEN=no\nQCI_TOKEN_2=no\n"_s
        << url << u"abc123"_s;
    QTest::newRow("fragment is no comment")
        << u"QCI_API_URL=https://h/#x\nQCI_TOKEN=abc#123"_s << u"https://h/#x"_s << u"abc#123"_s;
    QTest::newRow("quoted number sign") << u"QCI_TOKEN=\"abc #123\""_s << QString() << u"abc #123"_s;
    QTest::newRow("the last one counts") << u"QCI_TOKEN=old\nQCI_TOKEN=abc123"_s << QString() << u"abc123"_s;
    QTest::newRow("URL alone") << u"QCI_API_URL=https://api.qci-prod.com"_s << url << QString();
    QTest::newRow("empty values") << u"QCI_API_URL=\nQCI_TOKEN=\n"_s << QString() << QString();
    QTest::newRow("empty and commented") << u"QCI_TOKEN= # none yet"_s << QString() << QString();
    QTest::newRow("nothing") << QString() << QString() << QString();
    QTest::newRow("blank") << u" \r\n\t"_s << QString() << QString();
}

void TestPastedCredentials::environmentFileFillsBoth()
{
    QFETCH(const QString, text);
    QFETCH(const QString, url);
    QFETCH(const QString, apiToken);
    const PastedCredentials pasted = PastedCredentials::fromText(text);
    QCOMPARE(pasted.url, url);
    QCOMPARE(pasted.apiToken, apiToken);
    QCOMPARE(pasted, (PastedCredentials{url, apiToken}));
}

void TestPastedCredentials::tokenOfAnyShapeIsKept_data()
{
    QTest::addColumn<QString>("token");
    QTest::newRow("quotes inside") << u"a\"b'c`d"_s;
    QTest::newRow("quote at one end") << u"\"abc"_s;
    QTest::newRow("equals signs") << u"YWJjZA=="_s;
    QTest::newRow("like an assignment") << u"TOKEN=abc"_s;
    QTest::newRow("word that begins with bearer") << u"bearerabc"_s;
    QTest::newRow("number sign") << u"#abc#"_s;
    QTest::newRow("one character") << u"x"_s;
    QTest::newRow("one quote") << u"\""_s;
}

void TestPastedCredentials::tokenOfAnyShapeIsKept()
{
    QFETCH(const QString, token);
    QCOMPARE(PastedCredentials::fromText(token).apiToken, token);
}

void TestPastedCredentials::longTextIsReadAtOnce_data()
{
    constexpr qsizetype count = 100'000;
    QTest::addColumn<QString>("text");
    QTest::newRow("spaces") << u"QCI_TOKEN=a"_s + QString(count, u' ') + u'b';
    QTest::newRow("quotes") << QString(count, u'"') + u'a' + QString(count, u'"');
    QTest::newRow("prefixes") << u"Bearer "_s.repeated(count);
    QTest::newRow("comments") << u"QCI_TOKEN=a"_s + u" #"_s.repeated(count);
}

// The window does nothing else meanwhile. What took half a minute takes milliseconds; the limit is for slow machines.
void TestPastedCredentials::longTextIsReadAtOnce()
{
    QFETCH(const QString, text);
    const QDeadlineTimer limit(std::chrono::seconds(5));
    PastedCredentials::fromText(text);
    QVERIFY(!limit.hasExpired());
}

void TestPastedCredentials::wellFormedTokens_data()
{
    QTest::addColumn<QString>("token");
    QTest::addColumn<bool>("wellFormed");
    QTest::newRow("API token") << TestTokens::apiToken() << true;
    QTest::newRow("access token") << TestTokens::accessToken() << true;
    QTest::newRow("awkward") << TestTokens::awkward(100) << true;
    QTest::newRow("one character") << u"x"_s << true;
    QTest::newRow("bounds") << u"!~"_s << true;
    QTest::newRow("longest") << QString(16'384, u'x') << true;
    QTest::newRow("too long") << QString(16'385, u'x') << false;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("space") << u"a b"_s << false;
    QTest::newRow("line end") << u"ab\r\nX-Header: y"_s << false;
    QTest::newRow("NUL") << u"ab"_s + QChar(0) << false;
    QTest::newRow("DEL") << u"ab\x7f"_s << false;
    QTest::newRow("beyond ASCII") << u"abä"_s << false;
    QTest::newRow("looks like ASCII") << u"аbc"_s << false; // the first is Cyrillic
    QTest::newRow("emoji") << u"ab🔑"_s << false;
}

void TestPastedCredentials::wellFormedTokens()
{
    QFETCH(const QString, token);
    QFETCH(const bool, wellFormed);
    QCOMPARE(isWellFormedToken(token), wellFormed);
}

QTEST_GUILESS_MAIN(TestPastedCredentials)
#include "tst_pastedcredentials.moc"
