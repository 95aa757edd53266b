// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shellquote.h"

namespace QciAuth {

class CommandContext;

/// The environment variables by which other programs are given the credentials of an account, with their values: what
/// `qci_client.QciClient()` reads, or the access token in place of the API token (cli.md, exec).
/// @throws CommandError, AuthError
ShellQuote::Variables credentialVariables(CommandContext &context, bool accessToken);

} // namespace QciAuth
