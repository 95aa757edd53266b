// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/qglobal.h>

namespace QciAuth {

struct Invocation;

/// The parts of the program that are loaded when they are needed. Each offers one function, which wants a
/// QCoreApplication.
namespace CommandModule {

/// Where a token was looked for already, in vain.
struct Tried
{
    bool agent = false;
    bool cache = false;
};

/// Runs a command and returns the exit code; needs keychain and network.
using CommandEntry = int (*)(const Invocation &, const Tried &);
inline constexpr auto commandEntry = "qciauthRunCommand";

/// Prints the access token that the keychain holds, where `token` or `header` wants that and it lasts long enough;
/// needs the keychain alone, which loads faster. Returns the exit code, or `notDone` where nothing was
/// printed.
using CachedTokenEntry = int (*)(const Invocation &);
inline constexpr auto cachedTokenEntry = "qciauthHandOnCachedToken";
inline constexpr int notDone = -1;

} // namespace CommandModule

} // namespace QciAuth
