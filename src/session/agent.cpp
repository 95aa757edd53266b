// SPDX-License-Identifier: Apache-2.0
#include "agent.h"

#include "errortext.h"
#include "profilestore.h"
#include "readyfuture.h"
#include "session.h"
#include "sessionreport.h"
#include "sessions.h"

#include <QPointer>
#include <QUrl>

#include <algorithm>
#include <chrono>
#include <optional>

using namespace Qt::StringLiterals;

namespace QciAuth {

namespace {

// What a client may ask for: an expired token is none, and milliseconds must not overflow.
constexpr std::chrono::milliseconds leastMinimum{1};
constexpr std::chrono::milliseconds greatestMinimum = std::chrono::years(1);

std::optional<std::chrono::milliseconds> minimumOf(const QJsonObject &request)
{
    const QJsonValue seconds = request.value("min_ttl_s"_L1);
    if (!seconds.isDouble())
        return std::nullopt;
    const std::chrono::duration<double, std::milli> wanted = std::chrono::duration<double>(seconds.toDouble());
    const auto least = std::clamp<std::chrono::duration<double, std::milli>>(wanted, leastMinimum, greatestMinimum);
    return std::chrono::ceil<std::chrono::milliseconds>(least);
}

QByteArray errorLine(const AuthError &error, const QUrl &url = {})
{
    return SessionReport::line(SessionReport::error(error, url));
}

QFuture<QByteArray> failure(AuthError::Cause cause, const QString &message)
{
    return readyFuture(errorLine(AuthError(AuthError::Kind::Local, cause, message)));
}

} // namespace

Agent::Agent(Sessions &sessions, const ProfileStore &profiles, QObject *parent)
    : QObject(parent)
    , m_sessions(sessions)
    , m_profiles(profiles)
    , m_chosen(profiles)
{
    // No line is to be in memory for longer than its token.
    connect(&sessions, &Sessions::stateChanged, this,
        [this](Session *session) { m_tokenAnswers.keepOnly(session->profile().name, session->info()); });
    connect(&sessions, &Sessions::ended, this, [this](const QString &name) { m_tokenAnswers.forget(name); });
}

QFuture<QByteArray> Agent::answer(const QJsonObject &request)
{
    const QString verb = request.value("verb"_L1).toString();
    if (verb == u"activate") {
        if (!request.value("hidden"_L1).toBool())
            emit activated(request.value("activation_token"_L1).toString());
        return readyFuture(SessionReport::line({}));
    }
    QString profileName = request.value("profile"_L1).toString();
    std::optional<AuthError> problem;
    if (profileName.isEmpty()) {
        const ChosenProfile::Choice &choice = m_chosen.choice();
        profileName = choice.name;
        problem = choice.problem;
    }
    if (verb == u"reload")
        return reload(profileName);
    // Another profile than the chosen one is somebody else's account.
    if (problem)
        return readyFuture(errorLine(*problem));
    if (!m_sessions.contains(profileName) && !m_profiles.profile(profileName))
        return failure(AuthError::Cause::MissingToken, u"there is no such profile"_s);
    if (verb == u"token")
        return token(profileName, request);
    if (verb == u"status")
        return status(profileName, request.value("offline"_L1).toBool());
    return failure(AuthError::Cause::Configuration, u"the agent does not know that request"_s);
}

QFuture<QByteArray> Agent::token(const QString &profileName, const QJsonObject &request)
{
    Session &session = m_sessions.session(profileName);
    const QString url = session.profile().url;
    QFuture<AccessTokenInfo> asked =
        request.value("force"_L1).toBool() ? session.refreshNow() : session.token(minimumOf(request));
    if (asked.isResultReadyAt(0)) // at once, from the session: nearly always
        return readyFuture(m_tokenAnswers.line(profileName, asked.result(), session.profile().url));
    return asked
        .then([guard = QPointer(&session), profileName](const AccessTokenInfo &info) {
            return TokenAnswers::made(profileName, info, guard ? guard->profile().url : QString());
        })
        .onFailed([url](const AuthError &error) { return errorLine(error, QUrl(url)); });
}

QFuture<QByteArray> Agent::status(const QString &profileName, bool isOffline)
{
    Session &session = m_sessions.session(profileName);
    const QUrl url(session.profile().url);
    using Failure = std::optional<AuthError>;
    QFuture<Failure> tried = readyFuture(Failure());
    if (!isOffline) {
        tried = session.token(leastMinimum)
                    .then([](const AccessTokenInfo &) { return Failure(); })
                    .onFailed([](const AuthError &error) { return Failure(error); });
    }
    return tried.then([guard = QPointer(&session), profileName, url](const Failure &failure) {
        QJsonObject report = guard ? SessionReport::status(*guard) : QJsonObject();
        report.insert(u"profile"_s, profileName);
        report.insert(u"kept"_s, guard && guard->isKept());
        report.insert(u"url"_s, guard ? guard->profile().url : QString());
        // A keychain that does not answer has told the session nothing yet.
        if (failure && report.value("error"_L1).isNull()) {
            report[u"error"_s] = errorText(*failure, url, TextLanguage::English);
            report[u"cause"_s] = SessionReport::causeName(*failure);
        }
        return SessionReport::line(report);
    });
}

QFuture<QByteArray> Agent::reload(const QString &profileName)
{
    QFuture<void> read = readyFuture();
    if (m_sessions.contains(profileName)) {
        Session &session = m_sessions.session(profileName);
        session.start();
        read = session.started();
    }
    emit profilesChanged();
    return read.then([] { return SessionReport::line({}); });
}

} // namespace QciAuth
