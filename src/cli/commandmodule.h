// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/qglobal.h>

namespace QciAuth {

struct Invocation;

/// The parts of the program that are loaded when they are needed. Each offers one function, which wants a
/// QCoreApplication.
namespace CommandModule {

/// @returns the exit code.
using Entry = int (*)(const Invocation &);

/// Runs a command; needs keychain and network.
inline constexpr auto commandEntry = "qciauthRunCommand";

/// Prints the access token that the keychain holds, where `token` or `header` wants that and it lasts long enough; needs
/// the keychain alone, which loads in half the time. Else returns `notDone`, and has printed nothing.
inline constexpr auto cachedTokenEntry = "qciauthHandOnCachedToken";
inline constexpr int notDone = -1;

} // namespace CommandModule

} // namespace QciAuth
