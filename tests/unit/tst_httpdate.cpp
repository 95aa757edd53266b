// SPDX-License-Identifier: Apache-2.0
#include "httpdate.h"

#include <QTest>
#include <QTimeZone>

using namespace QciAuth;
using namespace Qt::StringLiterals;

class TestHttpDate : public QObject
{
    Q_OBJECT

private slots:
    void goodDateIsRead_data();
    void goodDateIsRead();
    void badDateIsRefused_data();
    void badDateIsRefused();
    void retryAfter_data();
    void retryAfter();
};

void TestHttpDate::goodDateIsRead_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QDateTime>("instant");
    const QDateTime instant = QDateTime::fromString(u"2024-11-06T08:49:37Z"_s, Qt::ISODate);
    QTest::newRow("preferred form") << "Wed, 06 Nov 2024 08:49:37 GMT"_ba << instant;
    QTest::newRow("RFC 850") << "Wednesday, 06-Nov-24 08:49:37 GMT"_ba << instant;
    QTest::newRow("RFC 850, of the last century") << "Sunday, 06-Nov-94 08:49:37 GMT"_ba << instant.addYears(-30);
    QTest::newRow("asctime") << "Wed Nov  6 08:49:37 2024"_ba << instant;
    QTest::newRow("asctime, two digits") << "Sat Nov 16 08:49:37 2024"_ba << instant.addDays(10);
    QTest::newRow("spaces around") << " Wed, 06 Nov 2024 08:49:37 GMT "_ba << instant;
    const char *months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    for (int month = 1; month <= 12; ++month) {
        QTest::newRow(months[month - 1]) << "Wed, 06 "_ba + months[month - 1] + " 2024 08:49:37 GMT"
                                         << QDateTime(QDate(2024, month, 6), QTime(8, 49, 37), QTimeZone::utc());
    }
}

void TestHttpDate::goodDateIsRead()
{
    QFETCH(const QByteArray, value);
    QFETCH(const QDateTime, instant);
    const auto parsed = parseHttpDate(value);
    QVERIFY(parsed);
    QCOMPARE(*parsed, instant);
    QCOMPARE(parsed->offsetFromUtc(), 0);
}

void TestHttpDate::badDateIsRefused_data()
{
    QTest::addColumn<QByteArray>("value");
    for (const char *value : {"", " ", "0", "1730882977", "now", "2024-11-06T08:49:37Z", "Wed, 06 Nov 2024 08:49:37",
             "Wed, 06 Nov 2024 08:49:37 CET", "Wed, 06 Nov 2024 08:49:37 +0100", "Wed, 31 Nov 2024 08:49:37 GMT",
             "Wed, 06 Xyz 2024 08:49:37 GMT", "Wed, 06 Nov 2024 24:49:37 GMT", "Wed, 06 Nov 2024 08:61:37 GMT",
             "06 Nov 2024 08:49:37 GMT", "Wed, 06 Nov 2024 08:49 GMT", "Mi, 06 Nov 2024 08:49:37 GMT",
             "Wed, 06 Nov 2024 08:49:37 GMT; x", "Wed, 00 Nov 2024 08:49:37 GMT"})
        QTest::addRow("'%s'", value) << QByteArray(value);
}

void TestHttpDate::badDateIsRefused()
{
    QFETCH(const QByteArray, value);
    QVERIFY(!parseHttpDate(value));
}

void TestHttpDate::retryAfter_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("seconds"); // below zero: nothing
    QTest::newRow("seconds") << "120"_ba << 120;
    QTest::newRow("spaces around") << " 120 "_ba << 120;
    QTest::newRow("zero") << "0"_ba << 0;
    QTest::newRow("leading zeros") << "0007"_ba << 7;
    QTest::newRow("many leading zeros") << "00000000000000000000007"_ba << 7;
    QTest::newRow("an hour") << "3600"_ba << 3600;
    QTest::newRow("over an hour") << "3601"_ba << 3600;
    QTest::newRow("nine digits") << "999999999"_ba << 3600;
    QTest::newRow("more than an int") << "99999999999"_ba << 3600;
    QTest::newRow("more than any number") << QByteArray(100, '9') << 3600;
    QTest::newRow("date ahead") << "Wed, 06 Nov 2024 08:50:37 GMT"_ba << 60;
    QTest::newRow("date of now") << "Wed, 06 Nov 2024 08:49:37 GMT"_ba << 0;
    QTest::newRow("date past") << "Wed, 06 Nov 2024 08:00:00 GMT"_ba << 0;
    QTest::newRow("date far ahead") << "Fri, 06 Nov 2099 08:49:37 GMT"_ba << 3600;
    QTest::newRow("RFC 850 date") << "Wednesday, 06-Nov-24 08:50:07 GMT"_ba << 30;
    QTest::newRow("absent") << ""_ba << -1;
    QTest::newRow("blank") << "  "_ba << -1;
    QTest::newRow("negative") << "-5"_ba << -1;
    QTest::newRow("signed") << "+5"_ba << -1;
    QTest::newRow("fraction") << "1.5"_ba << -1;
    QTest::newRow("unit") << "5s"_ba << -1;
    QTest::newRow("hexadecimal") << "0x10"_ba << -1;
    QTest::newRow("words") << "soon"_ba << -1;
    QTest::newRow("two values") << "5, 6"_ba << -1;
}

void TestHttpDate::retryAfter()
{
    QFETCH(const QByteArray, value);
    QFETCH(const int, seconds);
    const auto parsed = parseRetryAfter(value, QDateTime::fromString(u"2024-11-06T08:49:37Z"_s, Qt::ISODate));
    QCOMPARE(parsed ? static_cast<int>(parsed->count()) : -1, seconds);
}

QTEST_GUILESS_MAIN(TestHttpDate)
#include "tst_httpdate.moc"
