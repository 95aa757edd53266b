// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace QciAuth {

/// The parsers of what others wrote, each with what its callers rely on. A target ends the program where a promise is
/// broken, see promise().
class FuzzTargets
{
public:
    using Run = void (*)(const QByteArray &input);

    /// Nothing where there is no target of that name.
    static Run find(QByteArrayView name);
    /// Once before the first run: nothing is logged from then on, and a log entry with the token in it is a broken
    /// promise.
    static void prepare();
};

void fuzzAccessTokenCache(const QByteArray &input);
void fuzzAgentAnswer(const QByteArray &input);
void fuzzAgentRequest(const QByteArray &input);
void fuzzAnswer(const QByteArray &input);
void fuzzBaseUrl(const QByteArray &input);
void fuzzEnvFile(const QByteArray &input);
void fuzzHttpCall(const QByteArray &input);
void fuzzHttpDate(const QByteArray &input);
void fuzzPastedCredentials(const QByteArray &input);
void fuzzProfileStore(const QByteArray &input);
void fuzzRedactor(const QByteArray &input);
void fuzzRetryAfter(const QByteArray &input);
void fuzzRfc3339(const QByteArray &input);
void fuzzTokenFinder(const QByteArray &input);
void fuzzTokenScan(const QByteArray &input);

} // namespace QciAuth
