// SPDX-License-Identifier: Apache-2.0
#include "serviceversion.h"

#include "answer.h"

using namespace Qt::StringLiterals;

namespace QciAuth {

ServiceVersion ServiceVersion::fromJson(const QJsonObject &object)
{
    return {.applicationName = requiredString(object, "application_name"_L1),
        .version = requiredString(object, "version"_L1)};
}

} // namespace QciAuth
