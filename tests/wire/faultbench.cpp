// SPDX-License-Identifier: Apache-2.0
#include "faultbench.h"

#include "errortext.h"
#include "futures.h"
#include "httpanswers.h"
#include "redactor.h"

#include <QMetaEnum>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace QciAuth {

namespace {

using State = Session::State;
using Kind = AuthError::Kind;

QString text(const AuthError &error)
{
    return u"kind %1, cause %2, status %3: %4"_s.arg(static_cast<int>(error.kind()))
        .arg(static_cast<int>(error.cause()))
        .arg(error.httpStatus())
        .arg(error.message());
}

QString text(const std::optional<AuthError> &error)
{
    return error ? text(*error) : u"no error"_s;
}

QString text(State state)
{
    return QString::fromLatin1(QMetaEnum::fromType<State>().valueToKey(static_cast<int>(state)));
}

// A piece of a secret is one too many: the beginning, the end, and how Base64 would write it.
QStringList traces(const QString &secret)
{
    constexpr qsizetype piece = 12;
    return {secret.first(piece), secret.last(piece), QString::fromLatin1(secret.toUtf8().toBase64().first(piece))};
}

} // namespace

FaultBench::FaultBench(const FaultRow &row, TokenBefore before)
    : m_row(row)
    , m_before(before)
    , m_server(row.tls)
{
    for (FaultScript &script : m_row.scripts)
        script.answer.replace("ELSEWHERE", m_elsewhere.url().toEncoded());
    m_server.setScripts(m_row.scripts);
    if (!row.isListening)
        m_server.close();

    Profile &profile = m_bench.profile;
    QUrl url = m_server.url();
    if (row.claimsTls)
        url.setScheme(u"https"_s);
    profile.url = row.url.isEmpty() ? url.toString() : row.url;
    profile.timeout = row.timeout;
    profile.caCertificateFile = row.caFile;
    profile.allowInsecureHttp = true;
    if (m_bench.profiles.save(profile))
        qFatal("the temporary folder cannot be written");
    setEnvironment();
    storeTokens();
    m_session = m_bench.session();
    QObject::connect(m_session.get(), &Session::refreshFailed, m_session.get(),
        [this](const AuthError &error) { m_told.push_back(error); });
}

FaultBench::~FaultBench()
{
    for (const auto &[name, value] : m_row.environment)
        qputenv(name.constData(), {});
}

void FaultBench::setEnvironment()
{
    const QByteArray server = m_server.url().authority().toLatin1();
    for (auto [name, value] : m_row.environment)
        qputenv(name.constData(), value.replace("SERVER", server));
}

void FaultBench::storeTokens()
{
    m_bench.storeToken(m_row.apiToken);
    if (m_before == TokenBefore::None)
        return;
    const QDateTime now = m_bench.clock.now();
    const QJsonObject answer = exchangeObject(m_tokenBefore, now.addSecs(300));
    m_bench.sharing.cache().write(m_bench.profile, AccessTokenInfo::fromJson(answer, now.addSecs(-3300)));
}

QStringList FaultBench::differences()
{
    m_session->start();
    const QFuture<AccessTokenInfo> caller = m_session->token();
    if (!waitUntil([&] { return caller.isFinished() && !m_session->isExchanging(); }))
        return {u"the exchange never ends"_s};
    m_error = errorOf(caller);
    if (!m_error)
        m_got = resultOf(caller);
    Workbench::settle(); // whatever Qt would send on top of that
    checkCaller();
    checkSession();
    checkWire();
    checkNextTry();
    checkRecovery();
    checkSecrecy();
    return m_differences;
}

bool FaultBench::hadNoTime() const
{
    // Of the session's, not of the caller, who gets the token before where there is one.
    const auto &error = m_session->lastError();
    return error && error->cause() == AuthError::Cause::TimedOut &&
           m_server.connections().join().count("refresh_token") < m_row.outcome.requests;
}

void FaultBench::check(bool isRight, const QString &what)
{
    if (!isRight)
        m_differences.append(what);
}

void FaultBench::checkCaller()
{
    if (succeeds()) {
        check(m_got && m_got->accessToken == m_row.accessToken, u"the caller gets no new token: "_s + text(m_error));
        return;
    }
    if (m_before == TokenBefore::Valid) {
        check(m_got && m_got->accessToken == m_tokenBefore, u"the caller loses a valid token: "_s + text(m_error));
        return;
    }
    check(m_error && m_row.outcome.fits(*m_error), u"the caller gets "_s + text(m_error));
}

void FaultBench::checkSession()
{
    const bool latches = m_row.outcome.kind == Kind::Rejected;
    const State wanted = succeeds() ? State::Active : latches ? State::LoginRequired : State::RefreshFailing;
    check(m_session->state() == wanted, u"the session's state is "_s + text(m_session->state()));
    const auto &error = m_session->lastError();
    check(error.has_value() != succeeds(), u"the session has "_s + text(error));
    if (error)
        check(m_row.outcome.fits(*error), u"the session has "_s + text(error));
    check(m_told.size() == (succeeds() ? 0U : 1U), u"the failure is told %1 times"_s.arg(m_told.size()));
    check(m_bench.storedToken() == m_row.apiToken, u"the API token is gone"_s);
    if (succeeds() || m_before == TokenBefore::None)
        return;
    const auto served = m_session->token(1min);
    check(served.isFinished() && resultOf(served).has_value(), u"the token before is not served any more"_s);
}

void FaultBench::checkWire()
{
    const qsizetype wanted = m_row.outcome.requests;
    const qsizetype begun = m_server.countOf("POST ");
    check(begun == wanted, u"%1 requests were sent"_s.arg(begun));
    const qsizetype tokens = m_server.countOf(m_row.apiToken.toLatin1());
    check(tokens <= wanted, u"the API token was sent %1 times"_s.arg(tokens));
    check(m_elsewhere.connections().isEmpty(), u"another server was reached"_s);
    check(m_bench.server.connections().isEmpty(), u"a server that nobody named was reached"_s);
}

void FaultBench::checkNextTry()
{
    const auto next = m_session->nextAttemptAt();
    const auto &wanted = m_row.outcome.nextTry;
    const auto seconds = next ? m_session->now().secsTo(*next) : -1;
    check(next.has_value() == wanted.has_value() && (!next || seconds == wanted->count()),
        u"the next try is in %1 s"_s.arg(seconds));
    if (!next)
        return;
    // Nothing before that, however often somebody looks at the clock.
    m_bench.clock.advance(std::chrono::milliseconds(m_session->now().msecsTo(*next)) - 1ms);
    m_session->recheck();
    check(!m_session->isExchanging(), u"the next try comes early"_s);
}

// Once the fault has passed, the next try brings a token; nothing of what the server said stays behind.
void FaultBench::checkRecovery()
{
    const bool isServed = m_row.isListening && m_row.url.isEmpty() && !m_row.claimsTls;
    const bool hasTime = m_row.timeout >= defaultTimeout;
    if (!isServed || !hasTime || !m_session->nextAttemptAt() || m_row.outcome.kind == Kind::Untrusted)
        return;
    m_bench.clock.advance(1ms);
    if (constexpr int lastYear = 9999; m_session->now().addSecs(3600).date().year() > lastYear)
        return; // no answer can name an expiry
    const QString token = TestTokens::accessToken();
    m_server.setScripts({{.answer = exchangeAnswer(token, m_session->now().addSecs(3600))}});
    const qsizetype before = m_server.requests().size();
    m_session->recheck();
    check(waitUntil([this] { return !m_session->isExchanging(); }), u"the next try never ends"_s);
    const auto &info = m_session->info();
    check(m_session->state() == State::Active && info && info->accessToken == token,
        u"the next try brings no token: "_s + text(m_session->lastError()));
    check(m_server.requests().size() == before + 1, u"the next try is not one request"_s);
    check(m_server.countOf("Cookie") == 0, u"a cookie was sent"_s);
}

void FaultBench::checkSecrecy()
{
    QStringList texts = m_log.lines();
    for (const AuthError &error : m_told)
        texts << error.message() << QString::fromUtf8(error.what()) << errorText(error, QUrl(m_session->profile().url))
              << shortErrorText(error);
    const QStringList secrets{m_row.apiToken, m_row.accessToken, m_tokenBefore};
    for (const QString &said : texts) {
        for (const QString &secret : secrets) {
            for (const QString &trace : traces(secret))
                check(!said.contains(trace), u"a token is in: "_s + Redactor(secrets).redact(said));
        }
    }
}

} // namespace QciAuth
