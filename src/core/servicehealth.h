// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QString>

namespace QciAuth {

/// What the health call answers (api.md).
struct ServiceHealth
{
    QString message;

    bool operator==(const ServiceHealth &) const = default;

    /// @throws AuthError(Transient, MalformedAnswer) where the member is missing or no string.
    static ServiceHealth fromJson(const QJsonObject &object);
};

} // namespace QciAuth
