// SPDX-License-Identifier: Apache-2.0
#include "answerpromises.h"

#include "accesstokeninfo.h"
#include "answer.h"
#include "errortext.h"
#include "fuzzinput.h"
#include "livesecrets.h"
#include "promise.h"
#include "servicehealth.h"
#include "serviceversion.h"

#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

QDateTime now()
{
    return QDateTime(QDate(2026, 11, 21), QTime(20, 0), QTimeZone::utc());
}

bool isHeaderSafe(const QByteArray &value)
{
    return std::all_of(value.begin(), value.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

void checkToken(const QJsonObject &object)
{
    using namespace std::chrono_literals;
    const AccessTokenInfo info = AccessTokenInfo::fromJson(object, now());
    promise(!info.accessToken.isEmpty() && info.accessToken.size() <= 16'384, "an accepted token has a length");
    promise(!info.accessToken.contains(u' '), "there is no space in it");
    promise(isHeaderSafe(info.authorization()), "it can stand in a header");
    promise(info.authorization() == "Bearer " + info.accessToken.toUtf8(), "and stands there as it is");
    promise(isHeaderSafe(info.refreshToken.toUtf8()), "so can an API token that came with it");
    promise(info.expiresAt.isValid() && info.remaining(now()) > 0ms, "it has not expired");
    promise(info.margin() >= 0ms && info.margin() <= 10min && info.margin() <= info.remaining(now()),
        "it is due before it expires");
    promise(info.tokenType.compare(u"bearer"_s, Qt::CaseInsensitive) == 0, "it is a bearer token");
    promise(AccessTokenInfo::fromJson(object, now()) == info, "read again it is the same");
}

template<typename Read>
void checkReading(const Read &read)
{
    try {
        read();
    } catch (const AuthError &error) {
        promise(error.kind() == AuthError::Kind::Transient, "a malformed answer may be better next time");
        AnswerPromises::check(error);
    }
}

} // namespace

void AnswerPromises::check(const AuthError &error)
{
    const QUrl url(u"https://api.example/"_s);
    for (const QString &text : {error.message(), QString::fromUtf8(error.what()), errorText(error, url)}) {
        promise(!FuzzInput::isTokenIn(text), "no error holds the token");
        promise(!text.isEmpty() && text.size() <= 8'192, "every error says something, and not too much");
        promise(std::all_of(text.begin(), text.end(), [](QChar c) { return c.category() != QChar::Other_Control; }),
            "it says it on one line");
    }
    if (const auto wait = error.retryAfter())
        promise(wait->count() >= 0 && wait->count() <= 3'600, "nobody waits for more than an hour");
}

void AnswerPromises::check(const Answer &answer)
{
    LiveSecrets secrets;
    secrets.set({QString::fromLatin1(FuzzInput::token())});
    try {
        const QJsonObject object = answer.object(now());
        promise(answer.status == 200, "nothing but 200 is good");
        checkReading([&object] { checkToken(object); });
        checkReading([&object] { ServiceHealth::fromJson(object); });
        checkReading([&object] { ServiceVersion::fromJson(object); });
    } catch (const AuthError &error) {
        using Kind = AuthError::Kind;
        check(error);
        promise(error.httpStatus() == answer.status, "an error tells the status");
        promise(error.kind() == Kind::Transient || error.kind() == Kind::Rejected || error.kind() == Kind::WrongAddress,
            "an answer is no fault of this machine");
        promise(error.kind() != Kind::Rejected || answer.status == 400 || answer.status == 401 || answer.status == 403,
            "only these statuses refuse a token");
    }
}

} // namespace QciAuth
