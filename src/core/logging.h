// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLoggingCategory>

namespace QciAuth {

/// Wire traffic by method, host, status and latency; never headers or bodies.
Q_DECLARE_LOGGING_CATEGORY(httpLog)
/// Exchanges, retries and states of a session; never a token.
Q_DECLARE_LOGGING_CATEGORY(sessionLog)
/// What the keychain answered; never a secret.
Q_DECLARE_LOGGING_CATEGORY(keychainLog)

} // namespace QciAuth
