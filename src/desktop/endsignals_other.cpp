// SPDX-License-Identifier: Apache-2.0
#include "endsignals.h"

namespace QciAuth {

EndSignals::EndSignals(QObject *parent)
    : QObject(parent)
{
}

EndSignals::~EndSignals() = default;

void EndSignals::read() {}

} // namespace QciAuth
