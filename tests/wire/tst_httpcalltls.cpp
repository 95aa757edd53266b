// SPDX-License-Identifier: Apache-2.0
#include "authclient.h"
#include "fakeclock.h"
#include "futures.h"
#include "httpanswers.h"
#include "loopbackserver.h"
#include "testcertificate.h"
#include "testtokens.h"

#include <QTcpSocket>
#include <QTemporaryDir>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = AuthError::Kind;
using Cause = AuthError::Cause;

/// HTTP calls over TLS: whom the program trusts, and what it sends before it does.
class TestHttpCallTls : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();

    void selfSignedCertificateIsNotTrusted();
    void extraCertificateIsTrusted();
    void extraCertificateForAnotherNameIsNotTrusted();
    void unreadableCertificateFileIsSaid_data();
    void unreadableCertificateFileIsSaid();
    void plainTextServerIsAHandshakeFault();
    void silentServerEndsAtTheDeadline();
    void serverThatClosesGetsOnePost();

private:
    std::optional<AuthError> errorFor(const QUrl &url, const QStringList &certificateFiles,
        std::chrono::nanoseconds timeout = std::chrono::seconds{20});
    QByteArray goodAnswer() const { return exchangeAnswer(TestTokens::accessToken(), m_clock.now().addSecs(3600)); }

    QTemporaryDir m_folder;
    FakeClock m_clock;
    std::unique_ptr<TestCertificate> m_certificate;
};

void TestHttpCallTls::initTestCase()
{
    QVERIFY(m_folder.isValid());
    m_certificate = std::make_unique<TestCertificate>(m_folder.path());
    QVERIFY2(m_certificate->isValid(), "this test needs the openssl program");
}

std::optional<AuthError> TestHttpCallTls::errorFor(
    const QUrl &url, const QStringList &certificateFiles, std::chrono::nanoseconds timeout)
{
    AuthClient client({.url = url.toString(),
                          .apiToken = TestTokens::apiToken(),
                          .timeout = timeout,
                          .caCertificateFiles = certificateFiles},
        m_clock, &makeAccessManager);
    return errorOf(client.postAccessTokens());
}

void TestHttpCallTls::selfSignedCertificateIsNotTrusted()
{
    LoopbackServer server(m_certificate->serverConfiguration());
    server.setAnswer(goodAnswer());
    const auto error = errorFor(server.url(), {});
    QVERIFY(error);
    QCOMPARE(error->kind(), Kind::Untrusted);
    QCOMPARE(error->cause(), Cause::Certificate);
    QVERIFY2(error->message().startsWith(u"the certificate of 127.0.0.1 is not trusted: "_s), error->what());
    QVERIFY2(error->message().contains(u"self-signed"_s), error->what());
    QVERIFY(server.requests().isEmpty());
}

void TestHttpCallTls::extraCertificateIsTrusted()
{
    LoopbackServer server(m_certificate->serverConfiguration());
    server.setAnswer(goodAnswer());
    AuthClient client({.url = server.urlText(),
                          .apiToken = TestTokens::apiToken(),
                          .timeout = 20s,
                          .caCertificateFiles = {m_certificate->file()}},
        m_clock, &makeAccessManager);
    QVERIFY(resultOf(client.postAccessTokens()));
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(server.requests().value(0).requestLine, "POST /auth/v1/access-tokens/ HTTP/1.1");
}

void TestHttpCallTls::extraCertificateForAnotherNameIsNotTrusted()
{
    QTemporaryDir folder;
    const TestCertificate other(folder.path(), u"DNS:elsewhere.example"_s);
    LoopbackServer server(other.serverConfiguration());
    server.setAnswer(goodAnswer());
    const auto error = errorFor(server.url(), {other.file()});
    QVERIFY(error);
    QCOMPARE(error->kind(), Kind::Untrusted);
    QVERIFY(server.requests().isEmpty());
}

void TestHttpCallTls::unreadableCertificateFileIsSaid_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("missing") << u"missing.pem"_s;
    QTest::newRow("no certificate in it") << u"key.pem"_s;
    QTest::newRow("folder") << u"."_s;
}

void TestHttpCallTls::unreadableCertificateFileIsSaid()
{
    QFETCH(const QString, name);
    LoopbackServer server(m_certificate->serverConfiguration());
    const QString file = m_folder.filePath(name);
    const auto error = errorFor(server.url(), {file});
    QVERIFY(error);
    QCOMPARE(error->kind(), Kind::Local);
    QCOMPARE(error->cause(), Cause::CertificateFile);
    QVERIFY(error->message().contains(file));
    QVERIFY(server.connections().isEmpty());
}

void TestHttpCallTls::plainTextServerIsAHandshakeFault()
{
    LoopbackServer server;
    server.setByteHandler([](const QByteArray &, QTcpSocket &socket) {
        LoopbackServer::answer(socket, httpAnswer("400 Bad Request", {}, "this is no TLS"));
    });
    QUrl url = server.url();
    url.setScheme(u"https"_s);
    const auto error = errorFor(url, {});
    QVERIFY(error);
    QCOMPARE(error->kind(), Kind::Transient);
    QCOMPARE(error->cause(), Cause::Handshake);
}

void TestHttpCallTls::silentServerEndsAtTheDeadline()
{
    LoopbackServer server;
    QUrl url = server.url();
    url.setScheme(u"https"_s);
    const auto error = errorFor(url, {}, 200ms);
    QVERIFY(error);
    QCOMPARE(error->kind(), Kind::Transient);
    QCOMPARE(error->cause(), Cause::TimedOut);
}

void TestHttpCallTls::serverThatClosesGetsOnePost()
{
    LoopbackServer server(m_certificate->serverConfiguration());
    server.setHandler([](const WireRequest &, QTcpSocket &socket) { socket.disconnectFromHost(); });
    const auto error = errorFor(server.url(), {m_certificate->file()});
    QVERIFY(error);
    QCOMPARE(error->kind(), Kind::Transient);
    QCOMPARE(error->cause(), Cause::ConnectionLost);
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(server.connections().join().count("refresh_token"), 1);
}

QTEST_GUILESS_MAIN(TestHttpCallTls)
#include "tst_httpcalltls.moc"
