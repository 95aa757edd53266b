// SPDX-License-Identifier: Apache-2.0
#include "soakfaults.h"

#include "httpanswers.h"
#include "testtokens.h"

using namespace Qt::StringLiterals;

namespace QciAuth {

QList<SoakFault> soakFaults(const QDateTime &now)
{
    using Ending = FaultScript::Ending;
    using Kind = AuthError::Kind;
    using Moment = FaultScript::Moment;
    const QByteArray good = exchangeAnswer(TestTokens::accessToken(), now.addSecs(3600));
    const QByteArray head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    const QByteArray html = "<html><body>Sign in to the network</body></html>";
    const auto answered = [](const QByteArray &answer, Kind kind) {
        return SoakFault{.script = {.answer = answer}, .kind = kind};
    };
    const auto broken = [](const FaultScript &script) { return SoakFault{.script = script, .kind = Kind::Transient}; };
    return {
        broken({.ending = Ending::Close, .moment = Moment::Connection}),
        broken({.ending = Ending::Reset, .moment = Moment::Connection}),
        broken({.ending = Ending::Reset, .moment = Moment::HalfOfRequest}),
        broken({.ending = Ending::Close}),
        broken({.ending = Ending::Reset}),
        broken({.answer = head, .ending = Ending::Reset}),
        broken({.answer = good.chopped(20)}),
        broken({.answer = head + "\r\n", .endlessly = QByteArray(65'536, ' ')}),
        broken({.answer = head + "X-Large: " + QByteArray(1'048'576, 'x') + "\r\n\r\n"}),
        {.script = {.answer = good.first(60), .ending = Ending::Hang}, .kind = Kind::Transient, .takesTime = true},
        answered(httpAnswer("200 OK", {{"Content-Type", "text/html"}}, html), Kind::Transient),
        answered(httpAnswer("500 Internal Server Error", {}, html), Kind::Transient),
        answered(httpAnswer("503 Service Unavailable", {{"Retry-After", "120"}}, {}), Kind::Transient),
        answered(
            jsonAnswer("429 Too Many Requests", {}, {{"Retry-After", httpDate(now.addSecs(90))}}), Kind::Transient),
        answered(httpAnswer("401 Unauthorized", {}, html), Kind::Transient),
        answered(jsonAnswer("200 OK", {{u"access_token"_s, 7}}), Kind::Transient),
        answered(exchangeAnswer(u"two\nlines"_s, now.addSecs(3600)), Kind::Transient),
        answered(jsonAnswer("401 Unauthorized", {{u"detail"_s, u"unknown token"_s}}), Kind::Rejected),
        answered(jsonAnswer("404 Not Found", {}), Kind::WrongAddress),
        answered(httpAnswer("302 Found", {{"Location", "https://elsewhere.invalid/"}}, {}), Kind::WrongAddress),
    };
}

} // namespace QciAuth
