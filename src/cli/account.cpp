// SPDX-License-Identifier: Apache-2.0
#include "account.h"

#include "environment.h"
#include "invocation.h"
#include "profilestore.h"

namespace QciAuth {

Account Account::of(const CommonOptions &options, const Environment &environment, const ProfileStore &profiles)
{
    if (options.prefersEnvironment()) {
        const PastedCredentials found = environment.credentials();
        if (found.isComplete()) {
            Account account{.source = Source::Environment, .profile = {}, .apiToken = found.apiToken, .isKnown = true};
            account.profile.url = found.url;
            return account;
        }
    }
    return ofProfile(options, environment, profiles);
}

Account Account::ofProfile(const CommonOptions &options, const Environment &environment, const ProfileStore &profiles)
{
    Account account;
    const QString variable = environment.profileName();
    account.isNamed = options.profile || !variable.isEmpty();
    account.profile.name = options.profile ? *options.profile : account.isNamed ? variable : profiles.defaultName();
    account.problem = profiles.problem(account.profile.name);
    if (!account.isNamed)
        account.doubt = profiles.settingsProblem();
    // Another one than the chosen is somebody else's account.
    if (const auto known = profiles.profile(account.profile.name); known && !account.doubt) {
        account.profile = *known;
        account.isKnown = true;
    }
    return account;
}

} // namespace QciAuth
