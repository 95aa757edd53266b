// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "autherror.h"
#include "faultserver.h"

#include <QDateTime>
#include <QList>

namespace QciAuth {

/// What goes wrong with an exchange of the soak, and what kind of error it must be for the session.
struct SoakFault
{
    FaultScript script;
    AuthError::Kind kind;
    bool takesTime = false; ///< it lasts as long as the client waits
};

/// All of them, in the same order at each call.
/// @param now  of the service.
QList<SoakFault> soakFaults(const QDateTime &now);

} // namespace QciAuth
