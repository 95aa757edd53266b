// SPDX-License-Identifier: Apache-2.0
#include "fuzztargets.h"

#include "fuzzinput.h"
#include "promise.h"

#include <QLoggingCategory>

#include <algorithm>
#include <array>
#include <utility>

namespace QciAuth {

namespace {

constexpr std::array<std::pair<QByteArrayView, FuzzTargets::Run>, 15> targets{{
    {"accesstokencache", &fuzzAccessTokenCache},
    {"agentanswer", &fuzzAgentAnswer},
    {"agentrequest", &fuzzAgentRequest},
    {"answer", &fuzzAnswer},
    {"baseurl", &fuzzBaseUrl},
    {"envfile", &fuzzEnvFile},
    {"httpcall", &fuzzHttpCall},
    {"httpdate", &fuzzHttpDate},
    {"pastedcredentials", &fuzzPastedCredentials},
    {"profilestore", &fuzzProfileStore},
    {"redactor", &fuzzRedactor},
    {"retryafter", &fuzzRetryAfter},
    {"rfc3339", &fuzzRfc3339},
    {"tokenfinder", &fuzzTokenFinder},
    {"tokenscan", &fuzzTokenScan},
}};

void lookAtMessage(QtMsgType, const QMessageLogContext &, const QString &message)
{
    promise(!FuzzInput::isTokenIn(message), "no log entry holds a token");
}

} // namespace

FuzzTargets::Run FuzzTargets::find(QByteArrayView name)
{
    const auto *const found =
        std::find_if(targets.begin(), targets.end(), [name](const auto &target) { return target.first == name; });
    return found == targets.end() ? nullptr : found->second;
}

void FuzzTargets::prepare()
{
    QLoggingCategory::setFilterRules(QStringLiteral("qciauth.*=true"));
    qInstallMessageHandler(lookAtMessage);
}

} // namespace QciAuth
