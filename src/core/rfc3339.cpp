// SPDX-License-Identifier: Apache-2.0
#include "rfc3339.h"

#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace QciAuth {

std::optional<QDateTime> parseRfc3339(QStringView text)
{
    static const QRegularExpression form(
        uR"(\A([0-9]{4})-([0-9]{2})-([0-9]{2})[Tt]([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.([0-9]+))?(?:[Zz]|([+-])([0-9]{2}):([0-9]{2}))\z)"_s);
    const QRegularExpressionMatch match = form.match(text.toString());
    if (!match.hasMatch())
        return std::nullopt;

    const auto number = [&match](int group) { return match.capturedView(group).toInt(); };
    const int milliseconds = match.capturedView(7).left(3).toString().leftJustified(3, u'0').toInt();
    const QDate date(number(1), number(2), number(3));
    if (number(6) > 60)
        return std::nullopt;
    const QTime time(number(4), number(5), std::min(number(6), 59), milliseconds);
    const int offsetHours = number(9);
    const int offsetMinutes = number(10);
    if (!date.isValid() || !time.isValid() || offsetHours > 23 || offsetMinutes > 59)
        return std::nullopt;

    const int offset = (offsetHours * 60 + offsetMinutes) * 60;
    const bool west = match.capturedView(8) == u"-";
    const QDateTime instant = QDateTime(date, time, QTimeZone::utc()).addSecs(west ? offset : -offset).toUTC();
    // An offset may lead to a year that cannot be written.
    return instant.date().year() >= 1 && instant.date().year() <= 9999 ? std::optional(instant) : std::nullopt;
}

} // namespace QciAuth
