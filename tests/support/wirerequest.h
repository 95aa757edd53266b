// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QList>

#include <optional>
#include <utility>

namespace QciAuth {

/// One request as it was on the wire.
struct WireRequest
{
    QByteArray raw; ///< every byte
    QByteArray requestLine;
    QList<std::pair<QByteArray, QByteArray>> headers; ///< as sent: order, case, repeats
    QByteArray body;

    /// Every value of that header, whatever the case of its name.
    QByteArrayList values(const QByteArray &name) const;
    /// Its only value; empty where there is none or more than one.
    QByteArray value(const QByteArray &name) const;

    /// The first request in `bytes`; nothing while it is not complete.
    static std::optional<WireRequest> fromBytes(const QByteArray &bytes);
};

} // namespace QciAuth
