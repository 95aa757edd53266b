// SPDX-License-Identifier: Apache-2.0
#include "accesstokencache.h"
#include "account.h"
#include "cachedtoken.h"
#include "clock.h"
#include "commanderror.h"
#include "commandmodule.h"
#include "environment.h"
#include "exitcode.h"
#include "keychainsecretstore.h"
#include "output.h"
#include "profilestore.h"
#include "runtimefolder.h"
#include "say.h"
#include "tokenwish.h"
#include "turnstilesecretstore.h"

#include <QScopeGuard>
#include <QUrl>

using namespace Qt::StringLiterals;

extern "C" Q_DECL_EXPORT int qciauthHandOnCachedToken(const QciAuth::Invocation &invocation)
{
    using namespace QciAuth;
    const auto wish = TokenWish::of(invocation.verb);
    const ProfileStore profiles(ProfileStore::defaultFolder());
    const Account account = Account::of(invocation.common, Environment(), profiles);
    if (!wish || account.isEnvironment() || !account.isKnown)
        return CommandModule::notDone;
    Output::ignoreBrokenPipes();
    const auto restoring = qScopeGuard(&Output::restoreBrokenPipes);
    const SystemClock clock;
    KeychainSecretStore keychain(KeychainSecretStore::defaultService(), KeychainSecretStore::shortWatchdog);
    TurnstileSecretStore secrets(keychain, RuntimeFolder::forUser().path());
    try {
        const auto info = cachedToken(account.profile, AccessTokenCache(secrets, clock), clock, wish->minTtl);
        if (!info)
            return CommandModule::notDone;
        Output output;
        if (output.write(wish->line(info->accessToken)))
            return ExitCode::done;
        note(writeFailure(output));
        return ExitCode::error;
    } catch (const AuthError &error) {
        // Not worth another try: the user may have dismissed the keychain's question.
        const CommandError failure = CommandError::from(error, QUrl(account.profile.url));
        note(failure.text);
        return failure.exitCode;
    }
}
