// SPDX-License-Identifier: Apache-2.0
#include "faultsuite.h"
#include "httpanswers.h"

#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Cause = AuthError::Cause;
using Ending = FaultScript::Ending;
using Moment = FaultScript::Moment;

namespace {

// For what would hang for ever.
constexpr std::chrono::milliseconds shortTimeout{200};

const QByteArray head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

// Longer than the domain name system allows: no resolver is asked, so that nothing gets out of this machine.
QString unknownHost()
{
    return (QString(60, u'a') + u'.').repeated(5) + u"invalid"_s;
}

QByteArray goodBody(const FaultRow &row)
{
    return exchangeAnswer(row.accessToken, FakeClock().now().addSecs(3600)).split('{').last().prepend('{');
}

} // namespace

/// What breaks between the program and the service, below HTTP.
class TestNetworkFaults : public FaultSuite
{
    Q_OBJECT

    void addRows() override;
    void addUnreachable();
    void addBroken();
    void addTruncated();
    void addSlow();
    void addTooMuch();
    void addGarbage();
    void addProxies();
    static void addHanging(const QString &name, const FaultScript &script);
    static void addThroughProxy(const QString &name, const QString &scheme, const FaultScript &script,
        const FaultOutcome &outcome, const QByteArray &proxy = "http://SERVER");
};

void TestNetworkFaults::addRows()
{
    addUnreachable();
    addBroken();
    addTruncated();
    addSlow();
    addTooMuch();
    addGarbage();
    addProxies();
}

void TestNetworkFaults::addUnreachable()
{
    for (const QString &scheme : {u"http"_s, u"https"_s})
        add(u"name not found, "_s + scheme, FaultRow{.url = scheme + u"://"_s + unknownHost(),
                                                .outcome = FaultOutcome::transient(Cause::HostNotFound).with(0)});
    for (const bool claimsTls : {false, true})
        add(claimsTls ? u"refused, https"_s : u"refused, http"_s,
            FaultRow{.isListening = false,
                .claimsTls = claimsTls,
                .outcome = FaultOutcome::transient(Cause::ConnectionRefused).with(0)});
}

void TestNetworkFaults::addBroken()
{
    const FaultOutcome lost = FaultOutcome::transient(Cause::ConnectionLost);
    for (const Ending ending : {Ending::Close, Ending::Reset}) {
        const QString does = ending == Ending::Close ? u"closed"_s : u"reset"_s;
        add(does + u" before the request"_s, {.ending = ending, .moment = Moment::Connection},
            lost.with(0).orCause(Cause::NetworkDown));
        add(does + u" in the request"_s, {.ending = ending, .moment = Moment::HalfOfRequest}, lost);
        add(does + u" after the request"_s, {.ending = ending}, lost);
        add(does + u" in the status line"_s, {.answer = "HTTP/1.1 2", .ending = ending}, lost);
        add(does + u" in the header"_s, {.answer = head, .ending = ending}, lost);
        add(does + u" in the body"_s, {.answer = head + "Content-Length: 90\r\n\r\n{", .ending = ending}, lost);
    }
}

void TestNetworkFaults::addTruncated()
{
    const FaultOutcome lost = FaultOutcome::transient(Cause::ConnectionLost);
    const QByteArray chunked = head + "Transfer-Encoding: chunked\r\n\r\n";
    const FaultRow row;
    const QByteArray body = goodBody(row);
    addAnswer(u"truncated by length"_s, head + "Content-Length: 90\r\n\r\n{\"access_token\":", lost);
    addAnswer(u"truncated by length, no body at all"_s, head + "Content-Length: 90\r\n\r\n", lost);
    addAnswer(u"truncated by length in a rejection"_s, "HTTP/1.1 401 No\r\nContent-Length: 90\r\n\r\n{}", lost);
    // Qt does not tell where the end comes together with the last bytes; then what has come counts.
    const FaultOutcome lostOrNoJson = lost.orCause(Cause::NotQciService, 200);
    addAnswer(u"truncated by chunk, inside"_s, chunked + "40\r\n{\"access_token\":", lostOrNoJson);
    addAnswer(u"truncated by chunk, between"_s, chunked + "1\r\n{\r\n", lostOrNoJson);
    addAnswer(u"truncated by chunk, in its size"_s, chunked + "1\r\n{\r\n4", lostOrNoJson);
    addAnswer(
        u"truncated by EOF"_s, head + "\r\n" + body.chopped(20), FaultOutcome::transient(Cause::NotQciService, 200));
    add(u"complete by EOF"_s, FaultRow{.accessToken = row.accessToken,
                                  .scripts = {{.answer = head + "\r\n" + body}},
                                  .outcome = FaultOutcome::accepted()});
}

void TestNetworkFaults::addHanging(const QString &name, const FaultScript &script)
{
    add(name,
        FaultRow{.scripts = {script}, .timeout = shortTimeout, .outcome = FaultOutcome::transient(Cause::TimedOut)});
}

void TestNetworkFaults::addSlow()
{
    const QByteArray withBody = head + "Content-Length: 60000\r\n\r\n";
    addHanging(u"hang after the request"_s, {.ending = Ending::Hang});
    addHanging(u"hang in the header"_s, {.answer = head, .ending = Ending::Hang});
    addHanging(u"hang before the body"_s, {.answer = withBody, .ending = Ending::Hang});
    addHanging(u"hang in the body"_s, {.answer = withBody + "{", .ending = Ending::Hang});
    addHanging(u"header dripped without end"_s, {.answer = head + "X-A: ", .endlessly = "b"});
    addHanging(u"header lines dripped without end"_s, {.answer = head, .endlessly = "X-A: b\r\n"});
    addHanging(u"body dripped without end"_s, {.answer = head + "Content-Length: 60000\r\n\r\n", .endlessly = " "});
    addHanging(u"chunks dripped without end"_s,
        {.answer = head + "Transfer-Encoding: chunked\r\n\r\n", .endlessly = "1\r\n \r\n"});
    addHanging(u"interim answers without end"_s, {.endlessly = "HTTP/1.1 100 Continue\r\n\r\n"});

    const FaultRow row;
    const QByteArray answer = exchangeAnswer(row.accessToken, FakeClock().now().addSecs(3600));
    const qsizetype bodyStart = answer.indexOf("\r\n\r\n") + 4;
    for (const qsizetype start : {qsizetype(0), bodyStart})
        add(start == 0 ? u"all of a good answer, one byte a packet"_s
                       : u"the body of a good answer, one byte a packet"_s,
            FaultRow{.accessToken = row.accessToken,
                .scripts = {{.answer = answer.first(start), .dripped = answer.sliced(start)}},
                .outcome = FaultOutcome::accepted()});
    QByteArray keptAlive = answer;
    keptAlive.replace("Connection: close", "Connection: keep-alive");
    add(u"a good answer, and the connection kept open against the client's wish"_s,
        FaultRow{.accessToken = row.accessToken,
            .scripts = {{.answer = keptAlive, .ending = Ending::Hang}},
            .outcome = FaultOutcome::accepted()});
    add(u"a rejection, one byte a packet"_s, {.dripped = jsonAnswer("401 Unauthorized", {})},
        FaultOutcome::rejected(401));
}

void TestNetworkFaults::addTooMuch()
{
    const QByteArray mebibyte(1'048'576, 'x');
    const QByteArray kibibytes = mebibyte.first(65'536);
    const FaultOutcome tooLarge = FaultOutcome::transient(Cause::TooLarge);
    add(u"endless body"_s, {.answer = head + "\r\n", .endlessly = kibibytes}, tooLarge);
    add(u"endless body in chunks"_s,
        {.answer = head + "Transfer-Encoding: chunked\r\n\r\n", .endlessly = "10000\r\n" + kibibytes + "\r\n"},
        tooLarge);
    add(u"endless body of a refusal"_s, {.answer = "HTTP/1.1 403 No\r\n\r\n", .endlessly = kibibytes}, tooLarge);
    // Qt shows nothing of a 401 before its end.
    addHanging(u"endless body of a 401"_s, {.answer = "HTTP/1.1 401 No\r\n\r\n", .endlessly = "x"});
    addAnswer(u"body of a byte too many"_s, httpAnswer("200 OK", {}, kibibytes + 'x'), tooLarge);
    // Qt drops a header that is too large for it, and goes on: the body alone counts.
    const FaultRow row;
    for (const auto &[name, large] : {std::pair(u"header of 1 MiB in one line"_s, "X-Large: " + mebibyte + "\r\n"),
             std::pair(u"header of 1 MiB in many lines"_s, QByteArray("X-Large: x\r\n").repeated(1'048'576 / 12))})
        add(name, FaultRow{.accessToken = row.accessToken,
                      .scripts = {{.answer = head + large + "\r\n" + goodBody(row)}},
                      .outcome = FaultOutcome::accepted()});
}

void TestNetworkFaults::addGarbage()
{
    const FaultOutcome lost = FaultOutcome::transient(Cause::ConnectionLost);
    addAnswer(u"garbage: bytes"_s, QByteArray("\x00\xff\x15\x03\x01\x00\x02\x02\x16", 9), lost);
    addAnswer(u"garbage: another protocol"_s, "SSH-2.0-OpenSSH_9.2\r\n", lost);
    addAnswer(u"garbage: a body alone"_s, R"({"access_token":"x"})", lost);
    addAnswer(u"garbage: a status that is no number"_s, "HTTP/1.1 OK\r\nContent-Length: 2\r\n\r\n{}", lost);
    addAnswer(u"garbage: a status of 0"_s, "HTTP/1.1 000 Zero\r\nContent-Length: 2\r\n\r\n{}", lost);
    addAnswer(u"garbage: a length that is no number"_s, head + "Content-Length: many\r\n\r\n{}",
        FaultOutcome::transient(Cause::MalformedAnswer, 200));
    addAnswer(u"garbage: a length below zero"_s, head + "Content-Length: -5\r\n\r\n{}", lost);
    addAnswer(u"garbage: a chunk's size that is no number"_s, head + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n",
        FaultOutcome::transient(Cause::NotQciService, 200));
    addAnswer(u"captive portal's page with 200"_s,
        httpAnswer("200 OK", {{"Content-Type", "text/html"}}, "<html><body>Sign in to the network</body></html>"),
        FaultOutcome::transient(Cause::NotQciService, 200));
}

void TestNetworkFaults::addThroughProxy(const QString &name, const QString &scheme, const FaultScript &script,
    const FaultOutcome &outcome, const QByteArray &proxy)
{
    add(name + u", "_s + scheme, FaultRow{.scripts = {script},
                                     .url = scheme + u"://"_s + unknownHost(),
                                     .environment = {{scheme.toLatin1() + "_proxy", proxy}},
                                     .outcome = outcome});
}

void TestNetworkFaults::addProxies()
{
    const FaultOutcome failed = FaultOutcome::transient(Cause::ProxyFailed);
    const QByteArray challenge = httpAnswer(
        "407 Proxy Authentication Required", {{"Proxy-Authenticate", R"(Basic realm="x")"}}, "<html>who?</html>");
    for (const QString &scheme : {u"http"_s, u"https"_s}) {
        // What is asked of the proxy over https is a tunnel, and the token is not in that.
        const qsizetype sent = scheme == u"http" ? 1 : 0;
        add(u"proxy down, "_s + scheme, FaultRow{.isListening = false,
                                            .url = scheme + u"://"_s + unknownHost(),
                                            .environment = {{scheme.toLatin1() + "_proxy", "http://SERVER"}},
                                            .outcome = failed.with(0)});
        addThroughProxy(u"proxy answers 407"_s, scheme, {.answer = challenge}, failed.with(sent));
        for (const QByteArray &unsupported : {QByteArray("socks5h://SERVER"), QByteArray("https://SERVER")})
            addThroughProxy(u"proxy of unsupported scheme "_s + QString::fromLatin1(unsupported).section(u':', 0, 0),
                scheme, {}, FaultOutcome::transient(Cause::HostNotFound).with(0), unsupported);
    }
    addThroughProxy(u"proxy closes"_s, u"http"_s, {}, FaultOutcome::transient(Cause::ConnectionLost));
    // Qt waits on.
    add(u"proxy closes, https"_s, FaultRow{.scripts = {{}},
                                      .url = u"https://"_s + unknownHost(),
                                      .timeout = shortTimeout,
                                      .environment = {{"https_proxy", "http://SERVER"}},
                                      .outcome = FaultOutcome::transient(Cause::TimedOut).with(0)});
    addThroughProxy(
        u"proxy answers 502"_s, u"https"_s, {.answer = httpAnswer("502 Bad Gateway", {}, "{}")}, failed.with(0));
    addThroughProxy(u"proxy shows a page with 200"_s, u"http"_s,
        {.answer = httpAnswer("200 OK", {}, "<html>Sign in</html>")},
        FaultOutcome::transient(Cause::NotQciService, 200));
}

QTEST_GUILESS_MAIN(TestNetworkFaults)
#include "tst_networkfaults.moc"
