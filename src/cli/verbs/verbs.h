// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "invocation.h"

namespace QciAuth {

class CommandContext;

// Each command runs to its end and returns the exit code; all throw CommandError or AuthError where something fails.
// One file a verb.
int run(CommandContext &context, const LoginOptions &options);
int run(CommandContext &context, const LogoutOptions &options);
int run(CommandContext &context, const StatusOptions &options);
int run(CommandContext &context, const TokenOptions &options);
int run(CommandContext &context, const HeaderOptions &options);
int run(CommandContext &context, const HeadersOptions &options);
int run(CommandContext &context, const ExecOptions &options);
int run(CommandContext &context, const EnvOptions &options);
int run(CommandContext &context, const HealthOptions &options);
int run(CommandContext &context, const ProfileListOptions &options);
int run(CommandContext &context, const ProfileUseOptions &options);
int run(CommandContext &context, const ProfileRenameOptions &options);
int run(CommandContext &context, const ProfileRemoveOptions &options);
int run(CommandContext &context, const ImportOptions &options);
int run(CommandContext &context, const DoctorOptions &options);
int run(CommandContext &context, const CompletionOptions &options);
int run(CommandContext &context, const ManPageOptions &options);

} // namespace QciAuth
