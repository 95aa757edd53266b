// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shell.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace QciAuth {

/// What every command takes. Nothing where an option was not given; its meaning then is the command's affair.
struct CommonOptions
{
    std::optional<QString> profile;
    bool ignoreEnvironment = false;
    bool verbose = false;

    /// Whether credentials in the environment come before every profile (cli.md).
    bool prefersEnvironment() const { return !profile && !ignoreEnvironment; }

    bool operator==(const CommonOptions &) const = default;
};

struct LoginOptions
{
    std::optional<QString> url; ///< as typed, not checked
    bool withToken = false;     ///< the API token comes on standard input
    std::optional<std::chrono::milliseconds> timeout;
    QString caCertificateFile; ///< empty: none
    bool allowInsecureHttp = false;
    bool noStore = false;

    bool operator==(const LoginOptions &) const = default;
};

struct LogoutOptions
{
    bool all = false;

    bool operator==(const LogoutOptions &) const = default;
};

struct StatusOptions
{
    bool json = false;
    bool offline = false;

    bool operator==(const StatusOptions &) const = default;
};

struct TokenOptions
{
    bool json = false;
    std::optional<std::chrono::seconds> minTtl;
    bool forceRefresh = false;

    bool operator==(const TokenOptions &) const = default;
};

struct HeaderOptions
{
    std::optional<std::chrono::seconds> minTtl;
    bool forceRefresh = false;

    bool operator==(const HeaderOptions &) const = default;
};

/// At most one of the two is set.
struct HeadersOptions
{
    bool withoutAuthorization = false;
    bool withoutConnectionClose = false;

    bool operator==(const HeadersOptions &) const = default;
};

struct ExecOptions
{
    bool accessToken = false;
    std::vector<std::string> command; ///< the bytes that were typed, in whatever encoding; never empty

    bool operator==(const ExecOptions &) const = default;
};

struct EnvOptions
{
    Shell shell = Shell::Posix;
    bool accessToken = false;

    bool operator==(const EnvOptions &) const = default;
};

struct HealthOptions
{
    bool json = false;

    bool operator==(const HealthOptions &) const = default;
};

struct ProfileListOptions
{
    bool json = false;

    bool operator==(const ProfileListOptions &) const = default;
};

struct ProfileUseOptions
{
    QString name;

    bool operator==(const ProfileUseOptions &) const = default;
};

struct ProfileRenameOptions
{
    QString oldName;
    QString newName;

    bool operator==(const ProfileRenameOptions &) const = default;
};

struct ProfileRemoveOptions
{
    QString name;

    bool operator==(const ProfileRemoveOptions &) const = default;
};

struct ImportOptions
{
    QString file;
    bool remove = false;

    bool operator==(const ImportOptions &) const = default;
};

struct DoctorOptions
{
    bool json = false;
    QStringList scan; ///< folders

    bool operator==(const DoctorOptions &) const = default;
};

struct CompletionOptions
{
    enum class Shell { Bash, Zsh, Fish };

    Shell shell = Shell::Bash;

    bool operator==(const CompletionOptions &) const = default;
};

struct ManPageOptions
{
    bool operator==(const ManPageOptions &) const = default;
};

using Verb = std::variant<LoginOptions, LogoutOptions, StatusOptions, TokenOptions, HeaderOptions, HeadersOptions,
    ExecOptions, EnvOptions, HealthOptions, ProfileListOptions, ProfileUseOptions, ProfileRenameOptions,
    ProfileRemoveOptions, ImportOptions, DoctorOptions, CompletionOptions, ManPageOptions>;

/// A command line that makes sense.
struct Invocation
{
    CommonOptions common;
    Verb verb;

    bool operator==(const Invocation &) const = default;
};

} // namespace QciAuth
