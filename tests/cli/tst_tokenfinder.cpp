// SPDX-License-Identifier: Apache-2.0
#include "testtokens.h"
#include "tokenfinder.h"

#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;

class TestTokenFinder : public QObject
{
    Q_OBJECT

private slots:
    void tokenIsFoundUnderItsNames_data();
    void tokenIsFoundUnderItsNames();
    void otherTextIsNoToken_data();
    void otherTextIsNoToken();
    void knownTokenIsFoundAnywhere();
    void linesAreCounted();
    void severalNamesInALongLineTakeNoTime();
};

void TestTokenFinder::tokenIsFoundUnderItsNames_data()
{
    QTest::addColumn<QByteArray>("form"); // @ stands for the token
    for (const char *form : {             // shells and .env
             "QCI_TOKEN=@", "export QCI_TOKEN=@", "  export QCI_TOKEN='@' # mine", "QCI_TOKEN = \"@\"",
             "set QCI_TOKEN=@", "QCI_TOKEN=@ python3 job.py", "QCI_TOKEN=Bearer @", "QCI_TOKEN=@;",
             "set -gx QCI_TOKEN '@'", "setenv QCI_TOKEN @", "$Env:QCI_TOKEN = '@'", "QCI_API_TOKEN=@", "API_TOKEN=@",
             "${QCI_TOKEN:=@}", "\tQCI_TOKEN := @", "QCI_TOKEN=@\r",
             // Python
             "client = QciClient(api_token=\"@\", url=url)", "api_token = '@'", "api_token: str = \"@\"",
             "api_token: Optional[str]='@'", "api_token=r\"@\"", "os.environ[\"QCI_TOKEN\"] = \"@\"",
             "os.environ['QCI_TOKEN']='@'", "{'refresh_token': '@'}",
             "if api_token == \"@\":", "refresh_token=\"\"\"@\"\"\"", "apiToken = `@`",
             // JSON, and JSON in a string
             "{\"refresh_token\": \"@\"}", "{\"refresh_token\":\"@\",\"a\":1}", "  \"apiToken\" : \"@\"",
             "\"api_token = \\\"@\\\"\\n\",", "\"os.environ[\\\"QCI_TOKEN\\\"] = \\\"@\\\"\\n\"",
             "\"!export QCI_TOKEN=@\\n\"", "\"{\\\\\\\"refresh_token\\\\\\\": \\\\\\\"@\\\\\\\"}\"",
             // others
             "api_token: @", "api_token: '@'", "- QCI_TOKEN=@", "QCI_TOKEN: \"@\"", "refresh_token = \"@\"",
             "ENV QCI_TOKEN @", "ENV QCI_TOKEN=@", "curl --data '{\"refresh_token\": \"@\"}' https://h",
             "curl -d \"{\\\"refresh_token\\\": \\\"@\\\"}\" https://h", "https://h/?api_token=@&a=b",
             "\"api_token\" => \"@\"", "<code>QCI_TOKEN=@</code>", "docker run -e QCI_TOKEN=@ image"})
        QTest::addRow("%s", form) << QByteArray(form);
}

void TestTokenFinder::tokenIsFoundUnderItsNames()
{
    QFETCH(const QByteArray, form);
    for (const QString &token : {TestTokens::apiToken(), TestTokens::apiToken().toUpper(), TestTokens::accessToken(),
             u"aB3-"_s + TestTokens::apiToken().first(16) + u"_~+/.z=="_s}) {
        const QByteArray line = QByteArray(form).replace("@", token.toLatin1());
        QCOMPARE(TokenFinder({}).lines(line), QList<int>{1});
        QCOMPARE(TokenFinder({}).lines("first\n" + line + "\nlast\n"), QList<int>{2});
    }
}

void TestTokenFinder::otherTextIsNoToken_data()
{
    QTest::addColumn<QByteArray>("line");
    for (const char *line : {// references
             "QCI_TOKEN=$MY_SECRET_TOKEN_VARIABLE_1", "QCI_TOKEN=\"${MY_SECRET_TOKEN_VARIABLE_1}\"",
             "QCI_TOKEN: ${{ secrets.QCI_TOKEN_2 }}", "set QCI_TOKEN=%MY_SECRET_TOKEN_VARIABLE_1%",
             "api_token=os.environ[\"MY_SECRET_TOKEN_VARIABLE_1\"]",
             "api_token = os.getenv(\"MY_SECRET_TOKEN_VARIABLE_1\")", "QCI_TOKEN=$(pass show qci/token-number-1/abc)",
             "QCI_TOKEN=`pass show qci/token-number-1`", "api_token: {{ my_secret_token_variable_1 }}",
             "api_token=settings.accounts_v2.my_api_token", "refresh_token = self.refresh_token_of_account_1.value",
             "api_token = read_the_secret_token_v2(path)", "api_token=tokens_of_the_accounts_2[0]",
             "api_token: op://vault/item/field-number-1", "$Env:QCI_TOKEN = $Env:MY_SECRET_TOKEN_VARIABLE_1",
             "\"api_token = os.environ[\\\"MY_SECRET_TOKEN_VARIABLE_1\\\"]\\n\"",
             // placeholders
             "QCI_TOKEN=", "QCI_TOKEN=\"\"", "QCI_TOKEN=<your token of 32 digits, 0 to 9>",
             "QCI_TOKEN=your-api-token-here-1234567890", "QCI_TOKEN=YOUR_API_TOKEN_1234567890",
             "QCI_TOKEN=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "QCI_TOKEN=********************************",
             "QCI_TOKEN=a1b2xxxxxxxxxxxxxxxxxxxxxxxxxxxx", "QCI_TOKEN=00000000000000000000000000000000",
             "QCI_TOKEN=--------------------------------", "api_token: \"eyJhbGciOiJSUzI1NiJ9...\"", "QCI_TOKEN=\u2026",
             "api_token = '...'", "QCI_TOKEN=replace-me-with-32-hex-digits",
             "api_token: /run/secrets/../qci-token-number-1",
             // no token
             "QCI_TOKEN=short1", "api_token = None", "api_token: str",
             "def f(api_token: Optional[str] = None, retries_after_failure_2=1):",
             "QCI_TOKEN is 0123456789abcdef0123456789abcdeg, or not", "api_token", "QCI_TOKEN",
             "refresh_token =", "api_token = theTokenThatTheServiceGaveUs",
             // other names
             "MY_QCI_TOKEN=0123456789abcdef0123456789abcdef", "QCI_TOKEN_HASH=0123456789abcdef0123456789abcdef",
             "GITHUB_API_TOKEN=0123456789abcdef0123456789abcdef", "api_tokens: 0123456789abcdef0123456789abcdef",
             "token=0123456789abcdef0123456789abcdef", "commit 0123456789abcdef0123456789abcdef01234567"})
        QTest::addRow("%s", line) << QByteArray(line);
}

void TestTokenFinder::otherTextIsNoToken()
{
    QFETCH(const QByteArray, line);
    QCOMPARE(TokenFinder({}).lines(line), QList<int>());
    QCOMPARE(TokenFinder({}).lines("a = 1\n" + line + "\n0123456789abcdef0123456789abcdef\n"), QList<int>());
}

void TestTokenFinder::knownTokenIsFoundAnywhere()
{
    const QString token = TestTokens::awkward(40);
    const QString other = TestTokens::apiToken();
    const QByteArray bytes = token.toLatin1();
    const TokenFinder finder({other, token});
    QCOMPARE(finder.lines(bytes), QList<int>{1});
    QCOMPARE(finder.lines(QByteArray("\0\n\xff\xfe", 4) + bytes + QByteArray(5, '\0')), QList<int>{2});
    QCOMPARE(finder.lines("x" + other.toLatin1() + "y\n" + bytes), (QList<int>{1, 2}));
    QCOMPARE(finder.lines(bytes.chopped(1) + '\n' + other.toLatin1().sliced(1)), QList<int>());
    // An empty or tiny one would be in every file.
    QCOMPARE(TokenFinder({QString(), u"x"_s}).lines("x\nx\n"), QList<int>());
}

void TestTokenFinder::linesAreCounted()
{
    const QString token = TestTokens::apiToken();
    const QByteArray bytes = token.toLatin1();
    const QByteArray text = "QCI_TOKEN=" + bytes + ' ' + bytes + "\n\n# " + bytes + "\r\n" + QByteArray(100'000, 'x') +
                            "\n api_token=" + bytes;
    QCOMPARE(TokenFinder({}).lines(text), (QList<int>{1, 5}));
    QCOMPARE(TokenFinder({token}).lines(text), (QList<int>{1, 3, 5}));
}

void TestTokenFinder::severalNamesInALongLineTakeNoTime()
{
    const QByteArray token = TestTokens::apiToken().toLatin1();
    const QByteArray text = QByteArray("{api_token:a1},").repeated(100'000) + "{api_token:" + token + "},";
    QCOMPARE(TokenFinder({}).lines(text), QList<int>{1});
    QCOMPARE(TokenFinder({}).lines(QByteArray("api_token=").repeated(100'000)), QList<int>());
    QCOMPARE(TokenFinder({}).lines("api_token=" + QByteArray("a1b2c3d4").repeated(500'000)), QList<int>());
}

QTEST_GUILESS_MAIN(TestTokenFinder)
#include "tst_tokenfinder.moc"
