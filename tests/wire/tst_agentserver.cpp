// SPDX-License-Identifier: Apache-2.0
#include "agentclient.h"
#include "agentconnection.h"
#include "agentserver.h"
#include "errortext.h"
#include "futures.h"
#include "readyfuture.h"
#include "sessionreport.h"

#include <QAbstractEventDispatcher>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QLocalSocket>
#include <QPromise>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Outcome = AgentServer::Outcome;

namespace {

constexpr uid_t somebodyElse = 65'534;
constexpr auto longLimit = 60s;
constexpr auto shortLimit = 100ms;

int modeOf(const QString &path)
{
    struct stat info = {};
    return ::lstat(QFile::encodeName(path).constData(), &info) == 0 ? static_cast<int>(info.st_mode & 07777) : -1;
}

QByteArray requestLine(int id)
{
    return "{\"version\":1,\"id\":" + QByteArray::number(id) + "}\n";
}

QByteArray answerLine(int id)
{
    return "{\"id\":" + QByteArray::number(id) + ",\"version\":1}\n";
}

constexpr auto interimLine = "{\"pending\":true,\"version\":1}\n";

QString errorKindOf(const QByteArray &line)
{
    const QJsonObject answer = QJsonDocument::fromJson(line).object();
    const QJsonObject error = answer.value("error"_L1).toObject();
    const bool isWhole = answer.value("version"_L1) == 1 && !error.value("text"_L1).toString().isEmpty();
    return isWhole ? error.value("kind"_L1).toString() : QString();
}

} // namespace

/// The listening end, against clients that misbehave.
class TestAgentServer : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void twoHundredClientsAtOnceGetAnswers();
    void requestsOfOneConnectionAreAnsweredInTurn();
    void requestInPiecesIsPutTogether();
    void requestsWaitBehindOneThatTakesItsTime();
    void slowReaderGetsEveryAnswer();
    void clientThatHasSaidAllIsAnswered();
    void clientThatHasSaidAllMayWaitForItsAnswer();
    void pendingIsSaidAtOnceAndThenTheAnswer();
    void failureIsAnsweredInWords_data();
    void failureIsAnsweredInWords();
    void droppedPromiseIsAnswered();

    void badRequestIsRefused_data();
    void badRequestIsRefused();
    void longestRequestIsTaken();
    void idleClientIsTurnedAway_data();
    void idleClientIsTurnedAway();
    void clientMayWaitLongForItsAnswer();
    void clientThatNeverReadsIsTurnedAway();
    void clientThatGoesIsHarmless();
    void tooManyClientsAreTurnedAway();
    void anotherUserIsTurnedAway();

    void socketIsPrivate();
    void secondServerLeavesTheFirstAlone();
    void folderIsFreeAfterwards();
    void remainsOfAKilledProgramAreReplaced();
    void emptyLockFileIsReplacedOnceItIsOld();
    void uselessFolderIsExplained_data();
    void uselessFolderIsExplained();
    void destructionEndsWhatIsPending();

private:
    QString path() const { return AgentClient::socketPath(m_folder->path()); }
    AgentServer &serve(
        std::chrono::milliseconds idleLimit = longLimit, int connectionLimit = AgentServer::defaultConnectionLimit);
    QFuture<QByteArray> handle(const QJsonObject &request);
    std::unique_ptr<QLocalSocket> client() const;
    static QByteArray lineFrom(QLocalSocket &socket);
    static bool isTurnedAway(QLocalSocket &socket);
    static int turnsUntilIdle();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<AgentServer> m_server;
    std::vector<QPromise<QByteArray>> m_pending;
    int m_requestCount = 0;
};

void TestAgentServer::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_requestCount = 0;
}

void TestAgentServer::cleanup()
{
    m_server.reset();
    m_pending.clear();
}

AgentServer &TestAgentServer::serve(std::chrono::milliseconds idleLimit, int connectionLimit)
{
    m_server = std::make_unique<AgentServer>(
        m_folder->path(), [this](const QJsonObject &request) { return handle(request); }, nullptr, idleLimit,
        connectionLimit);
    if (m_server->listen() != Outcome::Listening)
        qWarning("the server does not listen");
    return *m_server;
}

// Gives the request's id back, later where it asks for that.
QFuture<QByteArray> TestAgentServer::handle(const QJsonObject &request)
{
    ++m_requestCount;
    if (!request.contains("wait"_L1))
        return readyFuture(SessionReport::line({{u"id"_s, request.value("id"_L1)}}));
    QPromise<QByteArray> &promise = m_pending.emplace_back();
    promise.start();
    return promise.future();
}

std::unique_ptr<QLocalSocket> TestAgentServer::client() const
{
    auto socket = std::make_unique<QLocalSocket>();
    socket->connectToServer(path());
    return socket;
}

QByteArray TestAgentServer::lineFrom(QLocalSocket &socket)
{
    const bool isThere = QTest::qWaitFor([&] { return socket.canReadLine(); }, patienceMs);
    return isThere ? socket.readLine() : QByteArray();
}

bool TestAgentServer::isTurnedAway(QLocalSocket &socket)
{
    return QTest::qWaitFor([&] { return socket.state() == QLocalSocket::UnconnectedState; }, patienceMs);
}

// Turns of the event loop until it has nothing to do; many where that never happens.
int TestAgentServer::turnsUntilIdle()
{
    constexpr int most = 10'000;
    int turns = 0;
    while (turns < most && QCoreApplication::eventDispatcher()->processEvents(QEventLoop::AllEvents))
        ++turns;
    return turns;
}

void TestAgentServer::twoHundredClientsAtOnceGetAnswers()
{
    serve();
    std::vector<std::unique_ptr<QLocalSocket>> clients;
    for (int id = 0; id < 200; ++id) {
        clients.push_back(client());
        clients.back()->write(requestLine(id));
    }
    for (int id = 0; id < 200; ++id)
        QCOMPARE(lineFrom(*clients[static_cast<std::size_t>(id)]), answerLine(id));
}

void TestAgentServer::requestsOfOneConnectionAreAnsweredInTurn()
{
    serve();
    const auto socket = client();
    socket->write(requestLine(1) + "{\"version\":1,\"wait\":true}\n" + requestLine(3));
    QCOMPARE(lineFrom(*socket), answerLine(1));
    QCOMPARE(lineFrom(*socket), interimLine);
    QVERIFY(!socket->canReadLine());
    m_pending.front().addResult(answerLine(2));
    m_pending.front().finish();
    QCOMPARE(lineFrom(*socket), answerLine(2));
    QCOMPARE(lineFrom(*socket), answerLine(3));
    socket->write(requestLine(4));
    QCOMPARE(lineFrom(*socket), answerLine(4));
}

void TestAgentServer::requestInPiecesIsPutTogether()
{
    serve();
    const auto socket = client();
    const QByteArray request = requestLine(1) + requestLine(2);
    for (const char c : request) {
        socket->write(&c, 1);
        socket->flush();
        QCoreApplication::processEvents();
    }
    QCOMPARE(lineFrom(*socket), answerLine(1));
    QCOMPARE(lineFrom(*socket), answerLine(2));
}

// More of them than the server takes in before it has answered.
void TestAgentServer::requestsWaitBehindOneThatTakesItsTime()
{
    serve();
    const auto socket = client();
    constexpr int many = 1000;
    QByteArray requests = "{\"version\":1,\"wait\":true}\n";
    for (int id = 1; id <= many; ++id)
        requests += requestLine(id);
    QVERIFY(requests.size() > 2 * AgentConnection::longestRequest);
    socket->write(requests);
    QCOMPARE(lineFrom(*socket), interimLine);
    QVERIFY2(turnsUntilIdle() < 100, "the server does not rest meanwhile");
    QCOMPARE(m_requestCount, 1);
    m_pending.front().addResult(answerLine(0));
    m_pending.front().finish();
    for (int id = 0; id <= many; ++id)
        QCOMPARE(lineFrom(*socket), answerLine(id));
}

void TestAgentServer::slowReaderGetsEveryAnswer()
{
    constexpr int many = 20; // 1.2 MB, far more than a socket holds
    AgentServer server(m_folder->path(), [](const QJsonObject &request) {
        return readyFuture(SessionReport::line({{u"id"_s, request.value("id"_L1)}, {u"x"_s, QString(60'000, u'x')}}));
    });
    QCOMPARE(server.listen(), Outcome::Listening);
    const auto socket = client();
    socket->setReadBufferSize(1000);
    for (int id = 0; id < many; ++id)
        socket->write(requestLine(id));
    QByteArray received;
    for (int id = 0; id < many; ++id) {
        QVERIFY(waitUntil([&] {
            received += socket->readAll();
            return received.contains('\n');
        }));
        const QByteArray line = received.first(received.indexOf('\n'));
        received.remove(0, line.size() + 1);
        const QJsonObject answer = QJsonDocument::fromJson(line).object();
        QCOMPARE(answer.value("id"_L1).toInt(-1), id);
        QCOMPARE(answer.value("x"_L1).toString().size(), 60'000);
    }
}

// As of `printf … | nc -U -N agent.sock`. What takes time is not waited for: there may be nobody any more.
void TestAgentServer::clientThatHasSaidAllIsAnswered()
{
    serve();
    const auto socket = client();
    socket->write(requestLine(1) + requestLine(2));
    QVERIFY(socket->waitForBytesWritten(patienceMs));
    QCOMPARE(::shutdown(static_cast<int>(socket->socketDescriptor()), SHUT_WR), 0);
    QCOMPARE(lineFrom(*socket), answerLine(1));
    QCOMPARE(lineFrom(*socket), answerLine(2));
    QVERIFY(isTurnedAway(*socket));
}

// As `socat` and `nc -N` do.
void TestAgentServer::clientThatHasSaidAllMayWaitForItsAnswer()
{
    serve();
    const auto socket = client();
    socket->write("{\"version\":1,\"wait\":true}\n" + requestLine(2));
    QVERIFY(socket->waitForBytesWritten(patienceMs));
    QCOMPARE(::shutdown(static_cast<int>(socket->socketDescriptor()), SHUT_WR), 0);
    QCOMPARE(lineFrom(*socket), interimLine);
    QVERIFY2(turnsUntilIdle() < 100, "the server does not rest meanwhile");
    m_pending.front().addResult(answerLine(1));
    m_pending.front().finish();
    QCOMPARE(lineFrom(*socket), answerLine(1));
    QCOMPARE(lineFrom(*socket), answerLine(2));
    QVERIFY(isTurnedAway(*socket));
}

void TestAgentServer::pendingIsSaidAtOnceAndThenTheAnswer()
{
    serve();
    const auto socket = client();
    socket->write("{\"version\":1,\"wait\":true}\n");
    QCOMPARE(lineFrom(*socket), interimLine);
    m_pending.front().addResult(answerLine(1));
    m_pending.front().finish();
    QCOMPARE(lineFrom(*socket), answerLine(1));
}

void TestAgentServer::failureIsAnsweredInWords_data()
{
    QTest::addColumn<AuthError::Kind>("kind");
    QTest::addColumn<QString>("name");
    QTest::newRow("transient") << AuthError::Kind::Transient << u"transient"_s;
    QTest::newRow("rejected") << AuthError::Kind::Rejected << u"rejected"_s;
    QTest::newRow("wrong address") << AuthError::Kind::WrongAddress << u"wrong_address"_s;
    QTest::newRow("untrusted") << AuthError::Kind::Untrusted << u"untrusted"_s;
    QTest::newRow("local") << AuthError::Kind::Local << u"local"_s;
    QTest::newRow("cancelled") << AuthError::Kind::Cancelled << u"cancelled"_s;
}

void TestAgentServer::failureIsAnsweredInWords()
{
    QFETCH(const AuthError::Kind, kind);
    QFETCH(const QString, name);
    const AuthError error(kind, AuthError::Cause::SecretStoreLocked, u"technical"_s);
    serve();
    const auto socket = client();
    socket->write("{\"version\":1,\"wait\":true}\n");
    QCOMPARE(lineFrom(*socket), interimLine);
    m_pending.front().setException(error);
    m_pending.front().finish();
    const QByteArray line = lineFrom(*socket);
    QCOMPARE(errorKindOf(line), name);
    QVERIFY2(line.contains(errorText(error, QUrl()).toUtf8()), line.constData());
    socket->write(requestLine(1));
    QCOMPARE(lineFrom(*socket), answerLine(1));
}

void TestAgentServer::droppedPromiseIsAnswered()
{
    serve();
    const auto socket = client();
    socket->write("{\"version\":1,\"wait\":true}\n");
    QCOMPARE(lineFrom(*socket), interimLine);
    m_pending.clear();
    QCOMPARE(errorKindOf(lineFrom(*socket)), u"cancelled"_s);
}

void TestAgentServer::badRequestIsRefused_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<bool>("staysConnected");
    QTest::newRow("garbage") << QByteArray("\x80 garbage\n") << false;
    QTest::newRow("zeros") << QByteArray(10, '\0').append('\n') << false;
    QTest::newRow("empty line") << QByteArray("\n") << false;
    QTest::newRow("array") << QByteArray("[{\"version\":1}]\n") << false;
    QTest::newRow("two objects") << QByteArray("{\"version\":1}{\"version\":1}\n") << false;
    QTest::newRow("too long") << "{\"version\":1,\"x\":\"" + QByteArray(AgentConnection::longestRequest, 'x') + "\"}\n"
                              << false;
    QTest::newRow("without any end") << QByteArray(2 * AgentConnection::longestRequest, 'x') << false;
    QTest::newRow("no version") << QByteArray("{\"id\":1}\n") << true;
    QTest::newRow("other version") << QByteArray("{\"version\":2}\n") << true;
    QTest::newRow("version in words") << QByteArray("{\"version\":\"1\"}\n") << true;
    QTest::newRow("version and a half") << QByteArray("{\"version\":1.5}\n") << true;
}

void TestAgentServer::badRequestIsRefused()
{
    QFETCH(const QByteArray, request);
    QFETCH(const bool, staysConnected);
    serve();
    const auto socket = client();
    socket->write(request);
    QCOMPARE(errorKindOf(lineFrom(*socket)), u"bad_request"_s);
    if (staysConnected) {
        socket->write(requestLine(1));
        QCOMPARE(lineFrom(*socket), answerLine(1));
    } else {
        QVERIFY(isTurnedAway(*socket));
        QCOMPARE(m_requestCount, 0);
    }
    const auto other = client();
    other->write(requestLine(2));
    QCOMPARE(lineFrom(*other), answerLine(2));
}

void TestAgentServer::longestRequestIsTaken()
{
    serve();
    const auto socket = client();
    const QByteArray frame = "{\"version\":1,\"id\":1,\"x\":\"\"}\n";
    socket->write(
        QByteArray(frame).insert(frame.size() - 3, QByteArray(AgentConnection::longestRequest - frame.size(), 'x')));
    QCOMPARE(lineFrom(*socket), answerLine(1));
}

void TestAgentServer::idleClientIsTurnedAway_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("half a line") << QByteArray("{\"version\":");
    QTest::newRow("a request, then half a line") << requestLine(1) + "{\"version\":";
}

void TestAgentServer::idleClientIsTurnedAway()
{
    QFETCH(const QByteArray, request);
    serve(shortLimit);
    const auto socket = client();
    socket->write(request);
    QVERIFY(isTurnedAway(*socket));
    QCOMPARE(m_requestCount, request.count('\n'));
}

void TestAgentServer::clientMayWaitLongForItsAnswer()
{
    serve(shortLimit);
    const auto waiting = client();
    waiting->write("{\"version\":1,\"wait\":true}\n");
    QCOMPARE(lineFrom(*waiting), interimLine);
    const auto idle = client(); // came later, and is turned away first
    QVERIFY(isTurnedAway(*idle));
    QCOMPARE(waiting->state(), QLocalSocket::ConnectedState);
    m_pending.front().addResult(answerLine(1));
    m_pending.front().finish();
    QCOMPARE(lineFrom(*waiting), answerLine(1));
    QVERIFY(isTurnedAway(*waiting));
}

void TestAgentServer::clientThatNeverReadsIsTurnedAway()
{
    int requests = 0;
    AgentServer server(
        m_folder->path(),
        [&](const QJsonObject &) {
            ++requests;
            return readyFuture(SessionReport::line({{u"x"_s, QString(60'000, u'x')}}));
        },
        nullptr, shortLimit);
    QCOMPARE(server.listen(), Outcome::Listening);
    const auto socket = client();
    socket->setReadBufferSize(1);
    constexpr int many = 1000; // 60 MB of answers
    socket->write(requestLine(1).repeated(many));
    QVERIFY(QTest::qWaitFor([&] { return server.findChildren<AgentConnection *>().size() == 1; }, patienceMs));
    QVERIFY(QTest::qWaitFor([&] { return server.findChildren<AgentConnection *>().isEmpty(); }, patienceMs));
    QVERIFY2(requests < many / 10, qPrintable(QString::number(requests)));
}

void TestAgentServer::clientThatGoesIsHarmless()
{
    AgentServer &server = serve();
    auto socket = client();
    socket->write("{\"version\":1,\"wait\":true}\n");
    QCOMPARE(lineFrom(*socket), interimLine);
    socket.reset();
    QVERIFY(QTest::qWaitFor([&] { return server.findChildren<AgentConnection *>().isEmpty(); }, patienceMs));
    m_pending.front().addResult(answerLine(1));
    m_pending.front().finish();
    socket = client();
    socket->write(requestLine(2));
    QCOMPARE(lineFrom(*socket), answerLine(2));
}

void TestAgentServer::tooManyClientsAreTurnedAway()
{
    serve(longLimit, 2);
    auto first = client();
    const auto second = client();
    for (QLocalSocket *socket : {first.get(), second.get()}) {
        socket->write(requestLine(1));
        QCOMPARE(lineFrom(*socket), answerLine(1));
    }
    const auto third = client();
    QVERIFY(isTurnedAway(*third));
    first.reset();
    QVERIFY(QTest::qWaitFor([&] { return m_server->findChildren<AgentConnection *>().size() == 1; }, patienceMs));
    const auto fourth = client();
    fourth->write(requestLine(4));
    QCOMPARE(lineFrom(*fourth), answerLine(4));
    second->write(requestLine(2));
    QCOMPARE(lineFrom(*second), answerLine(2));
}

void TestAgentServer::anotherUserIsTurnedAway()
{
    if (::geteuid() != 0)
        QSKIP("only root can ask as another user");
    serve();
    QCOMPARE(::chmod(QFile::encodeName(m_folder->path()).constData(), 0777), 0);
    QCOMPARE(::chmod(QFile::encodeName(path()).constData(), 0666), 0);
    QTest::ignoreMessage(QtWarningMsg, "a program of another user asked the agent and was turned away");
    QCOMPARE(::seteuid(somebodyElse), 0);
    const auto socket = client();
    QCOMPARE(::seteuid(0), 0);
    QCOMPARE(socket->state(), QLocalSocket::ConnectedState);
    const QSignalSpy answered(socket.get(), &QLocalSocket::readyRead);
    socket->write(requestLine(1));
    QVERIFY(isTurnedAway(*socket));
    QVERIFY(answered.isEmpty());
    QCOMPARE(m_requestCount, 0);
}

void TestAgentServer::socketIsPrivate()
{
    const mode_t before = ::umask(0);
    serve();
    ::umask(before);
    QCOMPARE(modeOf(path()), 0600);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot),
        (QStringList{u"agent.lock"_s, u"agent.sock"_s}));
}

void TestAgentServer::secondServerLeavesTheFirstAlone()
{
    AgentServer &first = serve();
    {
        AgentServer second(m_folder->path(), [](const QJsonObject &) { return QFuture<QByteArray>(); });
        QCOMPARE(second.listen(), Outcome::AnotherRuns);
        QCOMPARE(second.listen(), Outcome::AnotherRuns);
    }
    QCOMPARE(first.listen(), Outcome::Listening);
    const auto socket = client();
    socket->write(requestLine(1));
    QCOMPARE(lineFrom(*socket), answerLine(1));
}

void TestAgentServer::folderIsFreeAfterwards()
{
    serve();
    m_server.reset();
    QVERIFY(QDir(m_folder->path()).isEmpty(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot));
    serve();
    const auto socket = client();
    socket->write(requestLine(1));
    QCOMPARE(lineFrom(*socket), answerLine(1));
}

void TestAgentServer::remainsOfAKilledProgramAreReplaced()
{
    const pid_t child = ::fork();
    if (child == 0) {
        AgentServer server(m_folder->path(), [](const QJsonObject &) { return QFuture<QByteArray>(); });
        const bool isListening = server.listen() == Outcome::Listening;
        ::_exit(isListening ? 0 : 1); // no destructor runs, as after a kill
    }
    int status = -1;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QCOMPARE(status, 0);
    QVERIFY(QFileInfo::exists(path()));
    QVERIFY(QFileInfo::exists(m_folder->filePath(u"agent.lock"_s)));
    serve();
    const auto socket = client();
    socket->write(requestLine(1));
    QCOMPARE(lineFrom(*socket), answerLine(1));
}

void TestAgentServer::emptyLockFileIsReplacedOnceItIsOld()
{
    QFile file(m_folder->filePath(u"agent.lock"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    {
        // Whoever has just made it is about to write into it.
        AgentServer server(m_folder->path(), [](const QJsonObject &) { return QFuture<QByteArray>(); });
        QCOMPARE(server.listen(), Outcome::AnotherRuns);
    }
    QVERIFY(file.exists());
    QVERIFY(file.setFileTime(QDateTime::currentDateTime().addSecs(-2), QFileDevice::FileModificationTime));
    file.close();
    serve();
}

void TestAgentServer::uselessFolderIsExplained_data()
{
    QTest::addColumn<QString>("folder");
    QTest::newRow("none") << QString();
    QTest::newRow("not there") << u"%1/missing"_s;
    QTest::newRow("path longer than a socket's") << u"%1/"_s + QString(100, u'x');
    QTest::newRow("a folder in the socket's place") << u"%1/taken"_s;
}

void TestAgentServer::uselessFolderIsExplained()
{
    QFETCH(QString, folder);
    if (!folder.isEmpty())
        folder = folder.arg(m_folder->path());
    QVERIFY(QDir(m_folder->path()).mkpath(u"taken/agent.sock/full"_s));
    AgentServer server(folder, [](const QJsonObject &) { return QFuture<QByteArray>(); });
    QCOMPARE(server.listen(), Outcome::Failed);
    QVERIFY2(server.errorText().contains(folder), qPrintable(server.errorText()));
    QVERIFY(!server.errorText().isEmpty());
}

void TestAgentServer::destructionEndsWhatIsPending()
{
    serve();
    const auto socket = client();
    socket->write("{\"version\":1,\"wait\":true}\n");
    QCOMPARE(lineFrom(*socket), interimLine);
    m_server.reset();
    m_pending.front().addResult(answerLine(1));
    m_pending.front().finish();
    QVERIFY(isTurnedAway(*socket));
    QCOMPARE(socket->readAll(), QByteArray());
    QVERIFY(!QFileInfo::exists(path()));
}

QTEST_GUILESS_MAIN(TestAgentServer)
#include "tst_agentserver.moc"
