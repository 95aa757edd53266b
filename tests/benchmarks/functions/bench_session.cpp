// SPDX-License-Identifier: Apache-2.0
#include "agent.h"
#include "errortext.h"
#include "futures.h"
#include "sessions.h"
#include "tokentext.h"
#include "workbench.h"

#include <QJsonDocument>
#include <QTest>
#include <QUrl>

using namespace QciAuth;
using namespace Qt::StringLiterals;

/// What is done for each request of another program, and for each error.
class BenchSession : public QObject
{
    Q_OBJECT

private slots:
    void agentAnswersWithTheToken();
    void agentAnswersWithTheStatus();
    void clockIsLookedAt();
    void errorIsPutIntoWords();
    void tokenIsPutIntoAHeader();
};

void BenchSession::agentAnswersWithTheToken()
{
    Workbench bench;
    bench.storeToken(bench.apiToken);
    Sessions sessions(bench.secrets, bench.profiles, bench.sharing, bench.connector, [] { return 0.5; });
    Agent agent(sessions, bench.profiles);
    QVERIFY(Workbench::waitForState(sessions.session(bench.profile.name), Session::State::Active));
    const QJsonObject request{{u"verb"_s, u"token"_s}};
    QByteArray answer;
    QBENCHMARK
    {
        answer = agent.answer(request).result();
    }
    QVERIFY(answer.contains(bench.accessToken.toLatin1()));
}

void BenchSession::agentAnswersWithTheStatus()
{
    Workbench bench;
    bench.storeToken(bench.apiToken);
    Sessions sessions(bench.secrets, bench.profiles, bench.sharing, bench.connector, [] { return 0.5; });
    Agent agent(sessions, bench.profiles);
    QVERIFY(Workbench::waitForState(sessions.session(bench.profile.name), Session::State::Active));
    const QJsonObject request{{u"verb"_s, u"status"_s}, {u"offline"_s, true}};
    QByteArray answer;
    QBENCHMARK
    {
        answer = agent.answer(request).result();
    }
    QVERIFY(answer.contains(R"("state":"active")"));
}

void BenchSession::clockIsLookedAt()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    QBENCHMARK
    {
        session->recheck();
    }
    QCOMPARE(session->state(), Session::State::Active);
}

void BenchSession::errorIsPutIntoWords()
{
    const AuthError error(AuthError::Kind::Transient, AuthError::Cause::HttpStatus,
        u"503 Server Error: Busy for url: https://api.example/ with response body: busy"_s, 503);
    const QUrl url(u"https://api.example/"_s);
    QString text;
    QBENCHMARK
    {
        text = errorText(error, url);
    }
    QVERIFY(!text.isEmpty());
}

void BenchSession::tokenIsPutIntoAHeader()
{
    Workbench bench;
    const auto session = bench.activeSession();
    QVERIFY(session);
    const QString url = bench.profile.url;
    QString text;
    QBENCHMARK
    {
        text = TokenText::of(TokenText::Form::Header, *session->info(), url);
    }
    QVERIFY(text.endsWith(bench.accessToken));
}

QTEST_GUILESS_MAIN(BenchSession)
#include "bench_session.moc"
