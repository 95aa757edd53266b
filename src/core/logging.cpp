// SPDX-License-Identifier: Apache-2.0
#include "logging.h"

namespace QciAuth {

Q_LOGGING_CATEGORY(httpLog, "qciauth.http", QtWarningMsg)
Q_LOGGING_CATEGORY(sessionLog, "qciauth.session", QtWarningMsg)
Q_LOGGING_CATEGORY(keychainLog, "qciauth.keychain", QtWarningMsg)

} // namespace QciAuth
