// SPDX-License-Identifier: Apache-2.0
#include "rfc3339.h"

#include <QTest>
#include <QTimeZone>

using namespace QciAuth;
using namespace Qt::StringLiterals;

class TestRfc3339 : public QObject
{
    Q_OBJECT

private slots:
    void goodTextIsRead_data();
    void goodTextIsRead();
    void badTextIsRefused_data();
    void badTextIsRefused();
};

void TestRfc3339::goodTextIsRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDateTime>("instant");
    const auto utc = [](int year, int month, int day, int hour, int minute, int second, int ms = 0) {
        return QDateTime(QDate(year, month, day), QTime(hour, minute, second, ms), QTimeZone::utc());
    };
    QTest::newRow("as QCi writes it") << u"2023-07-15T08:16:59Z"_s << utc(2023, 7, 15, 8, 16, 59);
    QTest::newRow("lower case") << u"2023-07-15t08:16:59z"_s << utc(2023, 7, 15, 8, 16, 59);
    QTest::newRow("tenths") << u"2023-07-15T08:16:59.5Z"_s << utc(2023, 7, 15, 8, 16, 59, 500);
    QTest::newRow("milliseconds") << u"2023-07-15T08:16:59.007Z"_s << utc(2023, 7, 15, 8, 16, 59, 7);
    QTest::newRow("microseconds are cut") << u"2023-07-15T08:16:59.123999Z"_s << utc(2023, 7, 15, 8, 16, 59, 123);
    QTest::newRow("very many digits") << u"2023-07-15T08:16:59."_s + QString(200, u'9') + u"Z"_s
                                      << utc(2023, 7, 15, 8, 16, 59, 999);
    QTest::newRow("zero offset") << u"2023-07-15T08:16:59+00:00"_s << utc(2023, 7, 15, 8, 16, 59);
    QTest::newRow("unknown offset") << u"2023-07-15T08:16:59-00:00"_s << utc(2023, 7, 15, 8, 16, 59);
    QTest::newRow("east") << u"2023-07-15T08:16:59+02:00"_s << utc(2023, 7, 15, 6, 16, 59);
    QTest::newRow("west") << u"2023-07-15T08:16:59-07:00"_s << utc(2023, 7, 15, 15, 16, 59);
    QTest::newRow("half an hour east") << u"2023-07-15T08:16:59.25+05:30"_s << utc(2023, 7, 15, 2, 46, 59, 250);
    QTest::newRow("far east over midnight") << u"2024-03-01T00:30:00+14:00"_s << utc(2024, 2, 29, 10, 30, 0);
    QTest::newRow("far west over the year") << u"2023-12-31T23:59:59-23:59"_s << utc(2024, 1, 1, 23, 58, 59);
    QTest::newRow("leap second") << u"2016-12-31T23:59:60Z"_s << utc(2016, 12, 31, 23, 59, 59);
    QTest::newRow("leap second elsewhere") << u"1990-12-31T15:59:60-08:00"_s << utc(1990, 12, 31, 23, 59, 59);
    QTest::newRow("leap day") << u"2024-02-29T00:00:00Z"_s << utc(2024, 2, 29, 0, 0, 0);
    QTest::newRow("after 2038") << u"2099-01-01T00:00:00Z"_s << utc(2099, 1, 1, 0, 0, 0);
    QTest::newRow("last") << u"9999-12-31T23:59:59Z"_s << utc(9999, 12, 31, 23, 59, 59);
}

void TestRfc3339::goodTextIsRead()
{
    QFETCH(const QString, text);
    QFETCH(const QDateTime, instant);
    const auto parsed = parseRfc3339(text);
    QVERIFY(parsed);
    QCOMPARE(*parsed, instant);
    QCOMPARE(parsed->timeSpec(), Qt::UTC);
}

void TestRfc3339::badTextIsRefused_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
        {"", " ", "Z", "2023-07-15", "08:16:59Z", "2023-07-15T08:16:59", "2023-07-15 08:16:59Z", "2023-07-15T08:16Z",
            "2023-07-15T08:16:59 Z", " 2023-07-15T08:16:59Z", "2023-07-15T08:16:59Z ", "2023-07-15T08:16:59Z\n",
            "2023-07-15T08:16:59.Z", "2023-07-15T08:16:59,5Z", "2023-07-15T08:16:59.5.5Z", "2023-07-15T08:16:59+0200",
            "2023-07-15T08:16:59+02", "2023-07-15T08:16:59+2:00", "2023-07-15T08:16:59+24:00",
            "2023-07-15T08:16:59+02:60", "2023-07-15T08:16:59Z+02:00", "2023-07-15T08:16:59UTC",
            "2023-07-15T08:16:59 GMT", "2023-7-15T08:16:59Z", "23-07-15T08:16:59Z", "+2023-07-15T08:16:59Z",
            "-2023-07-15T08:16:59Z", "12023-07-15T08:16:59Z", "20230715T081659Z", "2023-W28-6T08:16:59Z",
            "2023-196T08:16:59Z", "2023/07/15T08:16:59Z", "2023-13-01T08:16:59Z", "2023-00-01T08:16:59Z",
            "2023-07-00T08:16:59Z", "2023-06-31T08:16:59Z", "2023-02-29T08:16:59Z", "2100-02-29T08:16:59Z",
            "0000-01-01T00:00:00Z", "9999-12-31T23:59:59-00:01", "0001-01-01T00:00:00+00:01", "2023-07-15T24:00:00Z",
            "2023-07-15T08:60:00Z", "2023-07-15T08:16:61Z", "2023-07-15T-8:16:59Z", "1689409019", "1689409019Z", "null",
            "never", "Sat, 15 Jul 2023 08:16:59 GMT", "2023-07-15T08:16:59Z2023-07-15T08:16:59Z"})
        QTest::addRow("'%s'", QByteArray(text).toPercentEncoding(" :+,/").constData()) << QString::fromLatin1(text);
    QTest::newRow("NUL") << u"2023-07-15T08:16:59Z"_s + QChar(0);
    QTest::newRow("digits of another script") << u"٢٠٢٣-07-15T08:16:59Z"_s;
    QTest::newRow("full-width digits") << u"２０２３-07-15T08:16:59Z"_s;
    QTest::newRow("minus sign that is none") << u"2023-07-15T08:16:59−02:00"_s;
}

void TestRfc3339::badTextIsRefused()
{
    QFETCH(const QString, text);
    QVERIFY(!parseRfc3339(text));
}

QTEST_GUILESS_MAIN(TestRfc3339)
#include "tst_rfc3339.moc"
