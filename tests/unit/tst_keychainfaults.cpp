// SPDX-License-Identifier: Apache-2.0
#include "futures.h"
#include "httpanswers.h"
#include "login.h"
#include "testtokens.h"
#include "workbench.h"

#include <QSignalSpy>
#include <QTest>

using namespace QciAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Cause = AuthError::Cause;
using State = Session::State;
using Operation = ScriptedSecretStore::Operation;

namespace {

// When the keychain is asked.
enum class Moment {
    Start,             // for the API token, by a program that has nothing yet
    StartForCache,     // for the access token, by the same
    StartAgain,        // for the API token, by a program that has a valid token
    Exchange,          // for the API token, under the lock
    ShareAfterAnswer,  // to keep the access token
    RotateAfterAnswer, // to keep a new API token
    LoginWrite,        // to keep the API token
    LoginShare,        // to keep the access token
    Rejection,         // for a newer API token, before giving up
    Logout,            // to let the API token go
};

// What it does then.
enum class Fault { Fails, Locked, Gone, TimesOut, FindsNothing, Hangs, AnswersLate };

const QHash<Fault, Cause> causes{{Fault::Fails, Cause::SecretStoreFailed}, {Fault::Locked, Cause::SecretStoreLocked},
    {Fault::Gone, Cause::SecretStoreUnavailable}, {Fault::TimesOut, Cause::SecretStoreTimedOut}};

// What `token()` gives.
enum class Gives { Old, New, Error };

constexpr auto none = "none";       // no next try by itself
constexpr auto planned = "planned"; // when the token is due

} // namespace

/// One keychain fault at each moment at which a session or a login asks it something.
class TestKeychainFaults : public QObject
{
    Q_OBJECT

private slots:
    void takesNothingAway_data();
    void takesNothingAway();
    void dueExchangeIsNotPutOff();

private:
    void plant(Operation operation, const QString &call, Fault fault, int occurrence = 1);
    void bringTo(Moment moment, Fault fault);

    std::unique_ptr<Workbench> m_bench;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<Login> m_login;
    QFuture<void> m_logout;
    QString m_before; ///< the access token that was valid before
    QString m_rotated;
};

void TestKeychainFaults::takesNothingAway_data()
{
    QTest::addColumn<Moment>("moment");
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<State>("state");
    QTest::addColumn<Gives>("gives");
    QTest::addColumn<int>("requests");
    QTest::addColumn<QString>("next");
    using M = Moment;
    using F = Fault;
    using S = State;
    using G = Gives;
    const auto row = [](const char *name, M moment, F fault, S state, G gives, int requests, const char *next) {
        QTest::newRow(name) << moment << fault << state << gives << requests << QString::fromLatin1(next);
    };
    // A keychain that could not be read is read again when the user wants it.
    row("start: fails", M::Start, F::Fails, S::LoggedOut, G::Error, 0, none);
    row("start: locked", M::Start, F::Locked, S::Locked, G::Error, 0, none);
    row("start: gone", M::Start, F::Gone, S::LoggedOut, G::Error, 0, none);
    row("start: does not answer in time", M::Start, F::TimesOut, S::LoggedOut, G::Error, 0, none);
    row("start: prompt dismissed", M::Start, F::FindsNothing, S::LoggedOut, G::Error, 0, none);
    row("start: hangs", M::Start, F::Hangs, S::Starting, G::Error, 0, none);
    row("start: answers late", M::Start, F::AnswersLate, S::Active, G::New, 1, planned);

    // The API token alone will do.
    row("start, access token: fails", M::StartForCache, F::Fails, S::Active, G::New, 1, planned);
    row("start, access token: locked", M::StartForCache, F::Locked, S::Active, G::New, 1, planned);
    row("start, access token: gone", M::StartForCache, F::Gone, S::Active, G::New, 1, planned);
    row("start, access token: nothing", M::StartForCache, F::FindsNothing, S::Active, G::New, 1, planned);
    row("start, access token: late", M::StartForCache, F::AnswersLate, S::Active, G::New, 1, planned);

    // What was valid before is served.
    row("start again: fails", M::StartAgain, F::Fails, S::RefreshFailing, G::Old, 1, planned);
    row("start again: locked", M::StartAgain, F::Locked, S::Locked, G::Old, 1, planned);
    row("start again: gone", M::StartAgain, F::Gone, S::RefreshFailing, G::Old, 1, planned);
    row("start again: not in time", M::StartAgain, F::TimesOut, S::RefreshFailing, G::Old, 1, planned);
    row("start again: late", M::StartAgain, F::AnswersLate, S::Active, G::Old, 1, planned);

    // An exchange goes on without it.
    row("exchange: fails", M::Exchange, F::Fails, S::Active, G::New, 2, planned);
    row("exchange: locked", M::Exchange, F::Locked, S::Active, G::New, 2, planned);
    row("exchange: gone", M::Exchange, F::Gone, S::Active, G::New, 2, planned);
    row("exchange: not in time", M::Exchange, F::TimesOut, S::Active, G::New, 2, planned);
    row("exchange: prompt dismissed", M::Exchange, F::FindsNothing, S::Active, G::New, 2, planned);
    row("exchange: hangs", M::Exchange, F::Hangs, S::Active, G::Old, 1, planned);
    row("exchange: late", M::Exchange, F::AnswersLate, S::Active, G::New, 2, planned);

    row("share: fails", M::ShareAfterAnswer, F::Fails, S::Active, G::New, 2, planned);
    row("share: locked", M::ShareAfterAnswer, F::Locked, S::Active, G::New, 2, planned);
    row("share: gone", M::ShareAfterAnswer, F::Gone, S::Active, G::New, 2, planned);
    row("share: not in time", M::ShareAfterAnswer, F::TimesOut, S::Active, G::New, 2, planned);
    row("share: hangs", M::ShareAfterAnswer, F::Hangs, S::Active, G::Old, 2, planned);
    row("share: late", M::ShareAfterAnswer, F::AnswersLate, S::Active, G::New, 2, planned);

    row("rotation: fails", M::RotateAfterAnswer, F::Fails, S::Active, G::New, 2, planned);
    row("rotation: locked", M::RotateAfterAnswer, F::Locked, S::Active, G::New, 2, planned);
    row("rotation: gone", M::RotateAfterAnswer, F::Gone, S::Active, G::New, 2, planned);
    row("rotation: not in time", M::RotateAfterAnswer, F::TimesOut, S::Active, G::New, 2, planned);
    row("rotation: hangs", M::RotateAfterAnswer, F::Hangs, S::Active, G::Old, 2, planned);
    row("rotation: late", M::RotateAfterAnswer, F::AnswersLate, S::Active, G::New, 2, planned);

    row("login: write fails", M::LoginWrite, F::Fails, S::Active, G::New, 1, planned);
    row("login: locked", M::LoginWrite, F::Locked, S::Active, G::New, 1, planned);
    row("login: gone", M::LoginWrite, F::Gone, S::Active, G::New, 1, planned);
    row("login: not in time", M::LoginWrite, F::TimesOut, S::Active, G::New, 1, planned);
    row("login: late", M::LoginWrite, F::AnswersLate, S::Active, G::New, 1, planned);
    row("login, access token: fails", M::LoginShare, F::Fails, S::Active, G::New, 1, planned);
    row("login, access token: locked", M::LoginShare, F::Locked, S::Active, G::New, 1, planned);
    row("login, access token: late", M::LoginShare, F::AnswersLate, S::Active, G::New, 1, planned);

    // Latched; the token that is valid still is.
    row("rejection: fails", M::Rejection, F::Fails, S::LoginRequired, G::Old, 2, none);
    row("rejection: locked", M::Rejection, F::Locked, S::LoginRequired, G::Old, 2, none);
    row("rejection: gone", M::Rejection, F::Gone, S::LoginRequired, G::Old, 2, none);
    row("rejection: not in time", M::Rejection, F::TimesOut, S::LoginRequired, G::Old, 2, none);
    row("rejection: prompt dismissed", M::Rejection, F::FindsNothing, S::LoginRequired, G::Old, 2, none);
    row("rejection: hangs", M::Rejection, F::Hangs, S::RefreshFailing, G::Old, 2, none);
    row("rejection: late", M::Rejection, F::AnswersLate, S::LoginRequired, G::Old, 2, none);

    row("logout: fails", M::Logout, F::Fails, S::LoggedOut, G::Error, 1, none);
    row("logout: locked", M::Logout, F::Locked, S::LoggedOut, G::Error, 1, none);
    row("logout: gone", M::Logout, F::Gone, S::LoggedOut, G::Error, 1, none);
    row("logout: not in time", M::Logout, F::TimesOut, S::LoggedOut, G::Error, 1, none);
    row("logout: hangs", M::Logout, F::Hangs, S::LoggedOut, G::Error, 1, none);
    row("logout: late", M::Logout, F::AnswersLate, S::LoggedOut, G::Error, 1, none);
}

// The fault meets that call, the n-th from now on.
void TestKeychainFaults::plant(Operation operation, const QString &call, Fault fault, int occurrence)
{
    m_bench->secrets.setObserver([this, operation, call, fault, left = occurrence](const QString &made) mutable {
        if (made != call || --left != 0)
            return;
        if (causes.contains(fault))
            m_bench->secrets.failNext(operation, AuthError(AuthError::Kind::Local, causes.value(fault), u"x"_s));
        else if (fault == Fault::FindsNothing)
            m_bench->secrets.findNothingNext();
        else
            m_bench->secrets.holdNext(operation);
    });
}

void TestKeychainFaults::bringTo(Moment moment, Fault fault)
{
    const QString apiToken = m_bench->profile.refreshTokenKey();
    const QString accessToken = m_bench->profile.accessTokenKey();
    if (moment == Moment::LoginWrite || moment == Moment::LoginShare) {
        m_session = m_bench->session();
        plant(Operation::Write, u"write "_s + (moment == Moment::LoginWrite ? apiToken : accessToken), fault);
        m_login = std::make_unique<Login>(m_bench->secrets, m_bench->profiles, m_bench->sharing, m_bench->connector);
        connect(m_login.get(), &Login::succeeded, m_session.get(), [this] { m_session->adopt(*m_login); });
        m_login->start(m_bench->profile, m_bench->apiToken, Login::Keep::ApiToken);
        QVERIFY(m_bench->waitForRequests(1));
        return;
    }
    if (moment == Moment::Start || moment == Moment::StartForCache) {
        m_bench->storeToken(m_bench->apiToken);
        m_session = m_bench->session();
        plant(Operation::Read, u"read "_s + (moment == Moment::Start ? apiToken : accessToken), fault);
        m_session->start();
        return;
    }
    m_session = m_bench->activeSession();
    QVERIFY(m_session);
    m_before = m_session->info()->accessToken;
    m_bench->clock.advance(1s);
    switch (moment) {
    case Moment::StartAgain:
        plant(Operation::Read, u"read "_s + apiToken, fault);
        m_session->start();
        return;
    case Moment::Logout:
        plant(Operation::Remove, u"remove "_s + apiToken, fault);
        m_logout = m_session->logOut();
        return;
    case Moment::Exchange:
        plant(Operation::Read, u"read "_s + apiToken, fault);
        break;
    case Moment::ShareAfterAnswer:
        plant(Operation::Write, u"write "_s + accessToken, fault);
        break;
    case Moment::RotateAfterAnswer:
        plant(Operation::Write, u"write "_s + apiToken, fault);
        m_rotated = TestTokens::apiToken();
        m_bench->accessToken = TestTokens::accessToken();
        m_bench->serve(jsonAnswer("200 OK", [this] {
            QJsonObject answer = exchangeObject(m_bench->accessToken, m_bench->clock.now().addSecs(3600));
            answer.insert(u"refresh_token"_s, m_rotated);
            return answer;
        }()));
        break;
    default:
        plant(Operation::Read, u"read "_s + apiToken, fault, 2); // the first is the exchange's own
        m_bench->serveRejection();
    }
    m_session->refreshNow().onFailed([](const AuthError &) { return AccessTokenInfo(); });
}

void TestKeychainFaults::takesNothingAway()
{
    QFETCH(const Moment, moment);
    QFETCH(const Fault, fault);
    QFETCH(const State, state);
    QFETCH(const Gives, gives);
    QFETCH(const int, requests);
    QFETCH(const QString, next);
    m_before.clear();
    m_rotated.clear();
    m_session.reset();
    m_login.reset();
    m_bench = std::make_unique<Workbench>();
    bringTo(moment, fault);
    if (QTest::currentTestFailed())
        return;
    if (moment != Moment::Exchange || fault != Fault::Hangs)
        QVERIFY(fault == Fault::AnswersLate || m_bench->waitForRequests(requests));
    if (fault == Fault::AnswersLate) {
        QVERIFY(QTest::qWaitFor([this] { return m_bench->secrets.isHolding(); }, patienceMs));
        m_bench->secrets.release();
    }
    const bool hangs = fault == Fault::Hangs;
    QVERIFY(hangs || QTest::qWaitFor([this] { return !m_session->isExchanging(); }, patienceMs));
    QVERIFY(!hangs || QTest::qWaitFor([this] { return m_bench->secrets.isHolding(); }, patienceMs));
    QVERIFY(Workbench::waitForState(*m_session, state));

    // What the caller gets, and what it costs.
    const auto token = m_session->token(1ms);
    if (gives == Gives::Error) {
        const auto error = errorOf(token);
        QVERIFY(error);
        QCOMPARE(error->kind(), AuthError::Kind::Local);
        if (moment == Moment::Start && causes.contains(fault))
            QCOMPARE(error->cause(), causes.value(fault));
    } else {
        const auto info = resultOf(token);
        QVERIFY(info);
        QVERIFY(info->accessToken == (gives == Gives::Old ? m_before : m_bench->accessToken));
    }
    QCOMPARE(m_bench->server.requests().size(), requests);
    QCOMPARE(m_session->nextAttemptAt() ? QString::fromLatin1(planned) : QString::fromLatin1(none), next);
    if (moment == Moment::RotateAfterAnswer || moment == Moment::LoginWrite)
        QCOMPARE(m_session->storageError().has_value(), causes.contains(fault));

    // What is stored: only what was told to go is gone.
    if (moment == Moment::Logout) {
        QCOMPARE(m_bench->storedToken().isEmpty(), fault == Fault::AnswersLate);
        if (causes.contains(fault))
            QCOMPARE(errorOf(m_logout)->cause(), causes.value(fault));
        else
            QCOMPARE(m_logout.isFinished(), fault == Fault::AnswersLate);
    } else if (moment == Moment::RotateAfterAnswer && fault == Fault::AnswersLate) {
        QVERIFY(m_bench->storedToken() == m_rotated);
    } else if (moment != Moment::LoginWrite || fault == Fault::AnswersLate) {
        QVERIFY(m_bench->storedToken() == m_bench->apiToken);
    }

    // The next try of somebody who unlocks it, or of a keychain that is back.
    if (moment == Moment::Start || moment == Moment::StartAgain) {
        m_bench->secrets.release();
        m_session->start();
        QVERIFY(Workbench::waitForState(*m_session, State::Active));
        QVERIFY(resultOf(m_session->token()));
    }
    m_session.reset();
    m_login.reset();
    m_bench->secrets.release();
    Workbench::settle();
}

void TestKeychainFaults::dueExchangeIsNotPutOff()
{
    m_bench = std::make_unique<Workbench>();
    m_session = m_bench->activeSession();
    QVERIFY(m_session);
    m_bench->clock.jumpWall(55min); // nobody has looked at the clock since
    m_bench->secrets.failNext(Operation::Read, AuthError(AuthError::Kind::Local, Cause::SecretStoreFailed, u"x"_s));
    m_session->start();
    // At once: the next regular look would come later than this waits.
    static_assert(Session::recheckInterval.count() > patienceMs);
    QVERIFY(m_bench->waitForRequests(2));
    QVERIFY(Workbench::waitForState(*m_session, State::Active));
    m_session.reset();
}

QTEST_GUILESS_MAIN(TestKeychainFaults)
#include "tst_keychainfaults.moc"
