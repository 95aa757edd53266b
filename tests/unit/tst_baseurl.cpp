// SPDX-License-Identifier: Apache-2.0
#include "autherror.h"
#include "baseurl.h"
#include "livesecrets.h"
#include "testtokens.h"

#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using Cause = AuthError::Cause;

class TestBaseUrl : public QObject
{
    Q_OBJECT

private slots:
    void goodUrlIsTaken_data();
    void goodUrlIsTaken();
    void badUrlIsRefused_data();
    void badUrlIsRefused();
    void plainHttpNeedsLeave_data();
    void plainHttpNeedsLeave();
    void secretsInAnAddressAreNotShown_data();
    void secretsInAnAddressAreNotShown();

private:
    const QString m_liveSecret = u"q~"_s + TestTokens::apiToken() + u"-tail"_s;
};

void TestBaseUrl::goodUrlIsTaken_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("url");
    QTest::newRow("as QCi gives it") << u"https://api.qci-prod.com"_s << u"https://api.qci-prod.com/"_s;
    QTest::newRow("slash") << u"https://api.qci-prod.com/"_s << u"https://api.qci-prod.com/"_s;
    QTest::newRow("spaces around") << u" \thttps://api.qci-prod.com\r\n"_s << u"https://api.qci-prod.com/"_s;
    QTest::newRow("capitals") << u"HTTPS://API.QCI-PROD.COM"_s << u"https://api.qci-prod.com/"_s;
    QTest::newRow("port") << u"https://api.qci-prod.com:8443"_s << u"https://api.qci-prod.com:8443/"_s;
    QTest::newRow("prefix") << u"https://example.org/qci"_s << u"https://example.org/qci/"_s;
    QTest::newRow("prefix and slash") << u"https://example.org/qci/v2/"_s << u"https://example.org/qci/v2/"_s;
    QTest::newRow("escapes") << u"https://example.org/a%2Fb%25c%20d"_s << u"https://example.org/a%2Fb%25c%20d/"_s;
    QTest::newRow("IPv4") << u"https://192.0.2.7"_s << u"https://192.0.2.7/"_s;
    QTest::newRow("IPv6") << u"https://[2001:db8::1]:1"_s << u"https://[2001:db8::1]:1/"_s;
    QTest::newRow("international") << u"https://bücher.example"_s << u"https://xn--bcher-kva.example/"_s;
    QTest::newRow("loopback") << u"http://127.0.0.1:8080"_s << u"http://127.0.0.1:8080/"_s;
    QTest::newRow("other loopback") << u"http://127.8.9.10"_s << u"http://127.8.9.10/"_s;
    QTest::newRow("localhost") << u"http://LocalHost:8080/x"_s << u"http://localhost:8080/x/"_s;
    QTest::newRow("IPv6 loopback") << u"http://[::1]:8080"_s << u"http://[::1]:8080/"_s;
}

void TestBaseUrl::goodUrlIsTaken()
{
    QFETCH(const QString, text);
    QFETCH(const QString, url);
    const QUrl checked = checkedBaseUrl(text, false);
    QCOMPARE(QString::fromLatin1(checked.toEncoded()), url);
    QCOMPARE(checkedBaseUrl(checked.toString(QUrl::FullyEncoded), false), checked);
}

void TestBaseUrl::badUrlIsRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Cause>("cause");
    QTest::newRow("empty") << u""_s << Cause::MissingUrl;
    QTest::newRow("blank") << u" \n"_s << Cause::MissingUrl;
    for (const char *text : {"api.qci-prod.com", "api.qci-prod.com:443", "//api.qci-prod.com", "https:", "https:/",
             "https://", "https:///auth", "https:api.qci-prod.com", "https://:443/", "ftp://api.qci-prod.com",
             "file:///etc/passwd", "javascript:alert(1)", "ws://example.org", "httpss://example.org",
             "https://exa mple.org", "https://example.org/a b", "https://example.org:99999", "https://example.org:x",
             "https://[::1", "https://user@example.org", "https://user:pw@example.org", "https://example.org?x=1",
             "https://example.org/?", "https://example.org/#", "https://example.org/#x", "https://exam%ple.org",
             "https://example.org/%zz", "https://a..b", "QCI_API_URL=https://api.qci-prod.com", "https"})
        QTest::addRow("'%s'", text) << QString::fromLatin1(text) << Cause::InvalidUrl;
    for (const char *text : {"http://api.qci-prod.com", "http://192.168.1.1", "http://localhost.example.org",
             "http://127.0.0.1.example.org", "http://[2001:db8::1]", "http://example.org:127", "http://notlocalhost"})
        QTest::addRow("'%s'", text) << QString::fromLatin1(text) << Cause::InsecureUrl;
}

void TestBaseUrl::badUrlIsRefused()
{
    QFETCH(const QString, text);
    QFETCH(const Cause, cause);
    try {
        const QUrl url = checkedBaseUrl(text, false);
        QFAIL(url.toEncoded().constData());
    } catch (const AuthError &error) {
        QCOMPARE(error.cause(), cause);
        QCOMPARE(error.kind(), AuthError::Kind::Local);
        QVERIFY(!error.message().isEmpty());
        QVERIFY(!error.message().contains(u"pw"_s));
    }
}

void TestBaseUrl::plainHttpNeedsLeave_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("loopback");
    QTest::newRow("localhost") << u"localhost"_s << true;
    QTest::newRow("127.0.0.1") << u"127.0.0.1"_s << true;
    QTest::newRow("127.255.0.1") << u"127.255.0.1"_s << true;
    QTest::newRow("::1") << u"::1"_s << true;
    QTest::newRow("elsewhere") << u"192.0.2.1"_s << false;
    QTest::newRow("name") << u"intranet"_s << false;
    QTest::newRow("any address") << u"0.0.0.0"_s << false;
    QTest::newRow("name that begins alike") << u"127.0.0.1.example.org"_s << false;
    QTest::newRow("name of four parts") << u"127.0.0.example"_s << false;
    QTest::newRow("no octal number") << u"127.0.0.08"_s << false;
    QTest::newRow("no octal number in the middle") << u"127.08.0.1"_s << false;
    QTest::newRow("zeros") << u"127.0.0.0000000000000008"_s << false;
    QTest::newRow("too large") << u"127.0.0.256"_s << false;
    QTest::newRow("other address within") << u"::ffff:192.0.2.1"_s << false;
}

void TestBaseUrl::plainHttpNeedsLeave()
{
    QFETCH(const QString, host);
    QFETCH(const bool, loopback);
    QUrl url(u"http://x/"_s);
    url.setHost(host);
    QCOMPARE(isLoopback(url), loopback);
    QCOMPARE(checkedBaseUrl(url.toString(), true), url);
    if (loopback)
        QCOMPARE(checkedBaseUrl(url.toString(), false), url);
    else
        QVERIFY_THROWS_EXCEPTION(AuthError, checkedBaseUrl(url.toString(), false));
}

void TestBaseUrl::secretsInAnAddressAreNotShown_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("shown");
    const QString bare = u"https://host/prefix"_s;
    QTest::newRow("none") << bare << bare;
    QTest::newRow("nothing") << u""_s << u""_s;
    QTest::newRow("user") << u"https://secret@host/prefix"_s << bare;
    QTest::newRow("password") << u"https://user:secret@host/prefix"_s << bare;
    QTest::newRow("query") << u"https://host/prefix?token=secret"_s << bare;
    QTest::newRow("fragment") << u"https://host/prefix#secret"_s << bare;
    QTest::newRow("path") << u"https://host/%1/prefix"_s.arg(m_liveSecret) << u"https://host/[redacted]/prefix"_s;
    QTest::newRow("looks like a token") << u"https://host/0123456789abcdef0123456789abcdef/"_s
                                        << u"https://host/[redacted]/"_s;
    QTest::newRow("no address") << u"https://se cret@host:x/"_s << u""_s;
}

void TestBaseUrl::secretsInAnAddressAreNotShown()
{
    QFETCH(const QString, url);
    LiveSecrets secrets;
    secrets.set({m_liveSecret});
    QTEST(withoutSecrets(url), "shown");
}

QTEST_GUILESS_MAIN(TestBaseUrl)
#include "tst_baseurl.moc"
