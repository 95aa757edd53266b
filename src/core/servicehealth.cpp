// SPDX-License-Identifier: Apache-2.0
#include "servicehealth.h"

#include "answer.h"

using namespace Qt::StringLiterals;

namespace QciAuth {

ServiceHealth ServiceHealth::fromJson(const QJsonObject &object)
{
    return {.message = requiredString(object, "message"_L1)};
}

} // namespace QciAuth
