// SPDX-License-Identifier: Apache-2.0
#include "output.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <functional>
#include <memory>

#include <fcntl.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace QciAuth;
using namespace Qt::StringLiterals;

class TestOutput : public QObject
{
    Q_OBJECT

private slots:
    void cleanup();
    void textArrivesAtOnceAndWhole();
    void fullDiskIsReported();
    void closedStreamIsReported();
    void closedPipeIsReported();
    void nextWriteForgetsTheError();
    void brokenPipesAreAsBeforeAfterwards();
    void slowReaderGetsAll_data();
    void slowReaderGetsAll();
    void signalsDoNotCutTheText();
    void colorNeedsATerminalThatHasIt_data();
    void colorNeedsATerminalThatHasIt();
    void closedStandardStreamsKeepTheirNumbers_data();
    void closedStandardStreamsKeepTheirNumbers();
};

namespace {

struct Pipe
{
    Pipe()
    {
        if (::pipe(ends.data()) != 0)
            qFatal("no pipe");
    }
    ~Pipe()
    {
        closeEnd(0);
        closeEnd(1);
    }
    Q_DISABLE_COPY_MOVE(Pipe)

    void closeEnd(size_t end)
    {
        if (ends.at(end) >= 0)
            ::close(std::exchange(ends.at(end), -1));
    }

    std::array<int, 2> ends{-1, -1};
};

QByteArray longText()
{
    QByteArray text;
    for (int i = 0; text.size() < 1'000'000; ++i)
        text.append(QByteArray::number(i)).append('\n');
    return text;
}

// Reads to the end in a thread of its own.
class Reader
{
public:
    explicit Reader(
        int descriptor, const std::function<void()> &before = [] {})
        : m_thread(QThread::create([this, descriptor, before] {
            before();
            std::array<char, 4096> chunk{};
            ssize_t size = 0;
            while ((size = ::read(descriptor, chunk.data(), chunk.size())) > 0)
                m_text.append(chunk.data(), size);
        }))
    {
        m_thread->start();
    }

    QByteArray all()
    {
        m_thread->wait();
        return m_text;
    }

private:
    QByteArray m_text;
    std::unique_ptr<QThread> m_thread;
};

QProcessEnvironment environment(const QString &term, const QString &noColor = {})
{
    QProcessEnvironment variables;
    variables.insert(u"TERM"_s, term);
    variables.insert(u"NO_COLOR"_s, noColor);
    return variables;
}

} // namespace

void TestOutput::cleanup()
{
    Output::restoreBrokenPipes();
}

void TestOutput::textArrivesAtOnceAndWhole()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"out"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    Output output(file.handle());
    QVERIFY(output.write("a\r\nb\n"));
    QVERIFY(output.write(QByteArray("\0\xff", 2)));
    QVERIFY(output.write(QByteArray()));
    QCOMPARE(output.errorString(), QString());
    QFile written(file.fileName()); // while the other one is still open
    QVERIFY(written.open(QIODevice::ReadOnly));
    QCOMPARE(written.readAll(), QByteArray("a\r\nb\n\0\xff", 7));
}

void TestOutput::fullDiskIsReported()
{
    QFile full(u"/dev/full"_s);
    if (!full.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        QSKIP("there is no /dev/full");
    Output output(full.handle());
    QVERIFY(!output.write("text\n"));
    QCOMPARE(output.errorString(), qt_error_string(ENOSPC));
    QVERIFY(!output.isBrokenPipe());
}

void TestOutput::closedStreamIsReported()
{
    int descriptor = -1;
    {
        const Pipe pipe;
        descriptor = pipe.ends[1];
    }
    Output output(descriptor);
    QVERIFY(!output.write("text\n"));
    QCOMPARE(output.errorString(), qt_error_string(EBADF));
    QVERIFY(!output.isTerminal());
}

void TestOutput::closedPipeIsReported()
{
    Output::ignoreBrokenPipes();
    Pipe pipe;
    pipe.closeEnd(0);
    Output output(pipe.ends[1]);
    QVERIFY(!output.write("text\n"));
    QVERIFY(output.isBrokenPipe());
    QCOMPARE(output.errorString(), qt_error_string(EPIPE));
}

void TestOutput::nextWriteForgetsTheError()
{
    Pipe pipe;
    const int flags = ::fcntl(pipe.ends[1], F_GETFL);
    Output output(pipe.ends[1]);
    const int spare = ::dup(pipe.ends[1]);
    ::close(pipe.ends[1]);
    QVERIFY(!output.write("lost\n"));
    QCOMPARE(::dup2(spare, pipe.ends[1]), pipe.ends[1]);
    ::close(spare);
    QCOMPARE(::fcntl(pipe.ends[1], F_GETFL), flags);
    QVERIFY(output.write("text\n"));
    QCOMPARE(output.errorString(), QString());
}

void TestOutput::brokenPipesAreAsBeforeAfterwards()
{
    const auto disposition = [] {
        struct sigaction action = {};
        ::sigaction(SIGPIPE, nullptr, &action);
        return action.sa_handler;
    };
    const auto original = disposition();
    for (const auto before : {SIG_DFL, SIG_IGN}) {
        ::signal(SIGPIPE, before);
        Output::ignoreBrokenPipes();
        Output::ignoreBrokenPipes();
        QVERIFY(disposition() == SIG_IGN);
        Output::restoreBrokenPipes();
        QVERIFY(disposition() == before);
        Output::restoreBrokenPipes();
        QVERIFY(disposition() == before);
    }
    ::signal(SIGPIPE, original);
}

void TestOutput::slowReaderGetsAll_data()
{
    QTest::addColumn<int>("flags");
    QTest::newRow("blocking") << 0;
    QTest::newRow("non-blocking") << O_NONBLOCK;
}

void TestOutput::slowReaderGetsAll()
{
    QFETCH(const int, flags);
    Pipe pipe;
    // It is full from the start.
    QCOMPARE(::fcntl(pipe.ends[1], F_SETFL, O_NONBLOCK), 0);
    QByteArray expected;
    while (::write(pipe.ends[1], "x", 1) == 1)
        expected.append('x');
    QCOMPARE(::fcntl(pipe.ends[1], F_SETFL, flags), 0);
    const QByteArray text = longText();
    Reader reader(pipe.ends[0]);
    const bool written = Output(pipe.ends[1]).write(text);
    pipe.closeEnd(1);
    const QByteArray arrived = reader.all();
    QVERIFY(written);
    QVERIFY(arrived == expected + text);
}

void TestOutput::signalsDoNotCutTheText()
{
    static std::atomic<int> interruptions = 0;
    struct sigaction interrupt = {};
    interrupt.sa_handler = [](int) { ++interruptions; };
    struct sigaction before = {};
    QCOMPARE(::sigaction(SIGUSR1, &interrupt, &before), 0);
    Pipe pipe;
    const pthread_t writer = ::pthread_self();
    // Nobody reads meanwhile, so that most of them come while it waits with nothing written.
    Reader reader(pipe.ends[0], [writer] {
        for (int i = 0; i < 1000; ++i) {
            ::pthread_kill(writer, SIGUSR1);
            while (interruptions <= i)
                QThread::yieldCurrentThread();
        }
    });
    const QByteArray text = longText();
    Output output(pipe.ends[1]);
    const bool written = output.write(text);
    pipe.closeEnd(1);
    const QByteArray arrived = reader.all();
    ::sigaction(SIGUSR1, &before, nullptr);
    QCOMPARE(output.errorString(), QString());
    QVERIFY(written);
    QVERIFY(arrived == text);
}

void TestOutput::colorNeedsATerminalThatHasIt_data()
{
    QTest::addColumn<QString>("term");
    QTest::addColumn<QString>("noColor");
    QTest::addColumn<bool>("colored");
    QTest::newRow("terminal") << u"xterm"_s << QString() << true;
    QTest::newRow("dumb") << u"dumb"_s << QString() << false;
    QTest::newRow("NO_COLOR") << u"xterm"_s << u"1"_s << false;
    QTest::newRow("NO_COLOR of any value") << u"xterm"_s << u"0"_s << false;
}

void TestOutput::colorNeedsATerminalThatHasIt()
{
    QFETCH(const QString, term);
    QFETCH(const QString, noColor);
    QFETCH(const bool, colored);
    Pipe terminal;
    const Pipe pipe;
    terminal.closeEnd(0);
    terminal.closeEnd(1);
    QCOMPARE(::openpty(&terminal.ends[0], &terminal.ends[1], nullptr, nullptr, nullptr), 0);
    const Output output(terminal.ends[1], environment(term, noColor));
    QVERIFY(output.isTerminal());
    QCOMPARE(output.usesColor(), colored);
    const Output piped(pipe.ends[1], environment(term, noColor));
    QVERIFY(!piped.isTerminal());
    QVERIFY(!piped.usesColor());
}

void TestOutput::closedStandardStreamsKeepTheirNumbers_data()
{
    QTest::addColumn<QList<int>>("closed");
    QTest::newRow("none") << QList<int>{};
    QTest::newRow("input") << QList<int>{0};
    QTest::newRow("output") << QList<int>{1};
    QTest::newRow("errors") << QList<int>{2};
    QTest::newRow("output and errors") << QList<int>{1, 2};
    QTest::newRow("all") << QList<int>{0, 1, 2};
}

void TestOutput::closedStandardStreamsKeepTheirNumbers()
{
    QFETCH(const QList<int>, closed);
    const pid_t child = ::fork();
    if (child == 0) {
        const int open = ::open("/dev/null", O_RDWR);
        for (int descriptor = 0; descriptor <= 2; ++descriptor)
            ::dup2(open, descriptor);
        for (const int descriptor : closed)
            ::close(descriptor);
        Output::reserveStandardStreams();
        if (::open("/dev/null", O_RDWR) <= 2)
            ::_exit(10);
        char byte = 0;
        for (int descriptor = 0; descriptor <= 2; ++descriptor) {
            const bool fails = descriptor == 0 ? ::read(0, &byte, 1) < 0 : !Output(descriptor).write("text");
            if (fails != closed.contains(descriptor))
                ::_exit(20 + descriptor);
            if (((::fcntl(descriptor, F_GETFD) & FD_CLOEXEC) != 0) != closed.contains(descriptor))
                ::_exit(30 + descriptor);
        }
        ::_exit(0);
    }
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), 0);
}

QTEST_GUILESS_MAIN(TestOutput)
#include "tst_output.moc"
