// SPDX-License-Identifier: Apache-2.0
#include "faultsuite.h"
#include "httpanswers.h"

#include <QLocale>
#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Cause = AuthError::Cause;

namespace {

const QByteArray json = R"({"detail":"no"})";
const QByteArray html = "<html><body>no</body></html>";

QByteArray goodAnswer(const FaultRow &row, const AnswerHeaders &headers = {})
{
    return exchangeAnswer(row.accessToken, FakeClock().now().addSecs(3600), headers);
}

FaultOutcome transient(int status, std::chrono::seconds nextTry = 10s)
{
    return FaultOutcome::transient(Cause::HttpStatus, status, nextTry);
}

} // namespace

/// What a service, or whatever stands before it, answers in HTTP in place of a token.
class TestHttpFaults : public FaultSuite
{
    Q_OBJECT

    void addRows() override;
    void addRedirects();
    void addRefusals();
    void addStatuses();
    void addRetryAfter();
    void addEncodings();
    void addInterim();
    void addEchoes();
    static void addStatus(int status, const QString &how, const QByteArray &body, const FaultOutcome &outcome,
        const AnswerHeaders &headers = {});
    /// A good answer with something around it.
    static void addAccepted(const QString &name, const AnswerHeaders &headers, const QByteArray &before = {});
};

void TestHttpFaults::addRows()
{
    addRedirects();
    addRefusals();
    addStatuses();
    addRetryAfter();
    addEncodings();
    addInterim();
    addEchoes();
}

void TestHttpFaults::addStatus(
    int status, const QString &how, const QByteArray &body, const FaultOutcome &outcome, const AnswerHeaders &headers)
{
    const QByteArray line = QByteArray::number(status) + " Reason";
    addAnswer(QString::number(status) + (how.isEmpty() ? u""_s : u' ' + how), httpAnswer(line, headers, body), outcome);
}

void TestHttpFaults::addAccepted(const QString &name, const AnswerHeaders &headers, const QByteArray &before)
{
    FaultRow row{.outcome = FaultOutcome::accepted()};
    row.scripts = {{.answer = before + goodAnswer(row, headers)}};
    add(name, row);
}

void TestHttpFaults::addRedirects()
{
    const QList<std::pair<QString, QByteArray>> targets{{u"within"_s, "/auth/v1/other/"},
        {u"within, relative"_s, "../x"}, {u"within, to itself"_s, "/auth/v1/access-tokens/"},
        {u"to another origin"_s, "ELSEWHERE"},
        {u"to another origin, with its path"_s, "ELSEWHEREauth/v1/access-tokens/"},
        {u"to another machine over https"_s, "https://elsewhere.invalid/"}};
    for (const int status : {300, 301, 302, 303, 304, 305, 306, 307, 308, 399}) {
        const FaultOutcome moved = FaultOutcome::wrongAddress(Cause::Redirected, status);
        for (const auto &[how, location] : targets)
            addStatus(status, how, {}, moved, {{"Location", location}});
        addStatus(status, u"without Location"_s, {}, moved);
    }
    const FaultOutcome moved = FaultOutcome::wrongAddress(Cause::Redirected, 307);
    addStatus(307, u"with an empty Location"_s, {}, moved, {{"Location", ""}});
    addStatus(307, u"with a Location that is none"_s, {}, moved, {{"Location", "http://[::1:80:"}});
    addStatus(307, u"with two Locations"_s, {}, moved, {{"Location", "ELSEWHERE"}, {"Location", "/"}});
    addStatus(307, u"to a file"_s, {}, moved, {{"Location", "file:///etc/passwd"}});
    addStatus(302, u"with a token in the body"_s, jsonAnswer("200 OK", {}),
        FaultOutcome::wrongAddress(Cause::Redirected, 302), {{"Location", "ELSEWHERE"}});
}

void TestHttpFaults::addRefusals()
{
    for (const int status : {400, 401, 403}) {
        addStatus(status, u"with JSON"_s, json, FaultOutcome::rejected(status));
        addStatus(status, u"with a JSON array"_s, "[]", FaultOutcome::rejected(status));
        addStatus(status, u"with HTML"_s, html, transient(status));
        addStatus(status, u"with HTML that is said to be JSON"_s, html, transient(status),
            {{"Content-Type", "application/json"}});
        addStatus(status, u"with nothing"_s, {}, transient(status));
        addStatus(status, u"with half of a JSON"_s, json.chopped(3), transient(status));
    }
    for (const char *challenge : {R"(Basic realm="x")", R"(Digest realm="x", nonce="a", qop="auth")", "NTLM",
             "Negotiate", R"(Bearer error="invalid_token")"})
        addStatus(401, u"that asks for "_s + QString::fromLatin1(challenge).section(u' ', 0, 0), json,
            FaultOutcome::rejected(401), {{"WWW-Authenticate", challenge}});
}

void TestHttpFaults::addStatuses()
{
    for (const int status : {404, 405, 410}) {
        addStatus(status, u"with JSON"_s, json, FaultOutcome::wrongAddress(Cause::HttpStatus, status));
        addStatus(status, u"with HTML"_s, html, FaultOutcome::wrongAddress(Cause::HttpStatus, status));
    }
    for (const int status : {201, 202, 203, 206, 402, 406, 408, 409, 411, 412, 413, 414, 415, 417, 418, 421, 422, 423,
             424, 425, 426, 428, 429, 431, 451, 499, 500, 501, 502, 503, 504, 505, 506, 507, 508, 510, 511, 520, 521,
             522, 523, 524, 525, 526, 530, 599, 600, 999})
        addStatus(status, {}, json, transient(status));
    for (const int status : {204, 205})
        addStatus(status, {}, {}, transient(status));
    for (const int status : {500, 502, 503, 504})
        addStatus(status, u"with HTML"_s, html, transient(status));
    // Qt takes it for the word of a proxy.
    addStatus(407, {}, json, FaultOutcome::transient(Cause::ProxyFailed));
}

void TestHttpFaults::addRetryAfter()
{
    const QDateTime now = FakeClock().now();
    const QLocale c = QLocale::c();
    const auto rfc850 = [c](const QDateTime &date) {
        return c.toString(date, u"dddd, dd-MMM-yy HH:mm:ss 'GMT'"_s).toLatin1();
    };
    const auto asctime = [c](const QDateTime &date) {
        return c.toString(date, u"ddd MMM d HH:mm:ss yyyy"_s).toLatin1();
    };
    struct Form
    {
        QString name;
        QByteArray value;
        std::chrono::seconds nextTry = 10s; // as without one
    };
    const QList<Form> forms{{u"seconds"_s, "120", 120s}, {u"fewer seconds than the least pause"_s, "7"},
        {u"a second more than the least pause"_s, "11", 11s}, {u"zero"_s, "0"}, {u"leading zeros"_s, "0120", 120s},
        {u"spaces around"_s, "  120  ", 120s}, {u"an hour"_s, "3600", 1h}, {u"more than an hour"_s, "3601", 1h},
        {u"a day"_s, "86400", 1h}, {u"more than 32 bits"_s, "4294967306", 1h},
        {u"more than 64 bits"_s, "18446744073709551626", 1h}, {u"huge"_s, QByteArray(5000, '9'), 1h},
        {u"negative"_s, "-120"}, {u"with a plus"_s, "+120"}, {u"fraction"_s, "120.5"},
        {u"fraction with comma"_s, "120,5"}, {u"exponent"_s, "12e1"}, {u"hexadecimal"_s, "0x78"},
        {u"with a unit"_s, "120s"}, {u"garbage"_s, "soon"}, {u"bytes"_s, "\xff\xfe\x01"}, {u"empty"_s, ""},
        {u"doubled in one line"_s, "120, 120"}, {u"date"_s, httpDate(now.addSecs(300)), 300s},
        {u"date in the form of RFC 850"_s, rfc850(now.addSecs(300)), 300s},
        {u"date in the form of asctime"_s, asctime(now.addSecs(300)), 300s},
        {u"past date"_s, httpDate(now.addSecs(-300))}, {u"past date of RFC 850"_s, rfc850(now.addYears(-30))},
        {u"date of now"_s, httpDate(now)}, {u"date tomorrow"_s, httpDate(now.addDays(1)), 1h},
        {u"date in a century"_s, httpDate(now.addYears(100)), 1h},
        {u"date that there is not"_s, "Sun, 30 Feb 2025 20:05:00 GMT"},
        {u"date in another zone"_s, "Sun, 09 Mar 2025 21:05:00 +0100"},
        {u"date without a zone"_s, "Sun, 09 Mar 2025 20:05:00"}, {u"date of RFC 3339"_s, "2025-03-09T20:05:00Z"},
        {u"half a date"_s, "Sun, 09 Mar"}};
    for (const int status : {429, 503}) {
        for (const Form &form : forms)
            addStatus(status, u"Retry-After: "_s + form.name, {}, transient(status, form.nextTry),
                {{"Retry-After", form.value}});
        addStatus(
            status, u"Retry-After: doubled"_s, {}, transient(status), {{"Retry-After", "120"}, {"Retry-After", "60"}});
    }
    addStatus(500, u"Retry-After: seconds"_s, {}, transient(500, 120s), {{"Retry-After", "120"}});
    addStatus(401, u"Retry-After: seconds"_s, json, FaultOutcome::rejected(401), {{"Retry-After", "120"}});
    addStatus(404, u"Retry-After: seconds"_s, json, FaultOutcome::wrongAddress(Cause::HttpStatus, 404),
        {{"Retry-After", "120"}});
}

void TestHttpFaults::addEncodings()
{
    const FaultOutcome refused = FaultOutcome::transient(Cause::NotQciService, 200);
    for (const char *encoding : {"gzip", "deflate", "br", "zstd", "x-unknown", "identity, gzip"})
        addStatus(
            200, u"compressed: "_s + QString::fromLatin1(encoding), "{}", refused, {{"Content-Encoding", encoding}});
    addAccepted(u"200 not compressed, and says so"_s, {{"Content-Encoding", "identity"}});
    addAccepted(u"200 with cookies"_s, {{"Set-Cookie", "a=1; Path=/"}, {"Set-Cookie", "b=2; HttpOnly"}});
    addAccepted(u"200 as HTML"_s, {{"Content-Type", "text/html"}});
    addAccepted(u"200 that may be cached"_s, {{"Cache-Control", "max-age=3600"}, {"ETag", "\"x\""}});
    addAccepted(u"200 that offers HTTP/2"_s, {{"Upgrade", "h2c"}, {"Alt-Svc", "h2=\":443\""}});
    addStatus(503, u"with cookies"_s, {}, transient(503), {{"Set-Cookie", "a=1; Path=/"}});
}

void TestHttpFaults::addInterim()
{
    addAccepted(u"100 first"_s, {}, "HTTP/1.1 100 Continue\r\n\r\n");
    // Qt 6.4 takes any other for the answer.
    constexpr bool isSkipped = QT_VERSION >= QT_VERSION_CHECK(6, 5, 0);
    for (const int status : {102, 103})
        addAnswer(u"%1 first"_s.arg(status),
            "HTTP/1.1 " + QByteArray::number(status) + " Wait\r\n\r\n" + httpAnswer("503 Busy", {}, {}),
            transient(isSkipped ? 503 : status));
}

// A service may say in its answer what it was asked.
void TestHttpFaults::addEchoes()
{
    const auto addEcho = [](const QString &name, const FaultOutcome &outcome, const auto &answer) {
        FaultRow row{.outcome = outcome};
        row.scripts = {{.answer = answer(row.apiToken.toLatin1())}};
        add(name, row);
    };
    addEcho(u"token echoed in the body"_s, FaultOutcome::rejected(400), [](const QByteArray &token) {
        return httpAnswer("400 Bad Request", {}, R"({"refresh_token":")" + token + "\"}");
    });
    addEcho(u"token echoed in Base64"_s, transient(500),
        [](const QByteArray &token) { return httpAnswer("500 Oops", {}, "got " + token.toBase64()); });
    addEcho(u"token echoed in the reason"_s, transient(500),
        [](const QByteArray &token) { return httpAnswer("500 " + token, {}, {}); });
    addEcho(u"token echoed in the query of a redirect"_s, FaultOutcome::wrongAddress(Cause::Redirected, 302),
        [](const QByteArray &token) {
            return httpAnswer("302 Found", {{"Location", "ELSEWHERE?t=" + token}}, {});
        });
    addEcho(u"token echoed in the host of a redirect"_s, FaultOutcome::wrongAddress(Cause::Redirected, 302),
        [](const QByteArray &token) {
            return httpAnswer("302 Found", {{"Location", "http://" + token + ".invalid"}}, {});
        });
    addEcho(u"token echoed in Retry-After"_s, transient(503), [](const QByteArray &token) {
        return httpAnswer("503 Busy", {{"Retry-After", token}}, {});
    });
}

QTEST_GUILESS_MAIN(TestHttpFaults)
#include "tst_httpfaults.moc"
