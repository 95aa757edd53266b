// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "profile.h"

#include <QString>

namespace QciAuth {

class CommandContext;

/// What `login` and `import` have in common: logs in to a profile and says so.
/// @param store  whether the API token goes into the keychain; else only the access token does.
/// @throws CommandError, AuthError where the login failed, or what was to be stored is not.
void logIn(CommandContext &context, const Profile &profile, const QString &apiToken, bool store);

/// The profile for a login at this URL: as it is where it is at that service already, else with nothing but its name.
Profile profileFor(const Profile &before, const QString &url);

/// Says so where the environment makes what was done to a profile of no effect.
void warnOfVariables(const CommandContext &context);

/// The URL that somebody means who gives none: the profile's, else `QCI_API_URL`, else QCI's own.
QString usualUrl(const CommandContext &context, const Profile &profile);

} // namespace QciAuth
