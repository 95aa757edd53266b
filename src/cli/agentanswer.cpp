// SPDX-License-Identifier: Apache-2.0
#include "agentanswer.h"

#include "exitcode.h"
#include "pastedcredentials.h"

using namespace Qt::StringLiterals;

namespace QciAuth {

QJsonObject AgentAnswer::tokenRequest(const QString &profileName, std::optional<std::chrono::seconds> least, bool force)
{
    QJsonObject request{{u"version"_s, 1}, {u"verb"_s, u"token"_s}, {u"force"_s, force}};
    if (!profileName.isEmpty())
        request.insert(u"profile"_s, profileName);
    if (least)
        request.insert(u"min_ttl_s"_s, static_cast<qint64>(least->count()));
    return request;
}

std::optional<AgentAnswer::Failure> AgentAnswer::failure(const QJsonObject &answer)
{
    const QJsonObject error = answer.value("error"_L1).toObject();
    const QString kind = error.value("kind"_L1).toString();
    const QString text = error.value("text"_L1).toString();
    if (kind == u"rejected")
        return Failure{.exitCode = ExitCode::loginRequired, .text = text};
    if (kind == u"transient" || kind == u"wrong_address" || kind == u"untrusted")
        return Failure{.exitCode = ExitCode::serviceFailing, .text = text};
    // Asking it once more would only take as long again.
    if (error.value("cause"_L1).toString() == u"keychain_timed_out")
        return Failure{.exitCode = ExitCode::keychainUnusable, .text = text};
    return std::nullopt;
}

QString AgentAnswer::accessToken(const QJsonObject &answer)
{
    const QString token = answer.value("access_token"_L1).toString();
    return isWellFormedToken(token) ? token : QString();
}

} // namespace QciAuth
