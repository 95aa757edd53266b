// SPDX-License-Identifier: Apache-2.0
#include "hiddenprompt.h"
#include "ptyshell.h"
#include "testtokens.h"

#include <QTest>

#include <csignal>
#include <cstring>

#include <sys/wait.h>
#include <unistd.h>

using namespace QciAuth;
using namespace Qt::StringLiterals;

class TestHiddenPrompt : public QObject
{
    Q_OBJECT

private slots:
    void answerIsReadAndNotShown();
    void keysEditTheLine_data();
    void keysEditTheLine();
    void longLineIsReadWhole_data();
    void longLineIsReadWhole();
    void tooLongIsSaid();
    void endOfInputIsSaid();
    void endingSignalShowsTheTerminalAgain_data();
    void endingSignalShowsTheTerminalAgain();
    void interruptKeyEndsTheProgram();
    void handlerOfTheProgramIsCalled();
    void ignoredSignalStaysIgnored();
    void stoppedProgramShowsTheTerminalAndAsksAgain();
    void stoppedWithoutNoticeItHidesAgain();
    void backgroundWaitsForTheForeground();
    void backgroundCanBeEnded();
    void lostTerminalIsEndOfInput();
    void restOfAPasteIsThrownAway();
    void nobodyIsAskedWithoutTerminal();
};

namespace {

constexpr char prompt[] = "API token: ";

// The outcome as a digit, then the text.
QByteArray ask()
{
    const HiddenAnswer answer = readHidden(QString::fromLatin1(prompt));
    return QByteArray::number(static_cast<int>(answer.outcome)) + answer.text.toUtf8();
}

QByteArray askTwice()
{
    const QByteArray first = ask();
    return first + '\n' + ask();
}

QByteArray answered(const QString &text)
{
    return QByteArray::number(static_cast<int>(HiddenAnswer::Outcome::Answered)) + text.toUtf8();
}

QByteArray outcome(HiddenAnswer::Outcome outcome)
{
    return QByteArray::number(static_cast<int>(outcome));
}

bool endedBy(int status, int signal)
{
    return WIFSIGNALED(status) && WTERMSIG(status) == signal;
}

bool sameModes(const termios &a, const termios &b)
{
    return a.c_lflag == b.c_lflag && a.c_iflag == b.c_iflag && a.c_oflag == b.c_oflag &&
           std::memcmp(a.c_cc, b.c_cc, sizeof a.c_cc) == 0;
}

} // namespace

void TestHiddenPrompt::answerIsReadAndNotShown()
{
    for (const QString &token :
        {TestTokens::apiToken(), TestTokens::accessToken(), TestTokens::awkward(500), QString()}) {
        PtyShell shell(askTwice); // the second question finds all as the first one did
        QVERIFY(shell.shows(prompt));
        QVERIFY(!shell.echoes());
        shell.type(token.toUtf8() + '\n');
        QVERIFY(shell.shows(prompt, 2));
        shell.type(token.toUtf8() + '\r');
        QCOMPARE(shell.commandResult(), answered(token) + '\n' + answered(token));
        QVERIFY(WIFEXITED(shell.waitForStatus()));
        QVERIFY(shell.echoes());
        QCOMPARE(shell.screen(), QByteArray(prompt) + "\r\n" + prompt + "\r\n");
        const termios untouched = PtyShell([] { return QByteArray(); }).modes();
        QVERIFY(sameModes(shell.modes(), untouched));
    }
}

void TestHiddenPrompt::keysEditTheLine_data()
{
    QTest::addColumn<QByteArray>("keys");
    QTest::addColumn<QString>("text");
    QTest::newRow("erase") << "abx\x7f"
                              "c"_ba
                           << u"abc"_s;
    QTest::newRow("backspace") << "abx\b"
                                  "c"_ba
                               << u"abc"_s;
    QTest::newRow("erase too much") << "a\x7f\x7f\x7f"
                                       "abc"_ba
                                    << u"abc"_s;
    QTest::newRow("erase a character of several bytes") << "ab\xf0\x9f\x94\x91\xc3\xa4\x7f\x7f"
                                                           "c"_ba
                                                        << u"abc"_s;
    QTest::newRow("erase the line") << "xyz\x15"
                                       "abc"_ba
                                    << u"abc"_s;
    QTest::newRow("erase the word") << "xyz\x17"
                                       "abc"_ba
                                    << u"abc"_s;
    QTest::newRow("end of input in a line") << "ab\x04"
                                               "c"_ba
                                            << u"abc"_s;
    QTest::newRow("spaces and quotes") << " \"a\tb'"_ba << u" \"a\tb'"_s;
    QTest::newRow("beyond ASCII") << QByteArray("ä🔑") << u"ä🔑"_s;
    QTest::newRow("no UTF-8") << "a\xff"_ba << u"a\ufffd"_s;
}

void TestHiddenPrompt::keysEditTheLine()
{
    QFETCH(const QByteArray, keys);
    QFETCH(const QString, text);
    PtyShell shell(ask);
    QVERIFY(shell.shows(prompt));
    shell.type(keys + '\n');
    QCOMPARE(shell.commandResult(), answered(text));
}

void TestHiddenPrompt::longLineIsReadWhole_data()
{
    QTest::addColumn<int>("length");
    for (const int length : {4095, 4096, 4097, 16'384, 20'000, 65'536})
        QTest::addRow("%d", length) << length;
}

void TestHiddenPrompt::longLineIsReadWhole()
{
    QFETCH(const int, length);
    const QString token = TestTokens::awkward(length);
    PtyShell shell(ask);
    QVERIFY(shell.shows(prompt));
    shell.type(token.toLatin1() + '\n');
    QVERIFY(shell.commandResult() == answered(token));
    QVERIFY(WIFEXITED(shell.waitForStatus()));
    QCOMPARE(shell.screen(), QByteArray(prompt) + "\r\n");
}

void TestHiddenPrompt::tooLongIsSaid()
{
    PtyShell shell(askTwice);
    QVERIFY(shell.shows(prompt));
    shell.type(QByteArray(65'537, 'x') + '\n');
    QVERIFY(shell.shows(prompt, 2));
    shell.type(QByteArray(70'000, 'x') + "\x15"
                                         "abc\n");
    QCOMPARE(shell.commandResult(), outcome(HiddenAnswer::Outcome::TooLong) + '\n' + answered(u"abc"_s));
}

void TestHiddenPrompt::endOfInputIsSaid()
{
    PtyShell shell(ask);
    QVERIFY(shell.shows(prompt));
    shell.type("x\x7f\x04");
    QCOMPARE(shell.commandResult(), outcome(HiddenAnswer::Outcome::EndOfInput));
    QVERIFY(WIFEXITED(shell.waitForStatus()));
    QVERIFY(shell.echoes());
}

void TestHiddenPrompt::endingSignalShowsTheTerminalAgain_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGHUP") << SIGHUP;
    QTest::newRow("SIGQUIT") << SIGQUIT;
}

void TestHiddenPrompt::endingSignalShowsTheTerminalAgain()
{
    QFETCH(const int, signal);
    PtyShell shell(ask);
    QVERIFY(shell.shows(prompt));
    QVERIFY(!shell.echoes());
    shell.sendSignal(signal);
    QVERIFY(endedBy(shell.waitForStatus(), signal));
    QVERIFY(shell.echoes());
    QCOMPARE(shell.commandResult(), QByteArray());
}

void TestHiddenPrompt::interruptKeyEndsTheProgram()
{
    PtyShell shell(ask);
    QVERIFY(shell.shows(prompt));
    shell.type("abc\x03");
    QVERIFY(endedBy(shell.waitForStatus(), SIGINT));
    QVERIFY(shell.echoes());
    QVERIFY(!shell.screen().contains("abc"));
}

void TestHiddenPrompt::handlerOfTheProgramIsCalled()
{
    static volatile std::sig_atomic_t calls = 0;
    PtyShell shell([] {
        ::signal(SIGINT, [](int) { calls = calls + 1; });
        const QByteArray answer = ask();
        return answer + " after " + QByteArray::number(calls);
    });
    QVERIFY(shell.shows(prompt));
    shell.type("abc\x03");
    QCOMPARE(shell.commandResult(), outcome(HiddenAnswer::Outcome::Interrupted) + " after 1");
    QVERIFY(WIFEXITED(shell.waitForStatus()));
    QVERIFY(shell.echoes());
}

void TestHiddenPrompt::ignoredSignalStaysIgnored()
{
    PtyShell shell([] {
        for (const int number : {SIGINT, SIGTSTP, SIGHUP})
            ::signal(number, SIG_IGN);
        return ask();
    });
    QVERIFY(shell.shows(prompt));
    shell.sendSignal(SIGHUP);
    shell.sendSignal(SIGINT);
    shell.sendSignal(SIGTSTP);
    shell.type("abc\n");
    QCOMPARE(shell.commandResult(), answered(u"abc"_s));
}

void TestHiddenPrompt::stoppedProgramShowsTheTerminalAndAsksAgain()
{
    PtyShell shell(ask);
    for (int times = 1; times <= 3; ++times) {
        QVERIFY(shell.shows(prompt, times));
        QVERIFY(!shell.echoes());
        shell.type("typed before\x1a");
        const int status = shell.waitForStatus();
        QVERIFY(WIFSTOPPED(status));
        QCOMPARE(WSTOPSIG(status), SIGTSTP);
        QVERIFY(shell.echoes());
        shell.toForeground();
    }
    QVERIFY(shell.shows(prompt, 4));
    QVERIFY(!shell.echoes());
    shell.type("abc\n");
    QCOMPARE(shell.commandResult(), answered(u"abc"_s));
    QVERIFY(WIFEXITED(shell.waitForStatus()));
    QVERIFY(shell.echoes());
    QCOMPARE(shell.screen().count(prompt), 4);
    QVERIFY(!shell.screen().contains("typed"));
}

void TestHiddenPrompt::stoppedWithoutNoticeItHidesAgain()
{
    PtyShell shell(ask);
    QVERIFY(shell.shows(prompt));
    shell.sendSignal(SIGSTOP);
    QVERIFY(WIFSTOPPED(shell.waitForStatus()));
    termios modes = shell.modes();
    modes.c_lflag |= ECHO | ICANON;
    shell.setModes(modes);
    shell.toForeground();
    QVERIFY(shell.shows(prompt, 2));
    QVERIFY(!shell.echoes());
    shell.type("abc\n");
    QCOMPARE(shell.commandResult(), answered(u"abc"_s));
}

void TestHiddenPrompt::backgroundWaitsForTheForeground()
{
    PtyShell shell(ask, PtyShell::Start::Background);
    const int status = shell.waitForStatus();
    QVERIFY(WIFSTOPPED(status));
    QCOMPARE(WSTOPSIG(status), SIGTTOU);
    QVERIFY(shell.echoes());
    shell.toForeground();
    QVERIFY(shell.shows(prompt));
    QVERIFY(!shell.echoes());
    shell.type("abc\n");
    QCOMPARE(shell.commandResult(), answered(u"abc"_s));
    QVERIFY(WIFEXITED(shell.waitForStatus()));
    QVERIFY(shell.echoes());
    QCOMPARE(shell.screen().count(prompt), 1);
}

void TestHiddenPrompt::backgroundCanBeEnded()
{
    PtyShell shell(ask, PtyShell::Start::Background);
    QVERIFY(WIFSTOPPED(shell.waitForStatus()));
    shell.sendSignal(SIGTERM);
    shell.toForeground();
    QVERIFY(endedBy(shell.waitForStatus(), SIGTERM));
    QVERIFY(shell.echoes());
}

void TestHiddenPrompt::lostTerminalIsEndOfInput()
{
    PtyShell shell(ask);
    QVERIFY(shell.shows(prompt));
    shell.hangUp(); // of which the shell is told, not yet its commands
    QCOMPARE(shell.commandResult(), outcome(HiddenAnswer::Outcome::EndOfInput));
}

void TestHiddenPrompt::restOfAPasteIsThrownAway()
{
    PtyShell shell(ask);
    QVERIFY(shell.shows(prompt));
    // More than is read at once, and less than a terminal takes in pieces: what comes later is not thrown away.
    shell.type("abc\n" + QByteArray("the rest\n").repeated(200) + "of it");
    QCOMPARE(shell.commandResult(), answered(u"abc"_s));
    QVERIFY(WIFEXITED(shell.waitForStatus()));
    QCOMPARE(shell.unread(), QByteArray());
    QCOMPARE(shell.screen(), QByteArray(prompt) + "\r\n");
}

void TestHiddenPrompt::nobodyIsAskedWithoutTerminal()
{
    const pid_t child = ::fork();
    if (child == 0) {
        ::setsid(); // which has no terminal
        ::_exit(readHidden(u"nobody sees this"_s).outcome == HiddenAnswer::Outcome::NoTerminal ? 0 : 1);
    }
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), 0);
}

QTEST_GUILESS_MAIN(TestHiddenPrompt)
#include "tst_hiddenprompt.moc"
