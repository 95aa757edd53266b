// SPDX-License-Identifier: Apache-2.0
#include "errortext.h"
#include "livesecrets.h"
#include "testtokens.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using Kind = AuthError::Kind;
using Cause = AuthError::Cause;

class TestErrorText : public QObject
{
    Q_OBJECT

private slots:
    void everyCauseSaysWhatToDo_data();
    void everyCauseSaysWhatToDo();
    void hostIsNamed_data();
    void hostIsNamed();
    void portIsNamed_data();
    void portIsNamed();
    void otherSchemesAreNamed_data();
    void otherSchemesAreNamed();
    void onlyThisComputerIsToldToDoWithoutTls();
    void statusIsNotAloneInTheText_data();
    void statusIsNotAloneInTheText();
    void causesDiffer();
    void detailCannotPlayWithTheText();
    void tokensAreNotInTheText_data();
    void tokensAreNotInTheText();

private:
    static constexpr auto lastCause = Cause::Cancelled;
    const QUrl m_url{u"https://api.example.org/x/"_s};
};

void TestErrorText::everyCauseSaysWhatToDo_data()
{
    QTest::addColumn<Cause>("cause");
    for (int cause = 0; cause <= static_cast<int>(lastCause); ++cause)
        QTest::addRow("cause %d", cause) << static_cast<Cause>(cause);
}

void TestErrorText::everyCauseSaysWhatToDo()
{
    QFETCH(const Cause, cause);
    const QString detail = u"DETAIL"_s;
    for (const Kind kind :
        {Kind::Transient, Kind::Rejected, Kind::WrongAddress, Kind::Untrusted, Kind::Local, Kind::Cancelled}) {
        const AuthError error(kind, cause, detail, 503);
        const QString text = errorText(error, m_url);
        QVERIFY(text != detail); // what a cause without a text of its own falls through to
        QVERIFY(text.endsWith(u'.'));
        QVERIFY(text.front().isUpper() || text.startsWith(m_url.host()));
        QVERIFY2(!text.contains(u"%1"_s) && !text.contains(u"%2"_s), qPrintable(text));
        if (cause != Cause::Cancelled) {
            static const QRegularExpression advice(
                u"\\b([Cc]heck|[Tt]ry|[Ee]nter|[Pp]aste|[Cc]hoose|[Uu]nlock|[Uu]se|[Ss]tart|[Gg]et)\\b"_s);
            QVERIFY2(advice.match(text).hasMatch(), qPrintable(text));
        }
        const QString brief = shortErrorText(error);
        QVERIFY(!brief.isEmpty());
        QVERIFY(brief != detail);
        QVERIFY(brief.size() < 40);
        QVERIFY(!brief.endsWith(u'.'));
    }
}

void TestErrorText::hostIsNamed_data()
{
    QTest::addColumn<Cause>("cause");
    for (const Cause cause : {Cause::InsecureUrl, Cause::HostNotFound, Cause::ConnectionRefused, Cause::ConnectionLost,
             Cause::TimedOut, Cause::NetworkDown, Cause::ProxyFailed, Cause::Certificate, Cause::Handshake,
             Cause::HttpStatus, Cause::NotQciService, Cause::MalformedAnswer, Cause::TooLarge})
        QTest::addRow("cause %d", static_cast<int>(cause)) << cause;
}

void TestErrorText::hostIsNamed()
{
    QFETCH(const Cause, cause);
    QVERIFY(errorText(AuthError(Kind::Transient, cause, u"x"_s, 503), m_url).contains(u"api.example.org"_s));
}

void TestErrorText::portIsNamed_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("words");
    QTest::newRow("https") << u"https://api.example.org/x/"_s << u"port 443"_s;
    QTest::newRow("http") << u"http://api.example.org/x/"_s << u"port 80"_s;
    QTest::newRow("one of its own") << u"https://api.example.org:8443/"_s << u"port 8443"_s;
}

void TestErrorText::portIsNamed()
{
    QFETCH(const QString, url);
    QFETCH(const QString, words);
    for (const Cause cause : {Cause::ConnectionRefused, Cause::Handshake}) {
        const QString text = errorText(AuthError(Kind::Transient, cause, u"x"_s), QUrl(url));
        QVERIFY2(QRegularExpression(words + u"\\b"_s).match(text).hasMatch(), qPrintable(text));
    }
}

void TestErrorText::otherSchemesAreNamed_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("words");
    const QString incomplete = u"not a complete address"_s;
    QTest::newRow("ftp") << u"ftp://api.example.org"_s << u"An address with ftp:// cannot be used"_s;
    QTest::newRow("misspelt") << u"htps://api.example.org"_s << u"An address with htps:// cannot be used"_s;
    QTest::newRow("none, but a port") << u"localhost:8080"_s << incomplete;
    QTest::newRow("none, but slashes") << u"//api.example.org"_s << incomplete;
    QTest::newRow("no host") << u"https://"_s << incomplete;
    QTest::newRow("user name") << u"https://me@api.example.org"_s << incomplete;
}

void TestErrorText::otherSchemesAreNamed()
{
    QFETCH(const QString, url);
    QFETCH(const QString, words);
    const QString text = errorText(AuthError(Kind::Local, Cause::InvalidUrl, u"x"_s), QUrl(url));
    QVERIFY2(text.contains(words), qPrintable(text));
    QVERIFY2(text.contains(u"https://"_s), qPrintable(text));
}

void TestErrorText::onlyThisComputerIsToldToDoWithoutTls()
{
    const AuthError error(Kind::Transient, Cause::Handshake, u"x"_s);
    const QString advice = u"perhaps http:// is meant"_s;
    for (const QString &url : {u"https://127.0.0.1:8080"_s, u"https://localhost:8080"_s, u"https://[::1]:8080"_s})
        QVERIFY2(errorText(error, QUrl(url)).contains(advice), qPrintable(errorText(error, QUrl(url))));
    const QString other = errorText(error, QUrl(u"https://api.example.org:8080"_s));
    QVERIFY2(!other.contains(u"http://"_s) && other.contains(u"port is for plain HTTP"_s), qPrintable(other));
}

void TestErrorText::statusIsNotAloneInTheText_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("words");
    QTest::newRow("rejected") << Kind::Rejected << 401 << u"refuses the API token (401)"_s;
    QTest::newRow("wrong address") << Kind::WrongAddress << 404 << u"no QCi service at this address"_s;
    QTest::newRow("transient") << Kind::Transient << 503 << u"answers 503"_s;
}

void TestErrorText::statusIsNotAloneInTheText()
{
    QFETCH(const Kind, kind);
    QFETCH(const int, status);
    QFETCH(const QString, words);
    const AuthError error(kind, Cause::HttpStatus, u"x"_s, status);
    QVERIFY2(errorText(error, m_url).contains(words), qPrintable(errorText(error, m_url)));
    QVERIFY(shortErrorText(error).contains(QString::number(status)));
}

void TestErrorText::causesDiffer()
{
    QSet<QString> texts;
    for (int cause = 0; cause <= static_cast<int>(lastCause); ++cause)
        texts.insert(errorText(AuthError(Kind::Transient, static_cast<Cause>(cause), u"x"_s, 503), m_url));
    // A malformed answer and one that is too large read alike but for the detail.
    QCOMPARE(texts.size(), static_cast<int>(lastCause));
}

void TestErrorText::detailCannotPlayWithTheText()
{
    const AuthError error(Kind::Transient, Cause::MalformedAnswer, u"%1 %2"_s, 200);
    QVERIFY(errorText(error, m_url).contains(u"(%1 %2)"_s));
}

void TestErrorText::tokensAreNotInTheText_data()
{
    QTest::addColumn<Cause>("cause");
    for (int cause = 0; cause <= static_cast<int>(lastCause); ++cause)
        QTest::addRow("cause %d", cause) << static_cast<Cause>(cause);
}

// Whoever made the error may not have known of them.
void TestErrorText::tokensAreNotInTheText()
{
    QFETCH(const Cause, cause);
    const QString known = TestTokens::apiToken() + u"-tail-of-it"_s;
    const QString unknown = TestTokens::accessToken();
    LiveSecrets secrets;
    secrets.set({known});
    QUrl url = m_url;
    url.setHost(known + u".example.org"_s);
    const AuthError error(Kind::Transient, cause, u"on %1 and %2"_s.arg(known, unknown), 503);
    for (const QString &text : {errorText(error, url), shortErrorText(error)}) {
        QVERIFY2(!text.contains(u"tail-of-it"_s), qPrintable(text));
        QVERIFY(!text.contains(known.first(12)));
        QVERIFY(!text.contains(unknown.first(12)));
    }
}

QTEST_GUILESS_MAIN(TestErrorText)
#include "tst_errortext.moc"
