// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "autherror.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QUrl>

#include <chrono>
#include <optional>

namespace QciAuth {

/// A complete HTTP answer, whatever its status.
struct Answer
{
    QUrl url; ///< what was asked
    int status = 0;
    QString reason; ///< reason phrase
    QByteArray body;
    std::optional<QDateTime> date; ///< `Date` header
    QByteArray retryAfter;         ///< `Retry-After` header as it came
    QUrl redirectTarget;           ///< resolved `Location`, empty where there is none
    std::chrono::milliseconds roundTrip{};

    /// The JSON object of a 200 answer.
    /// @throws AuthError for any other status (its kind by status and body as behaviour.md, Refresh, says) and for a
    ///         body that is no JSON object (NotQciService).
    QJsonObject object(const QDateTime &now) const;

private:
    bool bodyIsJson() const;
    AuthError httpError(const QDateTime &now) const;
};

/// The string member `name` of `object`.
/// @throws AuthError(Transient, MalformedAnswer) where it is missing or no string.
QString requiredString(const QJsonObject &object, QLatin1StringView name);

/// The error for a 200 answer that breaks the rules of api.md; `what` says which.
AuthError malformedAnswer(const QString &what);

} // namespace QciAuth
