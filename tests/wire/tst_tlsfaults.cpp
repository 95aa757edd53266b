// SPDX-License-Identifier: Apache-2.0
#include "faultsuite.h"
#include "httpanswers.h"
#include "testauthority.h"
#include "testcertificate.h"

#include <QTemporaryDir>
#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Cause = AuthError::Cause;
using Ending = FaultScript::Ending;
using Moment = FaultScript::Moment;
using Wish = TestAuthority::Wish;

namespace {

// For what would hang for ever.
constexpr std::chrono::milliseconds shortTimeout{300};

QByteArray goodAnswer(const FaultRow &row)
{
    return exchangeAnswer(row.accessToken, FakeClock().now().addSecs(3600));
}

// The first that a server says that takes that version of the protocol: a cipher of TLS 1.2, and that it renegotiates
// safely.
QByteArray serverHello(char minorVersion)
{
    const QByteArray version{QByteArray("\x03") + minorVersion};
    const QByteArray hello =
        version + QByteArray(32, 'r') + QByteArray("\x00\xc0\x2f\x00\x00\x05\xff\x01\x00\x01\x00", 11);
    const QByteArray handshake = QByteArray("\x02\x00\x00", 3) + static_cast<char>(hello.size()) + hello;
    return '\x16' + version + '\0' + static_cast<char>(handshake.size()) + handshake;
}

} // namespace

/// What is wrong with the secure connection: whom the program trusts, and that it says nothing before it does.
class TestTlsFaults : public FaultSuite
{
    Q_OBJECT

    void addRows() override;
    void addCertificates();
    void addHandshakes();
    void addBehindHandshake();
    /// Such a certificate, to a program that trusts the test's own authority.
    void addShown(const QString &name, const Wish &wish, const FaultOutcome &outcome);
    static void addHandshake(const QString &name, const FaultScript &script, const FaultOutcome &outcome,
        std::chrono::milliseconds timeout = std::chrono::seconds{20});

private slots:
    void initTestCase();

private:
    QTemporaryDir m_folder;
    QTemporaryDir m_otherFolder;
    QTemporaryDir m_selfSignedFolder;
    std::unique_ptr<TestAuthority> m_authority;
    std::unique_ptr<TestAuthority> m_other;
    std::unique_ptr<TestCertificate> m_selfSigned;
    QHash<QString, QSslConfiguration> m_shown; // both tests have the same rows
};

void TestTlsFaults::initTestCase()
{
    m_authority = std::make_unique<TestAuthority>(m_folder.path());
    m_other = std::make_unique<TestAuthority>(m_otherFolder.path());
    m_selfSigned = std::make_unique<TestCertificate>(m_selfSignedFolder.path());
    QVERIFY2(m_authority->isValid() && m_other->isValid() && m_selfSigned->isValid(), "this test needs openssl");
}

void TestTlsFaults::addRows()
{
    addCertificates();
    addHandshakes();
    addBehindHandshake();
}

void TestTlsFaults::addShown(const QString &name, const Wish &wish, const FaultOutcome &outcome)
{
    if (!m_shown.contains(name))
        m_shown.insert(name, m_authority->serverConfiguration(wish));
    FaultRow row{.tls = m_shown.value(name), .caFile = m_authority->rootFile(), .outcome = outcome};
    row.scripts = {{.answer = goodAnswer(row)}};
    add(name, row);
}

void TestTlsFaults::addCertificates()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const FaultOutcome untrusted = FaultOutcome::untrusted();
    addShown(u"extra CA accepted"_s, {}, FaultOutcome::accepted());
    addShown(u"extra CA accepted, with an intermediate one"_s, {.byIntermediate = true, .showsIntermediate = true},
        FaultOutcome::accepted());
    addShown(u"incomplete chain"_s, {.byIntermediate = true}, untrusted);
    addShown(u"expired"_s, {.validFrom = now.addDays(-30), .validUntil = now.addDays(-1)}, untrusted);
    addShown(u"not yet valid"_s, {.validFrom = now.addDays(1), .validUntil = now.addDays(30)}, untrusted);
    addShown(u"wrong host"_s, {.host = u"DNS:elsewhere.example"_s}, untrusted);
    addShown(u"wrong address"_s, {.host = u"IP:127.0.0.2"_s}, untrusted);
    addShown(u"a name that is like the address"_s, {.host = u"DNS:127.0.0.1.example"_s}, untrusted);
    for (const QString &file : {QString(), m_other->rootFile()}) {
        FaultRow unknown{.tls = m_shown.value(u"extra CA accepted"_s), .caFile = file, .outcome = untrusted};
        unknown.scripts = {{.answer = goodAnswer(unknown)}};
        add(file.isEmpty() ? u"unknown root"_s : u"unknown root, another extra CA"_s, unknown);
        unknown.tls = m_selfSigned->serverConfiguration();
        add(file.isEmpty() ? u"self-signed"_s : u"self-signed, another extra CA"_s, unknown);
    }
}

void TestTlsFaults::addHandshake(
    const QString &name, const FaultScript &script, const FaultOutcome &outcome, std::chrono::milliseconds timeout)
{
    add(name, FaultRow{.scripts = {script}, .claimsTls = true, .timeout = timeout, .outcome = outcome.with(0)});
}

void TestTlsFaults::addHandshakes()
{
    const FaultOutcome failed = FaultOutcome::transient(Cause::Handshake);
    const FaultOutcome timedOut = FaultOutcome::transient(Cause::TimedOut);
    const QByteArray tls12 = serverHello('\x03');
    addHandshake(u"old protocol: TLS 1.0"_s,
        {.answer = serverHello('\x01'), .ending = Ending::Hang, .moment = Moment::FirstByte}, failed);
    addHandshake(u"old protocol: TLS 1.1"_s,
        {.answer = serverHello('\x02'), .ending = Ending::Hang, .moment = Moment::FirstByte}, failed);
    addHandshake(u"old protocol: SSL 3"_s,
        {.answer = serverHello('\x00'), .ending = Ending::Hang, .moment = Moment::FirstByte}, failed);
    addHandshake(u"server refuses the protocol"_s,
        {.answer = QByteArray("\x15\x03\x03\x00\x02\x02\x46", 7), .moment = Moment::FirstByte}, failed);
    addHandshake(u"server refuses the handshake"_s,
        {.answer = QByteArray("\x15\x03\x03\x00\x02\x02\x28", 7), .moment = Moment::FirstByte}, failed);
    addHandshake(u"plain HTTP in answer to the handshake"_s,
        {.answer = httpAnswer("400 Bad Request", {}, "no TLS"), .moment = Moment::FirstByte}, failed);
    addHandshake(u"garbage in the handshake"_s,
        {.answer = QByteArray(200, 'x'), .ending = Ending::Hang, .moment = Moment::FirstByte}, failed);
    addHandshake(u"stalled before the handshake"_s, {.ending = Ending::Hang}, timedOut, shortTimeout);
    addHandshake(u"stalled in the handshake"_s, {.answer = tls12, .ending = Ending::Hang, .moment = Moment::FirstByte},
        timedOut, shortTimeout);
    addHandshake(u"stalled within a record of the handshake"_s,
        {.answer = tls12.chopped(9), .ending = Ending::Hang, .moment = Moment::FirstByte}, timedOut, shortTimeout);
    addHandshake(u"handshake dripped without end"_s,
        {.answer = QByteArray("\x16\x03\x03\x3f\xff\x02\x00\x3f\x00\x03\x03", 11),
            .endlessly = "r",
            .moment = Moment::FirstByte},
        timedOut, shortTimeout);
    for (const Ending ending : {Ending::Close, Ending::Reset}) {
        const QString does = ending == Ending::Close ? u"aborted with an end "_s : u"aborted with a reset "_s;
        addHandshake(does + u"before the handshake"_s, {.ending = ending, .moment = Moment::Connection},
            failed.orCause(Cause::NetworkDown));
        addHandshake(does + u"at the first byte"_s, {.ending = ending, .moment = Moment::FirstByte}, failed);
        addHandshake(
            does + u"in the handshake"_s, {.answer = tls12, .ending = ending, .moment = Moment::FirstByte}, failed);
    }
}

void TestTlsFaults::addBehindHandshake()
{
    const QSslConfiguration trusted = m_shown.value(u"extra CA accepted"_s);
    const auto addTrusted = [&](const QString &name, const FaultScript &script, const FaultOutcome &outcome,
                                std::chrono::milliseconds timeout = 20s) {
        add(name, FaultRow{.scripts = {script},
                      .tls = trusted,
                      .caFile = m_authority->rootFile(),
                      .timeout = timeout,
                      .outcome = outcome});
    };
    const FaultOutcome lost = FaultOutcome::transient(Cause::ConnectionLost);
    const QByteArray part = "HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\n{";
    for (const Ending ending : {Ending::Close, Ending::Reset}) {
        const QString does = ending == Ending::Close ? u"closed "_s : u"reset "_s;
        addTrusted(does + u"after the handshake"_s, {.ending = ending, .moment = Moment::Connection}, lost.with(0));
        addTrusted(does + u"in the request, encrypted"_s, {.ending = ending, .moment = Moment::HalfOfRequest}, lost);
        addTrusted(does + u"after the request, encrypted"_s, {.ending = ending}, lost);
        addTrusted(does + u"in the answer, encrypted"_s, {.answer = part, .ending = ending}, lost);
    }
    addTrusted(u"hang after the request, encrypted"_s, {.ending = Ending::Hang},
        FaultOutcome::transient(Cause::TimedOut), shortTimeout);
    addTrusted(u"redirect from https to http"_s,
        {.answer = httpAnswer("307 Temporary Redirect", {{"Location", "ELSEWHERE"}}, {})},
        FaultOutcome::wrongAddress(Cause::Redirected, 307));
    addTrusted(u"refused, encrypted"_s, {.answer = jsonAnswer("401 Unauthorized", {})}, FaultOutcome::rejected(401));
}

QTEST_GUILESS_MAIN(TestTlsFaults)
#include "tst_tlsfaults.moc"
