// SPDX-License-Identifier: Apache-2.0
#include "httpdate.h"

#include <QLocale>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

constexpr std::chrono::seconds longestRetryAfter{3600};

std::optional<QDateTime> instant(const QString &day, const QString &month, const QString &year, const QString &time)
{
    const QDate date = QLocale::c().toDate(u"%1 %2 %3"_s.arg(day, month, year), u"d MMM yyyy"_s);
    const QTime clock = QTime::fromString(time, u"HH:mm:ss"_s);
    if (!date.isValid() || !clock.isValid())
        return std::nullopt;
    return QDateTime(date, clock, QTimeZone::utc());
}

} // namespace

std::optional<QDateTime> parseHttpDate(const QByteArray &value)
{
    static const QRegularExpression fixdate(
        uR"(\A[A-Z][a-z]{2}, (\d\d) ([A-Z][a-z]{2}) (\d{4}) (\d\d:\d\d:\d\d) GMT\z)"_s);
    static const QRegularExpression rfc850(uR"(\A[A-Z][a-z]+, (\d\d)-([A-Z][a-z]{2})-(\d\d) (\d\d:\d\d:\d\d) GMT\z)"_s);
    static const QRegularExpression asctime(
        uR"(\A[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{1,2}) (\d\d:\d\d:\d\d) (\d{4})\z)"_s);

    const QString text = QString::fromLatin1(value).simplified();
    if (const auto match = fixdate.match(text); match.hasMatch())
        return instant(match.captured(1), match.captured(2), match.captured(3), match.captured(4));
    // Two digits of a year: from 70 on of the last century, as everywhere since the first of all clocks began.
    if (const auto match = rfc850.match(text); match.hasMatch()) {
        const QString century = match.capturedView(3) < u"70" ? u"20"_s : u"19"_s;
        return instant(match.captured(1), match.captured(2), century + match.captured(3), match.captured(4));
    }
    if (const auto match = asctime.match(text); match.hasMatch())
        return instant(match.captured(2), match.captured(1), match.captured(4), match.captured(3));
    return std::nullopt;
}

std::optional<std::chrono::seconds> parseRetryAfter(const QByteArray &value, const QDateTime &now)
{
    const QByteArray text = value.trimmed();
    if (text.isEmpty())
        return std::nullopt;
    const auto clamped = [](qint64 seconds) {
        return std::chrono::seconds(std::clamp<qint64>(seconds, 0, longestRetryAfter.count()));
    };
    if (std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })) {
        bool fits = false;
        const qint64 seconds = text.toLongLong(&fits);
        return clamped(fits ? seconds : longestRetryAfter.count());
    }
    if (const auto date = parseHttpDate(text))
        return clamped(now.secsTo(*date));
    return std::nullopt;
}

} // namespace QciAuth
