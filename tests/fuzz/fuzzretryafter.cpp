// SPDX-License-Identifier: Apache-2.0
#include "fuzztargets.h"
#include "httpdate.h"
#include "promise.h"

#include <QTimeZone>

namespace QciAuth {

void fuzzRetryAfter(const QByteArray &input)
{
    using std::chrono::seconds;
    const QDateTime now(QDate(2026, 11, 21), QTime(20, 0), QTimeZone::utc());
    const auto wait = parseRetryAfter(input, now);
    if (!wait)
        return;
    promise(*wait >= seconds(0) && *wait <= seconds(3600), "the wait is within 0…3600 s");
    bool isNumber = false;
    const qulonglong number = input.trimmed().toULongLong(&isNumber);
    promise(!isNumber || wait == seconds(std::min<qulonglong>(number, 3600)), "a number means that many seconds");
    promise(isNumber || parseHttpDate(input) || input.trimmed().size() > 19, "what is no number is a date");
}

} // namespace QciAuth
