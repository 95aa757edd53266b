// SPDX-License-Identifier: Apache-2.0
#include "answer.h"
#include "answerpromises.h"
#include "fuzzinput.h"
#include "fuzztargets.h"

using namespace Qt::StringLiterals;

namespace QciAuth {

// Status, reason, Retry-After and Location on a line each, then the body.
void fuzzAnswer(const QByteArray &input)
{
    FuzzInput lines(input);
    Answer answer;
    answer.url = QUrl(u"https://api.example/auth/v1/access-tokens/"_s);
    answer.status = lines.takeLine().toInt();
    answer.reason = QString::fromUtf8(lines.takeLine());
    answer.retryAfter = lines.takeLine();
    answer.redirectTarget = answer.url.resolved(QUrl::fromEncoded(lines.takeLine()));
    answer.body = lines.rest();
    AnswerPromises::check(answer);
}

} // namespace QciAuth
