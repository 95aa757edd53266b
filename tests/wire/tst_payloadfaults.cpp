// SPDX-License-Identifier: Apache-2.0
#include "faultsuite.h"
#include "httpanswers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Cause = AuthError::Cause;

namespace {

const FaultOutcome notQci = FaultOutcome::transient(Cause::NotQciService, 200);
const FaultOutcome malformed = FaultOutcome::transient(Cause::MalformedAnswer, 200);

QJsonObject goodObject(const FaultRow &row)
{
    return exchangeObject(row.accessToken, FakeClock().now().addSecs(3600));
}

QByteArray bytes(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

/// What a good status may carry in place of a token.
class TestPayloadFaults : public FaultSuite
{
    Q_OBJECT

    void addRows() override;
    void addBodies();
    void addMembers();
    void addTokens();
    void addExpiries();
    /// A 200 with what is made of the bytes of a good answer.
    template<typename Change>
    static void addBody(const QString &name, const FaultOutcome &outcome, const Change &change)
    {
        FaultRow row{.outcome = outcome};
        row.scripts = {{.answer = httpAnswer("200 OK", {}, change(bytes(goodObject(row))))}};
        add(name, row);
    }
    /// A good answer but for this member.
    static void addMember(
        const QString &name, const QString &member, const QJsonValue &value, const FaultOutcome &outcome);
    static void addToken(const QString &name, const QString &token, const FaultOutcome &outcome);
};

void TestPayloadFaults::addRows()
{
    addBodies();
    addMembers();
    addTokens();
    addExpiries();
}

void TestPayloadFaults::addMember(
    const QString &name, const QString &member, const QJsonValue &value, const FaultOutcome &outcome)
{
    FaultRow row{.outcome = outcome};
    QJsonObject object = goodObject(row);
    object.insert(member, value);
    row.scripts = {{.answer = jsonAnswer("200 OK", object)}};
    add(name, row);
}

void TestPayloadFaults::addToken(const QString &name, const QString &token, const FaultOutcome &outcome)
{
    FaultRow row{.accessToken = token, .outcome = outcome};
    row.scripts = {{.answer = jsonAnswer("200 OK", goodObject(row))}};
    add(name, row);
}

void TestPayloadFaults::addBodies()
{
    const auto fixed = [](const QString &name, const QByteArray &body, const FaultOutcome &outcome) {
        addBody(name, outcome, [body](const QByteArray &) { return body; });
    };
    fixed(u"nothing"_s, {}, notQci);
    fixed(u"not JSON"_s, "access_token=x&token_type=bearer", notQci);
    fixed(u"white space"_s, " \r\n\t", notQci);
    fixed(u"array"_s, "[]", notQci);
    fixed(u"string"_s, R"("token")", notQci);
    fixed(u"number"_s, "42", notQci);
    fixed(u"null"_s, "null", notQci);
    fixed(u"empty object"_s, "{}", malformed);
    fixed(u"depth of 10,000"_s, QByteArray(10'000, '[') + QByteArray(10'000, ']'), notQci);
    fixed(u"depth of 10,000 in objects"_s, QByteArray(R"({"a":)").repeated(10'000) + '1' + QByteArray(10'000, '}'),
        notQci);
    addBody(u"depth of 10,000 beside the token"_s, notQci, [](const QByteArray &good) {
        return good.chopped(1) + R"(,"deep":)" + QByteArray(10'000, '[') + QByteArray(10'000, ']') + '}';
    });
    addBody(u"array around the object"_s, notQci, [](const QByteArray &good) { return '[' + good + ']'; });
    addBody(u"two objects"_s, notQci, [](const QByteArray &good) { return good + good; });
    addBody(u"half an object"_s, notQci, [](const QByteArray &good) { return good.chopped(1); });
    addBody(u"single quotes"_s, notQci, [](QByteArray good) { return good.replace('"', '\''); });
    addBody(u"a comma too many"_s, notQci, [](const QByteArray &good) { return good.chopped(1) + ",}"; });
    addBody(u"bytes that are no UTF-8"_s, notQci, [](QByteArray good) { return good.replace("org-1", "\xff\xfe"); });
    addBody(u"a NUL in a string that is not used"_s, FaultOutcome::accepted(),
        [](QByteArray good) { return good.replace("org-1", QByteArray(1, '\0')); });
    addBody(u"UTF-16"_s, notQci, [](const QByteArray &good) {
        const QString text = QString::fromUtf8(good);
        return QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
    });
    addBody(u"a NUL after it"_s, notQci, [](const QByteArray &good) { return good + '\0'; });
    addBody(u"BOM"_s, FaultOutcome::accepted(), [](const QByteArray &good) { return "\xef\xbb\xbf" + good; });
    addBody(u"two BOMs"_s, notQci, [](const QByteArray &good) { return "\xef\xbb\xbf\xef\xbb\xbf" + good; });
    addBody(u"white space around"_s, FaultOutcome::accepted(),
        [](const QByteArray &good) { return "\n " + good + " \r\n"; });
    addBody(u"unknown members"_s, FaultOutcome::accepted(),
        [](const QByteArray &good) { return good.chopped(1) + R"(,"more":{"access_token":1},"scope":null})"; });
}

void TestPayloadFaults::addMembers()
{
    const QList<std::pair<QString, QJsonValue>> wrong{{u"number"_s, 7}, {u"null"_s, QJsonValue::Null},
        {u"bool"_s, true}, {u"object"_s, QJsonObject()}, {u"array"_s, QJsonArray{u"x"_s}},
        {u"nothing"_s, QJsonValue::Undefined}};
    for (const QString &member : goodObject({}).keys()) {
        for (const auto &[how, value] : wrong)
            addMember(u"%1 as %2"_s.arg(how, member), member, value, malformed);
        addBody(u"%1 in capitals"_s.arg(member), malformed, [member](QByteArray good) {
            return good.replace('"' + member.toLatin1() + '"', '"' + member.toUpper().toLatin1() + '"');
        });
    }
    for (const QString &type :
        {u""_s, u"mac"_s, u"bearer "_s, u" bearer"_s, u"Bearer token"_s, u"bearer\r\n"_s, u"ｂearer"_s})
        addMember(u"token_type '%1'"_s.arg(type.trimmed()) +
                      (type == type.trimmed() ? u""_s : u" with space %1"_s.arg(type.size())),
            u"token_type"_s, type, malformed);
    for (const QString &type : {u"Bearer"_s, u"BEARER"_s, u"bEaReR"_s})
        addMember(u"token_type '%1'"_s.arg(type), u"token_type"_s, type, FaultOutcome::accepted());
    // The last counts, as in Python's client.
    addBody(u"duplicate access_token, a good one last"_s, FaultOutcome::accepted(),
        [](const QByteArray &good) { return R"({"access_token":"first",)" + good.sliced(1); });
    addBody(u"duplicate access_token, a bad one last"_s, malformed,
        [](const QByteArray &good) { return good.chopped(1) + R"(,"access_token":7})"; });
    addBody(u"duplicate expires_at_rfc3339, a bad one last"_s, malformed,
        [](const QByteArray &good) { return good.chopped(1) + R"(,"expires_at_rfc3339":"never"})"; });
}

void TestPayloadFaults::addTokens()
{
    addToken(u"16 KiB token"_s, TestTokens::awkward(16'384), FaultOutcome::accepted());
    addToken(u"token of every visible character"_s, TestTokens::awkward(400), FaultOutcome::accepted());
    addToken(u"token beyond 16 KiB"_s, TestTokens::awkward(16'385), malformed);
    addToken(u"token that does not fit"_s, TestTokens::awkward(70'000), FaultOutcome::transient(Cause::TooLarge));
    const QString token = TestTokens::accessToken();
    const QList<std::pair<QString, QString>> pieces{{u"CR"_s, u"\r"_s}, {u"LF"_s, u"\n"_s},
        {u"CR and LF and a header"_s, u"\r\nX-Evil: 1"_s}, {u"NUL"_s, QString(QChar(0))}, {u"tab"_s, u"\t"_s},
        {u"space"_s, u" "_s}, {u"DEL"_s, u"\x7f"_s}, {u"escape"_s, u"\x1b[2J"_s}, {u"letter beyond ASCII"_s, u"ä"_s},
        {u"no-break space"_s, u"\u00a0"_s}, {u"zero-width space"_s, u"\u200b"_s}, {u"line separator"_s, u"\u2028"_s},
        {u"emoji"_s, u"🔑"_s}, {u"half a surrogate pair"_s, QString(QChar(0xd83d))}};
    for (const auto &[name, piece] : pieces) {
        const QString before = token.first(20);
        addToken(name + u" in the token"_s, before + piece + token.sliced(20), malformed);
        addToken(name + u" after the token"_s, token + piece, malformed);
        addMember(name + u" in a new API token"_s, u"refresh_token"_s, TestTokens::apiToken() + piece, malformed);
    }
    addMember(u"empty token"_s, u"access_token"_s, u""_s, malformed);
    // None at all, as an answer without one.
    addMember(u"number as a new API token"_s, u"refresh_token"_s, 7, FaultOutcome::accepted());
    addMember(u"null as a new API token"_s, u"refresh_token"_s, QJsonValue::Null, FaultOutcome::accepted());
    addMember(u"empty new API token"_s, u"refresh_token"_s, u""_s, FaultOutcome::accepted());
}

void TestPayloadFaults::addExpiries()
{
    // The clock of these tests shows 2025-03-09T20:00:00Z.
    for (const char *hourAhead : {"2025-03-09T21:00:00Z", "2025-03-09t21:00:00z", "2025-03-09T21:00:00.5Z",
             "2025-03-09T21:00:00.123456789Z", "2025-03-09T21:00:00.000Z", "2025-03-09T21:00:00+00:00",
             "2025-03-09T21:00:00-00:00", "2025-03-09T22:00:00+01:00", "2025-03-10T02:30:00+05:30",
             "2025-03-09T13:00:00-08:00", "2025-03-10T20:59:00+23:59", "2025-03-08T21:01:00-23:59"})
        addMember(u"expiry '%1'"_s.arg(QString::fromLatin1(hourAhead)), u"expires_at_rfc3339"_s,
            QString::fromLatin1(hourAhead), FaultOutcome::accepted());
    for (const QString &bad :
        {u""_s, u" "_s, u"never"_s, u"0"_s, u"3600"_s, u"1741554000"_s, u"2025-03-09"_s, u"21:00:00Z"_s,
            u"2025-03-09 21:00:00Z"_s, u"2025-03-09T21:00Z"_s, u"2025-03-09T21Z"_s, u"2025-03-09T21:00:00"_s,
            u"2025-03-09T21:00:00+01"_s, u"2025-03-09T22:00:00+0100"_s, u"2025-03-09T22:00:00+1:00"_s,
            u"2025-03-09T21:00:00+24:00"_s, u"2025-03-09T21:00:00+01:60"_s, u"2025-03-09T21:00:00ZZ"_s,
            u"2025-03-09T21:00:00Z+01:00"_s, u"2025-03-09T21:00:00 Z"_s, u"2025-03-09T21:00:00UTC"_s,
            u"2025-03-09T22:00:00[Europe/Berlin]"_s, u"2025-03-09T22:00:00−01:00"_s, u"2025-03-09T21:00:00.Z"_s,
            u"2025-03-09T21:00:00,5Z"_s, u"2025-03-09T21:00:00.5.5Z"_s, u"2025-03-09T24:00:00Z"_s,
            u"2025-03-09T25:00:00Z"_s, u"2025-03-09T21:60:00Z"_s, u"2025-03-09T21:00:61Z"_s, u"2025-02-29T21:00:00Z"_s,
            u"2025-04-31T21:00:00Z"_s, u"2025-13-09T21:00:00Z"_s, u"2025-00-09T21:00:00Z"_s, u"2025-04-00T21:00:00Z"_s,
            u"2025-4-9T21:00:00Z"_s, u"25-04-09T21:00:00Z"_s, u"12025-04-09T21:00:00Z"_s, u"-2025-04-09T21:00:00Z"_s,
            u"+2025-04-09T21:00:00Z"_s, u"0000-01-01T00:00:00Z"_s, u"20250409T210000Z"_s, u"2025-W15-3T21:00:00Z"_s,
            u"2025-099T21:00:00Z"_s, u"2025/04/09T21:00:00Z"_s, u"Wed, 09 Apr 2025 21:00:00 GMT"_s,
            u"Wed Apr  9 21:00:00 2025"_s, u"٢٠٢٥-04-09T21:00:00Z"_s, u"２０２５-04-09T21:00:00Z"_s,
            u" 2025-03-09T21:00:00Z"_s, u"2025-03-09T21:00:00Z "_s, u"2025-03-09T21:00:00Z\n"_s})
        addMember(u"expiry '%1'"_s.arg(QString(bad).replace(u'\n', u"\\n"_s)), u"expires_at_rfc3339"_s, bad, malformed);
    addMember(
        u"expiry with a NUL after it"_s, u"expires_at_rfc3339"_s, u"2025-03-09T21:00:00Z"_s + QChar(0), malformed);
    addMember(u"expiry of 50,000 digits"_s, u"expires_at_rfc3339"_s,
        u"2025-03-09T21:00:00."_s + QString(50'000, u'1') + u'Z', FaultOutcome::accepted());

    const auto addLifetime = [](const QString &name, const QString &expiry, const FaultOutcome &outcome) {
        addMember(name, u"expires_at_rfc3339"_s, expiry, outcome);
    };
    const QDateTime now = FakeClock().now();
    const auto accepted = [now](const QDateTime &expiry) {
        return FaultOutcome::accepted(std::chrono::seconds(now.secsTo(expiry)));
    };
    addLifetime(u"expiry an instant in the past"_s, u"2025-03-09T19:59:59.999Z"_s, malformed);
    addLifetime(u"expiry a year in the past"_s, u"2024-03-09T20:00:00Z"_s, malformed);
    addLifetime(u"expiry in the year 1"_s, u"0001-01-01T00:00:00Z"_s, malformed);
    addLifetime(u"expiry now"_s, u"2025-03-09T20:00:00Z"_s, malformed);
    FaultOutcome soon = FaultOutcome::accepted();
    soon.nextTry = 10s; // the least pause
    addLifetime(u"expiry in an instant"_s, u"2025-03-09T20:00:00.500Z"_s, soon);
    addLifetime(u"expiry in a second"_s, u"2025-03-09T20:00:01Z"_s, soon);
    addLifetime(u"expiry in 20 minutes"_s, u"2025-03-09T20:20:00Z"_s, FaultOutcome::accepted(20min));
    addLifetime(u"expiry in 30 days"_s, u"2025-04-08T20:00:00Z"_s, FaultOutcome::accepted(720h));
    addLifetime(u"expiry at a leap second"_s, u"2025-03-09T20:59:60Z"_s, FaultOutcome::accepted(3599s));
    addLifetime(u"expiry on a leap day"_s, u"2028-02-29T00:00:00Z"_s,
        accepted(QDateTime::fromString(u"2028-02-29T00:00:00Z"_s, Qt::ISODate)));
    addLifetime(u"expiry a century ahead"_s, u"2125-03-09T20:00:00Z"_s, accepted(now.addYears(100)));
    addLifetime(u"expiry at the end of all years"_s, u"9999-12-31T23:59:59Z"_s,
        accepted(QDateTime::fromString(u"9999-12-31T23:59:59Z"_s, Qt::ISODate)));
}

QTEST_GUILESS_MAIN(TestPayloadFaults)
#include "tst_payloadfaults.moc"
