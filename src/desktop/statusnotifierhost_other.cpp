// SPDX-License-Identifier: Apache-2.0
#include "statusnotifierhost.h"

namespace QciAuth {

StatusNotifierHost::StatusNotifierHost(QObject *parent)
    : QObject(parent)
    , m_isKnown(true)
{
}

void StatusNotifierHost::read() {}

} // namespace QciAuth
