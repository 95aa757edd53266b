// SPDX-License-Identifier: Apache-2.0
#include "tokentext.h"

#include "accesstokeninfo.h"
#include "testtokens.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using Form = TokenText::Form;

/// What is copied is run here by what it is for.
class TestTokenText : public QObject
{
    Q_OBJECT

private slots:
    void headerIsOneLine();
    void bareIsTheTokenAlone();
    void noFormEndsTheLine();
    void curlGetsTokenAndAddress_data();
    void curlGetsTokenAndAddress();
    void pythonReadsTheHeaders();
    void shellReadsTheVariables();

private:
    static AccessTokenInfo info(const QString &token);
    /// What the program prints; empty where it fails.
    static QByteArray printed(const QString &program, const QStringList &arguments);
    /// Of every kind that the service may send.
    static QStringList tokens() { return {TestTokens::accessToken(), TestTokens::awkward(300)}; }
};

AccessTokenInfo TestTokenText::info(const QString &token)
{
    AccessTokenInfo info;
    info.accessToken = token;
    info.tokenType = u"bearer"_s;
    return info;
}

QByteArray TestTokenText::printed(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program, arguments);
    if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return {};
    return process.readAllStandardOutput();
}

void TestTokenText::headerIsOneLine()
{
    const QString token = TestTokens::accessToken();
    QCOMPARE(TokenText::of(Form::Header, info(token), u"https://qci.example/"_s), u"Authorization: Bearer "_s + token);
}

void TestTokenText::bareIsTheTokenAlone()
{
    const QString token = TestTokens::awkward(300);
    QCOMPARE(TokenText::of(Form::Bare, info(token), u"https://qci.example/"_s), token);
}

void TestTokenText::noFormEndsTheLine()
{
    for (const Form form : {Form::Header, Form::Bare, Form::Curl, Form::PythonHeaders, Form::Environment}) {
        const QString text = TokenText::of(form, info(TestTokens::accessToken()), u"https://qci.example/"_s);
        QVERIFY(!text.isEmpty());
        QVERIFY(!text.endsWith(u'\n'));
    }
}

void TestTokenText::curlGetsTokenAndAddress_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QByteArray>("address");
    const QByteArray path = "optimization/v1/allocations";
    QTest::newRow("plain") << u"https://qci.example/"_s << "https://qci.example/" + path;
    QTest::newRow("without slash") << u"https://qci.example/a"_s << "https://qci.example/a/" + path;
    QTest::newRow("quotes and variables")
        << u"https://qci.example/it's/$HOME/`id`/"_s << "https://qci.example/it's/$HOME/%60id%60/" + path;
    QTest::newRow("spaces") << u"https://qci.example/a b/"_s << "https://qci.example/a%20b/" + path;
    QTest::newRow("more than ASCII") << u"https://qci.example/ä/"_s << "https://qci.example/%C3%A4/" + path;
}

void TestTokenText::curlGetsTokenAndAddress()
{
    QFETCH(QString, url);
    QFETCH(QByteArray, address);
    for (const QString &token : tokens()) {
        const QString command = TokenText::of(Form::Curl, info(token), url);
        for (const QString &shell : {u"sh"_s, u"bash"_s}) {
            const QString script = u"curl() { printf '%s\\n' \"$@\"; cat; }\n"_s + command;
            const QByteArray seen = printed(shell, {u"-c"_s, script});
            QVERIFY2(seen == "--header\n@-\n" + address + "\nAuthorization: Bearer " + token.toLatin1() + '\n',
                qPrintable(shell));
        }
    }
}

void TestTokenText::pythonReadsTheHeaders()
{
    const HeaderList others{{"Content-Type", "application/json"}, {"X-Odd", R"(a"b\c'd)"}};
    for (const QString &token : tokens()) {
        const QString text = TokenText::of(Form::PythonHeaders, info(token), u"https://qci.example/"_s, others);
        const QByteArray seen =
            printed(u"/usr/bin/python3"_s, {u"-c"_s, text + u"\nimport json; print(json.dumps(headers))"_s});
        const QJsonObject headers = QJsonDocument::fromJson(seen).object();
        QCOMPARE(headers.size(), 3);
        QVERIFY(headers.value("Authorization"_L1).toString() == u"Bearer "_s + token);
        QCOMPARE(headers.value("Content-Type"_L1).toString(), u"application/json"_s);
        QCOMPARE(headers.value("X-Odd"_L1).toString(), uR"(a"b\c'd)"_s);
    }
}

void TestTokenText::shellReadsTheVariables()
{
    const QString url = u"https://qci.example/it's here/$HOME/ä/"_s;
    for (const QString &token : tokens()) {
        const QString commands = TokenText::of(Form::Environment, info(token), url);
        const QString script = commands + uR"(
sh -c 'printf "%s\n%s" "$QCI_API_URL" "$QCI_ACCESS_TOKEN"')"_s;
        QVERIFY(printed(u"bash"_s, {u"-c"_s, script}) == (url + u'\n' + token).toUtf8());
    }
}

QTEST_GUILESS_MAIN(TestTokenText)
#include "tst_tokentext.moc"
