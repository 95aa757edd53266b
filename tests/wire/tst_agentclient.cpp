// SPDX-License-Identifier: Apache-2.0
#include "agentclient.h"
#include "agentserver.h"
#include "futures.h"
#include "rawagent.h"
#include "readyfuture.h"
#include "sessionreport.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QPromise>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <sys/stat.h>
#include <sys/time.h>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr uid_t somebodyElse = 65'534;
constexpr auto interimLine = "{\"version\":1,\"pending\":true}\n";
constexpr auto answerLine = "{\"version\":1,\"verb\":\"done\"}\n";

const QJsonObject request{{u"version"_s, 1}, {u"verb"_s, u"sta\ntus"_s}};
const QJsonObject answer{{u"version"_s, 1}, {u"verb"_s, u"done"_s}};

// Where time must pass because it is the matter of the test.
constexpr auto shortLimit = 500ms;
constexpr auto longLimit = 20s;

} // namespace

/// The asking end, against agents that misbehave.
class TestAgentClient : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void answerComesBack();
    void oversizedRequestIsExplained();
    void twoHundredAtOnceGetTheirOwnAnswers();
    void requestIsOneLine();
    void longRequestArrivesWhole();
    void answerInPiecesIsPutTogether();
    void longestAnswerIsTaken();
    void interimLineKeepsItWaiting();
    void signalsDoNotDisturb();

    void nobodyAnswersWhereNothingListens_data();
    void nobodyAnswersWhereNothingListens();
    void answerThatIsNoneIsNothing_data();
    void answerThatIsNoneIsNothing();
    void stoppedWindowIsNotWaitedFor_data();
    void stoppedWindowIsNotWaitedFor();
    void unfinishedAnswerIsNotWaitedForEver();
    void agentThatHangsUpIsHarmless();
    void socketOfAnotherUserIsNotUsed();
    void agentOfAnotherUserIsSentNothing();

private:
    QString path() const { return AgentClient::socketPath(m_folder->path()); }
    std::optional<QJsonObject> askServer(const QJsonObject &object) const;
    std::optional<QJsonObject> askRaw(const RawAgent::Script &script, const QJsonObject &object = request) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestAgentClient::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

std::optional<QJsonObject> TestAgentClient::askRaw(const RawAgent::Script &script, const QJsonObject &object) const
{
    const RawAgent agent(path(), script);
    if (!agent.isListening())
        qWarning("the agent does not listen");
    return AgentClient(m_folder->path(), longLimit, longLimit).ask(object);
}

// A server that gives the request back.
std::optional<QJsonObject> TestAgentClient::askServer(const QJsonObject &object) const
{
    AgentServer server(m_folder->path(), [](const QJsonObject &asked) {
        return readyFuture(SessionReport::line({{u"asked"_s, asked}}));
    });
    if (server.listen() != AgentServer::Outcome::Listening)
        qWarning("the server does not listen");
    std::optional<QJsonObject> got;
    std::atomic_bool isDone = false;
    std::thread client([&] {
        got = AgentClient(m_folder->path(), longLimit, longLimit).ask(object);
        isDone = true;
    });
    if (!QTest::qWaitFor([&] { return isDone.load(); }, patienceMs))
        qWarning("the client never ends");
    client.join();
    return got;
}

void TestAgentClient::answerComesBack()
{
    const auto got = askServer(request);
    QVERIFY(got);
    QCOMPARE(got->value("asked"_L1).toObject(), request);
}

void TestAgentClient::oversizedRequestIsExplained()
{
    const auto got = askServer({{u"version"_s, 1}, {u"x"_s, QString(2'000'000, u'x')}});
    QVERIFY(got);
    QCOMPARE(got->value("error"_L1).toObject().value("kind"_L1).toString(), u"bad_request"_s);
}

void TestAgentClient::twoHundredAtOnceGetTheirOwnAnswers()
{
    constexpr int count = 200;
    // Every other answer takes its time: until the last client has asked.
    std::vector<std::pair<int, QPromise<QByteArray>>> waiting;
    AgentServer server(m_folder->path(), [&](const QJsonObject &asked) {
        const int id = asked.value("id"_L1).toInt();
        QPromise<QByteArray> promise;
        promise.start();
        const QFuture<QByteArray> future = promise.future();
        waiting.emplace_back(id, std::move(promise));
        for (auto &[asker, answered] : waiting) {
            if (waiting.size() == count || (asker == id && id % 2 == 0)) {
                answered.addResult(SessionReport::line({{u"id"_s, asker}}));
                answered.finish(); // a second time changes nothing
            }
        }
        return future;
    });
    QCOMPARE(server.listen(), AgentServer::Outcome::Listening);

    std::atomic_int right = 0;
    std::atomic_int ended = 0;
    QEventLoop loop;
    std::vector<std::thread> clients;
    clients.reserve(count);
    for (int id = 0; id < count; ++id) {
        clients.emplace_back([&, id] {
            const auto got =
                AgentClient(m_folder->path(), longLimit, longLimit).ask(QJsonObject{{u"version"_s, 1}, {u"id"_s, id}});
            right += got && got->value("id"_L1).toInt(-1) == id ? 1 : 0;
            if (++ended == count)
                QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
        });
    }
    QTimer::singleShot(patienceMs, &loop, &QEventLoop::quit);
    loop.exec();
    for (std::thread &client : clients)
        client.join();
    QCOMPARE(right.load(), count);
}

void TestAgentClient::requestIsOneLine()
{
    QByteArray received;
    const auto got = askRaw([&](int socket) {
        received = RawAgent::readLine(socket);
        RawAgent::write(socket, answerLine);
    });
    QCOMPARE(got, answer);
    QCOMPARE(received.count('\n'), 1);
    QVERIFY(received.endsWith('\n'));
    QCOMPARE(QJsonDocument::fromJson(received).object(), request);
}

void TestAgentClient::longRequestArrivesWhole()
{
    constexpr int size = 2'000'000; // more than a socket holds
    qsizetype received = 0;
    const auto got = askRaw(
        [&](int socket) {
            received = RawAgent::readLine(socket).size();
            RawAgent::write(socket, answerLine);
        },
        QJsonObject{{u"x"_s, QString(size, u'x')}});
    QCOMPARE(got, answer);
    QCOMPARE(received, size + qstrlen("{\"x\":\"\"}\n"));
}

void TestAgentClient::answerInPiecesIsPutTogether()
{
    const auto got = askRaw([](int socket) {
        RawAgent::readLine(socket);
        for (const char c : QByteArray(interimLine) + answerLine)
            RawAgent::write(socket, QByteArray(1, c));
    });
    QCOMPARE(got, answer);
}

void TestAgentClient::longestAnswerIsTaken()
{
    const QByteArray frame = "{\"version\":1,\"x\":\"\"}\n";
    const auto size = AgentClient::longestAnswer - frame.size();
    const auto got = askRaw([&](int socket) {
        RawAgent::write(socket, QByteArray(frame).insert(frame.size() - 3, QByteArray(size, 'x')));
        RawAgent::readLine(socket);
    });
    QVERIFY(got);
    QCOMPARE(got->value("x"_L1).toString().size(), size);
}

void TestAgentClient::interimLineKeepsItWaiting()
{
    const RawAgent agent(path(), [](int socket) {
        RawAgent::readLine(socket);
        RawAgent::write(socket, interimLine);
        if (RawAgent::staysFor(socket, shortLimit + 100ms))
            RawAgent::write(socket, answerLine);
    });
    QCOMPARE(AgentClient(m_folder->path(), shortLimit, longLimit).ask(request), answer);
}

void TestAgentClient::signalsDoNotDisturb()
{
    static std::atomic_int signalCount = 0;
    struct sigaction action = {};
    struct sigaction before = {};
    action.sa_handler = [](int) { ++signalCount; }; // without SA_RESTART, calls end with EINTR
    QCOMPARE(::sigaction(SIGALRM, &action, &before), 0);
    const itimerval everyMillisecond{.it_interval = {0, 1000}, .it_value = {0, 1000}};
    QCOMPARE(::setitimer(ITIMER_REAL, &everyMillisecond, nullptr), 0);
    const auto got = askRaw([&](int socket) {
        RawAgent::readLine(socket);
        if (RawAgent::staysFor(socket, 100ms))
            RawAgent::write(socket, answerLine);
    });
    const itimerval never = {};
    ::setitimer(ITIMER_REAL, &never, nullptr);
    ::sigaction(SIGALRM, &before, nullptr);
    QVERIFY(signalCount > 0);
    QCOMPARE(got, answer);
}

void TestAgentClient::nobodyAnswersWhereNothingListens_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what : {"no folder", "no socket", "stale socket", "file", "folder", "path longer than a socket's"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

void TestAgentClient::nobodyAnswersWhereNothingListens()
{
    QFETCH(const QString, what);
    QString folder = m_folder->path();
    if (what == "no folder"_L1) {
        folder.clear();
    } else if (what == "stale socket"_L1) {
        QVERIFY(RawAgent(path()).isListening());
        QVERIFY(QFileInfo::exists(path()));
    } else if (what == "file"_L1) {
        QFile file(path());
        QVERIFY(file.open(QFile::WriteOnly));
    } else if (what == "folder"_L1) {
        QVERIFY(QDir().mkdir(path()));
    } else if (what.startsWith("path"_L1)) {
        folder += u'/' + QString(100, u'x');
    }
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!AgentClient(folder, longLimit, longLimit).ask(request));
    QVERIFY(std::chrono::milliseconds(timer.elapsed()) < longLimit / 2); // it is known at once
}

void TestAgentClient::answerThatIsNoneIsNothing_data()
{
    QTest::addColumn<QByteArray>("data");
    const QByteArray complete = answerLine;
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no end of the line") << complete.chopped(1);
    QTest::newRow("interim line alone") << QByteArray(interimLine);
    QTest::newRow("empty line") << QByteArray("\n" + complete);
    QTest::newRow("garbage") << QByteArray("\x80\xff garbage\n");
    QTest::newRow("zeros") << QByteArray(100, '\0').append('\n');
    QTest::newRow("array") << QByteArray("[1]\n");
    QTest::newRow("no version") << QByteArray("{\"verb\":\"done\"}\n");
    QTest::newRow("other version") << QByteArray("{\"version\":2}\n");
    QTest::newRow("too long") << "{\"version\":1,\"x\":\"" + QByteArray(AgentClient::longestAnswer, 'x') + "\"}\n";
    QTest::newRow("without any end") << QByteArray(1'000'000, 'x');
    QTest::newRow("interim lines without end") << QByteArray(interimLine).repeated(10'000) + complete;
}

void TestAgentClient::answerThatIsNoneIsNothing()
{
    QFETCH(const QByteArray, data);
    const auto got = askRaw([&](int socket) {
        RawAgent::readLine(socket);
        RawAgent::write(socket, data);
    });
    QVERIFY(!got);
}

void TestAgentClient::stoppedWindowIsNotWaitedFor_data()
{
    QTest::addColumn<bool>("isQueueFull");
    QTest::newRow("it never accepts") << false;
    QTest::newRow("others wait already") << true;
}

void TestAgentClient::stoppedWindowIsNotWaitedFor()
{
    QFETCH(const bool, isQueueFull);
    const RawAgent agent(path());
    QVERIFY(agent.isListening());
    std::vector<int> others;
    while (isQueueFull && (others.empty() || others.back() >= 0))
        others.push_back(RawAgent::connectTo(path()));
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!AgentClient(m_folder->path(), shortLimit, 2 * longLimit).ask(request));
    QVERIFY(std::chrono::milliseconds(timer.elapsed()) < longLimit);
    for (const int socket : others)
        ::close(socket);
}

void TestAgentClient::unfinishedAnswerIsNotWaitedForEver()
{
    bool clientLeft = false;
    {
        const RawAgent agent(path(), [&](int socket) {
            RawAgent::readLine(socket);
            RawAgent::write(socket, interimLine);
            clientLeft = !RawAgent::staysFor(socket, longLimit);
        });
        QVERIFY(!AgentClient(m_folder->path(), longLimit, shortLimit).ask(request));
    }
    QVERIFY(clientLeft);
}

void TestAgentClient::agentThatHangsUpIsHarmless()
{
    const auto before = ::signal(SIGPIPE, SIG_DFL); // a server in the same program has it ignored
    const auto restore = qScopeGuard([before] { ::signal(SIGPIPE, before); });
    char first = 0;
    const auto got = askRaw(
        [&](int socket) { QCOMPARE(::read(socket, &first, 1), 1); }, QJsonObject{{u"x"_s, QString(2'000'000, u'x')}});
    QVERIFY(!got);
}

void TestAgentClient::socketOfAnotherUserIsNotUsed()
{
    if (::geteuid() != 0)
        QSKIP("only root can give a socket away");
    QByteArray received;
    {
        const RawAgent agent(path(), [&](int socket) {
            received = RawAgent::readLine(socket);
            RawAgent::write(socket, answerLine);
        });
        QCOMPARE(::chown(QFile::encodeName(path()).constData(), somebodyElse, somebodyElse), 0);
        QVERIFY(!AgentClient(m_folder->path(), longLimit, longLimit).ask(request));
    }
    QCOMPARE(received, QByteArray());
}

void TestAgentClient::agentOfAnotherUserIsSentNothing()
{
    if (::geteuid() != 0)
        QSKIP("only root can listen as another user");
    QByteArray received;
    const auto script = [&](int socket) {
        received = RawAgent::readLine(socket);
        RawAgent::write(socket, answerLine);
    };
    QCOMPARE(::chmod(QFile::encodeName(m_folder->path()).constData(), 0777), 0);
    {
        QCOMPARE(::seteuid(somebodyElse), 0);
        const RawAgent agent(path(), script);
        QCOMPARE(::seteuid(0), 0);
        QVERIFY(agent.isListening());
        QCOMPARE(::chown(QFile::encodeName(path()).constData(), 0, 0), 0); // as if it had taken over the name
        QVERIFY(!AgentClient(m_folder->path(), longLimit, longLimit).ask(request));
    }
    QCOMPARE(received, QByteArray());
}

QTEST_GUILESS_MAIN(TestAgentClient)
#include "tst_agentclient.moc"
