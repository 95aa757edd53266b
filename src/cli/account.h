// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "autherror.h"
#include "profile.h"

#include <QString>

#include <optional>

namespace QciAuth {

class Environment;
class ProfileStore;
struct CommonOptions;

/// Whose credentials a command uses, and where they come from (cli.md): `--profile`; else `QCI_TOKEN` with
/// `QCI_API_URL`; else `QCI_AUTH_PROFILE`; else the default profile.
struct Account
{
    enum class Source { Environment, Profile };

    Source source = Source::Profile;
    Profile profile;                    ///< of the environment: without a name
    QString apiToken;                   ///< secret; of the environment only
    bool isKnown = false;               ///< whether the profile exists
    std::optional<AuthError> problem{}; ///< why it cannot be told what the profile says
    std::optional<AuthError> doubt{};   ///< why it cannot be told which profile was chosen; then it is not known
    bool isNamed = false;               ///< whether somebody asked for it by name

    bool isEnvironment() const { return source == Source::Environment; }

    /// The account of a command.
    static Account of(const CommonOptions &options, const Environment &environment, const ProfileStore &profiles);
    /// The same, but never that of the environment: for commands that change a profile.
    static Account ofProfile(
        const CommonOptions &options, const Environment &environment, const ProfileStore &profiles);
};

} // namespace QciAuth
