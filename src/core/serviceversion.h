// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QString>

namespace QciAuth {

/// What the version call answers (api.md).
struct ServiceVersion
{
    QString applicationName;
    QString version;

    bool operator==(const ServiceVersion &) const = default;

    /// @throws AuthError(Transient, MalformedAnswer) where a member is missing or no string.
    static ServiceVersion fromJson(const QJsonObject &object);
};

} // namespace QciAuth
