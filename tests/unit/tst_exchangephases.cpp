// SPDX-License-Identifier: Apache-2.0
#include "futures.h"
#include "httpanswers.h"
#include "testtokens.h"
#include "workbench.h"

#include <QLockFile>
#include <QPointer>
#include <QTcpSocket>
#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = Session::State;
using Operation = ScriptedSecretStore::Operation;

namespace {

// How far an exchange has come.
enum class Phase {
    WaitingForLock,
    ReadingKeychain,
    Handshake,
    RequestSent,
    HalfHeader,
    HalfBody,
    SharingAccessToken,
    LookingBeforeRotation,
    WritingRotatedToken,
};

// What comes in between.
enum class Action {
    LogOut,
    Quit,
    RemoveElsewhere, // another program logs the profile out and removes it
    Switch,          // the window shows another profile
};

} // namespace

/// What a user does at every point of an exchange.
class TestExchangePhases : public QObject
{
    Q_OBJECT

private slots:
    void endsWell_data();
    void endsWell();
    void rotationIsWaitedFor();

private:
    void bringTo(Phase phase);
    void act(Action action);
    /// What was waited for comes after all.
    void goOn();
    bool isLockFree();
    qsizetype looksAtKeychain() const
    {
        return m_bench->secrets.calls().count(u"read "_s + m_bench->profile.refreshTokenKey());
    }
    bool isStored(const QString &token);

    std::unique_ptr<Workbench> m_bench;
    std::unique_ptr<Session> m_session;
    QFuture<void> m_logout;
    ProfileLock::Held m_lock;
    QPointer<QTcpSocket> m_socket;
    QByteArray m_rest; ///< of the answer
    QString m_rotated;
};

void TestExchangePhases::endsWell_data()
{
    QTest::addColumn<Phase>("phase");
    QTest::addColumn<Action>("action");
    const QList<std::pair<const char *, Phase>> phases{
        {"waiting for the lock", Phase::WaitingForLock},
        {"reading the keychain", Phase::ReadingKeychain},
        {"TLS handshake", Phase::Handshake},
        {"request sent", Phase::RequestSent},
        {"half of the header", Phase::HalfHeader},
        {"half of the body", Phase::HalfBody},
        {"writing the access token", Phase::SharingAccessToken},
        {"looking before the rotation", Phase::LookingBeforeRotation},
        {"writing a rotated token", Phase::WritingRotatedToken},
    };
    for (const auto &[name, phase] : phases) {
        QTest::addRow("%s: logout", name) << phase << Action::LogOut;
        QTest::addRow("%s: quit", name) << phase << Action::Quit;
        QTest::addRow("%s: switch", name) << phase << Action::Switch;
        QTest::addRow("%s: removal elsewhere", name) << phase << Action::RemoveElsewhere;
    }
}

void TestExchangePhases::bringTo(Phase phase)
{
    const QString apiToken = m_bench->profile.refreshTokenKey();
    const QString accessToken = m_bench->profile.accessTokenKey();
    const auto holdAt = [this](Operation operation, const QString &call, int occurrence) {
        m_bench->secrets.setObserver([this, operation, call, left = occurrence](const QString &made) mutable {
            if (made == call && --left == 0)
                m_bench->secrets.holdNext(operation);
        });
    };
    QJsonObject object = exchangeObject(TestTokens::accessToken(), m_bench->clock.now().addSecs(3600));
    if (phase == Phase::LookingBeforeRotation || phase == Phase::WritingRotatedToken)
        object.insert(u"refresh_token"_s, m_rotated);
    const QByteArray answer = jsonAnswer("200 OK", object);
    qsizetype atOnce = answer.size();
    bool isHolding = false;
    switch (phase) {
    case Phase::WaitingForLock:
        m_lock = resultOf(m_bench->sharing.lock(m_bench->profile)).value_or(nullptr);
        QVERIFY(m_lock);
        break;
    case Phase::ReadingKeychain: // under the lock; at the start nothing is under way yet
        holdAt(Operation::Read, u"read "_s + apiToken, 2);
        isHolding = true;
        break;
    case Phase::Handshake:
        m_bench->profile.url.replace(u"http://"_s, u"https://"_s);
        QVERIFY(!m_bench->profiles.save(m_bench->profile));
        break;
    case Phase::RequestSent:
        atOnce = 0;
        break;
    case Phase::HalfHeader:
        atOnce = 20;
        break;
    case Phase::HalfBody:
        atOnce = answer.size() - 40;
        break;
    case Phase::SharingAccessToken:
        holdAt(Operation::Write, u"write "_s + accessToken, 1);
        isHolding = true;
        break;
    case Phase::LookingBeforeRotation:
        holdAt(Operation::Read, u"read "_s + apiToken, 3);
        isHolding = true;
        break;
    case Phase::WritingRotatedToken:
        holdAt(Operation::Write, u"write "_s + apiToken, 1);
        isHolding = true;
        break;
    }
    m_bench->server.setHandler([this, answer, atOnce](const WireRequest &, QTcpSocket &socket) {
        m_socket = &socket;
        m_rest = answer.sliced(atOnce);
        socket.write(answer.first(atOnce));
        if (m_rest.isEmpty())
            socket.disconnectFromHost();
        else
            socket.flush();
    });
    m_bench->storeToken(m_bench->apiToken);
    m_session = m_bench->session();
    m_session->start();
    QVERIFY(QTest::qWaitFor(
        [this, phase, isHolding] {
            if (isHolding)
                return m_bench->secrets.isHolding();
            if (phase == Phase::WaitingForLock)
                return m_session->isExchanging();
            if (phase == Phase::Handshake)
                return !m_bench->server.connections().isEmpty() && !m_bench->server.connections().first().isEmpty();
            return m_bench->server.requests().size() == 1;
        },
        patienceMs));
    QVERIFY(m_session->isExchanging());
}

void TestExchangePhases::act(Action action)
{
    switch (action) {
    case Action::LogOut:
        m_logout = m_session->logOut();
        break;
    case Action::Quit:
        m_session.reset();
        break;
    case Action::RemoveElsewhere: {
        // A program of its own: it shares nothing with this one but store, folder and lock.
        const SharedExchange elsewhere(m_bench->secrets, m_bench->clock, m_bench->folder.path());
        m_logout = elsewhere.forget(m_bench->profile, m_bench->secrets);
        QVERIFY(!m_bench->profiles.remove(m_bench->profile.name));
        m_session->start();
        break;
    }
    case Action::Switch:
        break;
    }
}

void TestExchangePhases::goOn()
{
    if (m_lock)
        m_lock->unlock();
    m_lock.reset();
    m_bench->secrets.release();
    if (m_socket && m_socket->state() == QAbstractSocket::ConnectedState) {
        m_socket->write(m_rest);
        m_socket->disconnectFromHost();
    }
}

bool TestExchangePhases::isLockFree()
{
    QLockFile lock(ProfileLock::file(m_bench->folder.path(), m_bench->profile.name));
    return lock.tryLock(0);
}

bool TestExchangePhases::isStored(const QString &token)
{
    return m_bench->storedToken() == token;
}

void TestExchangePhases::endsWell()
{
    QFETCH(const Phase, phase);
    QFETCH(const Action, action);
    m_rotated = TestTokens::apiToken();
    m_session.reset();
    m_bench = std::make_unique<Workbench>();
    bringTo(phase);
    if (QTest::currentTestFailed())
        return;
    act(action);
    goOn();

    // Whoever waits for the lock gets it some time, looks at the keychain, and sends nothing.
    const qsizetype looks = action == Action::RemoveElsewhere ? 3 : 2;
    if (phase == Phase::WaitingForLock)
        QVERIFY(QTest::qWaitFor([this, looks] { return looksAtKeychain() >= looks; }, patienceMs));
    if (action == Action::LogOut || action == Action::RemoveElsewhere)
        QVERIFY(succeeds(m_logout));
    if (action == Action::Switch && phase != Phase::Handshake)
        QVERIFY(Workbench::waitForState(*m_session, State::Active));
    if (action == Action::Switch && phase == Phase::Handshake) // the server went in the middle of it
        QVERIFY(QTest::qWaitFor([this] { return m_session->lastError() || m_session->isExchanging(); }, patienceMs));
    else
        QVERIFY(QTest::qWaitFor([this] { return isLockFree(); }, patienceMs));
    Workbench::settle();

    const qsizetype requests = m_bench->server.requests().size();
    QVERIFY(requests <= 1);
    const bool isRotation = phase == Phase::LookingBeforeRotation || phase == Phase::WritingRotatedToken;
    switch (action) {
    case Action::LogOut:
    case Action::RemoveElsewhere:
        QCOMPARE(m_session->state(), State::LoggedOut);
        QVERIFY(!m_session->info());
        QVERIFY(errorOf(m_session->token()));
        QVERIFY(isStored(QString()));
        QVERIFY(m_bench->secrets.secret(m_bench->profile.accessTokenKey()).isEmpty());
        break;
    case Action::Quit:
    case Action::Switch:
        // Nobody has logged out, and a rotated token is in the place of the one before.
        QVERIFY(isStored(isRotation ? m_rotated : m_bench->apiToken));
        break;
    }
    // Nothing starts by itself after that.
    if (action != Action::Switch) {
        m_bench->clock.advance(2h);
        if (m_session)
            m_session->recheck();
        Workbench::settle();
        QCOMPARE(m_bench->server.requests().size(), requests);
    }
    m_session.reset();
    Workbench::settle();
}

void TestExchangePhases::rotationIsWaitedFor()
{
    m_rotated = TestTokens::apiToken();
    m_bench = std::make_unique<Workbench>();
    QVERIFY(!m_bench->sharing.isUnderWay());
    bringTo(Phase::WritingRotatedToken);
    QVERIFY(m_bench->sharing.isUnderWay());
    const auto rotated = m_bench->sharing.settled();
    m_session.reset();
    Workbench::settle();
    QVERIFY(!rotated.isFinished());
    m_bench->secrets.release();
    QVERIFY(succeeds(rotated));
    QVERIFY(!m_bench->sharing.isUnderWay());
    QVERIFY(isStored(m_rotated));
    QVERIFY(m_bench->sharing.settled().isFinished());
}

QTEST_GUILESS_MAIN(TestExchangePhases)
#include "tst_exchangephases.moc"
